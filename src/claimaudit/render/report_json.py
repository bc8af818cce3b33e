"""The report as JSON, version 1. Keys never depend on options; places count from 1."""

import json
from typing import Any

from claimaudit.finding import Finding
from claimaudit.location import Location
from claimaudit.render.report_shape import (
    ClaimValue,
    FindingValue,
    LevelsValue,
    OriginsValue,
    PlaceValue,
    ReportValue,
    SpanValue,
    SummaryValue,
    WitnessValue,
)
from claimaudit.report import ClaimReport, Origins, Report, SideReport, Summary, Witness
from claimaudit.text import UNSEEN, uncommanded

SCHEMA_VERSION = 1


def render(report: Report, claims: tuple[ClaimReport, ...] | None = None) -> str:
    """Return the report as JSON, all of its claims or those given."""
    value: ReportValue = {
        "schema_version": SCHEMA_VERSION,
        "summary": _summary(report.summary),
        "claims": [claim_value(claim) for claim in (report.claims if claims is None else claims)],
        "findings": [finding_value(finding) for finding in report.findings],
    }
    return dumps(value)


def dumps(value: Any) -> str:
    """Return a value as JSON text with a line end; what cannot be seen in it, or is a command, is escaped."""
    return f"{_escaped(json.dumps(value, ensure_ascii=False, indent=2))}\n"


def dumps_line(value: Any) -> str:
    """Return a value as one line of JSON with its line end, escaped alike."""
    return f"{_escaped(json.dumps(value, ensure_ascii=False))}\n"


def _escaped(text: str) -> str:
    seen = UNSEEN.sub(lambda found: json.dumps(found[0])[1:-1], text)
    return uncommanded(seen, lambda character: f"\\u{ord(character):04x}")


def _summary(summary: Summary) -> SummaryValue:
    return {
        "claims": summary.claims,
        "by_verdict": summary.by_verdict,
        "findings": summary.findings,
        "waived": summary.waived,
    }


def claim_value(claim: ClaimReport) -> ClaimValue:
    """Return one claim as a JSON value."""
    return {
        "id": claim.id,
        "text": claim.text,
        "section": claim.section,
        "status": claim.status,
        "tags": list(claim.tags),
        "verdict": claim.verdict,
        "contested": claim.contested,
        "outlets": list(claim.support.outlets),
        "origins": list(claim.support.origins),
        "independent": _levels(claim.support),
        "merges": [
            {"reason": merge.reason, "path": list(merge.path), "text": merge.text} for merge in claim.merges
        ],
        "not_counted": [{"source": piece.source, "reason": piece.reason} for piece in claim.not_counted],
        "against": {
            "outlets": list(claim.against.outlets),
            "origins": list(claim.against.origins),
            "independent": _levels(claim.against),
        },
        "premises": [list(members) for members in claim.premises],
        "location": place_value(claim.location),
    }


def _levels(side: SideReport) -> LevelsValue:
    return {
        "outlet": origins_value(side.outlet),
        "owner": {**origins_value(side.owner), "owners_declared": side.owners_declared},
        "informant": origins_value(side.informant),
    }


def origins_value(origins: Origins) -> OriginsValue:
    """Return a range at one level as a JSON value."""
    return {
        "low": origins.low,
        "high": origins.high,
        "low_witness": [_witness(member) for member in origins.low_witness],
        "high_witness": [_witness(member) for member in origins.high_witness],
        "low_exact": origins.low_exact,
        "high_exact": origins.high_exact,
        "unique": origins.unique,
    }


def _witness(witness: Witness) -> WitnessValue:
    return {"kind": witness.kind, "id": witness.id}


def finding_value(finding: Finding) -> FindingValue:
    """Return one finding as a JSON value."""
    waived = finding.waived
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "claim": finding.claim,
        "source": finding.source,
        "location": _span(finding.location),
        "related": [
            {"message": related.message, "location": _span(related.location)} for related in finding.related
        ],
        "waived": {"by": waived.by, "reason": waived.reason, "until": waived.until} if waived else None,
        "fingerprint": finding.fingerprint,
    }


def place_value(location: Location) -> PlaceValue:
    """Return where something starts as a JSON value."""
    return {"path": location.path, "line": location.line, "column": location.column}


def _span(location: Location) -> SpanValue:
    return {**place_value(location), "end_line": location.end_line, "end_column": location.end_column}
