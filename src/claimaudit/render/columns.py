"""Plain tables: the same rows for a terminal and for a pipe, and a few lines a row where a terminal is too narrow."""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from claimaudit.render.paper import Paper, Said, cells, laid_out, said

GAP = 3
"""Columns between two cells."""
PROSE = 24
"""Columns that text needs to be read. All that wraps needs as many as its longest word, up to `LONGEST_WORD`."""
LONGEST_WORD = 48


class Column(NamedTuple):
    """One column: its heading, and whether it holds numbers, the id that names the row, or text.

    Text may be wrapped, and where there are no headings it needs none. What else `wraps` needs its heading.
    """

    heading: str
    is_number: bool = False
    is_id: bool = False
    is_text: bool = False
    wraps: bool = False


def render(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], *, width: int | None, color: bool
) -> str:
    """Return the rows under their headings; what does not fit its column is wrapped, never cut.

    Where there is no room for that, each row is a few lines: its id, its text, then the rest with its headings.
    """
    paper, spoken = Paper(width, color=color), [[said(cell) for cell in row] for row in rows]
    if width is None:
        _print_table(paper, columns, spoken, [None] * len(columns))
    elif widths := _widths(columns, spoken, width):
        _print_table(paper, columns, spoken, widths)
    else:
        for row in spoken:
            _print_stacked(paper, columns, row)
    return paper.text()


def _print_table(
    paper: Paper, columns: Sequence[Column], rows: Sequence[Sequence[Said]], widths: Sequence[int | None]
) -> None:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, expand=False, pad_edge=False, show_edge=False)
    for column, width in zip(columns, widths, strict=True):
        table.add_column(
            column.heading,
            justify="right" if column.is_number else "left",
            overflow="fold",
            no_wrap=not (column.is_text or column.wraps),
            width=width,
        )
    for row in rows:
        table.add_row(*map(laid_out, row))
    paper.print_table(table)


def _print_stacked(paper: Paper, columns: Sequence[Column], row: Sequence[Said]) -> None:
    filled = [(column, cell) for column, cell in zip(columns, row, strict=True) if cell.text]
    for column, cell in filled:
        if column.is_id:
            paper.print(cell._replace(style="bold"))
    for column, cell in filled:
        if column.is_text:
            paper.print_hanging(("  ", "  "), cell)
    rest = [
        f"{column.heading} {cell.text}" for column, cell in filled if not (column.is_id or column.is_text)
    ]
    if rest:
        paper.print_hanging(("  ", "  "), Said("; ".join(rest)))


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[Said]], width: int) -> list[int] | None:
    """Return how wide each column is, or None where they do not all find room."""
    texts = [[column.heading, *(row[place].text for row in rows)] for place, column in enumerate(columns)]
    wanted = [max(map(cells, column)) for column in texts]
    widths = [*wanted]
    for place, column in enumerate(columns):
        if column.is_text or column.wraps:
            words = chain.from_iterable(text.split() for text in texts[place])
            longest = min(max(map(cells, words), default=0), LONGEST_WORD)
            widths[place] = min(wanted[place], max(PROSE if column.is_text else 0, longest))
    left = width - GAP * (len(columns) - 1) - sum(widths)
    if left < 0:
        return None
    narrow = sorted(range(len(columns)), key=lambda place: wanted[place] - widths[place])
    for waiting, place in enumerate(narrow):
        more = min(wanted[place] - widths[place], left // (len(narrow) - waiting))
        widths[place] += more
        left -= more
    return widths
