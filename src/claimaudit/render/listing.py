"""Claims, sources or outlets, a row each, as a table or as JSON."""

from collections.abc import Sequence
from typing import Any

from claimaudit.render.columns import Column, render
from claimaudit.render.report_json import SCHEMA_VERSION, claim_value, dumps, place_value
from claimaudit.report import ClaimReport, OutletReport, SourceReport
from claimaudit.text import listed


def claims_table(claims: Sequence[ClaimReport], *, width: int | None, color: bool) -> str:
    """Return the claims as a table."""
    columns = (
        Column("id", is_id=True),
        Column("verdict"),
        Column("outlets", is_number=True),
        Column("origins", is_number=True),
        Column("text", is_text=True),
    )
    rows = [
        (claim.id, claim.verdict, str(len(claim.support.outlets)), claim.support.outlet.shown, claim.text)
        for claim in claims
    ]
    return render(columns, rows, width=width, color=color)


def sources_table(sources: Sequence[SourceReport], *, width: int | None, color: bool) -> str:
    """Return the sources as a table."""
    columns = (
        Column("id", is_id=True),
        Column("basis"),
        Column("claims", is_number=True),
        Column("outlet"),
        Column("repeats", wraps=True),
    )
    rows = [
        (source.id, source.basis, str(len(source.claims)), source.outlet or "", listed(list(source.via)))
        for source in sources
    ]
    return render(columns, rows, width=width, color=color)


def outlets_table(outlets: Sequence[OutletReport], *, width: int | None, color: bool) -> str:
    """Return the outlets as a table."""
    columns = (
        Column("id", is_id=True),
        Column("name", wraps=True),
        Column("kind", wraps=True),
        Column("works", is_number=True),
        Column("claims", is_number=True),
        Column("fall alone", is_number=True),
    )
    rows = [
        (
            outlet.id,
            outlet.name,
            outlet.kind or "",
            str(len(outlet.sources)),
            str(len(outlet.claims)),
            str(len(outlet.bears)),
        )
        for outlet in outlets
    ]
    return render(columns, rows, width=width, color=color)


def claims_json(claims: Sequence[ClaimReport]) -> str:
    """Return the claims as JSON, as in a report."""
    return dumps({"schema_version": SCHEMA_VERSION, "claims": [claim_value(claim) for claim in claims]})


def sources_json(sources: Sequence[SourceReport]) -> str:
    """Return the sources as JSON."""
    return dumps({"schema_version": SCHEMA_VERSION, "sources": [_source_value(source) for source in sources]})


def outlets_json(outlets: Sequence[OutletReport]) -> str:
    """Return the outlets as JSON."""
    return dumps({"schema_version": SCHEMA_VERSION, "outlets": [_outlet_value(outlet) for outlet in outlets]})


def _source_value(source: SourceReport) -> dict[str, Any]:
    return {
        "id": source.id,
        "outlet": source.outlet,
        "title": source.title,
        "published": source.published,
        "basis": source.basis,
        "via": list(source.via),
        "status": source.status,
        "read": source.read,
        "claims": list(source.claims),
        "location": place_value(source.location),
    }


def _outlet_value(outlet: OutletReport) -> dict[str, Any]:
    return {
        "id": outlet.id,
        "name": outlet.name,
        "kind": outlet.kind,
        "owner": outlet.owner,
        "sources": list(outlet.sources),
        "claims": list(outlet.claims),
        "falls_alone": list(outlet.bears),
        "location": place_value(outlet.location),
    }
