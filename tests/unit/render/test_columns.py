"""Tables lose nothing, however narrow the terminal is."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from claimaudit.render.columns import Column, render

COLUMNS = (
    Column("id", is_id=True),
    Column("basis", wraps=True),
    Column("claims", is_number=True),
    Column("text", is_text=True),
)
ROWS = [
    ("wire-2025-11-18", "not declared", "12", "The front would be frozen where it now runs."),
    ("post", "original", "3", ""),
]


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


ROOMY = f"""\
id                basis          claims   text
{"─" * 86}
wire-2025-11-18   not declared       12   The front would be frozen where it now runs.
post              original            3
"""
TIGHT = f"""\
id                basis          claims   text
{"─" * 70}
wire-2025-11-18   not declared       12   The front would be frozen
                                          where it now runs.
post              original            3
"""
NARROW = """\
wire-2025-11-18
  The front would be frozen where it now
  runs.
  basis not declared; claims 12
post
  basis original; claims 3
"""


@pytest.mark.parametrize(("width", "expected"), [(100, ROOMY), (70, TIGHT), (40, NARROW)])
def test_text_is_wrapped_first_and_without_room_a_row_is_a_few_lines(width: int, expected: str) -> None:
    assert render(COLUMNS, ROWS, width=width, color=False) == expected


def test_a_pipe_has_all_the_room() -> None:
    long = [("post", "original", "3", "word " * 200)]
    assert f"3   {('word ' * 200).strip()}\n" in render(COLUMNS, long, width=None, color=False)


@pytest.mark.parametrize("width", range(1, 120))
def test_nothing_is_lost_and_no_line_is_too_long(width: int) -> None:
    lines = render(COLUMNS, ROWS, width=width, color=False).splitlines()
    assert max(map(cell_len, lines)) <= max(width, 3)  # below that, two blanks and a letter are what there is
    told = squeezed("".join(lines))
    if width >= max(len(row[0]) for row in ROWS):
        assert all(any(row[0] in line.split() for line in lines) for row in ROWS)
    letters = sorted(squeezed("".join(cell for row in ROWS for cell in row)))
    assert all(told.count(letter) >= letters.count(letter) for letter in set(letters))


@given(st.lists(st.text("a漢é ", min_size=1, max_size=60), min_size=1, max_size=4), st.integers(1, 90))
def test_wide_letters_are_counted_as_they_are_seen(texts: list[str], width: int) -> None:
    columns = (Column("id", is_id=True), Column("text", is_text=True))
    lines = render(columns, [("an-id", text) for text in texts], width=width, color=False).splitlines()
    assert max(map(cell_len, lines)) <= max(width, 4)
