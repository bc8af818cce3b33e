"""What a user chooses about an audit. Plain values: reading a file of them is not its business."""

from dataclasses import dataclass

from claimaudit.finding import Severity


@dataclass(frozen=True, slots=True)
class FlaggedTag:
    """A tag, in any spelling, that the house wants to see, how much it asks of the reader, and why."""

    tag: str
    severity: Severity
    message: str


@dataclass(frozen=True, slots=True)
class Config:
    """Which rules speak, and what the house asks of its claims.

    `select` and `ignore` take codes, the start of codes, or names; `select` None means all, `ignore` wins over
    `select`, and the rules on unreadable input always speak. `minimum_origins` is how many independent origins
    a claim should have; no standard asks for more than two, the default.
    """

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    minimum_origins: int = 2
    flagged_tags: tuple[FlaggedTag, ...] = ()
