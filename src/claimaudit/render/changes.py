"""What became of the claims, as a table, as JSON or as Markdown for a comment on a pull request."""

from collections.abc import Iterator, Sequence
from typing import Any

from claimaudit.finding import Finding
from claimaudit.render import markdown
from claimaudit.render.columns import Column, render
from claimaudit.render.paper import Paper, said
from claimaudit.render.report_json import SCHEMA_VERSION, dumps, finding_value, place_value
from claimaudit.render.states import state_value, verdict_words
from claimaudit.report import ChangeReport, ClaimChange, Moment
from claimaudit.text import counted

HEADINGS = ("claim", "becomes", "before", "after", "why")
LEGEND = (
    "before, after: independent origins, of how many outlets (without that, they are premises' or of both), "
    "and the verdict."
)
WHY_WIDTH = 40
"""Columns that the reasons need; where a terminal does not leave as many, each claim has lines of its own."""
MARKDOWN_BYTES = 64_000
"""What Markdown takes at most: a comment on a pull request holds 65,536 characters, and GitHub refuses more."""


def render_table(found: ChangeReport, *, width: int | None, color: bool) -> str:
    """Return what became of the claims, the worst first."""
    paper = Paper(width, color=color)
    for line in (found.summary, *found.remarks):
        paper.print(said(line))
    if not found.changes:
        return paper.text()
    rows = [(change.id, *_cells(change)) for change in found.changes]
    if width is not None and width < _narrowest(rows):
        return _lines(found, paper)
    columns = [Column(heading, is_id=heading == "claim", is_text=heading == "why") for heading in HEADINGS]
    table, legend = render(columns, rows, width=width, color=color), Paper(width, color=color)
    legend.print(said(LEGEND))
    return f"{paper.text()}\n{table}\n{legend.text()}"


def _narrowest(rows: Sequence[Sequence[str]]) -> int:
    """Return the columns that a table needs: three stand between two cells."""
    widths = [max(map(len, cells)) for cells in zip(HEADINGS, *rows, strict=True)]
    return sum(widths[:-1]) + 3 * len(widths[:-1]) + WHY_WIDTH


def _lines(found: ChangeReport, paper: Paper) -> str:
    paper.blank()
    for change in found.changes:
        outcome, before, after, why = _cells(change)
        states = " -> ".join(state for state in (before, after) if state)
        paper.print_hanging(("", "    "), said(f"{change.id}: {outcome}; {states}"))
        if why:
            paper.print_hanging(("    ", "    "), said(why))
    paper.blank()
    paper.print(said(LEGEND))
    return paper.text()


def _cells(change: ClaimChange) -> tuple[str, str, str, str]:
    before, after = (verdict_words(state) if state else "" for state in (change.before, change.after))
    return change.outcome, before, after, "; ".join(_why(change))


def _why(change: ClaimChange) -> Iterator[str]:
    yield from change.why
    yield from dict.fromkeys(f"new {_rule(finding)}" for finding in change.new_findings)
    if change.outcome != "gone":
        yield from dict.fromkeys(f"no longer {_rule(finding)}" for finding in change.gone_findings)


def _rule(finding: Finding) -> str:
    return f"{finding.severity.value} {finding.code} {finding.name}"


def render_markdown(found: ChangeReport) -> str:
    """Return the same as Markdown; of very many claims the worst, with a line on how many are left out."""
    summary = f"**{markdown.escaped(found.summary)}**\n\n"
    remarks = "".join(f"- {markdown.escaped(remark)}\n" for remark in found.remarks)
    table = _markdown_table(found.changes, MARKDOWN_BYTES - len(f"{summary}{remarks}".encode()))
    return f"{summary}{table}{remarks}".rstrip("\n") + "\n"


def _markdown_table(changes: Sequence[ClaimChange], room: int) -> str:
    """Return as many rows, the worst first, as fit into `room` bytes, and how many are left out."""
    if not changes:
        return ""
    head = f"{_row(HEADINGS)}{_row(['---'] * len(HEADINGS))}"
    rows, missing = markdown.fitting(map(_change_row, changes), room - len(f"{head}{LEGEND}") - 100)
    return f"{head}{''.join(rows)}\n{LEGEND}\n\n{_left_out(missing)}"


def _left_out(missing: int) -> str:
    if not missing:
        return ""
    are = "is" if missing == 1 else "are"
    return f"- {counted(missing, 'more claim')} {are} left out here: a comment on a pull request takes no more.\n"


def _change_row(change: ClaimChange) -> str:
    return _row([markdown.code(change.id), *map(markdown.escaped, _cells(change))])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def render_json(found: ChangeReport) -> str:
    """Return the same as JSON, the worst first."""
    return dumps(
        {
            "schema_version": SCHEMA_VERSION,
            "before": {**_moment_value(found.before), "claims": found.claims_before},
            "after": {**_moment_value(found.after), "claims": found.claims_after},
            "summary": {"text": found.summary, "remarks": list(found.remarks)},
            "changes": [_change_value(change) for change in found.changes],
            "reworded": list(found.reworded),
        }
    )


def _moment_value(moment: Moment) -> dict[str, Any]:
    return {"revision": moment.revision, "commit": moment.commit}


def _change_value(change: ClaimChange) -> dict[str, Any]:
    return {
        "id": change.id,
        "text": change.text,
        "outcome": change.outcome,
        "before": state_value(change.before) if change.before else None,
        "after": state_value(change.after) if change.after else None,
        "why": list(change.why),
        "findings": {
            "new": [finding_value(finding) for finding in change.new_findings],
            "gone": [finding_value(finding) for finding in change.gone_findings],
        },
        "location": place_value(change.location) if change.location else None,
    }
