"""One file as it was read: its lines, and where the parts of its entries stand."""

from functools import lru_cache

from claimaudit.loading.faults import UnreadableError
from claimaudit.loading.layout import Span, pack, unpack
from claimaudit.loading.lines import Lines
from claimaudit.loading.yaml_layout import read_layout
from claimaudit.loading.yaml_parts import Reading


class TextFile:
    """One file that is UTF-8, and the path that findings show for it.

    Where the parts of an entry stand is worked out again when it is asked for: most entries never are, and
    the places of all of them take more memory than the entries.
    """

    def __init__(self, path: str, utf8: bytes) -> None:
        self.path = path
        self._content = Lines(utf8)
        self._lines = lru_cache(maxsize=4)(self._read_lines)
        self.line = lru_cache(maxsize=4)(self._line)
        """Returns a line by its number, from 1, without its line end; nothing for one that is not there."""
        self.reading = lru_cache(maxsize=32)(self._read_again)
        """Returns where the parts of the value in a span stand, and what in it is not read."""

    @property
    def text(self) -> str:
        """The whole of it, made anew each time: one wide letter would make a text that is kept four times as big."""
        return self._content.whole().decode("utf-8")

    def pack(self) -> None:
        """Keep it in less memory: it was read."""
        self._content.pack()

    def _read_lines(self, first: int, last: int) -> str:
        return self._content.between(first, last).decode("utf-8")

    def _line(self, number: int) -> str:
        return self._lines(number, number).rstrip("\r\n")

    def _between(self, line: int, column: int, end_line: int, end_column: int) -> str:
        if line == end_line:
            return self._lines(line, line)[column - 1 : end_column - 1]
        return (
            self._lines(line, end_line - 1)[column - 1 :] + self._lines(end_line, end_line)[: end_column - 1]
        )

    def _read_again(self, span: Span) -> Reading:
        line, column, *_ = unpack(span)
        text = self._between(*unpack(span))
        # NOTE: a mapping over several lines needs its indentation; one in braces may stand far out in a long line.
        indent = 0 if text.startswith("{") else column - 1
        try:
            return read_layout(" " * indent + text, line, column - indent)
        except (
            UnreadableError
        ):  # some values inside of brackets are none alone: then all of it stands at its start
            return Reading(pack(line, column, line, column))
