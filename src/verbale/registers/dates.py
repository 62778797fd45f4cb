"""Dates as lists write them, as precise as they are: `2023-07-11`, `2023-07`, `2023`."""

import re
from datetime import date, timedelta
from functools import lru_cache

_MONTHS = {
    month: number
    for number, month in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[Tt Zz+-].*)?$")
_DAY_FIRST = re.compile(r"(\d{1,2})[ -]([a-z]{3})[a-z]*\.?[ ,-]+(\d{4})$")
_MONTH_FIRST = re.compile(r"([a-z]{3})[a-z]*\.? (\d{1,2}), ?(\d{4})$")
_MONTH_YEAR = re.compile(r"([a-z]{3})[a-z]*\.? (\d{4})$")
_SLASHED = re.compile(r"(\d{1,2}|dd)/(\d{1,2}|mm)/(\d{4})$")
_LONGEST = 200
"""Longest text, in characters, that is taken for a date: what is kept of those seen stays small."""
_ABOUT = re.compile(r"^(?:circa|approximately|approx\.?|about|c\.|between)\s+")


def parse_date(text: str | None, *, month_first: bool = False) -> str | None:
    """A date of a list as ISO 8601, as precise as given; None where there is none or it is no date.

    `month_first` is the American order of dates with slashes; the British one is the default, since
    only OFAC's files have the other.

    >>> parse_date("02 Oct 1972"), parse_date("circa 1961"), parse_date("Oct 1972"), parse_date("2023-7-1")
    ('1972-10-02', '1961', '1972-10', '2023-07-01')
    >>> parse_date("11/07/2023"), parse_date("07/11/2023", month_first=True), parse_date("dd/mm/1975")
    ('2023-07-11', '2023-07-11', '1975')
    >>> parse_date("unknown") is None, parse_date("31 Feb 1970")
    (True, '1970-02')
    """
    if not text or len(text) > _LONGEST:
        return None
    return _parse(text, month_first)


@lru_cache(maxsize=20_000)
def _parse(text: str, month_first: bool) -> str | None:  # noqa: FBT001 - the cache is faster so
    """As `parse_date`; lists repeat their dates."""
    given = _ABOUT.sub("", text.strip().lower())
    for pattern, order in (
        (_ISO, "ymd"),
        (_DAY_FIRST, "dmy"),
        (_MONTH_FIRST, "mdy"),
        (_MONTH_YEAR, "my"),
        (_SLASHED, "mdy" if month_first else "dmy"),
    ):
        match = pattern.match(given)
        if match:
            parts = dict(zip(order, match.groups(), strict=True))
            return _join(parts["y"], parts.get("m"), parts.get("d"))
    return None


def _join(year: str | None, month: str | None, day: str | None) -> str | None:
    """The ISO form of the parts, without those that are no calendar date."""
    if not year or not 1000 <= int(year) <= 2999:
        return None
    number = _MONTHS.get(month[:3]) if month and month.isalpha() else int(month or 0)
    if not number or not 1 <= number <= 12:
        return year
    try:
        return date(int(year), number, int(day or "")).isoformat()
    except ValueError:
        return f"{year}-{number:02}"


def first_day(partial: str | None) -> date | None:
    """The first day that a partial date can mean.

    >>> first_day("2023-07"), last_day("2023-07"), last_day("2023"), first_day(None)
    (datetime.date(2023, 7, 1), datetime.date(2023, 7, 31), datetime.date(2023, 12, 31), None)
    """
    if not partial:
        return None
    year, month, day = (*(int(part) for part in partial.split("-")), 1, 1)[:3]
    return date(year, month, day)


def last_day(partial: str | None) -> date | None:
    """The last day that a partial date can mean."""
    if not partial:
        return None
    parts = [int(part) for part in partial.split("-")]
    if len(parts) == 3:
        return date(*parts)
    if len(parts) == 1 or parts[1] == 12:
        return date(parts[0], 12, 31)
    return date(parts[0], parts[1] + 1, 1) - timedelta(days=1)
