"""Which of several smallest witness sets is named: the one with most origins, then the first by id."""

import pytest
from tests.unit.provenance.samples import claim, dossier, original, source

from claimaudit.model import Dossier
from claimaudit.provenance import provenance_of


def witness(found: Dossier) -> list[str]:
    return [label.id for label in provenance_of(found).support("c").outlet.high_witness]


def test_the_origin_is_named_rather_than_its_relay() -> None:
    found = dossier([original("z"), source("a", via=["z"])], claim("a"))
    assert witness(found) == ["z-paper"]
    assert not provenance_of(found).support("c").outlet.unique


def test_a_relay_of_two_origins_is_all_that_can_be_named() -> None:
    found = dossier([original("a"), original("b"), source("r", via=["a", "b"])], claim("r"))
    assert witness(found) == ["r-paper"]
    assert provenance_of(found).support("c").outlet.unique


def test_of_equal_sets_the_first_by_id() -> None:
    found = dossier(
        [original("b"), original("a")], claim("b", name="p"), claim("a", name="q"), claim(rests_on=["p", "q"])
    )
    assert witness(found) == ["a-paper"]


def test_a_shared_text_is_one_origin_however_many_share_it() -> None:
    sources = [original("a"), source("x", shares_text_with=["y"]), source("y")]
    found = dossier(sources, claim("a", name="p"), claim("x", "y", name="q"), claim(rests_on=["p", "q"]))
    assert witness(found) == ["a-paper"]


def test_works_of_one_newsroom_are_one_label() -> None:
    sources = [original("a"), original("b", outlet="a-paper"), original("d")]
    found = dossier(sources, claim("a", "b", "d"))
    assert witness(found) == ["a-paper", "d-paper"]


def test_a_source_of_its_own_and_an_outlet_of_the_same_name_are_two() -> None:
    found = dossier([original("a-paper", outlet=None), original("a")], claim("a-paper", "a"))
    side = provenance_of(found).support("c")
    assert (len(side.outlets), side.outlet.high) == (2, 2)


@pytest.mark.parametrize("number", [450, 2000])
def test_many_origins_are_counted_exactly(number: int) -> None:
    names = [f"s{place}" for place in range(number)]
    side = provenance_of(dossier([original(name) for name in names], claim(*names))).support("c")
    assert (side.outlet.low, side.outlet.high, side.outlet.high_exact) == (number, number, True)


def test_a_ladder_of_2_to_the_60_paths_is_counted_exactly() -> None:
    sources = [original("l0a"), original("l0b")]
    for rung in range(1, 60):
        sources += [source(f"l{rung}{end}", via=[f"l{rung - 1}a", f"l{rung - 1}b"]) for end in "ab"]
    side = provenance_of(dossier(sources, claim("l59a", "l59b"))).support("c")
    assert (side.outlet.low, side.outlet.high, side.outlet.high_exact) == (2, 2, True)
    assert [label.id for label in side.outlet.high_witness] == ["l0a-paper", "l0b-paper"]


def test_a_chain_of_five_thousand_links_falls_with_its_origin() -> None:
    sources = [original("s0"), *(source(f"s{place}", via=[f"s{place - 1}"]) for place in range(1, 5001))]
    assert witness(dossier(sources, claim("s5000"))) == ["s0-paper"]
