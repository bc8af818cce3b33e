"""What would lift a claim, with the counts that follow."""

from tests.unit.provenance.samples import claim, dossier, original, source

from claimaudit.model import Dossier
from claimaudit.provenance import provenance_of
from claimaudit.provenance.whatif import lifts


def suggestions(found: Dossier, name: str = "c") -> list[str]:
    return [str(lift) for lift in lifts(provenance_of(found).support(name))]


def test_a_single_origin_needs_another() -> None:
    found = dossier([original("a"), source("b", via=["a"])], claim("a", "b"))
    assert suggestions(found) == ["an origin other than A: 1 becomes 2"]


def test_declaring_a_basis_settles_a_range() -> None:
    """Own reporting is a second origin; a repeat of A is none."""
    found = dossier([original("a"), source("u")], claim("a", "u"))
    assert suggestions(found) == [
        "declare the basis of u: 1-2 becomes 1 or 2",
        "an origin other than A and U: 1-2 becomes 2-3",
    ]


def test_the_undeclared_end_of_a_chain_is_what_to_declare() -> None:
    found = dossier([original("a"), source("u"), source("b", via=["u"])], claim("a", "b"))
    assert suggestions(found)[0] == "declare the basis of u: 1-2 becomes 1 or 2"


def test_nothing_is_lifted_by_its_first_origin() -> None:
    assert suggestions(dossier([], claim())) == ["a source with reporting of its own: 0 becomes 1"]


def test_a_claim_on_two_origins_needs_nothing() -> None:
    assert suggestions(dossier([original("a"), original("b")], claim("a", "b"))) == []


def test_an_argument_is_lifted_at_the_premise_that_keeps_it_down() -> None:
    found = dossier(
        [original("a"), original("b")],
        claim("a", name="weak"),
        claim("a", "b", name="strong"),
        claim(name="c", rests_on=["weak", "strong"]),
    )
    assert suggestions(found) == ["an origin other than A for `weak`: 1 becomes 2"]


def test_the_origin_is_named_behind_a_relay() -> None:
    """One relay of two origins: the relay is what the claim falls with."""
    found = dossier([original("a"), original("b"), source("r", via=["a", "b"])], claim("r"))
    assert suggestions(found) == ["an origin other than R: 1 becomes 2"]


def test_what_only_widens_the_range_is_no_suggestion() -> None:
    found = dossier([source("u"), source("v"), source("w")], claim("u", "v", "w"))
    assert suggestions(found) == []


def test_an_undeclared_premise_may_repeat_the_origin_of_the_other() -> None:
    """U may report itself, or repeat A as the other premise does."""
    found = dossier(
        [original("a"), source("u")],
        claim("a", name="p"),
        claim("u", name="q"),
        claim(rests_on=[["p"], ["q"]]),
    )
    assert suggestions(found)[0] == "declare the basis of u: 1-2 becomes 1 or 2"
