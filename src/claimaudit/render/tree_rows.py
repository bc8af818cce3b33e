"""The rows of trees, with the branches before them."""

from collections.abc import Sequence

from claimaudit.render.paper import Paper, said
from claimaudit.report import TreeRow


def print_rows(paper: Paper, rows: Sequence[TreeRow]) -> None:
    """Print the rows of a tree, each with its remark."""
    for row in rows:
        remark = f" ({row.remark})" if row.remark else ""
        paper.print_hanging(_branches(row.is_last), said(f"{row.text}{remark}"))


def _branches(is_last: Sequence[bool]) -> tuple[str, str]:
    """Return what stands before a row, and before the lines that it wraps into."""
    above = "".join("   " if last else "│  " for last in is_last[:-1])
    return (f"{above}{'└─ ' if is_last[-1] else '├─ '}", f"{above}{'   ' if is_last[-1] else '│  '}")
