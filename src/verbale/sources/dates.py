"""Dates of publication: read strictly, since every relative date of a report hangs on them."""

import re
from datetime import date, timedelta

from verbale.errors import BadDateError, DateOutOfRangeError
from verbale.sources.origin import Origin

EARLIEST = date(1800, 1, 1)
_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}\S*)?\Z")


def parse_published(value: str, origin: Origin) -> date:
    """The calendar day that an ISO 8601 date or date-time names, as written, in its own time zone.

    Raises:
        BadDateError: `value` is written otherwise, or names no day of the calendar.

    >>> parse_published("2024-06-11T23:30:00-04:00", Origin("r1"))
    datetime.date(2024, 6, 11)
    >>> parse_published("11/06/2024", Origin("r1"))
    Traceback (most recent call last):
    verbale.errors.BadDateError: r1: published '11/06/2024' is no date: write it as 2024-06-11
    """
    match = _ISO.match(value.strip())
    try:
        if match:
            return date.fromisoformat(match.group(1))
    except ValueError:
        pass
    raise BadDateError(origin.id, f"{origin.label}: published {value!r} is no date: write it as 2024-06-11")


def check_published(published: date | None, today: date | None, origin: Origin) -> None:
    """Nothing, if a report can have been published on that day.

    One day ahead of `today` is let pass: it is tomorrow already in Auckland when it is noon in New York.

    Raises:
        DateOutOfRangeError: the day lies in the future, or before 1800.

    >>> check_published(date(1750, 1, 1), None, Origin("r1"))
    Traceback (most recent call last):
    verbale.errors.DateOutOfRangeError: r1: published 1750-01-01 lies before 1800: correct the date
    """
    if published is None:
        return
    if published < EARLIEST:
        raise DateOutOfRangeError(
            origin.id, f"{origin.label}: published {published} lies before 1800: correct the date"
        )
    if today and published > today + timedelta(days=1):
        raise DateOutOfRangeError(
            origin.id,
            f"{origin.label}: published {published} lies in the future (today is {today}): correct the date",
        )
