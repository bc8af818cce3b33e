"""How a dossier is spread over files, and in which order they are read, changes no finding."""

import json
from collections import Counter
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.property.examples import one_in
from tests.property.test_changes import FLAGGED, full

from claimaudit.auditing import Audit
from claimaudit.finding import Finding
from claimaudit.loading import load

OF_SEVERAL = {"CA201", "CA503", "CA506"}
"""Told of whichever entry stands first or last: members of a circle, sources of one address,
names alike."""


def spread(dossier: dict[str, list[Any]], random: Random) -> list[dict[str, list[Any]]]:
    """Return one to four dossiers that hold all entries together, any of them in any."""
    parts: list[dict[str, list[Any]]] = [{} for _ in range(random.randint(1, 4))]
    for section, entries in dossier.items():
        for entry in entries:
            random.choice(parts).setdefault(section, []).append(entry)
    return [part for part in parts if part]


def findings_in(parts: list[dict[str, list[Any]]]) -> Counter[tuple[object, ...]]:
    with TemporaryDirectory() as folder:
        paths = [Path(folder, f"{number}.yaml") for number in range(len(parts))]
        for path, part in zip(paths, parts, strict=True):
            path.write_text(json.dumps(part), encoding="utf-8")
        dossier = load(*paths)
        assert dossier.faults == ()
        return Counter(map(_told, Audit(dossier, FLAGGED, date(2026, 11, 24)).found))


def _told(finding: Finding) -> tuple[object, ...]:
    """Return what a finding says, without its place."""
    what = (finding.code, finding.severity, finding.fingerprint, finding.waived is None)
    return what if finding.code in OF_SEVERAL else (*what, finding.claim, finding.source)


@settings(one_in(4), suppress_health_check=[HealthCheck.too_slow])
@given(full(), st.integers(0, 2**32))
def test_files_and_their_order_change_no_finding(dossier: dict[str, Any], seed: int) -> None:
    parts = spread(dossier, Random(seed))  # noqa: S311  no secret
    assert findings_in(parts) == findings_in([dossier])
    assert findings_in(parts[::-1]) == findings_in(parts)
