"""The brute-force reading of the definition keeps to the worked cases, to its own bounds and to its docstring."""

from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, assume, find, given, settings
from hypothesis import strategies as st
from tests.property.brute_force import LEVELS, STANCES, Expected, Label, Level, Range, audit, measure, read
from tests.property.dossiers import CORNER_CASES, WORKED_CASES, WorkedCase, dossiers

Record = dict[str, Any]


def _ranges(expected: Expected) -> Iterator[Range]:
    for level in LEVELS:
        yield expected.supports[level]
        yield expected.contradicts[level]


# ---------------------------------------------------------------------------------------------------------
# The worked cases
# ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", WORKED_CASES, ids=[case.name.split()[0] for case in WORKED_CASES])
def test_worked_case_has_the_numbers_of_the_table(case: WorkedCase) -> None:
    _assert_numbers(case)


@pytest.mark.parametrize("case", CORNER_CASES, ids=[case.name for case in CORNER_CASES])
def test_corner_case_has_the_numbers_of_its_reading(case: WorkedCase) -> None:
    _assert_numbers(case)


def _assert_numbers(case: WorkedCase) -> None:
    found = audit(case.dossier)[case.claim]
    row = case.expected
    assert found.outlets == row.outlets
    assert found.supports["outlet"].pair == row.outlet
    assert row.owner in {None, found.supports["owner"].pair}
    assert row.informant in {None, found.supports["informant"].pair}
    assert row.verdict in {None, found.verdict}


def test_every_row_of_the_table_is_there() -> None:
    assert [case.name.split()[0] for case in WORKED_CASES] == [f"W{number}" for number in range(1, 26)]


@pytest.mark.parametrize("case", [*WORKED_CASES, *CORNER_CASES], ids=lambda case: case.name)
def test_worked_and_corner_cases_are_valid(case: WorkedCase) -> None:
    _assert_valid(case.dossier)


# ---------------------------------------------------------------------------------------------------------
# Bounds that follow from the definition
# ---------------------------------------------------------------------------------------------------------

SLOW = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])


@SLOW
@given(dossiers())
def test_low_is_never_above_high(dossier: Record) -> None:
    for expected in audit(dossier).values():
        for found in _ranges(expected):
            assert 0 <= found.low <= found.high
            assert (found.low == 0) == (found.high == 0)


@SLOW
@given(dossiers())
def test_owner_and_informant_levels_are_never_above_the_outlet_level(dossier: Record) -> None:
    for expected in audit(dossier).values():
        for side in (expected.supports, expected.contradicts):
            for level in ("owner", "informant"):
                assert side[level].low <= side["outlet"].low
                assert side[level].high <= side["outlet"].high


@SLOW
@given(dossiers())
def test_sets_have_the_size_that_is_reported(dossier: Record) -> None:
    for expected in audit(dossier).values():
        for found in _ranges(expected):
            assert {len(labels) for labels in found.high_sets} == {found.high}
            if found.low_sets is None:
                assert found.low == 1
            else:
                assert {len(labels) for labels in found.low_sets} == {found.low}


@SLOW
@given(dossiers())
def test_verdict_and_contested_follow_from_the_outlet_level(dossier: Record) -> None:
    for expected in audit(dossier).values():
        low, high = expected.supports["outlet"].pair
        assert (expected.verdict == "unsupported") == (high == 0)
        if expected.verdict == "single origin":
            assert high == 1
        if expected.verdict == "unclear":
            assert low <= 1 < high
        if expected.verdict == "corroborated":
            assert low > 1
        assert expected.contested == (expected.contradicts["outlet"].high > 0)


@settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
@given(dossiers())
def test_what_a_claim_cannot_reach_changes_nothing(dossier: Record) -> None:
    assume(len(dossier["sources"]) <= 4)
    case = read(dossier)
    for claim in case.claims:
        for stance in STANCES:
            for level in LEVELS:
                side = (claim, stance)
                assert measure(case, side, level, everything=True) == measure(case, side, level)


@SLOW
@given(dossiers(), st.data())
def test_retracting_a_source_never_adds_an_origin(dossier: Record, data: st.DataObject) -> None:
    before = audit(dossier)
    data.draw(st.sampled_from(dossier["sources"]))["status"] = "retracted"
    after = audit(dossier)
    for claim, expected in before.items():
        for level in ("outlet", "owner"):
            assert after[claim].supports[level].high <= expected.supports[level].high
            assert after[claim].supports[level].low <= expected.supports[level].low


@SLOW
@given(dossiers(), st.randoms(use_true_random=False))
def test_order_of_the_file_does_not_matter(dossier: Record, random: Any) -> None:
    # But for the id of an outlet that is made from one of several spellings (reading 12).
    for source in dossier["sources"]:
        assume(source.get("outlet") not in {"Live Mint", "LiveMint"})
    shuffled = deepcopy(dossier)
    for key in ("owners", "outlets", "informants", "sources", "claims"):
        random.shuffle(shuffled[key])
    assert audit(shuffled) == audit(dossier)


# ---------------------------------------------------------------------------------------------------------
# The numbered readings of the module's docstring: the sets, where the numbers of a corner case say too little
# ---------------------------------------------------------------------------------------------------------


def _original(name: str, **more: Any) -> Record:
    return {"id": name, "outlet": name, "basis": "original"} | more


def _undeclared(name: str, **more: Any) -> Record:
    return {"id": name, "outlet": name} | more


def _of(sources: Iterable[Record], *evidence: str | Record, **more: Any) -> Expected:
    """Return what is expected of a single claim with this evidence."""
    claim = {"id": "c", "text": "It is so.", "evidence": list(evidence)}
    return audit({"sources": list(sources), "claims": [claim], **more})["c"]


def _one_set(*labels: Label) -> frozenset[frozenset[Label]]:
    return frozenset({frozenset(labels)})


def _sets(*sets: str) -> frozenset[frozenset[Label]]:
    """Return sets of outlets, each written as their ids with spaces between them."""
    return frozenset(frozenset(("outlet", name) for name in one.split()) for one in sets)


def test_reading_6_member_that_is_not_cited_is_judged_by_its_source_level() -> None:
    found = _of([_original("x"), _undeclared("u", shares_text_with=["x"])], "u")
    assert found.supports["outlet"].high_sets == _sets("x", "u")


def test_reading_7_undeclared_member_derives_from_any_that_is_known() -> None:
    copy = _undeclared("u", shares_text_with=["x", "y"])
    found = _of([_original("x"), _original("y"), copy], "u")
    assert found.supports["outlet"].high_sets == _sets("u")
    assert found.supports["outlet"].low_sets is None
    found = _of([_original("x", status="retracted"), _original("y"), copy], "u")
    assert found.supports["outlet"].high_sets == _sets("u", "y")


def test_reading_10_text_label_is_one_of_its_own_at_every_level() -> None:
    found = _of([_undeclared("u"), _undeclared("t", shares_text_with=["u"])], "u", "t")
    for level in LEVELS:
        assert found.supports[level].high_sets == _one_set(("text", "text shared by t, u"))
        assert found.supports[level].low_sets is None


def test_reading_11_source_without_outlet_stands_for_itself() -> None:
    found = _of([{"id": "leak", "kind": "document"}, _original("a")], "leak", "a")
    assert found.outlets == 2
    for level in LEVELS:
        assert found.supports[level].low_sets == _one_set(("source", "leak"), ("outlet", "a"))


def test_reading_12_made_outlet_has_the_slug_of_its_first_spelling() -> None:
    sources = [_original("s1", outlet="Live Mint"), _original("s2", outlet="LiveMint")]
    assert _of(sources, "s2", "s1").supports["outlet"].low_sets == _sets("live-mint")


def test_reading_13_owner_is_followed_to_the_top() -> None:
    outlets = [
        {"id": "a", "owner": "b"},
        {"id": "b", "owner": "low"},
        {"id": "d", "owner": "top"},
        {"id": "e"},
    ]
    sources = [_original(outlet["id"]) for outlet in outlets]
    found = _of(sources, "a", "b", "d", "e", outlets=outlets, owners=[{"id": "low", "owner": "top"}])
    assert found.supports["outlet"].pair == (4, 4)
    assert found.supports["owner"].low_sets == _one_set(("owner", "top"), ("outlet", "e"))


def test_reading_14_unnamed_informant_with_an_id_is_one_person_in_high_too() -> None:
    sources = [_original("a", informants=["i"]), _original("b", informants=["i"])]
    found = _of(sources, "a", "b", informants=[{"id": "i", "descriptor": "aide"}])
    assert found.supports["informant"].high_sets == _one_set(("informant", "i"))


def test_reading_14_inline_informants_are_apart_in_high_and_joined_in_low() -> None:
    inline = [{"descriptor": "official"}]
    found = _of([_original("a", informants=inline), _original("b", informants=inline)], "a", "b")
    assert found.supports["informant"].pair == (1, 2)
    assert found.supports["informant"].low_sets == _one_set(("informant", "a#0+b#0"))
    overriding = _of(
        [_original("a", informants=inline), _original("b")], "a", {"source": "b", "informants": inline}
    )
    assert overriding.supports["informant"].low_sets == _one_set(("informant", "a#0+c/1#0"))


def test_reading_20_any_informant_is_enough() -> None:
    sources = [_original("a", informants=["i", "j"]), _original("b", informants=["j"])]
    found = _of(sources, "a", "b", informants=[{"id": one, "named": True} for one in "ij"])
    assert found.supports["informant"].pair == (2, 2)
    assert frozenset({("informant", "j"), ("informant", "i")}) in found.supports["informant"].high_sets


# ---------------------------------------------------------------------------------------------------------
# What is drawn
# ---------------------------------------------------------------------------------------------------------


def _assert_valid(dossier: Record) -> None:
    """Assert what the file format asks for, as far as the drawn keys go."""
    ids = {key: [one["id"] for one in dossier.get(key, [])] for key in dossier}
    for found in ids.values():
        assert len({one.casefold() for one in found}) == len(found)
    sources, claims, informants = (set(ids.get(key, [])) for key in ("sources", "claims", "informants"))
    for source in dossier.get("sources", []):
        _assert_valid_basis(source, sources, informants)
        assert sources.issuperset(source.get("shares_text_with", []))
    for claim in dossier["claims"]:
        assert claim["text"]
        for evidence in claim.get("evidence", []):
            if isinstance(evidence, str):
                assert evidence in sources
            else:
                assert {evidence["source"], evidence.get("superseded_by", evidence["source"])} <= sources
                _assert_valid_basis(evidence, sources, informants)
        sets = claim.get("rests_on", [])
        assert sets or "rests_on" not in claim
        for premises in [sets] if all(isinstance(one, str) for one in sets) else sets:
            assert (claims - {claim["id"]}).issuperset(premises)
            assert premises or not sets
    _assert_owners_end(dossier)


def _assert_valid_basis(record: Record, sources: set[str], informants: set[str]) -> None:
    via = record.get("via", [])
    assert record.get("basis") not in {"original", "unknown"} or not via
    assert (sources - {record.get("source", record.get("id"))}).issuperset(via)
    assert len(set(via)) == len(via)
    ids = [one for one in record.get("informants", []) if isinstance(one, str)]
    assert informants.issuperset(ids)
    assert len(set(ids)) == len(ids)


def _assert_owners_end(dossier: Record) -> None:
    above = {one["id"]: one.get("owner") for key in ("owners", "outlets") for one in dossier.get(key, [])}
    for name in above:
        seen = {name}
        while (name := above.get(name)) is not None:
            assert name not in seen
            seen.add(name)


@settings(deadline=None, max_examples=300)
@given(dossiers())
def test_drawn_dossier_is_valid(dossier: Record) -> None:
    _assert_valid(dossier)


def _any_range(matches: Callable[[Range, str], bool]) -> Callable[[Record], bool]:
    def found_in(dossier: Record) -> bool:
        return any(
            matches(side[level], level)
            for expected in audit(dossier).values()
            for side in (expected.supports, expected.contradicts)
            for level in LEVELS
        )

    return found_in


def _merged(level: Level) -> Callable[[Record], bool]:
    def found_in(dossier: Record) -> bool:
        return any(
            0 < expected.supports[level].high < expected.supports["outlet"].high
            for expected in audit(dossier).values()
        )

    return found_in


_FEATURES: dict[str, Callable[[Record], bool]] = {
    "corroborated": lambda dossier: any(one.verdict == "corroborated" for one in audit(dossier).values()),
    "unclear": lambda dossier: any(one.verdict == "unclear" for one in audit(dossier).values()),
    "inferred from two": lambda dossier: any(
        one.verdict == "inferred" and one.supports["outlet"].low > 1 for one in audit(dossier).values()
    ),
    "contested": lambda dossier: any(one.contested for one in audit(dossier).values()),
    "several outlets and nothing under them": lambda dossier: any(
        one.outlets > 1 and one.verdict == "unsupported" for one in audit(dossier).values()
    ),
    "three origins in low": _any_range(lambda found, _: found.low > 2),
    "text label": _any_range(
        lambda found, _: any(kind == "text" for one in found.high_sets for kind, _ in one)
    ),
    "source label": _any_range(
        lambda found, _: any(kind == "source" for one in found.high_sets for kind, _ in one)
    ),
    "joined informant": _any_range(
        lambda found, _: any("+" in name for one in found.low_sets or () for _, name in one)
    ),
    "owners merge": _merged("owner"),
    "informants merge": _merged("informant"),
}


@pytest.mark.parametrize("feature", _FEATURES)
def test_feature_is_drawn(feature: str) -> None:
    drawn = settings(
        max_examples=2000,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    assert find(dossiers(), _FEATURES[feature], settings=drawn)
