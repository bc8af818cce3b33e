"""All findings of a report as JSON, one a line: the same objects as in the JSON of the report."""

from claimaudit.render.report_json import dumps_line, finding_value
from claimaudit.report import CheckReport


def render(report: CheckReport) -> str:
    """Return a line for each finding, the waived ones included; nothing where there are none."""
    return "".join(dumps_line(finding_value(finding)) for finding in report.findings)
