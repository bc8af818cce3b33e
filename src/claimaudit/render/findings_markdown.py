"""Findings as Markdown for the summary of a job: counts and a table, the worst first."""

from collections.abc import Sequence

from claimaudit.finding import Finding
from claimaudit.render.findings_text import closing_line, message_of
from claimaudit.render.markdown import escaped, fitting
from claimaudit.report import CheckReport
from claimaudit.text import counted

MAX_BYTES = 1024 * 1024
"""What GitHub takes as the summary of a step; of a longer one it shows nothing."""

_HEAD = "| Severity | Rule | Claim | Finding | Place |\n| --- | --- | --- | --- | --- |\n"


def render(report: CheckReport, findings: Sequence[Finding]) -> str:
    """Return the counts and as many findings, the worst first, as fit in a summary."""
    ranked = sorted(findings, key=lambda finding: finding.severity.rank)
    counts = f"### claimaudit\n\n{closing_line(report, findings)}"
    if not ranked:
        return counts
    room = MAX_BYTES - len(counts.encode()) - len(_HEAD) - 200
    rows, missing = fitting(map(_row, ranked), room)
    return f"{counts}\n{_HEAD}{''.join(rows)}{_remark(missing)}"


def _remark(missing: int) -> str:
    if not missing:
        return ""
    are = "is" if missing == 1 else "are"
    return f"\n{counted(missing, 'more finding')} {are} not shown here: a summary holds at most 1 MiB.\n"


def _row(finding: Finding) -> str:
    mend = f"<br>*help:* {escaped(finding.help)}" if finding.help.strip() else ""
    cells = (
        finding.severity.value,
        escaped(f"{finding.code} {finding.name}"),
        escaped(finding.claim or ""),
        f"{escaped(_message(finding))}{mend}",
        escaped(str(finding.location)),
    )
    return f"| {' | '.join(cells)} |\n"


def _message(finding: Finding) -> str:
    """Return the message; a claim has a column of its own."""
    return finding.message if finding.claim else message_of(finding)
