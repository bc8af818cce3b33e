"""Every seeded defect is found where it is, and nothing besides."""

import pytest
from benchmarks.defects.__main__ import HERE, Outcome, outcomes, table

from claimaudit.rules import RULES

FOUND = list(outcomes())


@pytest.mark.parametrize("outcome", FOUND, ids=[str(found.path.relative_to(HERE)) for found in FOUND])
def test_exactly_the_findings_that_were_expected(outcome: Outcome) -> None:
    assert outcome.found == outcome.wanted


def test_there_are_some_for_every_rule_and_enough_of_them() -> None:
    folders = {found.path.parent.name for found in FOUND}
    assert {rule.code for rule in RULES} <= folders
    assert sum(found.path.parent.name != "clean" for found in FOUND) >= 120


def test_what_is_missed_and_what_is_unexpected_are_counted() -> None:
    path = HERE / "CA101" / "x.yaml"
    wrong = Outcome(path, ("2:9 error CA101", "exit 1"), ("2:9 warning CA101", "3:1 note CA401", "exit 0"))
    assert wrong.missed == ["2:9 error CA101", "exit 1"]
    assert wrong.unexpected == ["2:9 warning CA101", "3:1 note CA401", "exit 0"]
    assert table([wrong]).splitlines()[2:] == ["| CA101 | 1 | 0 | 2 | 3 |", "| **all** | 1 | 0 | 2 | 3 |"]
