"""Dates as precise as they were given."""

from datetime import date, datetime

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


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2025", "2024-12-31T10:00:00Z", "2026-01-01T12:00:00Z"),
        ("2025-11", "2025-10-31T10:00:00Z", "2025-12-01T12:00:00Z"),
        ("2025-11-18", "2025-11-17T10:00:00Z", "2025-11-19T12:00:00Z"),
        ("2025-11-18T08:00:00+02:00", "2025-11-18T06:00:00Z", "2025-11-18T06:00:00Z"),
    ],
)
def test_moments_that_it_may_mean(text: str, earliest: str, latest: str) -> None:
    found = PartialDate.parse(text)
    assert found.earliest == datetime.fromisoformat(earliest)
    assert found.latest == datetime.fromisoformat(latest)


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        ("2025-11-17", "2025-11-19", True),
        ("2025-11-18", "2025-11-19", False),
        ("2025-11-18", "2025-11-18", False),
        ("2025-10", "2025-11-02", True),
        ("2025-10", "2025-11-01", False),
        ("2025-11-01", "2025-11", False),
        ("2024", "2025-01-02", True),
        ("2025", "2025-11-18", False),
        ("2025-11-18", "2025-11-19T12:00:00Z", False),
        ("2025-11-18", "2025-11-19T12:00:01Z", True),
        ("2025-11-17T09:59:59Z", "2025-11-18", True),
        ("2025-11-17T10:00:00Z", "2025-11-18", False),
        ("2025-11-18T08:00:00Z", "2025-11-18T08:00:01Z", True),
        ("2025-11-18T09:30:00+02:00", "2025-11-18T08:00:00Z", True),
        ("2025-11-18T08:00:00Z", "2025-11-18T08:00:00Z", False),
        ("0001-01-01", "9999-12-31", True),
        ("0001-01-01", "9999-12-31T12:00:00Z", True),
        ("9999-12-31", "0001-01-01", False),
        ("9999-12-31", "0001-01-01T00:00:00Z", False),
        ("9999", "9999-12-31T23:59:59Z", False),
        ("0001-01-01T00:00:00Z", "0001", False),
    ],
)
def test_before_whatever_the_zones(one: str, other: str, before: bool) -> None:  # noqa: FBT001  a row of a table
    first, second = PartialDate.parse(one), PartialDate.parse(other)
    assert first.is_before(second) is before
    assert not (before and second.is_before(first))
