"""Days and stretches of days in words, as precise as they are known."""

from datetime import date


def say_day(value: date | str | None) -> str:
    """A day for readers; nothing where there is none.

    >>> say_day(date(2024, 6, 3)), say_day("2024-06-03"), say_day(None)
    ('3 June 2024', '3 June 2024', '')
    """
    if not value:
        return ""
    day = date.fromisoformat(value[:10]) if isinstance(value, str) else value
    return f"{day.day} {day:%B} {day.year}"


def say_span(start: date | str | None, end: date | str | None) -> str:
    """Days from start to end in as few words as say them.

    >>> say_span("2024-06-03", "2024-06-03"), say_span("2023-07-01", "2023-07-31"), say_span("2022-01-01", None)
    ('3 June 2024', 'July 2023', 'since 1 January 2022')
    >>> say_span("2024-06-03", "2024-06-05"), say_span("2020-01-01", "2020-12-31"), say_span(None, "2020-05-01")
    ('3–5 June 2024', '2020', 'until 1 May 2020')
    """
    first = date.fromisoformat(start[:10]) if isinstance(start, str) else start
    last = date.fromisoformat(end[:10]) if isinstance(end, str) else end
    if not first or not last:
        return f"since {say_day(first)}" if first else f"until {say_day(last)}" if last else ""
    return say_day(first) if first == last else _say_stretch(first, last)


def _say_stretch(first: date, last: date) -> str:
    """Two different days as a year, a month, or a stretch."""
    following = date.fromordinal(last.toordinal() + 1)
    if (first.day, following.day) == (1, 1):
        if first.month == 1 and following.month == 1:
            return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
        if (first.year, first.month) == (last.year, last.month):
            return f"{first:%B} {first.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{say_day(last)}"
    return f"{say_day(first)} – {say_day(last)}"
