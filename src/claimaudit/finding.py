"""What an audit found, as plain values. Knows nothing of how it was found or how it is shown."""

from enum import StrEnum
from typing import NamedTuple

from claimaudit.location import Location


class Severity(StrEnum):
    """How much a finding asks of the reader. Compare by `rank`."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for errors, 1 for warnings, 2 for notes: the worst first."""
        return _RANKS[self]


_RANKS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


class Related(NamedTuple):
    """Another place that a finding is about, and what stands there."""

    message: str
    location: Location


class Waived(NamedTuple):
    """The decision that hides a finding from the exit code: who took it, why, and until when (ISO date).

    `is_known`: nobody took one, the finding was there before.
    """

    by: str
    reason: str
    until: str | None = None
    is_known: bool = False


class Finding(NamedTuple):
    """One finding of one rule at one place.

    `claim` and `source` are the ids it is about, if any. `fingerprint` stays the same while code and subject
    do, wherever the lines move. `excerpt` is the line of the file at `location`; `help` says how to mend it.
    """

    code: str
    name: str
    severity: Severity
    message: str
    location: Location
    claim: str | None = None
    source: str | None = None
    help: str = ""
    related: tuple[Related, ...] = ()
    waived: Waived | None = None
    fingerprint: str = ""
    excerpt: str = ""


BASELINE_VERSION = 1
"""Of the file that known findings are kept in."""


class KnownFinding(NamedTuple):
    """A finding as it is remembered from an earlier audit: what tells it from others, and how grave it was."""

    fingerprint: str
    code: str
    severity: Severity
    claim: str | None = None
    source: str | None = None
    message: str = ""

    @classmethod
    def of(cls, finding: Finding) -> "KnownFinding":
        """Return a finding as a later audit remembers it."""
        return cls(
            finding.fingerprint,
            finding.code,
            finding.severity,
            finding.claim,
            finding.source,
            finding.message,
        )
