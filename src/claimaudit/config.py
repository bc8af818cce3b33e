"""What a user chooses about an audit. Plain values: reading a file of them is not its business."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Config:
    """Which rules speak: codes, the start of codes, or names.

    `select` None means all; `ignore` wins over `select`. The rules on unreadable input always speak.
    """

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
