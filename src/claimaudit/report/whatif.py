"""What-ifs as plain values: the audit without some entries, and what carries the most."""

from typing import NamedTuple

from claimaudit.report.audit import Origins
from claimaudit.report.cards import CardKind


class ClaimState(NamedTuple):
    """How a claim stands, before or after: its verdict, and its counts at the outlet level."""

    verdict: str
    contested: bool
    outlets: int
    origins: Origins


class DroppedEntry(NamedTuple):
    """What was supposed away: what it is, its id, how a sentence names it, and how many works go with it."""

    kind: CardKind
    id: str
    name: str
    works: int


class DropChange(NamedTuple):
    """A claim that stands otherwise: how it stood, how it would stand, and what becomes of it in a few words."""

    id: str
    outcome: str
    before: ClaimState
    after: ClaimState


class DropReport(NamedTuple):
    """The audit as it would be without some entries.

    `touched` is how many claims lead to them, on either side; `changes` are in the order of the files, `summary`
    says in a sentence what becomes of them.
    """

    dropped: tuple[DroppedEntry, ...]
    claims: int
    touched: int
    summary: str
    changes: tuple[DropChange, ...]


class RankRow(NamedTuple):
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
