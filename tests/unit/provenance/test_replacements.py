"""What to cite instead of what no longer holds."""

from datetime import date
from itertools import pairwise

import pytest
from tests.unit.provenance.samples import claim, dossier, original

from claimaudit import audit
from claimaudit.model import Source
from claimaudit.provenance.flaws import Replacements


def gone(name: str, then: str | None, status: str = "retracted") -> Source:
    return original(name, status=status, replaced_by=then)


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        ([gone("a", "b"), original("b")], "b"),
        ([gone("a", "b"), gone("b", "c", "superseded"), original("c", status="corrected")], "c"),
        ([gone("a", "b"), original("b", replaced_by="c"), original("c")], "b"),
        ([gone("a", "b"), gone("b", "a")], None),
        ([gone("a", "a")], None),
        ([gone("a", "b"), gone("b", "c"), gone("c", "b")], None),
        ([gone("a", "b"), gone("b", None, "withdrawn")], None),
        ([original("a")], "a"),
    ],
    ids=["one", "two", "stops-early", "circle", "itself", "into-a-circle", "end", "stands"],
)
def test_the_first_that_stands(sources: list[Source], expected: str | None) -> None:
    replacements = Replacements(dossier(sources))
    assert replacements.first_standing("a") == expected
    assert replacements.first_standing("a") == expected


def test_a_long_chain_is_walked_once() -> None:
    names = [f"s{number}" for number in range(5000)]
    sources = [gone(name, then) for name, then in pairwise(names)]
    replacements = Replacements(dossier([*sources, original(names[-1])]))
    assert {replacements.first_standing(name) for name in names} == {names[-1]}


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        ([gone("a", "b"), gone("b", "c"), original("c")], "cite `c` instead"),
        ([gone("a", "b"), gone("b", "a")], "cite a source that still stands"),
        ([gone("a", None)], "cite a source that still stands"),
        ([gone("a", None, "corrected")], "check that it still says so"),
        ([gone("a", "b", "corrected"), original("b")], "cite `b` instead"),
    ],
)
def test_help_names_it(sources: list[Source], expected: str) -> None:
    findings = audit(dossier(sources, claim("a")), today=date(2026, 11, 24)).findings
    assert [finding.help for finding in findings if finding.code == "CA109"] == [expected]
