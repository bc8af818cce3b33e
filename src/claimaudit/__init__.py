"""Shows what each claim of a text really rests on, before it is published.

`audit(load("data"))` is all that a notebook needs.
"""

TYPE_CHECKING = False  # `typing` takes longer to import than a card takes that was made before
if TYPE_CHECKING:
    from typing import Any

    from claimaudit.auditing import audit
    from claimaudit.errors import ClaimauditError
    from claimaudit.finding import Finding, Severity
    from claimaudit.loading import load
    from claimaudit.model import Claim, Dossier, Source
    from claimaudit.report import Report

__version__ = "0.1.0"

__all__ = [
    "Claim",
    "ClaimauditError",
    "Dossier",
    "Finding",
    "Report",
    "Severity",
    "Source",
    "audit",
    "load",
]

_HOMES = {
    "audit": "auditing",
    "load": "loading",
    "Claim": "model",
    "Dossier": "model",
    "Source": "model",
    "Report": "report",
    "Finding": "finding",
    "Severity": "finding",
    "ClaimauditError": "errors",
}


def __getattr__(name: str) -> "Any":
    # Imported when asked for: `claimaudit --help` needs none of them (PEP 562).
    if name not in _HOMES:
        raise AttributeError(f"module 'claimaudit' has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415  only here

    return getattr(import_module(f"claimaudit.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
