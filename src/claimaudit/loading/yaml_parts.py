"""What YAML is read as, by whichever way: values, section by section and item by item."""

from sys import intern
from typing import NamedTuple

from claimaudit.loading.layout import Layout, Span, unpack

Value = str | None | list["Value"] | dict[str, "Value"]
"""A scalar is the text that was written; only an empty one, a plain `null` and a plain `~` are nothing."""

NOTHING = frozenset({"", "~", "null"})
"""Plain scalars that are nothing."""
SHORT = 64
"""Texts up to so many characters are there once, ids and the like, which come again and again."""


def shared(text: str) -> str:
    """Return the text; of a short one always the same."""
    return intern(text) if len(text) <= SHORT else text


class Section(NamedTuple):
    """A key at the top and what stands under it. A list comes empty: its items follow, one by one.

    `first` is where the key stood before. Where `is_refused`, `yaml_layout` tells what is not read in the value.
    """

    name: str
    key: Span
    first: Span | None
    value: Value
    extent: Span
    is_refused: bool


class Item(NamedTuple):
    """One item of the list under a key at the top."""

    section: str
    value: Value
    extent: Span
    is_refused: bool


class Refusal(NamedTuple):
    """What is not read, what mends it, and where it stands; `first` is where a key stood before."""

    message: str
    help: str
    span: Span
    first: Span | None = None


class Reading(NamedTuple):
    """Where the parts of a value stand, and what of them is not read."""

    layout: Layout
    refusals: tuple[Refusal, ...] = ()


def second_key(key: str, span: Span, first: Span) -> Refusal:
    """Return the refusal of a key that stood before."""
    line, *_ = unpack(first)
    return Refusal(
        f"the key `{key}` is here for the second time",
        f"keep one of the two: the first is on line {line}",
        span,
        first,
    )
