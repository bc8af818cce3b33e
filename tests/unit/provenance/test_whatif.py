"""What would lift a claim, with the counts that follow."""

from collections.abc import Iterator
from typing import Any

import pytest
from tests.unit.provenance.samples import claim, dossier, original, source

from claimaudit.model import Dossier, Informant, Outlet, Owner, Source
from claimaudit.provenance import Side, provenance_of
from claimaudit.provenance.ranges import Range, Witnesses
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


def test_what_stands_behind_a_relay_is_to_be_cited_itself() -> None:
    """One relay of two origins: the relay is what the claim falls with, and either origin beside it is a second."""
    found = dossier([original("a"), original("b", read=False), source("r", via=["a", "b"])], claim("r"))
    assert suggestions(found) == [
        "cite a itself: 1 becomes 2",
        "read and cite b itself: 1 becomes 2",
        "an origin other than R: 1 becomes 2",
    ]


def test_citing_the_one_origin_lifts_nothing() -> None:
    found = dossier([original("a"), source("b", via=["a"])], claim("b"))
    assert suggestions(found) == ["an origin other than A: 1 becomes 2"]


@pytest.mark.parametrize(
    ("old", "evidence"),
    [
        (original("old", status="retracted", replaced_by="new"), "old"),
        (original("old"), {"source": "old", "superseded_by": "new"}),
    ],
)
def test_what_took_the_place_of_a_source_is_to_be_cited(old: Source, evidence: Any) -> None:
    found = dossier([old, original("new")], claim(evidence))
    assert suggestions(found) == [
        "cite new instead of old: 0 becomes 1",
        "a source with reporting of its own: 0 becomes 1",
    ]


def test_what_took_its_place_is_not_suggested_twice() -> None:
    found = dossier(
        [original("old", status="retracted", replaced_by="new"), original("new")], claim("old", "new")
    )
    assert suggestions(found) == ["an origin other than NEW: 1 becomes 2"]


def test_one_declaration_of_three_settles_nothing_two_do() -> None:
    """Both may repeat W; V may repeat U, which reports itself: then W is open. Or both report: then two are certain."""
    found = dossier([source("u"), source("v"), source("w")], claim("u", "v", "w"))
    assert suggestions(found)[0] == "declare the basis of u and v: 1-3 becomes 1, 1-2 or 2-3"


def test_a_lone_source_of_which_nothing_is_declared_needs_another() -> None:
    found = dossier([source("u")], claim("u"))
    assert suggestions(found) == ["an origin other than U: 1 becomes 1-2"]


def test_what_took_the_place_of_a_source_further_up_is_to_be_cited() -> None:
    """W2 took the place of W, and W3 that of W2, which was retracted as well."""
    sources = [
        original("w", status="withdrawn", replaced_by="w2"),
        original("w2", status="retracted", replaced_by="w3"),
        original("w3"),
        source("x", via=["w"]),
    ]
    assert suggestions(dossier(sources, claim("x")))[0] == "cite w3 instead of w: 0 becomes 1"


def test_evidence_about_another_subject() -> None:
    """Two outlets report it of the deal: either the claim is about the deal, or something on the plan is needed."""
    sources = [original("a", subject="deal"), original("b", subject="deal")]
    assert suggestions(dossier(sources, claim("a", "b", subject="plan"))) == [
        "set its subject to `deal`, if the text speaks of that: 0 becomes 2",
        "a source with reporting of its own on `plan`: 0 becomes 1",
    ]


def test_two_outlets_of_one_owner_need_another_owner() -> None:
    outlets = (Outlet(id="m", owner="g"), Outlet(id="n", owner="g"))
    sources = (original("a", outlet="m"), original("b", outlet="n"))
    held = Dossier((claim("a", "b"),), sources, outlets, owners=(Owner(id="g", name="Group"),))
    assert suggestions(held) == ["an origin that does not belong to Group: 1 becomes 2"]


def test_two_outlets_on_one_document_need_another_origin_than_that() -> None:
    sources = [original("a", informants=["draft"]), original("b", informants=["draft"])]
    held = dossier(sources, claim("a", "b"))
    draft = Informant(id="draft", kind="document")
    held = Dossier(held.claims, held.sources, held.outlets, informants=(draft,))
    assert suggestions(held) == ["an origin that does not rely on draft: 1 becomes 2"]


def test_a_source_that_names_nobody_is_to_say_whom_it_repeats() -> None:
    """It may repeat A, which changes nothing, or lead to an origin of its own."""
    found = dossier([original("a"), source("n", basis="derived")], claim("a", "n"))
    assert suggestions(found) == [
        "name in `via` whom n repeats: 1 becomes 1 or 2",
        "an origin other than A: 1 becomes 2",
    ]


def test_an_undeclared_premise_may_repeat_the_origin_of_the_other() -> None:
    """U may report itself, or repeat A as the other premise does."""
    found = dossier(
        [original("a"), source("u")],
        claim("a", name="p"),
        claim("u", name="q"),
        claim(rests_on=[["p"], ["q"]]),
    )
    assert suggestions(found)[0] == "declare the basis of u: 1-2 becomes 1 or 2"


def test_what_would_not_count_is_not_to_be_cited() -> None:
    """Both origins behind the relay are about the deal, and the claim about the plan."""
    sources = [
        original("a", subject="deal"),
        original("b", subject="deal"),
        source("r", via=["a", "b"], subject="plan"),
    ]
    found = dossier(sources, claim("r", subject="plan"))
    assert suggestions(found) == ["an origin other than R: 1 becomes 2"]


def test_what_speaks_against_the_claim_is_not_to_be_cited_for_it() -> None:
    evidence = [{"source": "a", "superseded_by": "d"}, {"source": "d", "stance": "contradicts"}]
    found = dossier([original("a"), original("d")], claim(*evidence))
    assert suggestions(found) == ["a source with reporting of its own: 0 becomes 1"]


def test_a_lower_bound_of_one_owner_names_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """The budget may run out at a level where no witness set is known."""
    outlets = (Outlet(id="m", owner="g"), Outlet(id="n", owner="g"))
    sources = (original("a", outlet="m"), original("b", outlet="n"))
    held = Dossier((claim("a", "b"),), sources, outlets, owners=(Owner(id="g"),))
    bound = Range(1, 1, Witnesses(unique=False), low_exact=False, high_exact=False)
    monkeypatch.setattr(Side, "owner", bound)
    assert suggestions(held) == []


def test_a_lift_says_of_which_claim_and_with_which_entries() -> None:
    """Of a source that is yet to be found, nobody knows the entry."""
    old, new = original("old", status="superseded", replaced_by="new"), original("new")
    piece = {"source": "old", "superseded_by": "new"}
    lifted = [
        (lift.claim, lift.entries)
        for lift in lifts(provenance_of(dossier([old, new], claim(piece))).support("c"))
    ]
    assert lifted == [("c", ("new",)), ("c", ())]


def test_a_second_owner_or_informant_is_asked_for_on_the_claim() -> None:
    owner = Owner(id="group")
    plain = dossier([original("a"), original("b")], claim("a", "b"))
    outlets = tuple(Outlet(id=outlet.id, name=outlet.name, owner="group") for outlet in plain.outlets)
    data = Dossier(claims=plain.claims, sources=plain.sources, outlets=outlets, owners=(owner,))
    lifted = [(lift.claim, lift.entries) for lift in lifts(provenance_of(data).support("c"))]
    assert lifted == [("c", ())]


class _Watched(tuple[Source, ...]):  # noqa: SLOT001  it counts
    """Sources that count how often somebody walks over all of them."""

    walks = 0

    def __iter__(self) -> Iterator[Source]:
        self.walks += 1
        return super().__iter__()


def test_a_what_if_does_not_walk_over_all_sources() -> None:
    """There are as many what-ifs as claims, and more: with every source each, they would take the square of them."""
    plain = dossier([original("a"), source("u"), source("b", via=["u"])], claim("a", "b"))
    watched = _Watched(plain.sources)
    side = provenance_of(Dossier(claims=plain.claims, sources=watched, outlets=plain.outlets)).support("c")
    first = [str(lift) for lift in lifts(side)]
    watched.walks = 0
    assert [str(lift) for lift in lifts(side)] == first
    assert len(first) == 2
    assert watched.walks == 0
