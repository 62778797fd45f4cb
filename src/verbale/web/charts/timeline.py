"""Events as dots on lanes along time; days too close to tell apart share one larger dot."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import sqrt

from markupsafe import Markup

from verbale.web.charts.axis import TimeAxis, span_axis, without_far
from verbale.web.charts.chart import Chart
from verbale.web.charts.svg import shorten, tag
from verbale.web.tables import Link, Table

WIDTH, LANE, TOP, LEFT = 960, 46, 8, 112
BIN = 9
"""Units within which days share a dot."""
LARGEST = 15.0


@dataclass(frozen=True, slots=True)
class Mark:
    """Something on a day in a lane. `standing` is happened, planned, alleged, called_for or negated."""

    day: date
    lane: str
    tone: str
    standing: str
    words: str
    href: str


def draw_timeline(name: str, title: str, marks: Sequence[Mark], lanes: Sequence[str]) -> Chart | None:
    """Marks on their lanes, in the order of `lanes`; lanes without marks are left out. None where there is no mark."""
    since = without_far([mark.day for mark in marks]) if marks else None
    drawn = [mark for mark in marks if since and mark.day >= since]
    axis = span_axis((mark.day for mark in drawn), LEFT, WIDTH - 8)
    if axis is None:
        return None
    used = [lane for lane in lanes if any(mark.lane == lane for mark in drawn)]
    height = TOP + LANE * len(used) + 24
    rows = [
        (mark.day, mark.lane, mark.standing.replace("_", " "), Link(mark.words, mark.href)) for mark in marks
    ]
    body = axis.draw(TOP, height - 20) + Markup("").join(
        _draw_lane(lane, TOP + LANE * at, [mark for mark in drawn if mark.lane == lane], axis)
        for at, lane in enumerate(used)
    )
    earlier = len(marks) - len(drawn)
    note = f"; {earlier} long before that in the table" if earlier else ""
    return Chart(
        name,
        title + note,
        WIDTH,
        height,
        body,
        Table(name, title, ("day", "kind", "standing", "what"), rows),
        zoom="x",
        left=LEFT,
        classes=tuple((lane, lane) for lane in used)
        + tuple((each, each.replace("_", " ")) for each in sorted({mark.standing for mark in marks})),
    )


def _draw_lane(lane: str, y: float, marks: Sequence[Mark], axis: TimeAxis) -> Markup:
    """A lane with its name and its dots."""
    bins: dict[tuple[int, str, str], list[Mark]] = defaultdict(list)
    for mark in marks:
        bins[int(axis.x(mark.day) // BIN), mark.tone, mark.standing].append(mark)
    middle = y + LANE / 2
    line = tag("line", x1=LEFT, x2=WIDTH - 8, y1=y + LANE, y2=y + LANE, class_="axis")
    label = tag("text", shorten(lane, 18), x=4, y=middle + 4, class_="strong")
    dots = [_draw_dot(bins[key], middle, axis) for key in sorted(bins)]
    return line + label + Markup("").join(dots)


def _draw_dot(marks: list[Mark], y: float, axis: TimeAxis) -> Markup:
    """One dot for one or more marks; its area says how many."""
    first, last = marks[0], marks[-1]
    days = sorted(mark.day for mark in marks)
    x = (axis.x(days[0]) + axis.x(days[-1])) / 2
    radius = min(LARGEST, 3.6 * sqrt(len(marks)))
    if len(marks) == 1:
        tip = f"{first.day.isoformat()}: {first.words}"
    else:
        tip = f"{days[0].isoformat()} – {days[-1].isoformat()}: {len(marks)}, among them {last.words}"
    dot = tag("circle", cx=x, cy=y, r=radius, data_r=radius, data_x=x, class_=f"dot {first.standing}")
    return tag(
        "a", dot, href=last.href, aria_label=tip, data_tip=tip, class_=f"tone-{first.tone}",
        data_class=f"{first.lane}|{first.standing}",
    )  # fmt: skip
