"""What is wrong with the input, as findings. Knows nothing of YAML or of the model."""

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from itertools import islice
from typing import NamedTuple

from claimaudit.finding import Finding, Related, Severity
from claimaudit.location import Location

LISTED_FAULTS = 1000
"""So many faults of a kind are listed; nobody mends more in one go, and a hostile file could hold millions."""


class InputRule(NamedTuple):
    """A rule on the input itself: it cannot be waived, ignored or baselined."""

    code: str
    name: str


UNREADABLE_FILE = InputRule("CA001", "unreadable-file")
INVALID_VALUE = InputRule("CA002", "invalid-value")
DUPLICATE_ID = InputRule("CA003", "duplicate-id")
DANGLING_REFERENCE = InputRule("CA004", "dangling-reference")


class UnreadableError(Exception):
    """Why a file cannot be read, at which line and column, and how to mend it."""

    def __init__(self, message: str, line: int = 1, column: int = 1, *, help: str = "") -> None:  # noqa: A002  SARIF's word
        super().__init__(message)
        self.message = message
        self.line = line
        self.column = column
        self.help = help

    def place_in(self, path: str) -> Location | None:
        """Return where in the file at `path` it is; None where it is about the file as a whole."""
        if (self.line, self.column) == (1, 1):
            return None
        return Location(path, self.line, self.column, self.line, self.column)


class Fault(NamedTuple):
    """One thing that is wrong with the input.

    `subject` tells it from others of the same rule in the same file, wherever lines move: a route or an id.
    """

    message: str
    location: Location
    subject: str
    help: str = ""
    related: tuple[Related, ...] = ()
    claim: str | None = None
    source: str | None = None
    excerpt: str = ""


class Faults:
    """All that was found wrong with the input so far."""

    def __init__(self) -> None:
        self._findings: list[Finding] = []
        self._subjects: Counter[str] = Counter()

    def add(self, rule: InputRule, fault: Fault) -> None:
        """Take note of one fault."""
        self._findings.append(
            Finding(
                code=rule.code,
                name=rule.name,
                severity=Severity.ERROR,
                message=fault.message,
                location=fault.location,
                claim=fault.claim,
                source=fault.source,
                help=fault.help,
                related=fault.related,
                fingerprint=self._fingerprint(rule, fault),
                excerpt=fault.excerpt,
            )
        )

    def add_unreadable(self, path: str, error: UnreadableError, excerpt: str = "") -> None:
        """Take note that the file at `path` cannot be read."""
        place = Location(path, error.line, error.column, error.line, error.column)
        self.add(UNREADABLE_FILE, Fault(error.message, place, "", help=error.help, excerpt=excerpt))

    def add_all(self, rule: InputRule, faults: Iterable[Fault]) -> None:
        """Take note of faults; where there are very many, of the first and of there being more."""
        remaining = iter(faults)
        for fault in islice(remaining, LISTED_FAULTS):
            self.add(rule, fault)
        for more in islice(remaining, 1):
            message = f"more than {LISTED_FAULTS} errors of this kind: this one and the others are not listed"
            self.add(rule, Fault(message, more.location, "more", help="mend those listed, then run again"))

    def has(self, rule: InputRule) -> bool:
        """Return whether there is a fault of that kind."""
        return any(found.code == rule.code for found in self._findings)

    def sorted(self) -> tuple[Finding, ...]:
        """Return all findings, by place."""
        return tuple(sorted(self._findings, key=lambda found: (found.location, found.code, found.message)))

    def _fingerprint(self, rule: InputRule, fault: Fault) -> str:
        subject = f"{rule.code}\x1f{fault.location.path}\x1f{fault.subject}"
        self._subjects[subject] += 1
        if self._subjects[subject] > 1:  # two entries without an id, say: the order tells them apart
            subject += f"\x1f{self._subjects[subject]}"
        return sha256(subject.encode("utf-8", "surrogatepass")).hexdigest()[:16]
