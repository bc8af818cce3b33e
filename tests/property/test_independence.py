"""The independent origins of claims, held against a brute force written from the definition alone."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from tests.property import brute_force
from tests.property.brute_force import LEVELS, Expected
from tests.property.dossiers import CORNER_CASES, WORKED_CASES, WorkedCase, dossiers

from claimaudit import load
from claimaudit.model import Dossier
from claimaudit.provenance import Label, Provenance, Range, Side, provenance_of


def read(dossier: dict[str, Any]) -> Dossier:
    """Return a plain dict as it is loaded from a file: JSON is YAML."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "dossier.yaml")
        path.write_text(json.dumps(dossier), encoding="utf-8")
        loaded = load(path)
    assert loaded.faults == ()
    return loaded


def assert_as_defined(dossier: dict[str, Any]) -> None:
    expected = brute_force.audit(dossier)
    provenance = provenance_of(read(dossier))
    for claim, wanted in expected.items():
        assert_sides_agree(provenance, claim, wanted)
        assert provenance.verdict(claim) == wanted.verdict
        assert provenance.is_contested(claim) == wanted.contested
        assert len(provenance.support(claim).outlets) == wanted.outlets


def assert_sides_agree(provenance: Provenance, claim: str, wanted: Expected) -> None:
    for side, ranges in (
        (provenance.support(claim), wanted.supports),
        (provenance.against(claim), wanted.contradicts),
    ):
        for level in LEVELS:
            found = side.at(level)
            assert (found.low, found.high) == ranges[level].pair, (claim, side.stance, level)
            assert found.low_exact
            assert found.high_exact
            assert_witnesses_agree(side, found, ranges[level])


def assert_witnesses_agree(side: Side, found: Range, wanted: brute_force.Range) -> None:
    """Informants described in place and shared texts have labels of other names here: compared by kind."""
    if not wanted.high:
        assert found.high_witness == ()
        return
    assert comparable(found.high_witness) in {comparable_pairs(labels) for labels in wanted.high_sets}
    assert found.unique == (len(wanted.high_sets) == 1), side
    if wanted.low_sets is not None:
        assert comparable(found.low_witness) in {comparable_pairs(labels) for labels in wanted.low_sets}
    else:
        assert [label.kind for label in found.low_witness] == ["undeclared"]


def comparable(labels: tuple[Label, ...]) -> tuple[tuple[str, str], ...]:
    return comparable_pairs(frozenset((label.kind, label.id) for label in labels))


def comparable_pairs(labels: frozenset[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    named_alike = {"outlet", "owner", "source"}
    return tuple(sorted((kind, name if kind in named_alike else "") for kind, name in labels))


@pytest.mark.parametrize("case", WORKED_CASES, ids=[case.name.split()[0] for case in WORKED_CASES])
def test_worked_case(case: WorkedCase) -> None:
    """The table of docs/independence.md, with its numbers written by hand, and the brute force on the same."""
    provenance = provenance_of(read(case.dossier))
    side, row = provenance.support(case.claim), case.expected
    assert len(side.outlets) == row.outlets
    assert (side.outlet.low, side.outlet.high) == row.outlet
    if row.owner is not None:
        assert (side.owner.low, side.owner.high) == row.owner
    if row.informant is not None:
        assert (side.informant.low, side.informant.high) == row.informant
    if row.verdict is not None:
        assert provenance.verdict(case.claim) == row.verdict
    assert_as_defined(case.dossier)


@settings(deadline=None, max_examples=400, suppress_health_check=[HealthCheck.too_slow])
@given(dossiers())
def test_every_level_and_both_ends_are_as_defined(dossier: dict[str, Any]) -> None:
    assert_as_defined(dossier)


@pytest.mark.parametrize("case", CORNER_CASES, ids=[case.name for case in CORNER_CASES])
def test_corner_case(case: WorkedCase) -> None:
    """What random drawing hits too seldom."""
    assert_as_defined(case.dossier)
