"""What text for people is laid out on: a width, colour or none, and no markup from data."""

import re
from io import StringIO
from typing import TYPE_CHECKING

from claimaudit.text import uncommanded, visible

if TYPE_CHECKING:
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


def said(text: str, style: str = "") -> "Text":
    """Return data as it stands: no markup, no emoji, nothing that moves a cursor, on one line."""
    from rich.text import Text

    return Text(visible(_LINE_END.sub(" ", text)), style=style, overflow="fold")


class Paper:
    """Collects what is printed and returns it as text."""

    def __init__(self, width: int | None, *, color: bool) -> None:
        from rich.console import Console

        self.width = width
        self._color = color
        self._buffer = StringIO()
        self._console = Console(
            file=self._buffer,
            width=width or FULL_WIDTH,
            force_terminal=color,
            color_system="standard" if color else None,
            no_color=not color,
            markup=False,
            emoji=False,
            highlight=False,
            legacy_windows=False,
            _environ={},
        )

    def print(self, *parts: "Text") -> None:
        """Print parts of one line, wrapped at the width."""
        self.print_hanging(("", ""), *parts)

    def print_hanging(self, lead: tuple[str, str], *parts: "Text") -> None:
        """Print parts of one line behind `lead[0]`, and behind `lead[1]` what is wrapped."""
        if self.width is None and not self._color:  # nothing to lay out: thousands of lines in no time
            self._buffer.write(f"{lead[0]}{''.join(part.plain for part in parts)}\n")
            return
        from rich.text import Text

        line = Text.assemble(*parts, overflow="fold")
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
