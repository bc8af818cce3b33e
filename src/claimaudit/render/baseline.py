"""A baseline as a file: the findings that are known, one a line, so that versions of it compare well."""

from collections.abc import Iterable
from typing import Any

from claimaudit.finding import BASELINE_VERSION, KnownFinding
from claimaudit.render.report_json import dumps_line


def render(findings: Iterable[KnownFinding]) -> str:
    """Return the baseline as JSON, in an order that neither the files nor the places of the findings change."""
    lines = [f"    {dumps_line(_value(finding)).rstrip()}" for finding in sorted(findings, key=_order)]
    listed = ",\n".join(lines)
    body = f"[\n{listed}\n  ]" if lines else "[]"
    return f'{{\n  "version": {BASELINE_VERSION},\n  "findings": {body}\n}}\n'


def _order(finding: KnownFinding) -> tuple[object, ...]:
    return finding.code, finding.claim or "", finding.source or "", finding.fingerprint, finding.severity.rank


def _value(finding: KnownFinding) -> dict[str, Any]:
    return {
        "fingerprint": finding.fingerprint,
        "code": finding.code,
        "severity": finding.severity.value,
        "claim": finding.claim,
        "source": finding.source,
        "message": finding.message,
    }
