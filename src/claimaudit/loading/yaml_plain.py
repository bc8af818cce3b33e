"""Reads the YAML that most entries are written in line by line, in a fraction of the time that a parser takes.

It knows block mappings with plain keys, lists, plain and quoted text on one line or several, `>` and `|`, and what
stands in brackets on one line. Of all else, and wherever it is not certain, it says so, and the parser tells: what it
does read, it reads as the parser does (`python -m fuzz.plain` compares them).
"""

import re
from collections.abc import Sequence
from sys import intern
from typing import Any, ClassVar

from claimaudit.loading.layout import Layout, ListLayout, MappingLayout, Span, pack, span_of, unpack
from claimaudit.loading.yaml_brackets import NotPlainError, read_brackets, words_in_brackets
from claimaudit.loading.yaml_parts import SHORT, Value, shared

_DEEPEST = 24
"""Columns beyond which nothing is read here. Two of them hold two levels at most: too few for the parser to refuse."""
_INDENTS = tuple(" " * column for column in range(_DEEPEST + 4))
"""Blanks up to what stands behind a dash in the last of those columns: every use of them is behind a look at `_DEEPEST`."""

_KEY = re.compile(r"( *)([A-Za-z_][A-Za-z0-9_-]{0,63})")
_ALONE = re.compile(f"{_KEY.pattern}:")
_SPECIAL = frozenset("-?:,[]{}#&*!|>'\"%@`~ ")
"""No plain text starts with most of these; where one may, the parser tells."""
_LAST = frozenset(" :")
"""No plain text ends with these; blanks at the end of a line nobody sees."""
_BLANK = frozenset({"", " "})
_FOLDED = frozenset({">", ">-", "|", "|-"})

_KNOWN = 4096
"""So many different keys are remembered: a file has a few dozen."""


def lines_of(text: str, column: int) -> list[str]:
    """Return the lines of a value whose first line is indented by `column`, without the comments behind it.

    Raises:
        NotPlainError: something in it is nowhere read here: a tab, a comment behind a value, a `null`.
    """
    if "\t" in text or "\r" in text or " null\n" in text or text.endswith((" ", " null")):
        raise NotPlainError
    lines = text.rstrip("\n").split("\n")
    if "#" in text and (" #" in text or lines[-1][:1] == "#"):
        while lines and _is_behind(lines[-1], column):
            lines.pop()
        texts = [line.lstrip(" ") for line in lines]
        if not texts or any(" #" in text and text[0] != "#" for text in texts):
            raise NotPlainError
    return lines


def _is_behind(line: str, column: int) -> bool:
    """Return whether a line is blank or a comment: what is indented further may be text that goes on."""
    text = line.lstrip(" ")
    return not text or (text[0] == "#" and len(line) - len(text) <= column)


def _is_comment(line: str) -> bool:
    """Return whether a line is a comment, if no text goes on in it."""
    return line.lstrip(" ").startswith("#")


def values_of(lines: Sequence[str], column: int) -> Value:
    """Return the value of a mapping over several lines, of which the first is indented by `column`.

    Raises:
        NotPlainError: it takes the parser to tell.
    """
    value: Value = _Values(lines).whole(column)
    return value


def layout_of(lines: Sequence[str], column: int, first_line: int) -> Layout:
    """Return where its parts stand, if its first line is that one of a file.

    Raises:
        NotPlainError: it takes the parser to tell.
    """
    layout: Layout = _Places(lines, first_line).whole(column)
    return layout


class _Block:
    """Reads a mapping over several lines. What is made of it, its subclasses say.

    Plain text on one line stays in its collection as it was written, until that is whole.
    """

    _known: ClassVar[list[dict[str, str]]] = [{} for _ in range(_DEEPEST + 1)]
    """By column the keys there, by what stands on a line before `: `."""
    _known_alone: ClassVar[list[dict[str, str]]] = [{} for _ in range(_DEEPEST + 1)]
    """The same by the line of a key that has nothing beside it."""
    _outside: ClassVar[list[set[str]]] = [set() for _ in range(_DEEPEST + 1)]
    """By column what stands before `: ` on a line, or all of it, where that is of what a mapping there stands in."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = [*lines, ""]

    def whole(self, column: int) -> Any:
        """Return what the mapping of all lines is.

        Raises:
            NotPlainError: it takes the parser to tell.
        """
        if not self._lines[0]:
            raise NotPlainError
        found, at = self._mapping(0, column)
        if at != len(self._lines) - 1:
            raise NotPlainError
        return found

    # --- collections --------------------------------------------------------------------------------------

    def _mapping(self, at: int, column: int) -> tuple[Any, int]:  # noqa: C901  a branch for each kind of line
        """Return the mapping that starts in line `at`, and the line after it."""
        if column > _DEEPEST:
            raise NotPlainError
        lines, known, outside = self._lines, self._known[column], self._outside[column]
        deeper = _INDENTS[column + 1]
        values: dict[str, Any] = {}
        starts: list[int] = []
        while line := lines[at]:
            head, colon, raw = line.partition(": ")
            key = known.get(head)
            if key is None or not raw:
                if head in outside:
                    break
                if "#" in line and _is_comment(line):
                    at += 1
                    continue
                key = self._key(head, column, alone=not colon)
                if key is None:
                    break
            starts.append(at)
            if not raw:
                values[key], at = self._below(at, column, key)
            elif raw[0] in _SPECIAL:
                values[key], at = self._special(raw, at, column, column + len(key) + 2)
            elif ": " in raw or raw[-1] in _LAST:
                raise NotPlainError
            elif lines[at + 1].startswith(deeper):
                values[key], at = self._wrapped(raw, at, column, column + len(key) + 2)
            else:
                values[key] = intern(raw) if len(raw) <= SHORT else raw  # `shared`, without a call
                at += 1
        if len(values) < len(starts):  # a key stands there twice
            raise NotPlainError
        return self._mapped(values, starts, column), at

    def _key(self, head: str, column: int, *, alone: bool) -> str | None:
        """Return the key that a line starts with, None where the line is of what the mapping stands in.

        It stands `alone` where nothing stands beside it: then its colon is at the end of `head`.
        """
        if alone:
            known = self._known_alone[column].get(head)
            if known is not None:
                return known
        found = (_ALONE if alone else _KEY).fullmatch(head)
        item = head.lstrip(" ")
        own = len(head) - len(item)
        if own < column and (found or item.startswith("- ")):
            if len(head) <= SHORT and len(self._outside[column]) < _KNOWN:
                self._outside[column].add(head)
            return None
        if own > column or not found:
            raise NotPlainError
        places = (self._known_alone if alone else self._known)[column]
        if len(places) < _KNOWN:
            places[head] = found[2]
        return found[2]

    def _below(self, at: int, column: int, key: str) -> tuple[Any, int]:
        """Return the value of a key in line `at` that has nothing beside it, and the line after it."""
        below = at + 1
        while (text := (line := self._lines[below]).lstrip(" "))[:1] == "#":
            below += 1
        inner = len(line) - len(text)
        if inner >= column and text.startswith("- "):
            return self._list(below, inner)
        if inner > column:
            return self._mapping(below, inner)
        return self._blank(key, at, column), below

    def _list(self, at: int, column: int) -> tuple[Any, int]:
        """Return the list of which the first dash stands in line `at`, and the line after it."""
        if column > _DEEPEST:
            raise NotPlainError
        lines, inner = self._lines, column + 2
        dash, deeper = _INDENTS[column] + "- ", _INDENTS[column + 1]
        starts, items = list[int](), list[Any]()
        while True:
            line = lines[at]
            if not line.startswith(dash):
                if not _is_comment(line):
                    break
                at += 1
                continue
            starts.append(at)
            raw = line[inner:]
            if raw.startswith("- "):
                lines[at] = _INDENTS[inner] + raw
                item, at = self._list(at, inner)
            elif raw[:1] in _SPECIAL:
                item, at = self._special(raw, at, column, inner)
            elif ": " in raw or raw[-1:] == ":":
                lines[at] = _INDENTS[inner] + raw
                item, at = self._mapping(at, inner)
            elif raw[-1:] in _BLANK:
                raise NotPlainError
            elif lines[at + 1].startswith(deeper):
                item, at = self._wrapped(raw, at, column, inner)
            else:
                item = shared(raw)
                at += 1
            items.append(item)
        return self._listed(items, starts, column), at

    # --- text ---------------------------------------------------------------------------------------------

    def _wrapped(self, raw: str, at: int, column: int, start: int) -> tuple[Any, int]:
        """Return plain text that starts in line `at` and goes on below, and the line after it."""
        first, parts = at, [raw]
        lines, deeper = self._lines, _INDENTS[column + 1]
        at += 1
        while lines[at].startswith(deeper):
            part = lines[at].lstrip(" ")
            if not part or ": " in part or part[-1] in _LAST or part[0] == "#":
                raise NotPlainError
            parts.append(part)
            at += 1
        return self._text(" ".join(parts), first, start, at - 1, len(lines[at - 1])), at

    def _special(self, raw: str, at: int, column: int, start: int) -> tuple[Any, int]:
        """Return the value that starts with a sign of YAML in line `at`, and the line after it."""
        if raw[0] in "\"'":
            return self._quoted(raw, at, column, start)
        if raw[0] in "[{":
            return self._in_brackets(raw, at, start), at + 1
        if raw in _FOLDED:
            return self._folded(raw, at, column, start)
        raise NotPlainError

    def _quoted(self, raw: str, at: int, column: int, start: int) -> tuple[Any, int]:
        quote, first, parts = raw[0], at, [raw]
        if raw[-1] == quote and raw.count(quote) == 2 and (quote == "'" or "\\" not in raw):  # the usual case
            return self._text(raw[1:-1], at, start, at, start + len(raw)), at + 1
        lines, deeper = self._lines, _INDENTS[column + 1]
        is_closed = raw.count(quote) % 2 == 0
        while not is_closed:
            at += 1
            if parts[-1][-1:] in _BLANK or not lines[at].startswith(deeper):
                raise NotPlainError
            parts.append(lines[at].lstrip(" "))
            is_closed = parts[-1].count(quote) % 2 == 1
        text = " ".join(parts)
        inside = text[1:-1]
        if text[-1] != quote or (quote == '"' and ("\\" in inside or quote in inside)):
            raise NotPlainError
        if quote in inside:  # in its own quotes an apostrophe is written twice
            if quote in inside.replace("''", ""):
                raise NotPlainError
            inside = inside.replace("''", "'")
        end = start + len(raw) if at == first else len(lines[at])
        return self._text(inside, first, start, at, end), at + 1

    def _folded(self, sign: str, at: int, column: int, start: int) -> tuple[Any, int]:
        """Return a text under `>` or `|` without blank lines and further indentation, and the line after it."""
        lines, first = self._lines, at
        at += 1
        indent = len(lines[at]) - len(lines[at].lstrip(" "))
        if not column < indent <= _DEEPEST:
            raise NotPlainError
        parts = []
        while lines[at].startswith(_INDENTS[indent]):
            parts.append(lines[at][indent:])
            at += 1
        if any(part[:1] in _BLANK or part[-1] == " " for part in parts):
            raise NotPlainError
        text = (" " if sign[0] == ">" else "\n").join(parts) + ("" if sign[-1] == "-" else "\n")
        return self._text(text, first, start, first, start + len(sign)), at

    # --- what is made of it -------------------------------------------------------------------------------

    def _text(self, text: str, at: int, start: int, end_at: int, end: int) -> Any:
        """Return a text that is quoted or takes several lines; where it stands, in lines and columns from 0."""
        raise NotImplementedError

    def _in_brackets(self, raw: str, at: int, start: int) -> Any:
        """Return what stands in brackets."""
        raise NotImplementedError

    def _blank(self, key: str, at: int, column: int) -> Any:
        """Return the value of a key that has none."""
        raise NotImplementedError

    def _mapped(self, values: dict[str, Any], starts: list[int], column: int) -> Any:
        """Return a mapping; `starts` are the lines of its keys."""
        raise NotImplementedError

    def _listed(self, items: list[Any], starts: list[int], column: int) -> Any:
        """Return a list; `starts` are the lines of its dashes."""
        raise NotImplementedError


class _Values(_Block):
    def _text(self, text: str, at: int, start: int, end_at: int, end: int) -> Value:  # noqa: ARG002
        return intern(text) if len(text) <= SHORT else text  # `shared`, without a call

    def _in_brackets(self, raw: str, at: int, start: int) -> Value:
        words = words_in_brackets(raw)
        return read_brackets(raw, at, start).value if words is None else words

    def _blank(self, key: str, at: int, column: int) -> None:  # noqa: ARG002
        return None

    def _mapped(self, values: dict[str, Value], starts: list[int], column: int) -> Value:  # noqa: ARG002
        return values

    def _listed(self, items: list[Value], starts: list[int], column: int) -> Value:  # noqa: ARG002
        return items


class _Places(_Block):
    def __init__(self, lines: Sequence[str], first_line: int) -> None:
        super().__init__(lines)
        self._first_line = first_line

    def _span(self, at: int, start: int, end_at: int, end: int) -> Span:
        return pack(at + self._first_line, start + 1, end_at + self._first_line, end + 1)

    def _text(self, text: str, at: int, start: int, end_at: int, end: int) -> Span:  # noqa: ARG002
        return self._span(at, start, end_at, end)

    def _in_brackets(self, raw: str, at: int, start: int) -> Layout:
        return read_brackets(raw, at + self._first_line, start + 1).layout

    def _blank(self, key: str, at: int, column: int) -> Span:
        return self._span(at, column, at, column + len(key))

    def _mapped(self, values: dict[str, str | Layout], starts: list[int], column: int) -> Layout:
        keys: dict[str, Span] = {}
        layouts: dict[str, Layout] = {}
        for (key, value), at in zip(values.items(), starts, strict=True):
            keys[key] = self._blank(key, at, column)
            layouts[key] = self._placed(value, at, column + len(key) + 2)
        return MappingLayout(next(iter(keys.values())), keys, layouts)

    def _listed(self, items: list[str | Layout], starts: list[int], column: int) -> Layout:
        layouts = [self._placed(item, at, column + 2) for item, at in zip(items, starts, strict=True)]
        *_, end_line, end_column = unpack(span_of(layouts[0]))
        return ListLayout(pack(starts[0] + self._first_line, column + 1, end_line, end_column), layouts)

    def _placed(self, value: str | Layout, at: int, start: int) -> Layout:
        """Return where a value stands that is plain text on line `at`, or was placed before."""
        return self._span(at, start, at, start + len(value)) if isinstance(value, str) else value
