"""Cards: the tree under a claim, what does not count, and what rests on an entry."""

from datetime import date
from typing import Any

from tests.unit.provenance.samples import claim, dossier, original, source

from claimaudit.auditing import Audit
from claimaudit.config import Config
from claimaudit.model import Claim, Dossier, Informant, Owner, Source
from claimaudit.report import TreeRow


def audit_of(found: Dossier) -> Audit:
    return Audit(found, Config(), date(2026, 11, 24))


def tree(sources: list[Source], *claims: Claim) -> list[tuple[int, str, str]]:
    """Return depth, text and remark of each row."""
    rows = audit_of(dossier(sources, *claims)).claim_card("c").tree
    return [(len(row.is_last), row.text, row.remark) for row in rows]


def test_a_chain_is_a_row_and_an_origin_says_that_it_is_one() -> None:
    sources = [original("a"), source("b", via=["a"]), source("d", via=["b"])]
    assert tree(sources, claim("d", "a")) == [(1, "D <- B <- A", ""), (1, "A", "an origin")]


def test_branches_hang_below_and_are_shown_once() -> None:
    sources = [
        original("a"),
        original("b"),
        source("r", via=["a", "b"]),
        source("x", via=["r"]),
        source("y", via=["r"]),
    ]
    assert tree(sources, claim("x", "y")) == [
        (1, "X <- R", "repeats any of"),
        (2, "A", "an origin"),
        (2, "B", "an origin"),
        (1, "Y <- R", "as above"),
    ]


def test_rows_know_which_of_their_siblings_is_last() -> None:
    sources = [original("a"), original("b"), source("r", via=["a", "b"])]
    rows = audit_of(dossier(sources, claim("r", "b"))).claim_card("c").tree
    assert rows == (
        TreeRow((False,), "R", "repeats any of"),
        TreeRow((False, False), "A", "an origin"),
        TreeRow((False, True), "B", "an origin"),
        TreeRow((True,), "B", "an origin"),
    )


def test_ends_that_are_no_origin_say_why() -> None:
    sources = [
        source("u"),
        source("n", basis="derived"),
        original("gone", status="retracted"),
        source("x", via=["gone"]),
        source("p", via=["q"]),
        source("q", via=["p"]),
    ]
    assert tree(sources, claim("u", "n", "x", "p")) == [
        (1, "U", "where it has this from is not declared"),
        (1, "N", "repeats others without saying whom"),
        (1, "X <- GONE", "retracted"),
        (1, "P <- Q", "repeats P: a circle"),
    ]


def test_an_origin_on_a_circle_is_followed_once() -> None:
    sources = [source("p", basis="mixed", via=["q"]), source("q", via=["p"])]
    assert tree(sources, claim("q", "p")) == [
        (1, "Q <- P", "an origin, which also repeats"),
        (2, "Q <- P", "as above"),
        (1, "P", "as above"),
    ]


def test_mixed_origin_shows_what_it_also_repeats() -> None:
    sources = [original("a"), source("m", basis="mixed", via=["a"])]
    assert tree(sources, claim("m")) == [
        (1, "M", "an origin, which also repeats"),
        (2, "A", "an origin"),
    ]


def test_what_does_not_count_says_why() -> None:
    sources = [
        original("off", subject="deal"),
        original("gone", status="withdrawn"),
        original("old"),
        original("hint"),
        original("no", subject="deal"),
    ]
    evidence: list[Any] = [
        "off",
        "gone",
        {"source": "old", "superseded_by": "hint"},
        {"source": "hint", "stance": "mentions"},
        {"source": "no", "stance": "contradicts"},
    ]
    rows = audit_of(dossier(sources, claim(*evidence, subject="plan"))).claim_card("c").left_out
    assert [(row.text, row.remark) for row in rows] == [
        ("OFF (off)", "about deal"),
        ("GONE (gone)", "withdrawn"),
        ("OLD (old)", "superseded"),
        ("NO (no)", "against it, about deal"),
        ("HINT", "only mentions the matter"),
    ]
    assert [row.is_last for row in rows] == [(False,), (False,), (False,), (False,), (True,)]


def test_premises_are_told_with_their_verdicts() -> None:
    found = dossier([original("a")], claim("a", name="p"), claim(rests_on=["p"]))
    card = audit_of(found).claim_card("c")
    assert card.premises == (("p", "1 outlet, 1 independent origin; falls if A is wrong"),)
    assert card.tree == ()


def test_card_of_an_outlet_counts_what_falls_without_it() -> None:
    found = dossier(
        [original("a"), source("b", via=["a"]), original("z")],
        claim("b", name="alone"),
        claim("b", "z", name="two"),
        claim("z", name="other"),
    )
    card = audit_of(found).entry_card("outlet", "a-paper")
    assert [name for name, _ in card.claims] == ["alone", "two"]
    assert card.bears == ("alone",)
    relay = audit_of(found).entry_card("outlet", "b-paper")
    assert relay.bears == ("alone",), "the only outlet that carries it is as fatal as its origin"


def test_cards_of_an_owner_and_an_informant_lead_to_their_works() -> None:
    plain = dossier([original("a", informants=["i"]), original("b")], claim("a"))
    found = Dossier(
        claims=plain.claims,
        sources=plain.sources,
        outlets=tuple(
            outlet.model_copy(update={"owner": "o"}) if outlet.id == "a-paper" else outlet
            for outlet in plain.outlets
        ),
        owners=(Owner(id="o", name="Holding"),),
        informants=(Informant(id="i", descriptor="a minister", named=True),),
    )
    owner = audit_of(found).entry_card("owner", "o")
    assert (owner.title, dict(owner.facts)["outlets"]) == ("Holding", "a-paper")
    assert [name for name, _ in owner.claims] == ["c"]
    informant = audit_of(found).entry_card("informant", "i")
    assert (informant.title, dict(informant.facts)["works"]) == ("a minister", "a")
    assert [name for name, _ in informant.claims] == ["c"]


def test_a_card_has_the_errors_on_what_its_claim_leads_to() -> None:
    """The circle is found at a source, and is why the claim stands on nothing."""
    found = {"reference": "p. 1", "published": "2025-11-18"}
    sources = [source("p", via=["q"], **found), source("q", via=["p"], **found)]
    card = audit_of(dossier(sources, claim("p"))).claim_card("c")
    assert [finding.code for finding in card.findings if finding.severity != "note"] == ["CA101", "CA201"]
