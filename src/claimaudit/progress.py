"""How far a long run has come, for whoever waits at a terminal. Imports nothing that takes time.

Whoever works through much says what it works on; nothing is shown unless a terminal is there to show it and the work
takes long enough to wonder.
"""

import os
import sys

TYPE_CHECKING = False  # `typing` takes longer to import than all of this
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TypeVar

    _T = TypeVar("_T")

PATIENCE = 1.0
"""Seconds before anything is said."""
PAUSE = 0.2
"""Seconds between two lines."""
STEP = 500
"""So many things are done between two looks at the clock."""

_line: "_Line | None" = None


class _Line:
    """The one line on the terminal that is written over and over."""

    def __init__(self, width: int) -> None:
        from time import monotonic  # noqa: PLC0415  only where somebody waits

        self._now, self._width = monotonic, width
        self._next = monotonic() + PATIENCE
        self.is_shown = False

    def tell(self, text: str) -> None:
        now = self._now()
        if now >= self._next:
            self._next = now + PAUSE
            self.is_shown = True
            self._write(f"\r{text[: self._width - 1]}\x1b[K")

    def clear(self) -> None:
        if self.is_shown:
            self.is_shown = False
            self._write("\r\x1b[K")

    @staticmethod
    def _write(text: str) -> None:
        try:
            sys.stderr.write(text)
            sys.stderr.flush()
        except (OSError, ValueError):
            return


def show() -> None:
    """Show from now on what is worked on, if standard error is a terminal that can write a line over."""
    global _line  # noqa: PLW0603  of the process, as the terminal is
    if sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM", "dumb") != "dumb":
        _line = _Line(os.get_terminal_size(sys.stderr.fileno()).columns or 80)


def clear() -> None:
    """Take the line away: something else is to be printed."""
    if _line is not None:
        _line.clear()


def of(things: "Iterable[_T]", doing: str) -> "Iterator[_T]":
    """Yield the things, and say from time to time how many it has been.

    `doing` is safe to show: "data/claims.yaml" where a file is read.
    """
    if _line is None:
        yield from things
        return
    for count, thing in enumerate(things):
        if not count % STEP:
            _line.tell(f"{doing}: {count:,}" if count else doing)
        yield thing


def tell(doing: str) -> None:
    """Say what is worked on."""
    if _line is not None:
        _line.tell(doing)
