"""Puts what the YAML parser says into words for someone who has never read YAML's grammar."""

import re
from typing import Any, NamedTuple

from claimaudit.loading.faults import UnreadableError

_QUOTES = "put the value in quotes"


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


def in_our_words(error: Exception, text: str) -> UnreadableError:
    """Return the parser's error on `text` with a message, a place and a remedy that a writer can use."""
    lines = text.split("\n")
    problem = getattr(error, "problem", None) or "something in it cannot be read"
    context = getattr(error, "context", None) or ""
    place = _inside(lines, getattr(error, "problem_mark", None)) or _Place(0, 0)
    tab = _tab_at(lines, place)
    if tab is not None:
        return UnreadableError("a tab in the indentation", tab.line + 1, tab.column + 1, help="use spaces")
    for words in _WORDS:
        if re.search(words.pattern, f"{context}: {problem}"):
            started = _inside(lines, getattr(error, "context_mark", None)) if words.at_context else None
            return _worded(words, started or place, lines)
    return UnreadableError(f"not YAML: {problem}", place.line + 1, place.column + 1)


def _worded(words: _Words, place: _Place, lines: list[str]) -> UnreadableError:
    character = lines[place.line][place.column : place.column + 1]
    here = f"`{character}`" if character.strip() else "the end of the line"
    message = words.message.replace("{here}", here)
    return UnreadableError(message, place.line + 1, place.column + 1, help=words.help)


def _inside(lines: list[str], mark: Any) -> _Place | None:
    """Return the place of a mark; libyaml sets some on a line after the last."""
    if mark is None:
        return None
    if mark.line < len(lines):
        return _Place(mark.line, mark.column)
    return _Place(len(lines) - 1, len(lines[-1]))


def _tab_at(lines: list[str], place: _Place) -> _Place | None:
    """Return where a tab is that the parser stumbled over."""
    line = lines[place.line]
    if line[place.column : place.column + 1] == "\t":
        return place
    indentation = line[: len(line) - len(line.lstrip())]
    return _Place(place.line, indentation.index("\t")) if "\t" in indentation else None
