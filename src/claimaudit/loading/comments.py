"""Finds the comments in YAML that speak to claimaudit. Knows nothing of what they ask for.

The parser gives no comments: they are what stands between its scalars. So it is asked where those are; no second
grammar of YAML decides what is a comment and what only looks like one.
"""

import re
import sys
from array import array
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from claimaudit.loading.yaml_events import Event

_BLANKS = r"[^\S\n]*+"

# Addressed to us, however misspelt; `# seen by claimaudit` and `# claimaudit is a tool` are not.
# It starts with a plain character: for that alone the text is searched, which is what takes time.
_ADDRESSED = re.compile(
    rf"#(?<!##)#*+{_BLANKS}(?i:claim[-_ ]?audit)"
    rf"(?:{_BLANKS}:|[^\w\n]?{_BLANKS}(?i:ignore)\b|[^\w\n]{_BLANKS}\w++\[)"
)
_BLOCK_STYLES = ("|", ">")
_NEVER = sys.maxsize


class Comment(NamedTuple):
    """A comment, where it starts, and its text from the `#` to the end of its line.

    Where nothing but the dash of a list stands before it, `following` is the line and column of the first thing
    after it: what the dash lists, unless that is empty.
    """

    line: int
    column: int
    text: str
    following: tuple[int, int] | None = None


class Comments:
    """The comments of one text that speak to claimaudit.

    Shown every scalar of the parser in order, it knows which `#` starts one. Of each it keeps one number.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._candidates = _ADDRESSED.finditer(text)
        self._starts = array("Q")
        self._scalar_end = 0
        """Where the last scalar ended."""
        self._upcoming = -1
        """Where the next candidate is, once there is one."""
        self._advance(0)

    @classmethod
    def of(cls, text: str) -> "Comments | None":
        """Return those of a text; None where nothing in it looks like one, which costs one search."""
        comments = cls(text)
        return None if comments._upcoming == _NEVER else comments

    def watching(self, get_event: "Callable[[], Event]") -> "Callable[[], Event]":
        """Return what gives the same events, and takes note of the scalars."""
        from claimaudit.loading.yaml_events import ScalarEvent  # noqa: PLC0415  it imports the parser

        def get_event_watched() -> "Event":
            event = get_event()
            if type(event) is ScalarEvent:
                self._pass(event)
            return event

        return get_event_watched

    def found(self) -> Iterator[Comment]:
        """Yield them in order, once the parser has given its last event."""
        self._take_before(_NEVER)
        line, counted = 1, 0
        for start in self._starts:
            line += self._text.count("\n", counted, start)
            counted = start
            yield self._comment(start, line)

    # --- which are comments -------------------------------------------------------------------------------

    def _pass(self, scalar: "Event") -> None:
        end = scalar.end_mark.index
        if self._upcoming < end:
            start = scalar.start_mark.index
            self._take_before(start)
            if (
                scalar.style in _BLOCK_STYLES
            ):  # on its first line there may be a comment, in the others is text
                self._scalar_end = start
                self._take_before(min(end, self._line_end(start)))
            self._advance(end)
        self._scalar_end = end

    def _take_before(self, end: int) -> None:
        """Take the candidates before `end`: no scalar holds them."""
        while self._upcoming < end:
            self._take(self._upcoming)

    def _take(self, candidate: int) -> None:
        """Take the comment that holds a candidate: it starts with the first `#` after the last scalar."""
        line_start = self._text.rfind("\n", 0, candidate) + 1
        start = self._text.find("#", max(line_start, self._scalar_end), candidate + 1)
        # NOTE: further on in a line that is a comment as a whole, it is part of an entry that was commented out.
        is_further_on = self._text[candidate - 1].isspace() and bool(self._text[line_start:start].strip())
        if start == candidate or is_further_on:
            self._starts.append(start)
        self._advance(self._line_end(candidate))

    def _advance(self, index: int) -> None:
        """Go on to the first candidate that is not before `index`."""
        while self._upcoming < index:
            found = next(self._candidates, None)
            self._upcoming = found.start() if found else _NEVER

    def _line_end(self, index: int) -> int:
        end = self._text.find("\n", index)
        return len(self._text) if end < 0 else end

    # --- what they are ------------------------------------------------------------------------------------

    def _comment(self, start: int, line: int) -> Comment:
        line_start = self._text.rfind("\n", 0, start) + 1
        end = self._line_end(start)
        follows_dash = self._text[line_start:start].strip() == "-"
        following = self._content_after(end, line) if follows_dash else None
        return Comment(line, start - line_start + 1, self._text[start:end].rstrip(), following)

    def _content_after(self, index: int, line: int) -> tuple[int, int] | None:
        """Return line and column of the first character below that is neither blank nor in a comment."""
        while index < len(self._text):
            line, start = line + 1, index + 1
            index = self._line_end(start)
            text = self._text[start:index]
            content = text.lstrip()
            if content and content[0] != "#":
                return line, len(text) - len(content) + 1
        return None
