"""The result of an audit as plain values: all that a renderer knows.

Every count and every sentence in here was made by `provenance`; nothing here computes one.
"""

from dataclasses import dataclass
from typing import Literal

from claimaudit.finding import Finding
from claimaudit.location import Location


@dataclass(frozen=True, slots=True)
class Witness:
    """One member of a witness set: what it is, its id, and how a sentence names it."""

    kind: str
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Origins:
    """Independent origins at one level. `shown` is the range as a person reads it: "1", "1-3", "5+"."""

    low: int
    high: int
    low_witness: tuple[Witness, ...]
    high_witness: tuple[Witness, ...]
    low_exact: bool
    high_exact: bool
    unique: bool
    shown: str


@dataclass(frozen=True, slots=True)
class SideReport:
    """What supports or contradicts a claim. `outlets` and `origins` are ids, of its own counted evidence."""

    outlets: tuple[str, ...]
    origins: tuple[str, ...]
    outlet: Origins
    owner: Origins
    owners_declared: int
    informant: Origins


@dataclass(frozen=True, slots=True)
class Merge:
    """Why a source is no origin of its own: the source ids from it to an origin, and the sentence."""

    reason: str
    path: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Evidence that does not count, and why."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class ClaimReport:
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


@dataclass(frozen=True, slots=True)
class SourceReport:
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


@dataclass(frozen=True, slots=True)
class OutletReport:
    """One outlet: its works, the claims they lead to, and the claims that would fall if it were wrong."""

    id: str
    name: str
    kind: str | None
    owner: str | None
    sources: tuple[str, ...]
    claims: tuple[str, ...]
    bears: tuple[str, ...]
    location: Location


@dataclass(frozen=True, slots=True)
class Step:
    """Something worth doing first: what, and which claims it would help."""

    action: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """The counts of a report. `findings` by severity leave out what is waived."""

    claims: int
    by_verdict: dict[str, int]
    findings: dict[str, int]
    waived: int
    unchecked: int
    sources: int
    outlets: int


@dataclass(frozen=True, slots=True)
class Report:
    """An audit.

    `statement` is the source summary statement, a sentence each; `steps` what to do first; claims, sources and
    outlets are in the order of the files, findings by place, the waived ones included.
    """

    summary: Summary
    statement: tuple[str, ...]
    steps: tuple[Step, ...]
    claims: tuple[ClaimReport, ...]
    findings: tuple[Finding, ...]

    @property
    def is_unreadable(self) -> bool:
        """Whether something in the input could not be read or resolved: never a pass."""
        return any(finding.code in INPUT_RULES for finding in self.findings)


INPUT_RULES = frozenset({"CA001", "CA002", "CA003", "CA004"})
"""What cannot be waived, ignored or baselined: the input itself is at fault."""


# --- cards ----------------------------------------------------------------------------------------------

CardKind = Literal["claim", "source", "outlet", "informant", "owner"]


@dataclass(frozen=True, slots=True)
class TreeRow:
    """One row of a tree: how deep it hangs, what it says, and a remark on how it ends.

    `is_last` says for each depth up to its own whether it is the last of its siblings there.
    """

    is_last: tuple[bool, ...]
    text: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """One claim, explained: the tree under it on both sides, its premises, and what would lift it.

    `as_one` are sentences on what counts as one at some level; the tree shows whom each source repeats.
    """

    claim: ClaimReport
    tree: tuple[TreeRow, ...]
    against: tuple[TreeRow, ...]
    origins: tuple[tuple[str, str], ...]
    origins_against: tuple[tuple[str, str], ...]
    left_out: tuple[TreeRow, ...]
    premises: tuple[tuple[str, str], ...]
    as_one: tuple[str, ...]
    lifts: tuple[str, ...]
    findings: tuple[Finding, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class EntryCard:
    """One source, outlet, owner or informant: what is known of it, and the claims that rest on it.

    `facts` are (name, value) pairs; `claims` (id, verdict in brief) pairs of those that lead to it; `against`
    (id, text) pairs of those that it speaks against; `bears` the ids of those that would fall without it alone.
    """

    kind: CardKind
    id: str
    title: str
    facts: tuple[tuple[str, str], ...]
    tree: tuple[TreeRow, ...]
    claims: tuple[tuple[str, str], ...]
    against: tuple[tuple[str, str], ...]
    bears: tuple[str, ...]
    findings: tuple[Finding, ...]
    location: Location


Card = ClaimCard | EntryCard


# --- what if --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ClaimState:
    """How a claim stands, before or after: its verdict, and its counts at the outlet level."""

    verdict: str
    contested: bool
    outlets: int
    origins: Origins


@dataclass(frozen=True, slots=True)
class DroppedEntry:
    """What was supposed away: what it is, its id, how a sentence names it, and how many works go with it."""

    kind: CardKind
    id: str
    name: str
    works: int


@dataclass(frozen=True, slots=True)
class DropChange:
    """A claim that stands otherwise: how it stood, how it would stand, and what becomes of it in a few words."""

    id: str
    outcome: str
    before: ClaimState
    after: ClaimState


@dataclass(frozen=True, slots=True)
class DropReport:
    """The audit as it would be without some entries.

    `touched` is how many claims lead to them, on either side; `changes` are in the order of the files, `summary`
    says in a sentence what becomes of them.
    """

    dropped: tuple[DroppedEntry, ...]
    claims: int
    touched: int
    summary: str
    changes: tuple[DropChange, ...]


@dataclass(frozen=True, slots=True)
class RankRow:
    """How much rests on one entry.

    `claims` lead to it, `witness_of` are those of which one of the smallest witness sets holds it, `falls` those
    that fall without it alone; `works` is how many sources it stands for.
    """

    kind: CardKind
    id: str
    name: str
    works: int
    claims: tuple[str, ...]
    witness_of: tuple[str, ...]
    falls: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer of a search: a kind, an id, the text that matched, and how alike it is (0 to 100)."""

    kind: CardKind
    id: str
    text: str
    score: float
    location: Location
