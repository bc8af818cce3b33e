"""Every labelled dossier comes out as it was labelled, and the table in the documents is what comes out."""

import pytest
from benchmarks.independence.__main__ import closing_lines, table
from benchmarks.independence.gold import HERE, Interval, comparable, dossiers
from benchmarks.independence.scoring import judge, score
from tests.conftest import ROOT

GOLD = list(dossiers())
SCORES = [score(gold) for gold in GOLD]
ONE, TWO, OPEN = Interval(1, 1), Interval(2, 2), Interval(1, 2)


@pytest.mark.parametrize("place", range(len(GOLD)), ids=[str(gold.path.relative_to(HERE)) for gold in GOLD])
def test_dossier_comes_out_as_labelled(place: int) -> None:
    found = SCORES[place]
    assert found.misses == ()
    assert [claim.misses for claim in found.claims] == [()] * len(found.claims)
    assert {claim.judgement for claim in found.claims} == {"right"}


def test_there_are_enough_of_every_class_and_each_says_why() -> None:
    kinds = [gold.kind for gold in GOLD]
    assert len(GOLD) >= 80
    assert min(kinds.count(kind) for kind in kinds) >= 3
    assert all(gold.why.endswith(".") for gold in GOLD)


def test_table_in_the_documents_is_what_comes_out() -> None:
    page = (ROOT / "docs" / "accuracy.md").read_text("utf-8")
    assert table(SCORES) in page
    assert closing_lines(SCORES) in page


@pytest.mark.parametrize(
    ("right", "found", "judgement"),
    [
        (ONE, ONE, "right"),
        (OPEN, OPEN, "right"),
        (ONE, OPEN, "falsely independent"),
        (OPEN, TWO, "falsely independent"),
        (TWO, ONE, "falsely merged"),
        (OPEN, ONE, "falsely merged"),
    ],
)
def test_judging(right: Interval, found: Interval, judgement: str) -> None:
    assert judge([ONE, right], [ONE, found]) == judgement


def test_an_interval_is_written_as_one_number_or_two() -> None:
    assert (Interval.parse("2"), Interval.parse("1-3")) == (TWO, Interval(1, 3))


def test_chains_have_an_order_and_sets_have_none() -> None:
    assert comparable("via", ("b", "a")) == ("via", ("b", "a"))
    assert comparable("owner", ("b", "a")) == ("owner", ("a", "b"))
