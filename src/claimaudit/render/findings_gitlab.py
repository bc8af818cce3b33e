"""Findings as a GitLab Code Quality report: what a merge request shows beside its lines."""

from collections.abc import Sequence
from typing import Any

from claimaudit.finding import Finding, Severity
from claimaudit.render.checkout import Checkout
from claimaudit.render.findings_text import message_of
from claimaudit.render.report_json import dumps
from claimaudit.report import INPUT_RULES
from claimaudit.text import visible

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.NOTE: "info"}


def render(findings: Sequence[Finding], checkout: Checkout) -> str:
    """Return a JSON array with an object for each finding."""
    return dumps([_value(finding, checkout) for finding in findings])


def _value(finding: Finding, checkout: Checkout) -> dict[str, Any]:
    place = finding.location
    return {
        # GitLab shows no check_name, so the rule is named in the description as well.
        "description": visible(f"{finding.code} {finding.name}: {message_of(finding)}"),
        "check_name": finding.name,
        "fingerprint": finding.fingerprint,
        "severity": "blocker" if finding.code in INPUT_RULES else _SEVERITIES[finding.severity],
        "location": {
            "path": visible(checkout.path(place.path)),
            "positions": {
                "begin": {"line": place.line, "column": place.column},
                "end": {"line": place.end_line, "column": place.end_column},
            },
        },
    }
