"""How much cooperation and conflict, period by period: bars above and below a line, stacked by PLOVER's classes."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from verbale.web.charts.chart import Chart
from verbale.web.charts.svg import tag
from verbale.web.classes import load_plover
from verbale.web.tables import Table

WIDTH, HEIGHT, LEFT, TOP, BOTTOM = 960, 300, 40, 12, 26
TALLEST = 36
"""The most that one claim takes of the height: a few claims make a low drawing, not huge bars."""
PERIODS = (("month", 1), ("quarter", 3), ("year", 12), ("decade", 120))
"""Periods with their months; the shortest that gives no more than MOST bars is taken."""
MOST = 40


@dataclass(frozen=True, slots=True)
class Count:
    """So many events of a PLOVER class on a day."""

    day: date
    plover: str
    count: int


def draw_counts(name: str, title: str, counts: Sequence[Count], href: str) -> Chart | None:
    """Bars by period; None where there is nothing. `href` is asked with `since` and `until` added to its query."""
    classes = load_plover()
    known = [each for each in counts if each.plover in classes]
    if not known:
        return None
    months = choose_months([each.day for each in known])
    totals: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for each in known:
        totals[_index(each.day, months)][each.plover] += each.count
    first, last = min(totals), max(totals)
    wide = (WIDTH - LEFT - 8) / (last - first + 1)
    above = max(
        (sum(n for c, n in row.items() if classes[c].score >= 0) for row in totals.values()), default=0
    )
    below = max(
        (sum(n for c, n in row.items() if classes[c].score < 0) for row in totals.values()), default=0
    )
    unit = min((HEIGHT - TOP - BOTTOM) / max(above + below, 1), TALLEST)
    height = round(TOP + (above + below) * unit + BOTTOM)
    zero = TOP + above * unit
    bars = [
        _stack(totals[index], LEFT + (index - first) * wide, wide, zero, unit, _period(index, months), href)
        for index in sorted(totals)
    ]
    rows = [
        (_period(index, months)[0], c, classes[c].quad, totals[index][c])
        for index in sorted(totals)
        for c in classes
        if totals[index].get(c)
    ]
    return Chart(
        name,
        title,
        WIDTH,
        height,
        _draw_axes(first, last, wide, months, zero, (above, below), unit, height) + Markup("").join(bars),
        Table(name, title, ("period", "class", "quad class", "events"), rows),
        legend=(
            ("coop", "cooperation, above the line"),
            ("conflict", "conflict, below"),
        ),
    )


def choose_months(days: Sequence[date]) -> int:
    """Months of the period that gives a readable number of bars.

    >>> choose_months([date(2024, 1, 1), date(2024, 12, 1)]), choose_months([date(1990, 1, 1), date(2024, 1, 1)])
    (1, 12)
    """
    for _, months in PERIODS:
        if _index(max(days), months) - _index(min(days), months) < MOST:
            return months
    return PERIODS[-1][1]


def _index(day: date, months: int) -> int:
    return (day.year * 12 + day.month - 1) // months


def _period(index: int, months: int) -> tuple[str, date, date]:
    """A period's name, first day and last."""
    at, after = index * months, (index + 1) * months
    first = date(max(1, at // 12), at % 12 + 1, 1)
    last = date.fromordinal(date(after // 12, after % 12 + 1, 1).toordinal() - 1)
    name = (
        f"{first:%b %Y}" if months == 1 else f"Q{(first.month + 2) // 3} {first.year}" if months == 3
        else str(first.year) if months == 12 else f"{first.year}s"
    )  # fmt: skip
    return name, first, last


def _stack(
    row: dict[str, int],
    x: float,
    wide: float,
    zero: float,
    unit: float,
    period: tuple[str, date, date],
    href: str,
) -> Markup:
    """The bars of one period, the mildest classes nearest the line."""
    classes = load_plover()
    up = down = zero
    found = []
    for each in sorted(row, key=lambda one: abs(classes[one].score)):
        score, tall = classes[each].score, row[each] * unit
        if score >= 0:
            up -= tall
        tip = f"{period[0]}: {row[each]} {each} ({classes[each].quad})"
        bar = tag(
            "rect", x=x + wide * 0.1, y=up if score >= 0 else down, width=min(wide * 0.8, 60.0),
            height=max(tall - 0.6, 0.8), class_=f"bar {'strong' if abs(score) > 5 else 'mild'}",
        )  # fmt: skip
        if score < 0:
            down += tall
        joint = "&" if "?" in href else "?"
        link = f"{href}{joint}since={period[1].isoformat()}&until={period[2].isoformat()}&plover={each}"
        tone = "coop" if score > 0 else "conflict" if score < 0 else "words"
        found.append(tag("a", bar, href=link, aria_label=tip, data_tip=tip, class_=f"tone-{tone}"))
    return Markup("").join(found)


def _draw_axes(
    first: int,
    last: int,
    wide: float,
    months: int,
    zero: float,
    most: tuple[int, int],
    unit: float,
    height: int,
) -> Markup:
    """The line between cooperation and conflict, the highest counts, names of periods where there is room."""
    every = max(1, round(90 / wide))
    names = [
        tag("text", _period(index, months)[0], x=LEFT + (index - first + 0.1) * wide, y=height - 8)
        for index in range(first, last + 1, every)
        if LEFT + (index - first) * wide < WIDTH - 60 or first == last
    ]
    heights = [
        tag(
            "text",
            str(value),
            x=LEFT - 6,
            y=zero + sign * value * unit + (10 if sign < 0 else 0),
            text_anchor="end",
        )
        for sign, value in ((-1, most[0]), (1, most[1]))
        if value
    ]
    line = tag("line", x1=LEFT, x2=WIDTH - 8, y1=zero, y2=zero, class_="zero")
    return line + Markup("").join(names + heights)
