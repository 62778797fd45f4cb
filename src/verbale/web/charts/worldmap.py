"""Where things happened: dots on the outline of the world, their area the number of events."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from markupsafe import Markup

from verbale.web.charts.chart import Chart
from verbale.web.charts.projection import HEIGHT, WIDTH, project
from verbale.web.charts.svg import tag
from verbale.web.tables import Link, Table

SMALLEST_VIEW = 190.0
"""Units of the world that are shown at the least: about Europe."""
LARGEST = 17.0


@dataclass(frozen=True, slots=True)
class Point:
    """A place (WGS 84 degrees) with how many events; `tone` is theirs."""

    name: str
    country: str
    lat: float
    lon: float
    count: int
    tone: str
    href: str


def draw_map(name: str, title: str, points: Sequence[Point]) -> Chart | None:
    """The points on the world, cut to where they lie; None where there is none."""
    if not points:
        return None
    ordered = sorted(points, key=lambda point: (-point.count, point.name))
    view = _frame([project(point.lon, point.lat) for point in ordered])
    body = Markup("").join(_draw(point, view[2] / WIDTH) for point in ordered) + _label(ordered, view)
    rows = [(Link(each.name, each.href), each.country, each.count, each.lat, each.lon) for each in ordered]
    table = Table(name, title, ("place", "country", "events", "latitude", "longitude"), rows)
    return Chart(name, title, WIDTH, HEIGHT, body, table, zoom="xy", view=view, world=True, narrow=True)


def _frame(spots: Sequence[tuple[float, float]]) -> tuple[float, float, float, float]:
    """The part of the world that holds the spots with a margin, in the world's proportions."""
    left, right = min(x for x, _ in spots), max(x for x, _ in spots)
    top, bottom = min(y for _, y in spots), max(y for _, y in spots)
    width = max(SMALLEST_VIEW, (right - left) * 1.3, (bottom - top) * 1.5 * WIDTH / HEIGHT)
    width = min(width, float(WIDTH))
    height = width * HEIGHT / WIDTH
    x = min(max((left + right - width) / 2, 0.0), WIDTH - width)
    y = min(max((top + bottom - height) / 2, 0.0), HEIGHT - height)
    return round(x, 1), round(y, 1), round(width, 1), round(height, 1)


def _radius(point: Point) -> float:
    return min(LARGEST, 4.5 * sqrt(point.count))


def _draw(point: Point, unit: float) -> Markup:
    x, y = project(point.lon, point.lat)
    tip = f"{point.name}: {point.count} event{'' if point.count == 1 else 's'}"
    radius = _radius(point)
    dot = tag("circle", cx=x, cy=y, r=radius * unit, data_r=radius, class_="dot clear")
    return tag("a", dot, href=point.href, aria_label=tip, data_tip=tip, class_=f"tone-{point.tone}")


def _label(ordered: Sequence[Point], view: tuple[float, float, float, float]) -> Markup:
    """Names beside the largest dots, where they do not run into each other."""
    unit = view[2] / WIDTH
    taken: list[tuple[float, float, float]] = []
    labels = []
    for point in ordered[:40]:
        x, y = project(point.lon, point.lat)
        start, width = x + (_radius(point) + 4) * unit, len(point.name) * 7.5 * unit
        fits = start + width < view[0] + view[2]
        free = all(
            abs(y - at) > 15 * unit or start > end or start + width < begin for begin, end, at in taken
        )
        if fits and free:
            taken.append((start - 2 * _radius(point) * unit, start + width, y))
            labels.append(
                tag("text", point.name, x=start, y=y + 4 * unit, font_size=13 * unit, data_size=13,
                    class_="strong halo", aria_hidden="true")
            )  # fmt: skip
    return Markup("").join(labels)
