"""What carries the most, a row each, as a table, as JSON or as CSV for a spreadsheet."""

import csv
from collections.abc import Sequence
from io import StringIO

from claimaudit.render.columns import Column, render
from claimaudit.render.paper import Paper, said
from claimaudit.render.report_json import SCHEMA_VERSION, dumps
from claimaudit.report import RankRow
from claimaudit.text import counted, inert, one_line, uncommanded, visible

ROOMY = 100
"""Columns from which sources are named beside their ids."""
LEGEND = (
    "claims: how many lead to it. witness: of how many it is among the fewest that would all have to be wrong. "
    "alone: how many fall if it alone is wrong."
)
COLUMNS = ("kind", "id", "name", "works", "claims", "witness_sets", "falls_alone", "falling_claims")


def render_table(
    what: str, rows: Sequence[RankRow], remarks: Sequence[str] = (), *, width: int | None, color: bool
) -> str:
    """Return those that a claim leads to, what carries the most first; the others are counted.

    Of sources every row is one work, and in few columns the id alone names it.
    """
    bearing = [row for row in rows if row.claims]
    are_sources = what == "sources"
    is_named = not are_sources or width is None or width >= ROOMY
    columns = [
        Column("id", is_id=True),
        *([Column("name", wraps=True)] if is_named else []),
        *([] if are_sources else [Column("works", is_number=True)]),
        *(Column(heading, is_number=True) for heading in ("claims", "witness", "alone")),
    ]
    cells = [
        (
            row.id,
            *([row.name] if is_named else []),
            *([] if are_sources else [str(row.works)]),
            *map(str, (len(row.claims), len(row.witness_of), len(row.falls))),
        )
        for row in bearing
    ]
    paper = Paper(width, color=color)
    if bearing:
        paper.blank()
        paper.print(said(LEGEND, "dim"))
    idle = len(rows) - len(bearing)
    if idle:
        paper.print(said(f"{counted(idle, what.removesuffix('s'))} that no claim leads to: not listed."))
    if not rows:
        paper.print(said(f"There are no {what}{' with an id' if what == 'informants' else ''}."))
    for remark in remarks:
        paper.print(said(remark))
    table = render(columns, cells, width=width, color=color) if bearing else ""
    return f"{table}{paper.text()}"


def render_json(what: str, rows: Sequence[RankRow]) -> str:
    """Return all of them as JSON, with the ids of the claims."""
    values = [
        {
            "kind": row.kind,
            "id": row.id,
            "name": row.name,
            "works": row.works,
            "claims": list(row.claims),
            "witness_of": list(row.witness_of),
            "falls_alone": list(row.falls),
        }
        for row in rows
    ]
    return dumps({"schema_version": SCHEMA_VERSION, "ranked": what, "entries": values})


def render_csv(rows: Sequence[RankRow]) -> str:
    """Return all of them as CSV; no cell can run as a formula."""
    buffer = StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows:
        numbers = (row.works, len(row.claims), len(row.witness_of), len(row.falls))
        words = (row.kind, row.id, row.name)
        writer.writerow((*map(_cell, words), *numbers, _cell(" ".join(row.falls))))
    return buffer.getvalue()


def _cell(text: str) -> str:
    return inert(uncommanded(visible(one_line(text))))
