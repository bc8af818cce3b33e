"""Examples of the values of the report, for its JSON Schema: of the story that `claimaudit init` writes.

The type checker holds them to the shape, and a test to what is printed of that story.
"""

from collections.abc import Mapping
from typing import Any

from claimaudit.render.report_shape import (
    ClaimCardValue,
    ClaimValue,
    EntryCardValue,
    FindingValue,
    LeftOutValue,
    LevelsValue,
    MergeValue,
    OriginsValue,
    OwnerOriginsValue,
    PlaceValue,
    RelatedValue,
    ReportValue,
    SideValue,
    SpanValue,
    SummaryValue,
    WaivedValue,
    WitnessValue,
)

_PLACE: PlaceValue = {"path": "data/claims.yaml", "line": 7, "column": 9}
_SPAN: SpanValue = {**_PLACE, "end_line": 7, "end_column": 29}
_RELATED: RelatedValue = {
    "message": "Valley News <- River Gazette",
    "location": {"path": "data/claims.yaml", "line": 12, "column": 36, "end_line": 12, "end_column": 53},
}
_WAIVED: WaivedValue = {"by": "A. Editor", "reason": "the reporter was there", "until": "2026-12-31"}
_FINDING: FindingValue = {
    "code": "CA104",
    "name": "false-corroboration",
    "severity": "warning",
    "message": (
        "2 outlets, 1 independent origin: falls if River Gazette is wrong (Valley News <- River Gazette)"
    ),
    "claim": "bridge-closes-in-may",
    "source": None,
    "location": _SPAN,
    "related": [_RELATED],
    "waived": None,
    "fingerprint": "e7c8f14357ea6be7",
}

_WITNESS: WitnessValue = {"kind": "outlet", "id": "river-gazette"}
_ONE: OriginsValue = {
    "low": 1,
    "high": 1,
    "low_witness": [_WITNESS],
    "high_witness": [_WITNESS],
    "low_exact": True,
    "high_exact": True,
    "unique": True,
}
_NONE: OriginsValue = {**_ONE, "low": 0, "high": 0, "low_witness": [], "high_witness": []}
_ONE_BY_OWNERS: OwnerOriginsValue = {**_ONE, "owners_declared": 0}
_LEVELS: LevelsValue = {"outlet": _ONE, "owner": _ONE_BY_OWNERS, "informant": _ONE}
_NOTHING_AGAINST: SideValue = {
    "outlets": [],
    "origins": [],
    "independent": {"outlet": _NONE, "owner": {**_NONE, "owners_declared": 0}, "informant": _NONE},
}
_MERGE: MergeValue = {
    "reason": "via",
    "path": ["valley-2025-03-05", "gazette-2025-03-04"],
    "text": "Valley News <- River Gazette",
}
_LEFT_OUT: LeftOutValue = {"source": "gazette-2024-05-02", "reason": "off-subject"}
_CLAIM: ClaimValue = {
    "id": "bridge-closes-in-may",
    "text": "The old bridge will be closed for repairs in May.",
    "section": "The plan",
    "status": "reported",
    "tags": [],
    "verdict": "single origin",
    "contested": False,
    "outlets": ["river-gazette", "valley-news"],
    "origins": ["gazette-2025-03-04"],
    "independent": _LEVELS,
    "merges": [_MERGE],
    "not_counted": [],
    "against": _NOTHING_AGAINST,
    "premises": [],
    "location": _PLACE,
}
_SUMMARY: SummaryValue = {
    "claims": 1,
    "by_verdict": {"single origin": 1},
    "findings": {"error": 0, "warning": 1, "note": 0},
    "waived": 0,
}
_REPORT: ReportValue = {
    "schema_version": 1,
    "summary": _SUMMARY,
    "claims": [_CLAIM],
    "findings": [_FINDING],
}
_CLAIM_CARD: ClaimCardValue = {**_CLAIM, "findings": [_FINDING]}
_ENTRY_CARD: EntryCardValue = {
    "kind": "outlet",
    "id": "river-gazette",
    "title": "River Gazette",
    "facts": {"owner": "not declared", "works": "1 source: gazette-2025-03-04"},
    "claims": ["bridge-closes-in-may"],
    "against": [],
    "falls_alone": ["bridge-closes-in-may"],
    "location": {"path": "data/sources.yaml", "line": 7, "column": 13},
    "findings": [],
}

EXAMPLES: Mapping[type, Any] = {
    PlaceValue: _PLACE,
    SpanValue: _SPAN,
    WitnessValue: _WITNESS,
    OriginsValue: _ONE,
    OwnerOriginsValue: _ONE_BY_OWNERS,
    LevelsValue: _LEVELS,
    MergeValue: _MERGE,
    LeftOutValue: _LEFT_OUT,
    SideValue: _NOTHING_AGAINST,
    ClaimValue: _CLAIM,
    RelatedValue: _RELATED,
    WaivedValue: _WAIVED,
    FindingValue: _FINDING,
    SummaryValue: _SUMMARY,
    ReportValue: _REPORT,
    ClaimCardValue: _CLAIM_CARD,
    EntryCardValue: _ENTRY_CARD,
}
"""By type one value of it, whole."""
