"""Dates as precise as they were given: a year, a month, a day, or a moment with its zone."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Annotated, NamedTuple

from pydantic import PlainValidator, WithJsonSchema

_SHAPE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_LAST_MONTH = 12
_FIRST_ZONE = timezone(timedelta(hours=14))
_LAST_ZONE = timezone(timedelta(hours=-12))


class _NoDateError(ValueError):
    """Says what is wrong with a date in words for the user."""


class PartialDate(NamedTuple):
    """A date as it was written, and the days it may mean.

    `first` and `last` are the earliest and the latest calendar day in UTC; a moment has one day, and `moment`.
    """

    text: str
    first: date
    last: date
    moment: datetime | None = None

    def __str__(self) -> str:
        return self.text

    @property
    def earliest(self) -> datetime:
        """The earliest moment that it may mean: a day begins first in the zone UTC+14."""
        return self.moment or datetime.combine(self.first, time.min, _FIRST_ZONE)

    @property
    def latest(self) -> datetime:
        """The latest moment that it may mean: a day ends last in the zone UTC-12, at its midnight."""
        if self.moment:
            return self.moment
        end = datetime.combine(self.last, time.max, _LAST_ZONE)
        return end + timedelta.resolution if self.last < date.max else end

    def is_before(self, other: "PartialDate") -> bool:
        """Return whether it is earlier than `other` whatever moments the two mean, wherever they were written.

        Of two dates without a time one may be a day ahead for its zone alone. That a third date is in use, from
        10:00 to 12:00 UTC, is left aside: it is so only at sea and on a few small islands.
        """
        if self.moment is None and other.moment is None:
            return (other.first - self.last).days > 1
        return self.latest < other.earliest

    @classmethod
    def parse(cls, text: object) -> "PartialDate":
        """Return the date that `text` gives.

        Raises:
            ValueError: it is none of `2025`, `2025-11`, `2025-11-18` or a time with a zone.
        """
        if not isinstance(text, str):
            raise _NoDateError("a date is written 2025, 2025-11, 2025-11-18 or 2025-11-18T08:00:00Z")
        shape = _SHAPE.fullmatch(text)
        try:
            return cls(text, *_days(*shape.groups())) if shape else cls._of_moment(text)
        except _NoDateError:
            raise
        except (ValueError, OverflowError):
            raise _NoDateError(
                f"`{text}` is no date: write 2025, 2025-11, 2025-11-18 or 2025-11-18T08:00:00Z"
            ) from None

    @classmethod
    def _of_moment(cls, text: str) -> "PartialDate":
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is None:
            raise _NoDateError(f"`{text}` has no time zone: add Z or an offset such as +02:00")
        utc = moment.astimezone(UTC)
        return cls(text, utc.date(), utc.date(), utc)


def _days(year: str, month: str | None, day: str | None) -> tuple[date, date]:
    if day and month:
        exact = date(int(year), int(month), int(day))
        return exact, exact
    if month:
        return date(int(year), int(month), 1), _end_of_month(int(year), int(month))
    return date(int(year), 1, 1), date(int(year), 12, 31)


def _end_of_month(year: int, month: int) -> date:
    if month == _LAST_MONTH:
        return date(year, month, 31)
    return date(year, month + 1, 1) - timedelta(days=1)


def _day(value: object) -> date:
    if isinstance(value, date):
        return value
    parsed = PartialDate.parse(value)
    if parsed.first != parsed.last:
        raise ValueError(f"`{parsed.text}` is not one day: write it as 2026-12-31")
    return parsed.first


def _partial(value: object) -> PartialDate:
    return value if isinstance(value, PartialDate) else PartialDate.parse(value)


# For editors, which check as one types: the shape of a date, not whether there is such a day.
_YEAR, _DAY = r"(?!0000)[0-9]{4}", r"(0[1-9]|1[0-2])-?(0[1-9]|[12][0-9]|3[01])|W[0-5][0-9](-?[1-7])?"
_MOMENT = rf"{_YEAR}-?({_DAY})[^0-9]?[0-9]{{2}}[0-9:.,]*(Z|[+-][0-9]{{2}}[0-9:.,]*)"
_MONTH_OR_DAY = "(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?"

Published = Annotated[
    PartialDate,
    PlainValidator(_partial),
    WithJsonSchema(
        {
            "type": ["string", "integer"],  # to an editor, `2025` is a number
            "pattern": rf"^({_YEAR}(-{_MONTH_OR_DAY})?|{_MOMENT})$",
            "minimum": 1000,
            "maximum": 9999,
            "patternErrorMessage": "Write 2025, 2025-11, 2025-11-18 or 2025-11-18T08:00:00Z.",
        }
    ),
]
"""A date of any precision."""

Day = Annotated[
    date,
    PlainValidator(_day),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": rf"^({_YEAR}-({_DAY})|{_MOMENT})$",
            "patternErrorMessage": "Write one day, such as 2026-12-31.",
        }
    ),
]
"""One calendar day."""
