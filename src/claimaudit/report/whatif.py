"""What-ifs as plain values: the audit without some entries, and what carries the most."""

from dataclasses import dataclass

from claimaudit.report.audit import Origins
from claimaudit.report.cards import CardKind


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
