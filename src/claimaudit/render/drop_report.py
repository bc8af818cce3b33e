"""The audit without some entries, before and after side by side, as a table or as JSON."""

from collections.abc import Sequence
from typing import Any

from claimaudit.render.columns import Column, render
from claimaudit.render.paper import Paper, said
from claimaudit.render.report_json import SCHEMA_VERSION, dumps
from claimaudit.render.states import state_value, state_words
from claimaudit.report import DropChange, DroppedEntry, DropReport
from claimaudit.text import counted

LEGEND = "before, after: independent origins, of how many outlets; else they are premises' or of both."
_WORST_FIRST = (
    "falls",
    "single origin",
    "weaker",
    "only argued",
    "no longer contested",
    "fewer outlets",
    "not certain",
)


def render_table(found: DropReport, *, width: int | None, color: bool) -> str:
    """Return what becomes of the claims: those that fall first, of one outcome in the order of the files."""
    paper = Paper(width, color=color)
    paper.print(said(found.summary))
    for entry in found.dropped:
        paper.print_hanging(
            ("- ", "  "), said(f"{entry.name}: {entry.kind} {entry.id}, {counted(entry.works, 'work')}")
        )
    if not found.changes:
        return paper.text()
    columns = (
        Column("claim", is_id=True),
        *(Column(heading, wraps=True) for heading in ("becomes", "before", "after")),
    )
    changes = sorted(found.changes, key=lambda change: _WORST_FIRST.index(change.outcome))
    table = render(columns, [_row(change) for change in changes], width=width, color=color)
    legend = Paper(width, color=color)
    legend.print(said(LEGEND))
    return f"{paper.text()}\n{table}\n{legend.text()}"


def _row(change: DropChange) -> Sequence[str]:
    return change.id, change.outcome, state_words(change.before), state_words(change.after)


def render_json(found: DropReport) -> str:
    """Return the same as JSON, the changes in the order of the files."""
    return dumps(
        {
            "schema_version": SCHEMA_VERSION,
            "dropped": [_entry_value(entry) for entry in found.dropped],
            "summary": {"claims": found.claims, "touched": found.touched, "text": found.summary},
            "changes": [_change_value(change) for change in found.changes],
        }
    )


def _entry_value(entry: DroppedEntry) -> dict[str, Any]:
    return {"kind": entry.kind, "id": entry.id, "name": entry.name, "works": entry.works}


def _change_value(change: DropChange) -> dict[str, Any]:
    return {
        "id": change.id,
        "outcome": change.outcome,
        "before": state_value(change.before),
        "after": state_value(change.after),
    }
