"""Plain tables: the same rows for a terminal and for a pipe."""

from collections.abc import Sequence
from typing import NamedTuple

from claimaudit.render.paper import Paper, laid_out, said


class Column(NamedTuple):
    """One column: its heading, whether it holds numbers or ids, and whether it takes what width is left."""

    heading: str
    is_number: bool = False
    takes_rest: bool = False
    is_id: bool = False


def render(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], *, width: int | None, color: bool
) -> str:
    """Return the rows under their headings; what does not fit its column is wrapped, never cut."""
    from rich import box
    from rich.table import Table

    paper = Paper(width, color=color)
    table = Table(box=box.SIMPLE_HEAD, expand=False, pad_edge=False, show_edge=False)
    for column in columns:
        table.add_column(
            column.heading,
            justify="right" if column.is_number else "left",
            overflow="fold",
            no_wrap=column.is_id,
            ratio=1 if column.takes_rest and width is not None else None,
        )
    for row in rows:
        table.add_row(*(laid_out(said(cell)) for cell in row))
    paper.print_table(table)
    return paper.text()
