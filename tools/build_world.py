"""Build src/verbale/web/static/world.svg, the land of the maps, from Natural Earth as world-atlas packs it.

    python tools/build_world.py [--check]

The source is `countries-50m.json` of the npm package world-atlas 2.0.2 (TopoJSON, Natural Earth 1:50m, public
domain), kept in data-sources/world/. Borders are simplified arc by arc, so neighbours stay neighbours, and
projected with Equal Earth (Šavrič, Patterson and Jenny 2018), the projection that verbale.web.charts.projection
puts points on the map with. `--check` writes nothing and exits 1 where the file differs from what would be built.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from verbale.web.charts.projection import HEIGHT, WIDTH, project  # noqa: E402

SOURCE = ROOT / "data-sources" / "world" / "countries-50m.json"
TARGET = ROOT / "src" / "verbale" / "web" / "static" / "world.svg"

TOLERANCE = 0.35
"""Units of the drawing (1000 wide) that a simplified border may lie off the true one."""
SMALLEST = 0.6
"""Units squared below which an island is not drawn."""

Point = tuple[float, float]


def main() -> int:
    """Build or check the file; the exit code."""
    built = build(json.loads(SOURCE.read_text("utf-8")))
    if "--check" in sys.argv[1:]:
        if not TARGET.exists() or TARGET.read_text("utf-8") != built:
            print(f"{TARGET} differs from what {SOURCE} gives: run python tools/build_world.py")
            return 1
        return 0
    TARGET.write_text(built, "utf-8")
    print(f"{TARGET}: {len(built) // 1000} kB")
    return 0


def build(topology: dict[str, Any]) -> str:
    """The SVG file: one symbol `land`, a path a country, to be coloured by whoever uses it."""
    arcs = [simplify(arc) for arc in decode_arcs(topology)]
    countries = sorted(topology["objects"]["countries"]["geometries"], key=lambda each: str(each.get("id")))
    paths = (draw(country, arcs) for country in countries if country["properties"]["name"] != "Antarctica")
    body = "\n".join(f'<path d="{path}"/>' for path in paths if path)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">\n'
        f'<g id="land" vector-effect="non-scaling-stroke">\n{body}\n</g>\n</svg>\n'
    )


def decode_arcs(topology: dict[str, Any]) -> Iterator[list[Point]]:
    """The arcs as longitude and latitude, out of TopoJSON's delta coding."""
    (scale_x, scale_y), (shift_x, shift_y) = (
        topology["transform"]["scale"],
        topology["transform"]["translate"],
    )
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * scale_x + shift_x, y * scale_y + shift_y))
        yield points


def simplify(arc: list[Point]) -> list[Point]:
    """The points of an arc that Douglas and Peucker's method keeps on the drawing; both ends stay."""
    points = [project(*degrees) for degrees in arc]
    keep = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    if points[0] == points[-1] and len(points) > 3:
        middle = max(range(len(points)), key=lambda at: _distance(points[at], points[0], points[0]))
        keep.add(middle)
        spans = [(0, middle), (middle, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        inner = range(first + 1, last)
        far = max(inner, key=lambda at: _distance(points[at], points[first], points[last]))
        if _distance(points[far], points[first], points[last]) > TOLERANCE:
            keep.add(far)
            spans += [(first, far), (far, last)]
    return [arc[at] for at in sorted(keep)]


def _distance(point: Point, start: Point, end: Point) -> float:
    """How far a point lies from a line."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = (dx * dx + dy * dy) ** 0.5
    if not length:
        return float(((point[0] - start[0]) ** 2 + (point[1] - start[1]) ** 2) ** 0.5)
    return float(abs(dx * (start[1] - point[1]) - (start[0] - point[0]) * dy) / length)


def draw(country: dict[str, Any], arcs: list[list[Point]]) -> str:
    """The path of one country; empty where nothing of it is large enough to be seen."""
    polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
    rings = (ring for polygon in polygons for each in polygon for ring in _cut(_join(each, arcs)))
    drawn = ([project(*degrees) for degrees in ring] for ring in rings)
    return "".join(_write(ring) for ring in drawn if abs(_area(ring)) >= SMALLEST and len(ring) > 3)


def _join(indexes: list[int], arcs: list[list[Point]]) -> list[Point]:
    """One ring out of its arcs, its longitudes running on beyond 180; TopoJSON writes a reversed arc as ~index."""
    ring: list[Point] = []
    for index in indexes:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        for longitude, latitude in arc[1:] if ring else arc:
            turns = round((ring[-1][0] - longitude) / 360) if ring else 0
            ring.append((longitude + 360 * turns, latitude))
    return ring


def _cut(ring: list[Point]) -> Iterator[list[Point]]:
    """The parts of a ring within -180 and 180 degrees: what lies beyond is drawn at the other edge of the map."""
    for shift in (-360, 0, 360):
        part = [(longitude + shift, latitude) for longitude, latitude in ring]
        for edge, sign in ((-180.0, 1), (180.0, -1)):
            part = _keep(part, edge, sign)
        if part:
            yield [*part, part[0]] if part[0] != part[-1] else part


def _keep(ring: list[Point], edge: float, sign: int) -> list[Point]:
    """The part of a ring on one side of a meridian (Sutherland and Hodgman)."""
    kept: list[Point] = []
    for (x, y), (before, earlier) in zip(ring, ring[-1:] + ring[:-1], strict=True):
        inside, was = (x - edge) * sign >= 0, (before - edge) * sign >= 0
        if inside != was:
            kept.append((edge, earlier + (y - earlier) * (edge - before) / (x - before)))
        if inside:
            kept.append((x, y))
    return kept


def _area(ring: list[Point]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1], strict=True)) / 2


def _write(ring: list[Point]) -> str:
    """A ring as path data, relative, to a tenth of a unit."""
    x, y = round(ring[0][0] * 10), round(ring[0][1] * 10)
    out = [f"M{x / 10:g} {y / 10:g}l"]
    steps = []
    for point in ring[1:-1]:
        new_x, new_y = round(point[0] * 10), round(point[1] * 10)
        if (new_x, new_y) != (x, y):
            steps.append(f"{(new_x - x) / 10:g} {(new_y - y) / 10:g}")
        x, y = new_x, new_y
    return "".join(out) + " ".join(steps) + "z"


if __name__ == "__main__":
    sys.exit(main())
