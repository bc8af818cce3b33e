"""The outcomes as one table of plain text."""

import os
import platform
from collections.abc import Iterable, Sequence
from importlib.metadata import PackageNotFoundError, version

from benchmarks.speed.rows import FLOOR_MISSED, Outcome, Unit

COLUMNS = ("what", "measured", "floor", "aim", "met?")
_DISTRIBUTIONS = (
    "claimaudit",
    "typer",
    "pydantic",
    "rich",
    "PyYAML",
    "yamllint",
    "check-jsonschema",
    "networkx",
)


def table(outcomes: Sequence[Outcome]) -> str:
    """Return a line for each outcome under a line of headings, in columns."""
    cells = [COLUMNS, *map(_cells, outcomes)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(COLUMNS))]
    return "\n".join(_line(row, widths) for row in cells)


def _cells(outcome: Outcome) -> tuple[str, ...]:
    row = outcome.row
    wanted = (shown(row.floor, row.unit), shown(row.aim, row.unit))
    if outcome.measured is None:
        return row.what, "-", *wanted, f"not measured: {outcome.missing} is not installed"
    so_far = f", so far {shown(row.so_far, row.unit)}" if row.so_far and outcome.met in FLOOR_MISSED else ""
    return row.what, shown(outcome.measured, row.unit), *wanted, f"{outcome.met}{so_far}"


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    what, *numbers, met = row
    padded = [number.rjust(width) for number, width in zip(numbers, widths[1:], strict=False)]
    return "  ".join([what.ljust(widths[0]), *padded, met])


def shown(figure: float, unit: Unit) -> str:
    """Return a figure to two digits or so.

    >>> shown(0.2513, "times"), shown(6.04, "times"), shown(1 / 51.7, "one in"), shown(15, "microseconds")
    ('0.25', '6.0', '1/52', '15 us')
    """
    if unit == "one in" and figure < 1:
        return f"1/{_rounded(1 / figure)}"
    return f"{_rounded(figure)} us" if unit == "microseconds" else _rounded(figure)


def _rounded(figure: float) -> str:
    if figure == int(figure):
        return str(int(figure))
    digits = 2 if figure < 2 else int(figure < 10)
    return f"{figure:.{digits}f}"


def machine() -> str:
    """Return what the figures hang on: interpreter, system, processors, and versions of what took part."""
    interpreter = f"{platform.python_implementation()} {platform.python_version()}"
    system = f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors"
    return f"{interpreter} on {system}\n{', '.join(_versions(_DISTRIBUTIONS))}"


def _versions(distributions: Iterable[str]) -> Iterable[str]:
    for distribution in distributions:
        try:
            yield f"{distribution} {version(distribution)}"
        except PackageNotFoundError:
            yield f"no {distribution}"
