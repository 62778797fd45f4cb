"""Calendar arithmetic on intervals of days: weeks, months, years and their parts."""

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

from verbale.model import Interval

THIRDS = {"early": 0, "mid": 1, "late": 2}


def one_day(day: date) -> Interval:
    """The interval of a single day."""
    return Interval(day, day)


def add_days(day: date, count: int) -> date:
    """`day` moved by `count` days, held at the ends of the calendar.

    >>> add_days(date(2024, 2, 28), 2)
    datetime.date(2024, 3, 1)
    >>> add_days(date.max, 1) == date.max
    True
    """
    ordinal = min(max(day.toordinal() + count, date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(ordinal)


def whole_week(day: date) -> Interval:
    """Monday to Sunday of the week of `day`."""
    monday = add_days(day, -day.weekday())
    return Interval(monday, add_days(monday, 6))


def whole_month(year: int, month: int) -> Interval:
    """First to last day of a month; a month number beyond 1 to 12 runs into other years.

    >>> whole_month(2024, 2).to_dict()
    {'start': '2024-02-01', 'end': '2024-02-29'}
    >>> whole_month(2024, 0).to_dict()
    {'start': '2023-12-01', 'end': '2023-12-31'}
    """
    year, month = clamp_year(year + (month - 1) // 12), (month - 1) % 12 + 1
    return Interval(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def whole_year(year: int) -> Interval:
    """First to last day of a year."""
    return whole_years(year, year)


def whole_years(first: int, last: int) -> Interval:
    """First day of year `first` to last day of year `last`."""
    return Interval(date(clamp_year(first), 1, 1), date(clamp_year(last), 12, 31))


def clamp_year(year: int) -> int:
    """`year` held within what `datetime.date` can express."""
    return min(max(year, MINYEAR), MAXYEAR)


def real_day(year: int, month: int, day: int) -> date | None:
    """The date, None where the calendar has no such day (31 June).

    >>> real_day(2023, 2, 29) is None
    True
    """
    try:
        return date(year, month, day)
    except ValueError:
        return None


def third_of(span: Interval, part: str) -> Interval:
    """The early, mid or late third of a closed interval: by months in a year, by ten days in a month.

    >>> third_of(whole_year(2023), "late").to_dict()
    {'start': '2023-09-01', 'end': '2023-12-31'}
    >>> third_of(whole_month(2024, 7), "late").to_dict()
    {'start': '2024-07-21', 'end': '2024-07-31'}
    """
    if span.start is None or span.end is None:
        return span
    days, third = (span.end - span.start).days + 1, THIRDS[part]
    if days > 360 and span.start.day == 1:
        months = round(days / 30.44) // 3
        base = span.start.year * 12 + span.start.month - 1 + third * months
        first = whole_month(base // 12, base % 12 + 1)
        last = whole_month((base + months - 1) // 12, (base + months - 1) % 12 + 1)
        return Interval(first.start, span.end if third == 2 else last.end)
    step = 10 if days > 20 else max(days // 3, 1)
    start = span.start + timedelta(third * step)
    return Interval(start, span.end if third == 2 else start + timedelta(step - 1))


def shift(day: date, count: int, unit: str) -> Interval:
    """The day, month, year ... that lies `count` units after `day` (before it where negative).

    Days and weeks give one day, months the calendar month, years the calendar year, as news means
    "two weeks ago" and "three years ago".

    >>> shift(date(2024, 6, 12), -2, "week").to_dict()
    {'start': '2024-05-29', 'end': '2024-05-29'}
    >>> shift(date(2024, 6, 12), -3, "year").to_dict()
    {'start': '2021-01-01', 'end': '2021-12-31'}
    """
    if unit in ("day", "week", "fortnight"):
        return one_day(add_days(day, count * {"day": 1, "week": 7, "fortnight": 14}[unit]))
    if unit == "month":
        return whole_month(day.year, day.month + count)
    if unit == "year":
        return whole_year(day.year + count)
    size = 10 if unit == "decade" else 100
    first = day.year - day.year % size + count * size
    return whole_years(first, first + size - 1)


def same_day_shifted(day: date, count: int, unit: str) -> date:
    """`day` itself moved by `count` units; the last day of the month where the calendar has no such day.

    >>> same_day_shifted(date(2024, 3, 31), -1, "month")
    datetime.date(2024, 2, 29)
    """
    target = shift(day, count, unit)
    start = target.start or day
    if unit in ("day", "week", "fortnight"):
        return start
    if unit == "month":
        return date(
            start.year,
            start.month,
            min(day.day, monthrange(start.year, start.month)[1]),
        )
    year = clamp_year(day.year + count * {"year": 1, "decade": 10}.get(unit, 100))
    return real_day(year, day.month, day.day) or date(year, day.month, 28)
