"""Findings as workflow commands: annotations that GitHub shows beside the lines of a pull request."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from claimaudit.finding import Finding, Severity
from claimaudit.render.checkout import Checkout
from claimaudit.render.findings_text import closing_line, message_of, render_line
from claimaudit.report import CheckReport
from claimaudit.text import counted, listed, one_line, uncommanded, visible

ANNOTATIONS = 10
"""Annotations of a kind that GitHub shows for a step; it shows 50 for a job."""

_KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(report: CheckReport, findings: Sequence[Finding], checkout: Checkout) -> str:
    """Return the worst findings as annotations, the others as lines of the log, and a closing line of counts."""
    ranked = sorted(findings, key=lambda finding: finding.severity.rank)
    kinds = [list(group) for _, group in groupby(ranked, key=lambda finding: finding.severity)]
    annotated = [finding for kind in kinds for finding in kind[:ANNOTATIONS]]
    plain = [finding for kind in kinds for finding in kind[ANNOTATIONS:]]
    return "".join(
        [
            *(_command(finding, checkout) for finding in annotated),
            *(render_line(finding) for finding in plain),
            _remark(plain),
            closing_line(report, findings),
        ]
    )


def _remark(plain: Sequence[Finding]) -> str:
    if not plain:
        return ""
    numbers = Counter(finding.severity for finding in plain)
    what = listed([counted(number, severity.value) for severity, number in numbers.items()])
    are = "is" if len(plain) == 1 else "are"
    return f"{what} {are} listed and not annotated: GitHub shows {ANNOTATIONS} annotations of a kind for a step\n"


def _command(finding: Finding, checkout: Checkout) -> str:
    place = finding.location
    properties = {
        "title": f"{finding.code} {finding.name}",
        "file": visible(checkout.path(place.path)),
        "line": str(place.line),
        "endLine": str(place.end_line),
    }
    if place.line == place.end_line:  # the runner takes columns within one line only
        properties |= {"col": str(place.column), "endColumn": str(max(place.column, place.end_column))}
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_KINDS[finding.severity]} {written}::{_data(_message(finding))}\n"


def _message(finding: Finding) -> str:
    mend = f"\nhelp: {one_line(finding.help)}" if finding.help.strip() else ""
    return f"{one_line(message_of(finding))}{mend}"


def _data(text: str) -> str:
    shown = uncommanded(visible(text))  # the log shows it line by line
    return shown.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
