"""Days of newspapers against days of registers."""

from datetime import date, timedelta

from verbale.model import Interval
from verbale.registers import first_day, last_day
from verbale.screening.corroboration.verdict import TOLERANCE_DAYS

_OPEN_START, _OPEN_END = date.min + timedelta(days=400), date.max - timedelta(days=400)


def days_apart(when: Interval, partial: str) -> int:
    """How many days lie between what a claim says and a date of a register; 0 where they overlap.

    Negative where the register's date is the earlier one.

    >>> july = Interval(date(2023, 7, 1), date(2023, 7, 31))
    >>> days_apart(july, "2023-07-11"), days_apart(july, "2023-08-02"), days_apart(july, "2023-06-29")
    (0, 2, -2)
    >>> days_apart(july, "2023")
    0
    """
    start, end = when.start or _OPEN_START, when.end or _OPEN_END
    first, last = first_day(partial) or _OPEN_START, last_day(partial) or _OPEN_END
    if first > end:
        return (first - end).days
    return -(start - last).days if last < start else 0


def agree(when: Interval, partial: str) -> bool:
    """Whether the dates are the same within the tolerance."""
    return abs(days_apart(when, partial)) <= TOLERANCE_DAYS


def off_by(when: Interval, partial: str) -> str:
    """Words for a difference within the tolerance; empty where there is none.

    >>> off_by(Interval(date(2023, 7, 12), date(2023, 7, 12)), "2023-07-11")
    ' (the report is 1 day off)'
    """
    apart = abs(days_apart(when, partial))
    return f" (the report is {apart} day{'s' * (apart > 1)} off)" if apart else ""


def covers(start: str | None, end: str | None, day: date) -> bool:
    """Whether a span of a register holds on a day, within the tolerance; open ends hold for ever.

    >>> covers("2017-06-29", "2020-10-28", date(2020, 10, 30)), covers("2021", None, date(2019, 1, 1))
    (True, False)
    """
    margin = timedelta(days=TOLERANCE_DAYS)
    begins, ends = first_day(start) or _OPEN_START, last_day(end) or _OPEN_END
    return begins - margin <= day <= ends + margin


def touches(start: str | None, end: str | None, when: Interval) -> bool:
    """Whether a span of a register and one of a claim share a day."""
    begins, ends = first_day(start) or _OPEN_START, last_day(end) or _OPEN_END
    return begins <= (when.end or _OPEN_END) and (when.start or _OPEN_START) <= ends
