"""What text for people is laid out on: a width, colour or none, and no markup from data."""

import re
from functools import cached_property
from io import StringIO
from typing import TYPE_CHECKING, NamedTuple

from claimaudit.text import uncommanded, visible

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

FULL_WIDTH = 1_000_000
"""The width off a terminal: nothing is wrapped or cut."""

SEVERITY_STYLES = {"error": "bold red", "warning": "yellow", "note": "cyan"}
VERDICT_STYLES = {
    "unsupported": "red",
    "single origin": "yellow",
    "unclear": "magenta",
    "inferred": "cyan",
    "corroborated": "green",
}
# NOTE: blanks are tried once, from the first of them on: a claim may hold a million.
_LINE_END = re.compile(r"(?:(?<![ \t])[ \t]++)?[\r\n][ \t\r\n]*+")


class Said(NamedTuple):
    """A part of a line: what it says, made safe, and how it looks."""

    text: str
    style: str = ""


def said(text: str, style: str = "") -> Said:
    """Return data as it stands: nothing that moves a cursor, on one line."""
    return Said(visible(_LINE_END.sub(" ", text)), style)


def laid_out(*parts: Said) -> "Text":
    """Return parts of one line for Rich, which takes nothing in them for markup or emoji."""
    from rich.text import Text

    return Text.assemble(*parts, overflow="fold")


def cells(text: str) -> int:
    """Return how many columns of a terminal a text takes: Chinese letters take two each."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


class Paper:
    """Collects what is printed and returns it as text. Rich is asked only where there is something to lay out."""

    def __init__(self, width: int | None, *, color: bool) -> None:
        self.width = width
        self._color = color
        self._buffer = StringIO()

    @cached_property
    def _console(self) -> "Console":
        from rich.console import Console

        return Console(
            file=self._buffer,
            width=self.width or FULL_WIDTH,
            force_terminal=self._color,
            color_system="standard" if self._color else None,
            no_color=not self._color,
            markup=False,
            emoji=False,
            highlight=False,
            legacy_windows=False,
            _environ={},
        )

    def print(self, *parts: Said) -> None:
        """Print parts of one line, wrapped at the width."""
        self.print_hanging(("", ""), *parts)

    def print_hanging(self, lead: tuple[str, str], *parts: Said) -> None:
        """Print parts of one line behind `lead[0]`, and behind `lead[1]` what is wrapped."""
        if self.width is None and not self._color:  # nothing to lay out: thousands of lines in no time
            self._buffer.write(f"{lead[0]}{''.join(part.text for part in parts)}\n")
            return
        from rich.text import Text

        line = laid_out(*parts)
        room = max(1, (self.width or FULL_WIDTH) - max(map(len, lead)))
        for number, row in enumerate(line.wrap(self._console, room)):
            self._console.print(Text.assemble(lead[min(number, 1)], row), soft_wrap=True)

    def print_table(self, table: "Table") -> None:
        """Print a table."""
        self._console.print(table)

    def blank(self) -> None:
        """Print an empty line."""
        self._buffer.write("\n")

    def text(self) -> str:
        """Return what was printed, without spaces at the ends of lines and without commands to a CI runner."""
        return uncommanded("".join(f"{line.rstrip()}\n" for line in self._buffer.getvalue().splitlines()))
