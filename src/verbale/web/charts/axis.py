"""Time along a line: where a day lies, and the ticks that say so."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from verbale.web.charts.svg import group, tag

MONTHS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
"""Steps between ticks, in months."""


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Days from `first` to `last`, both inclusive, between `left` and `right` of a drawing.

    >>> axis = TimeAxis(date(2024, 1, 1), date(2024, 12, 31), 0, 366)
    >>> axis.x(date(2024, 2, 1)), axis.x(date(1999, 1, 1))
    (31.0, 0.0)
    """

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Where a day begins; days beyond the ends lie at the ends."""
        days = (self.last - self.first).days + 1
        at = min(max((day - self.first).days, 0), days)
        return self.left + (self.right - self.left) * at / days

    def ticks(self) -> list[tuple[date, str]]:
        """Days with labels, rarely more than nine."""
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
        step = next((each for each in MONTHS if months / each <= 9), MONTHS[-1])
        found = [day for day in _months(self.first, self.last, step) if day >= self.first]
        return [(day, f"{day:%b %Y}" if step < 12 else str(day.year)) for day in found or [self.first]]

    def draw(self, top: float, bottom: float) -> Markup:
        """Lines for the ticks from top to bottom, their labels below; they move with the zoom."""
        return group(
            *(
                tag("line", x1=x, x2=x, y1=top, y2=bottom, data_x=x, class_="axis")
                + tag(
                    "text", label if x < self.right - 50 else "", x=x + 3, y=bottom + 13, data_x=x, data_dx=3
                )
                for day, label in self.ticks()
                for x in (self.x(day),)
            ),
            class_="ticks",
        )


def span_axis(days: Iterable[date], left: float, right: float) -> TimeAxis | None:
    """The axis that holds all the days with a little room; None where there is none.

    >>> span_axis([date(2024, 6, 10), date(2024, 6, 20)], 0, 100).first
    datetime.date(2024, 5, 31)
    """
    known = sorted(days)
    if not known:
        return None
    room = max(10, (known[-1] - known[0]).days // 40)
    first, last = known[0].toordinal() - room, known[-1].toordinal() + room
    low, high = date.min.toordinal(), date.max.toordinal()
    return TimeAxis(date.fromordinal(max(first, low)), date.fromordinal(min(last, high)), left, right)


def without_far(days: Sequence[date]) -> date:
    """The day from which on an axis is worth its room: a few that lie far before all the others are left out.

    >>> without_far([date(1905, 1, 1), *(date(2024, 1, day) for day in range(1, 31))])
    datetime.date(2024, 1, 1)
    >>> without_far([date(2020, 1, 1), date(2024, 1, 1)])
    datetime.date(2020, 1, 1)
    """
    ordered = sorted(days)
    early = ordered[len(ordered) // 20]
    span = (ordered[-1] - early).days + 30
    return early if (early - ordered[0]).days > 2 * span else ordered[0]


def _months(first: date, last: date, step: int) -> Iterator[date]:
    """First days of months at a step, counted from the year 0."""
    at = (first.year * 12 + first.month - 1) // step * step
    while at // 12 <= last.year:
        if at // 12 >= 1 and (day := date(at // 12, at % 12 + 1, 1)) <= last:
            yield day
        at += step
