"""Who has to do with whom: nodes tied by lines, thicker for more events, coloured by cooperation or conflict."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log2, sqrt

from markupsafe import Markup

from verbale.web.charts.chart import Chart
from verbale.web.charts.forces import Spot, place_nodes
from verbale.web.charts.svg import shorten, tag
from verbale.web.tables import Link, Table

WIDTH, HEIGHT = 960, 620
MARGIN = 90
FEW = 6
"""Nodes that half the height is enough for."""


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody; the first of a network is the one it is about."""

    id: str
    name: str
    kind: str
    href: str


@dataclass(frozen=True, slots=True)
class Tie:
    """What ties two nodes: how many events, their mean score (-10 conflict to +10 cooperation), where they are."""

    one: str
    other: str
    count: int
    score: float
    href: str

    @property
    def tone(self) -> str:
        """The meaning of the score.

        >>> Tie("a", "b", 3, -6.0, "/").tone
        'conflict'
        """
        return "coop" if self.score > 0.5 else "conflict" if self.score < -0.5 else "words"


def draw_network(name: str, title: str, nodes: Sequence[Node], ties: Sequence[Tie]) -> Chart | None:
    """The network around the first node; None where nothing ties anybody."""
    at = {node.id: index for index, node in enumerate(nodes)}
    known = [tie for tie in ties if tie.one in at and tie.other in at]
    if not known:
        return None
    heaviest = max(tie.count for tie in known)
    weights = {(at[tie.one], at[tie.other]): tie.count / heaviest for tie in known}
    height = HEIGHT if len(nodes) > FEW else HEIGHT // 2
    spots = _fit(_place(len(nodes), tuple(sorted(weights.items()))), height)
    lines = [_draw_tie(tie, spots[at[tie.one]], spots[at[tie.other]], nodes, at) for tie in known]
    strength: dict[int, int] = {}
    for tie in known:
        for end in (at[tie.one], at[tie.other]):
            strength[end] = strength.get(end, 0) + tie.count
    knots = [
        _draw_node(node, spots[index], index == 0, strength.get(index, 1), height)
        for index, node in enumerate(nodes)
    ]
    names = {node.id: node.name for node in nodes}
    rows = [
        (names[tie.one], Link(names[tie.other], tie.href), tie.count, round(tie.score, 1)) for tie in known
    ]
    return Chart(
        name,
        title,
        WIDTH,
        height,
        Markup("").join(lines) + Markup("").join(knots),
        Table(name, title, ("one", "other", "events", "tone"), rows),
        zoom="xy",
        legend=(("coop", "mostly cooperation"), ("conflict", "mostly conflict"), ("words", "neither")),
        classes=(("coop", "cooperation"), ("conflict", "conflict"), ("words", "neither")),
    )


@lru_cache(maxsize=256)
def _place(count: int, weights: tuple[tuple[tuple[int, int], float], ...]) -> tuple[Spot, ...]:
    """Spots of a network; kept, for the same page is often asked for again."""
    ties: Mapping[tuple[int, int], float] = dict(weights)
    return tuple(place_nodes(count, ties))


def _fit(spots: Sequence[Spot], height: int) -> list[Spot]:
    """The spots stretched over the drawing, the first one where it falls."""
    left, right = min(x for x, _ in spots), max(x for x, _ in spots)
    top, bottom = min(y for _, y in spots), max(y for _, y in spots)
    wide, tall = max(right - left, 1e-6), max(bottom - top, 1e-6)
    return [
        (MARGIN + (x - left) / wide * (WIDTH - 2 * MARGIN), 40 + (y - top) / tall * (height - 80))
        for x, y in spots
    ]


def _draw_tie(tie: Tie, start: Spot, end: Spot, nodes: Sequence[Node], at: Mapping[str, int]) -> Markup:
    width = 1.0 + 1.6 * log2(tie.count) if tie.count > 1 else 1.2
    tip = (
        f"{nodes[at[tie.one]].name} and {nodes[at[tie.other]].name}: {tie.count} "
        f"event{'' if tie.count == 1 else 's'}, tone {tie.score:+.1f}"
    )
    line = tag(
        "line", x1=start[0], y1=start[1], x2=end[0], y2=end[1], stroke_width=min(width, 8.0), class_="edge"
    )
    return tag(
        "a", line, href=tie.href, aria_label=tip, data_tip=tip, data_class=tie.tone, class_=f"tone-{tie.tone}"
    )


def _draw_node(node: Node, spot: Spot, centre: bool, strength: int, height: int) -> Markup:  # noqa: FBT001 - one of two looks
    radius = 13.0 if centre else min(12.0, 4.0 + sqrt(strength))
    x, y = spot
    below = y < height - 40
    label = tag(
        "text", shorten(node.name, 26), x=x, y=y + (radius + 14 if below else -radius - 6), text_anchor="middle",
        class_="strong halo", data_size=12,
    )  # fmt: skip
    knot = tag(
        "circle", cx=x, cy=y, r=radius, data_r=radius, class_=f"node {'centre' if centre else node.kind}"
    )
    return tag("a", knot, label, href=node.href, data_tip=node.name)
