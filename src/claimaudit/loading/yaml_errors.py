"""Puts what the YAML parser says into words for someone who has never read YAML's grammar."""

import re
from typing import Any, NamedTuple

from claimaudit.loading.faults import UnreadableError

_QUOTES = "put the value in quotes"
_GLUED = re.compile(r"\s*(?:-\s+)*(?P<sign>-(?=[^\s-])|[A-Za-z_-]+:(?=[^\s/]))")
"""A dash or a key at the start of a line, and no blank after it; `https://` is none."""
_INSIDE = {"'": "`''` for one", '"': '`\\"` for one'}
"""How a quotation mark is written inside of its own."""


class _Place(NamedTuple):
    """Line and column, counted from 0."""

    line: int
    column: int


class _Words(NamedTuple):
    """What to say where the parser's context and problem match; `{here}` is the character at the place.

    `at_context` points at where the thing at fault starts, not at where the parser gave up.
    """

    pattern: str
    message: str
    help: str
    at_context: bool = True


# NOTE: the first that matches speaks. libyaml and the parser in Python put most things differently.
_WORDS = (
    _Words("escape|hexa?decimal", "a `\\` in double quotes that no escape follows", "write `\\\\`, or use single quotes"),
    _Words("quoted scalar", "this quote is never closed", "close it; inside of quotes, double the same quote"),
    _Words("block scalar", "text on the line of a {here}", f"start the text on the next line, or {_QUOTES}"),
    _Words("an alias|an anchor|tag|directive", "a value cannot start with {here}", _QUOTES),
    _Words("cannot start any token", "a value cannot start with {here}", _QUOTES, at_context=False),
    _Words("flow (sequence|mapping)", "this {here} is not closed, or a comma is missing in it", f"close it, or {_QUOTES}"),
    _Words("node content", "a value is missing before {here}", f"write one, or {_QUOTES}", at_context=False),
    _Words(
        "simple key",
        "neither `key: value` nor a part of the value above",
        "put a colon after a key; indent what belongs to the value above",
    ),
    _Words("incompatible", "a version of YAML that is not read", "take the line out"),
    _Words("plain scalar|values are not allowed", "a colon where no key can be", f"check the indentation, or {_QUOTES}", at_context=False),
    _Words("entries are not allowed", "a list on the line of its key", "start it on the next line", at_context=False),
    _Words("document start", "text after the end of the document", "take it out", at_context=False),
    _Words("block (mapping|collection)", "this does not fit the lines above", f"check the indentation, or {_QUOTES}", at_context=False),
)  # fmt: skip


class _Stumble(NamedTuple):
    """Where the parser gave up, on what, and where what it was reading starts, if it says so."""

    lines: list[str]
    place: _Place
    started: _Place | None
    context: str
    problem: str


def in_our_words(error: Exception, text: str) -> UnreadableError:
    """Return the parser's error on `text` with a message, a place and a remedy that a writer can use."""
    lines = text.split("\n")
    stumble = _Stumble(
        lines,
        _inside(lines, getattr(error, "problem_mark", None)) or _Place(0, 0),
        _inside(lines, getattr(error, "context_mark", None)),
        getattr(error, "context", None) or "",
        getattr(error, "problem", None) or "something in it cannot be read",
    )
    for slip in (_tab, _missing_blank, _quote_in_quotes):
        if found := slip(stumble):
            return found
    for words in _WORDS:
        if re.search(words.pattern, f"{stumble.context}: {stumble.problem}"):
            return _worded(words, (stumble.started if words.at_context else None) or stumble.place, lines)
    return _at(stumble.place, f"not YAML: {stumble.problem}", "")


def _at(place: _Place, message: str, mend: str) -> UnreadableError:
    return UnreadableError(message, place.line + 1, place.column + 1, help=mend)


def _worded(words: _Words, place: _Place, lines: list[str]) -> UnreadableError:
    character = lines[place.line][place.column : place.column + 1]
    here = f"`{character}`" if character.strip() else "the end of the line"
    return _at(place, words.message.replace("{here}", here), words.help)


# --- slips that the parser takes for something else -------------------------------------------------------


def _tab(stumble: _Stumble) -> UnreadableError | None:
    """Where the parser stumbled over one, or behind it."""
    place = stumble.place
    line = stumble.lines[place.line]
    indentation = line[: len(line) - len(line.lstrip())]
    if line[place.column : place.column + 1] != "\t":
        if "\t" not in indentation:
            return None
        place = _Place(place.line, indentation.index("\t"))
    return _at(place, "a tab in the indentation", "use spaces")


def _missing_blank(stumble: _Stumble) -> UnreadableError | None:
    """Behind a key or a dash: to YAML that line and the next are one text then."""
    lines, suspect = stumble.lines, None
    if "values are not allowed" in stumble.problem:
        suspect = next((line for line in range(stumble.place.line - 1, -1, -1) if lines[line].strip()), None)
    elif "expected ':'" in stumble.problem and stumble.started:
        suspect = stumble.started.line
    found = None if suspect is None else _GLUED.match(lines[suspect])
    if suspect is None or found is None:
        return None
    return _at(_Place(suspect, found.end()), f"no blank after `{found['sign']}`", "put one there")


def _quote_in_quotes(stumble: _Stumble) -> UnreadableError | None:
    """What is quoted ends where somebody is quoted in it."""
    line, column = stumble.lines[stumble.place.line], stumble.place.column
    mend = _INSIDE.get(line[max(column - 1, 0) : column])
    if mend is None or not stumble.context.endswith("block mapping"):
        return None
    return _at(stumble.place, "text behind a closed quote", f"inside of these quotes write {mend}")


def _inside(lines: list[str], mark: Any) -> _Place | None:
    """Return the place of a mark; libyaml sets some on a line after the last."""
    if mark is None:
        return None
    if mark.line < len(lines):
        return _Place(mark.line, mark.column)
    return _Place(len(lines) - 1, len(lines[-1]))
