"""Where the nodes of a network lie: pushed apart by each other, pulled together by their ties.

Fruchterman and Reingold, "Graph drawing by force-directed placement", 1991, doi:10.1002/spe.4380211102, begun
from a spiral instead of at random: the same network always looks the same.
"""

from collections.abc import Mapping, Sequence
from math import cos, hypot, pi, sin, sqrt

ROUNDS = 70
_GOLDEN = pi * (3 - sqrt(5))

Spot = tuple[float, float]


def place_nodes(count: int, ties: Mapping[tuple[int, int], float], fixed: Sequence[int] = (0,)) -> list[Spot]:
    """Spots for nodes 0 to count-1 around the origin, each about one unit from the next.

    Args:
        count: how many nodes.
        ties: pairs of nodes with the weight of what ties them.
        fixed: nodes that stay where they begin; node 0 begins in the middle.

    >>> spots = place_nodes(3, {(0, 1): 1.0, (0, 2): 1.0})
    >>> spots[0], len(spots)
    ((0.0, 0.0), 3)
    """
    spots = [(sqrt(at) * cos(at * _GOLDEN), sqrt(at) * sin(at * _GOLDEN)) for at in range(count)]
    for round_ in range(ROUNDS):
        pushes = _push(spots)
        _pull(spots, ties, pushes)
        heat = 0.25 * sqrt(max(1, count)) * (1 - round_ / ROUNDS)
        for at, (dx, dy) in enumerate(pushes):
            length = hypot(dx, dy)
            if at not in fixed and length:
                step = min(length, heat) / length
                spots[at] = (spots[at][0] + dx * step, spots[at][1] + dy * step)
    return spots


def _push(spots: Sequence[Spot]) -> list[Spot]:
    """How each node is pushed away by all others: 1/distance."""
    moves = [[0.0, 0.0] for _ in spots]
    for one, (x, y) in enumerate(spots):
        for other in range(one):
            dx, dy = x - spots[other][0], y - spots[other][1]
            square = dx * dx + dy * dy or 1e-6
            dx, dy = dx / square, dy / square
            moves[one][0] += dx
            moves[one][1] += dy
            moves[other][0] -= dx
            moves[other][1] -= dy
    return [(x, y) for x, y in moves]


def _pull(spots: Sequence[Spot], ties: Mapping[tuple[int, int], float], moves: list[Spot]) -> None:
    """How each node is pulled by its ties: distance squared, more by heavier ones."""
    for (one, other), weight in ties.items():
        dx, dy = spots[one][0] - spots[other][0], spots[one][1] - spots[other][1]
        pull = hypot(dx, dy) * (0.35 + 0.25 * min(1.0, weight))
        moves[one] = (moves[one][0] - dx * pull, moves[one][1] - dy * pull)
        moves[other] = (moves[other][0] + dx * pull, moves[other][1] + dy * pull)
