"""Hiding a link never makes a file look better."""

import json
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from tests.property.dossiers import dossiers

from claimaudit import audit, load
from claimaudit.finding import Finding

Record = dict[str, Any]

WARNED = frozenset({"CA102", "CA103", "CA104"})
STILL = WARNED | {"CA101", "CA107", "CA109", "CA202"}
"""What may speak instead: nothing is left, only premises are, what is left was retracted, or nobody says."""
ORIGINS_BY_DEFAULT = frozenset({"document", "statement", "interview"})


def findings(dossier: Record) -> tuple[Finding, ...]:
    with TemporaryDirectory() as folder:
        path = Path(folder, "dossier.yaml")
        path.write_text(json.dumps(dossier), encoding="utf-8")
        return audit(load(path), today=date(2026, 11, 24)).findings


def without_one_via(dossier: Record) -> Iterator[Record]:
    """Yield the dossier with each `via` left out in turn, where its source is then undeclared.

    Left aside is what the definition makes an origin by default (records, statements, and works known only because
    others credit them), and evidence whose source declares a basis or a via of its own: that is no hiding.
    """
    for index, source in enumerate(dossier.get("sources", [])):
        is_undeclared = source.get("kind") not in ORIGINS_BY_DEFAULT and source.get("read", True)
        if source.get("via") and source.get("basis") in (None, "derived") and is_undeclared:
            hidden = deepcopy(dossier)
            del hidden["sources"][index]["via"]
            hidden["sources"][index].pop("basis", None)
            yield hidden
    sources = {source["id"]: source for source in dossier.get("sources", [])}
    for index, claim in enumerate(dossier["claims"]):
        for number, piece in enumerate(claim.get("evidence", [])):
            if not isinstance(piece, dict) or not piece.get("via"):
                continue
            source = sources[piece["source"]]
            is_undeclared = source.get("kind") not in ORIGINS_BY_DEFAULT and source.get("read", True)
            if piece.get("basis") in (None, "derived") and is_undeclared:
                if "basis" in source or source.get("via"):
                    continue
                hidden = deepcopy(dossier)
                del hidden["claims"][index]["evidence"][number]["via"]
                hidden["claims"][index]["evidence"][number].pop("basis", None)
                yield hidden


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(dossiers())
def test_leaving_out_a_via_never_frees_a_claim_of_its_warning(dossier: Record) -> None:
    warned = {finding.claim for finding in findings(dossier) if finding.code in WARNED}
    if not warned:
        return
    for hidden in without_one_via(dossier):
        loud = {
            finding.claim
            for finding in findings(hidden)
            if finding.code in STILL and finding.severity != "note"
        }
        assert warned <= loud
