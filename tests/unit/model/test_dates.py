"""Dates as precise as they were given."""

from datetime import date

import pytest

from claimaudit.model import PartialDate


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2025-02", date(2025, 2, 1), date(2025, 2, 28)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-12", date(2025, 12, 1), date(2025, 12, 31)),
        ("2025-11-18", date(2025, 11, 18), date(2025, 11, 18)),
        ("2025-11-18T23:30:00-05:00", date(2025, 11, 19), date(2025, 11, 19)),
        ("2025-11-18T08:00:00Z", date(2025, 11, 18), date(2025, 11, 18)),
        ("9999-12", date(9999, 12, 1), date(9999, 12, 31)),
    ],
)
def test_precision_is_kept(text: str, first: date, last: date) -> None:
    found = PartialDate.parse(text)
    assert (found.text, found.first, found.last) == (text, first, last)
    assert str(found) == text


@pytest.mark.parametrize(
    "text",
    ["2025-13", "2025-02-30", "0000", "2025-1-1", "18.11.2025", "", "12:30:45", "2025-11-18 at noon", "٢٠٢٥"],
)
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match="is no date: write 2025"):
        PartialDate.parse(text)


def test_a_time_needs_a_zone() -> None:
    with pytest.raises(ValueError, match="has no time zone: add Z"):
        PartialDate.parse("2025-11-18T08:00:00")


def test_a_moment_outside_the_calendar_is_no_date() -> None:
    with pytest.raises(ValueError, match="is no date"):
        PartialDate.parse("0001-01-01T00:00:00+14:00")
