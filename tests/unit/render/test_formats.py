"""What a format is given: all findings, or only those to show, which must be enough for it."""

from dataclasses import replace

import pytest
from tests.unit.render.samples import FINDING, WAIVED, report

from claimaudit.finding import Severity
from claimaudit.render.checkout import Checkout
from claimaudit.render.findings_text import PLAIN
from claimaudit.render.formats import FORMATS, NEEDS_ALL, Result
from claimaudit.report import CheckReport

NOTE = FINDING._replace(code="CA401", name="speculative-claim", severity=Severity.NOTE, fingerprint="f" * 16)
ALL = report(FINDING, WAIVED, NOTE)


def rendered(name: str, given: CheckReport) -> str:
    result = Result(
        given, lambda: ALL, [FINDING], [FINDING], Severity.ERROR, Checkout("/root", "/root"), "0.1.0"
    )
    return FORMATS[name](result, PLAIN)


@pytest.mark.parametrize("name", sorted(FORMATS.keys() - NEEDS_ALL))
def test_what_is_to_be_shown_is_enough(name: str) -> None:
    told = rendered(name, replace(ALL, findings=(FINDING,)))
    assert FINDING.code in told
    assert NOTE.code not in told
    assert told == rendered(name, ALL)


@pytest.mark.parametrize("name", ["json", "json-lines"])
def test_a_report_for_programs_has_what_is_not_shown(name: str) -> None:
    assert name in NEEDS_ALL
    assert NOTE.code in rendered(name, ALL)
