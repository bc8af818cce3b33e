"""Cards and answers of a search: one entry explained, as plain values."""

from typing import Literal, NamedTuple

from claimaudit.finding import Finding
from claimaudit.location import Location
from claimaudit.report.audit import ClaimReport

CardKind = Literal["claim", "source", "outlet", "informant", "owner"]


class TreeRow(NamedTuple):
    """One row of a tree: how deep it hangs, what it says, and a remark on how it ends.

    `is_last` says for each depth up to its own whether it is the last of its siblings there.
    """

    is_last: tuple[bool, ...]
    text: str
    remark: str = ""


class ClaimCard(NamedTuple):
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


class EntryCard(NamedTuple):
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
    remarks: tuple[str, ...] = ()
    """What the counts leave out."""


Card = ClaimCard | EntryCard


class Hit(NamedTuple):
    """One answer of a search: a kind, an id, the text that matched, and how alike it is (0 to 100)."""

    kind: CardKind
    id: str
    text: str
    score: float
    location: Location
