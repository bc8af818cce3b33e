"""Entries as YAML text, in the layouts that files have: as people write them, or as a program dumps them."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from random import Random
from textwrap import wrap
from typing import Any, Literal, get_args

import yaml

from benchmarks.corpus.publishing import Entry

Style = Literal["mixed", "plain", "quoted", "dumped"]
STYLES: tuple[Style, ...] = get_args(Style)

_WIDTH = 88
_SHORT = 30
_BATCH = 200  # entries dumped at once: a whole file of nodes would fill the memory

# A text that no reader of YAML takes for anything else without quotes, outside and inside of brackets.
_PLAIN = re.compile(
    r"(?!(?:y|n|yes|no|on|off|true|false|null)$)[^\W\d_](?:(?!: | #)[^\n\"\\])*(?<![\s:])", re.IGNORECASE
)
_PLAIN_IN_FLOW = re.compile(r"[^,\[\]{}?]*")


def yaml_text(key: str, entries: Iterable[Entry], style: Style, random: Random) -> Iterator[str]:
    """Yield a file with one top-level key, piece by piece. `random` decides how a hand writes, never what."""
    yield f"{key}:\n"
    if style == "dumped":
        yield from _dumped(key, entries)
    else:
        hand = Hand(style, random)
        yield from map(hand.entry, entries)


def _dumped(key: str, entries: Iterable[Entry]) -> Iterator[str]:
    left = iter(entries)
    while batch := list(islice(left, _BATCH)):
        text = yaml.dump({key: batch}, Dumper=_Dumper, sort_keys=False, allow_unicode=True)
        yield text.removeprefix(f"{key}:\n")


class _Dumper(yaml.CSafeDumper):
    """Writes each value in full: what was loaded from a file has no object twice."""

    def ignore_aliases(self, data: Any) -> bool:
        del data
        return True


class Hand:
    """Somebody who writes YAML: always in one manner, or now so, now so."""

    def __init__(self, style: Literal["mixed", "plain", "quoted"], random: Random) -> None:
        self._style, self._random = style, random

    def entry(self, entry: Entry) -> str:
        """Return an entry as an item of the list, with a blank line or a comment before it here and there."""
        before = ""
        if self._style == "mixed":
            before = self._random.choices(("", "\n", "\n  # to be looked at again\n"), (30, 68, 2))[0]
        return before + "\n".join(self._block_item(entry, 2)) + "\n"

    def _block_item(self, value: Any, indent: int) -> Iterator[str]:
        if isinstance(value, dict) and not self._is_flow(value):
            first, *others = self._block_mapping(value, indent + 2)
            yield f"{' ' * indent}- {first.lstrip()}"
            yield from others
        else:
            yield f"{' ' * indent}- {self._flow(value)}"

    def _block_mapping(self, entry: Entry, indent: int) -> Iterator[str]:
        pad = " " * indent
        for key, value in entry.items():
            if isinstance(value, str):
                yield f"{pad}{key}: {self._text(value, indent + 2)}"
            elif not isinstance(value, list | dict) or self._is_flow(value):
                yield f"{pad}{key}: {self._flow(value)}"
            else:
                yield f"{pad}{key}:"
                yield from self._below(value, indent + 2)

    def _below(self, value: Any, indent: int) -> Iterator[str]:
        if isinstance(value, dict):
            yield from self._block_mapping(value, indent)
        else:
            for member in value:
                yield from self._block_item(member, indent)

    def _is_flow(self, value: Any) -> bool:
        """Return whether a list or mapping stands in brackets: short ones, where a hand writes now so, now so."""
        if self._style != "mixed":
            return False
        return len(str(value)) < _WIDTH and self._random.random() < 0.8

    def _flow(self, value: Any) -> str:
        match value:
            case dict():
                return "{" + ", ".join(f"{key}: {self._flow(member)}" for key, member in value.items()) + "}"
            case list():
                return "[" + ", ".join(map(self._flow, value)) + "]"
            case str():
                is_plain = self._style != "quoted" and _is_plain(value) and _PLAIN_IN_FLOW.fullmatch(value)
                return value if is_plain else _quoted(value)
            case bool():
                return str(value).lower()
            case _:
                return str(value)

    def _text(self, text: str, indent: int) -> str:
        """Return a text after its key, on one line or on several, which are `indent` deep."""
        if self._style == "quoted":
            return _quoted(text)
        if self._style == "plain":
            return text if _is_plain(text) else _quoted(text)
        if len(text) <= _SHORT or " " not in text:
            return _plainest(text, indent)
        return self._random.choices(_MANNERS, _MANNER_WEIGHTS)[0](text, indent)


def _is_plain(text: str) -> bool:
    return _PLAIN.fullmatch(text) is not None


def _quoted(text: str) -> str:
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def _plainest(text: str, indent: int) -> str:
    del indent
    return text if _is_plain(text) else _quoted(text)


def _plain_over_lines(text: str, indent: int) -> str:
    return _over_lines(_plainest(text, indent), indent)


def _quoted_on_one_line(text: str, indent: int) -> str:
    del indent
    return _quoted(text)


def _quoted_over_lines(text: str, indent: int) -> str:
    return _over_lines(_quoted(text), indent)


def _folded(text: str, indent: int) -> str:
    if text != text.strip():
        return _quoted(text)
    return f">-\n{' ' * indent}{_over_lines(text, indent)}"


def _over_lines(written: str, indent: int) -> str:
    """Break at spaces, which YAML reads as the spaces that they were."""
    return f"\n{' ' * indent}".join(wrap(written, _WIDTH, break_long_words=False, break_on_hyphens=False))


_MANNERS: tuple[Callable[[str, int], str], ...] = (
    _plainest,
    _plain_over_lines,
    _quoted_on_one_line,
    _quoted_over_lines,
    _folded,
)
_MANNER_WEIGHTS = (40, 15, 25, 5, 15)
