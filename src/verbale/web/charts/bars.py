"""Stretches of time as bars, one line each: offices, memberships, measures."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from verbale.web.charts.axis import TimeAxis, span_axis
from verbale.web.charts.chart import Chart
from verbale.web.charts.svg import group, shorten, tag
from verbale.web.tables import Link, Table

WIDTH, ROW, TOP = 960, 42, 10
EDGE = 14
"""Units over which a bar without a known end fades out."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One stretch: `start` and `end` are None where not known; `seen` are days on which it is reported to hold."""

    label: str
    note: str
    start: date | None
    end: date | None
    tone: str
    href: str
    seen: tuple[date, ...] = ()

    @property
    def days(self) -> list[date]:
        """The days that are known."""
        return [day for day in (self.start, self.end, *self.seen) if day]


def draw_bars(name: str, title: str, bars: Sequence[Bar]) -> Chart | None:
    """Bars on an axis of time, in the order given; None where no day of any is known."""
    axis = span_axis((day for bar in bars for day in bar.days), 8, WIDTH - 8)
    drawn = [bar for bar in bars if bar.days]
    if axis is None:
        return None
    height = TOP + ROW * len(drawn) + 24
    body = axis.draw(TOP, height - 20) + Markup("").join(
        _draw(bar, TOP + ROW * at, axis) for at, bar in enumerate(drawn)
    )
    rows = [(Link(bar.label, bar.href), bar.note, bar.start, bar.end) for bar in bars]
    table = Table(name, title, ("what", "where", "from", "to"), rows)
    return Chart(name, title, WIDTH, height, body, table, zoom="x", left=8)


def _draw(bar: Bar, y: float, axis: TimeAxis) -> Markup:
    """The bar below its label: full where its days are known, pale beyond."""
    first, last = min(bar.days), max(bar.days)
    x, end = axis.x(first), max(axis.x(last), axis.x(first) + 4)
    marks = []
    if bar.start is None:
        marks.append(_pale(max(axis.left, x - EDGE), x, y))
    if bar.end is None:
        marks.append(_pale(end, min(axis.right, end + EDGE), y))
    marks.append(
        tag("rect", x=x, y=y + 20, width=end - x, height=11, rx=2, class_="bar", data_x=x, data_x2=end)
    )
    marks += [
        tag("circle", cx=axis.x(day), cy=y + 25.5, r=2.2, class_="seen", data_x=axis.x(day))
        for day in sorted({*bar.seen})
    ]
    words = shorten(f"{bar.label} · {bar.note}" if bar.note else bar.label, 90)
    at_end = x > WIDTH * 0.6
    label = tag(
        "text", words, x=(WIDTH - 8) if at_end else x, y=y + 14, class_="strong",
        text_anchor="end" if at_end else None, data_x=None if at_end else x,
    )  # fmt: skip
    tip = f"{bar.label}: {_say(bar.start, 'start not reported')} – {_say(bar.end, 'end not reported')}"
    return tag("a", label, *marks, href=bar.href, aria_label=tip, data_tip=tip, class_=f"tone-{bar.tone}")


def _pale(x: float, end: float, y: float) -> Markup:
    return group(
        tag(
            "rect",
            x=x,
            y=y + 20,
            width=max(0.0, end - x),
            height=11,
            class_="bar pale",
            data_x=x,
            data_x2=end,
        )
    )


def _say(day: date | None, otherwise: str) -> str:
    return day.isoformat() if day else otherwise
