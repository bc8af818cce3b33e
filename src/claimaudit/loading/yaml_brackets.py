"""Reads lists and mappings in brackets that stand on one line: YAML's flow style, as far as it needs no parser."""

import re
from functools import lru_cache
from typing import NamedTuple

from claimaudit.loading.layout import Layout, ListLayout, MappingLayout, Span, pack
from claimaudit.loading.yaml_parts import NOTHING, SHORT, Value, shared

_DEEPEST = 4
"""So many brackets inside of each other are read here."""

_KEY = re.compile(r"([A-Za-z_][A-Za-z0-9_-]{0,63}): +")
_WORD = re.compile(r"[^\s\[\]{},:#&*!|>'\"%@`?-](?:[^\s\[\]{},:#?]| (?=[^\s\[\]{},:#?])|:(?=[A-Za-z0-9/_]))*")
"""Plain text without what might be a sign of YAML in brackets."""
_QUOTED = re.compile(r"\"([^\"\\\n]*)\"|'((?:[^'\n]|'')*)'")
_END = "\n"
"""What no line has."""


class NotPlainError(Exception):
    """It takes the parser to tell what this is, if only to say that it is wrong."""


class InBrackets(NamedTuple):
    """A value in brackets, and where its parts stand."""

    value: Value
    layout: Layout


def words_in_brackets(raw: str) -> list[Value] | None:
    """Return the members of a list of plain words; None where it is none."""
    words = _kept_words(raw) if len(raw) <= SHORT else _words(raw)
    return None if words is None else [*words]


def _words(raw: str) -> tuple[Value, ...] | None:
    if raw == "[]":
        return ()
    words = raw[1:-1].split(", ")
    if raw[0] != "[" or raw[-1] != "]" or not all(map(_WORD.fullmatch, words)):
        return None
    return tuple([None if word in NOTHING else shared(word) for word in words])


_kept_words = lru_cache(maxsize=1 << 12)(_words)
"""The same for short lists: the same tags come again and again."""


def read_brackets(raw: str, line: int, column: int) -> InBrackets:
    """Return the list or mapping that a text in brackets is, if its first character stands there.

    Raises:
        NotPlainError: it takes the parser to tell.
    """
    if _END in raw:
        raise NotPlainError
    return _Reader(raw, line, column).whole()


class _Reader:
    """Reads one line from left to right."""

    def __init__(self, raw: str, line: int, column: int) -> None:
        self._raw, self._line, self._column = raw + _END, line, column
        self._at = 0

    def whole(self) -> InBrackets:
        found = self._value(0)
        if self._next() != _END:
            raise NotPlainError
        return found

    def _next(self) -> str:
        """Return the next character that is no blank."""
        while (character := self._raw[self._at]) == " ":
            self._at += 1
        return character

    def _span(self, start: int, end: int) -> Span:
        return pack(self._line, self._column + start, self._line, self._column + end)

    def _value(self, depth: int) -> InBrackets:
        start, character = self._at, self._next()
        if character in "[{":
            if depth == _DEEPEST:
                raise NotPlainError
            return self._list(depth) if character == "[" else self._mapping(depth)
        start = self._at
        found = (_QUOTED if character in "\"'" else _WORD).match(self._raw, start)
        if not found:
            raise NotPlainError
        self._at = found.end()
        if self._next() not in ",]}":
            raise NotPlainError
        return InBrackets(_text(found), self._span(start, found.end()))

    def _list(self, depth: int) -> InBrackets:
        start, values, items = self._at, list[Value](), list[Layout]()
        while self._goes_on("]", is_first=not items):
            item = self._value(depth + 1)
            values.append(item.value)
            items.append(item.layout)
        return InBrackets(values, ListLayout(self._span(start, self._at), items))

    def _mapping(self, depth: int) -> InBrackets:
        start = self._at
        values, keys, layouts = dict[str, Value](), dict[str, Span](), dict[str, Layout]()
        while self._goes_on("}", is_first=not keys):
            found = _KEY.match(self._raw, self._at)
            if not found or found[1] in keys:
                raise NotPlainError
            keys[found[1]] = self._span(self._at, found.end(1))
            self._at = found.end()
            values[found[1]], layouts[found[1]] = self._value(depth + 1)
        return InBrackets(values, MappingLayout(self._span(start, self._at), keys, layouts))

    def _goes_on(self, closing: str, *, is_first: bool) -> bool:
        """Step over a bracket or a comma; return whether another member follows. After a comma one has to."""
        if is_first:
            self._at += 1
        character = self._next()
        if character == closing:
            self._at += 1
            return False
        if not is_first:
            if character != ",":
                raise NotPlainError
            self._at += 1
            self._next()
        return True


def _text(found: re.Match[str]) -> Value:
    if found.re is _WORD:
        return None if found[0] in NOTHING else shared(found[0])
    return shared(found[1] if found[1] is not None else found[2].replace("''", "'"))
