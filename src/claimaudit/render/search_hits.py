"""Answers of a search, best first, as a table or as JSON."""

from collections.abc import Sequence

from claimaudit.render.columns import Column, render
from claimaudit.render.report_json import SCHEMA_VERSION, dumps, place_value
from claimaudit.report import Hit


def render_table(hits: Sequence[Hit], *, width: int | None, color: bool) -> str:
    """Return the answers as a table."""
    columns = (Column("kind"), Column("id", is_id=True), Column("text", is_text=True))
    return render(columns, [(hit.kind, hit.id, hit.text) for hit in hits], width=width, color=color)


def render_json(hits: Sequence[Hit]) -> str:
    """Return the answers as JSON."""
    values = [
        {
            "kind": hit.kind,
            "id": hit.id,
            "text": hit.text,
            "score": round(hit.score, 1),
            "location": place_value(hit.location),
        }
        for hit in hits
    ]
    return dumps({"schema_version": SCHEMA_VERSION, "hits": values})
