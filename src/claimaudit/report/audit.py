"""The audit as plain values: claims with their counts, sources, outlets, the summary."""

from dataclasses import dataclass
from typing import NamedTuple

from claimaudit.finding import Finding
from claimaudit.location import Location


class Witness(NamedTuple):
    """One member of a witness set: what it is, its id, and how a sentence names it."""

    kind: str
    id: str
    name: str


class Origins(NamedTuple):
    """Independent origins at one level. `shown` is the range as a person reads it: "1", "1-3", "5+"."""

    low: int
    high: int
    low_witness: tuple[Witness, ...]
    high_witness: tuple[Witness, ...]
    low_exact: bool
    high_exact: bool
    unique: bool
    shown: str


class SideReport(NamedTuple):
    """What supports or contradicts a claim. `outlets` and `origins` are ids, of its own counted evidence."""

    outlets: tuple[str, ...]
    origins: tuple[str, ...]
    outlet: Origins
    owner: Origins
    owners_declared: int
    informant: Origins


class Merge(NamedTuple):
    """Why a source is no origin of its own: the source ids from it to an origin, and the sentence."""

    reason: str
    path: tuple[str, ...]
    text: str


class LeftOut(NamedTuple):
    """Evidence that does not count, and why."""

    source: str
    reason: str


class ClaimReport(NamedTuple):
    """One claim with all that was counted on it.

    `meaning` is the verdict as a sentence, `why` says in a phrase why fewer origins are independent than outlets
    carry it, if so; `premises` are alternative sets of claim ids; `is_checked` is False where an error in the input
    touches the claim, so that its counts may be wrong.
    """

    id: str
    text: str
    section: str | None
    status: str
    tags: tuple[str, ...]
    locator: str | None
    verdict: str
    contested: bool
    meaning: str
    why: str
    support: SideReport
    against: SideReport
    merges: tuple[Merge, ...]
    not_counted: tuple[LeftOut, ...]
    premises: tuple[tuple[str, ...], ...]
    is_speculative: bool
    is_secret_annex: bool
    is_checked: bool
    location: Location


class SourceReport(NamedTuple):
    """One source: how it knows what it says (`basis`), whom it repeats, and the claims that lead to it."""

    id: str
    outlet: str | None
    title: str | None
    basis: str
    via: tuple[str, ...]
    status: str
    read: bool
    published: str | None
    claims: tuple[str, ...]
    location: Location


class OutletReport(NamedTuple):
    """One outlet: its works, the claims they lead to, and the claims that would fall if it were wrong."""

    id: str
    name: str
    kind: str | None
    owner: str | None
    sources: tuple[str, ...]
    claims: tuple[str, ...]
    bears: tuple[str, ...]
    location: Location


class Step(NamedTuple):
    """Something worth doing first: what, and which claims it would help."""

    action: str
    claims: tuple[str, ...]


class Summary(NamedTuple):
    """The counts of a report.

    `findings` by severity leave out what is waived. `waived` counts what was `known` before too; `gone` is what a
    baseline holds and no longer occurs.
    """

    claims: int
    by_verdict: dict[str, int]
    findings: dict[str, int]
    waived: int
    unchecked: int
    sources: int
    outlets: int
    known: int = 0
    gone: int = 0


class RuleReport(NamedTuple):
    """What is told of a rule: its severity, the version that brought it, and its page in Markdown.

    The severity is the rule's usual one; in a `Report` the house's, where it chose another.
    """

    code: str
    name: str
    severity: str
    since: str
    title: str
    page: str


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check tells: the counts, the findings and who found them.

    Findings are by place, the waived ones included, each with a fingerprint of its own; `rules` are those that spoke,
    by code.
    """

    summary: Summary
    findings: tuple[Finding, ...]
    rules: tuple[RuleReport, ...] = ()

    @property
    def is_unreadable(self) -> bool:
        """Whether something in the input could not be read or resolved: never a pass."""
        return any(finding.code in INPUT_RULES for finding in self.findings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(CheckReport):
    """An audit: what a check tells, and all that was counted.

    `statement` is the source summary statement, a sentence each; `steps` what to do first; claims are in the order
    of the files.
    """

    statement: tuple[str, ...]
    steps: tuple[Step, ...]
    claims: tuple[ClaimReport, ...]


INPUT_RULES = frozenset({"CA001", "CA002", "CA003", "CA004"})
"""What cannot be waived, ignored or baselined: the input itself is at fault."""
