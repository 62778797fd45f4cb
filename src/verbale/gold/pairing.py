"""Pair what was read in one report with what people annotated in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from verbale.gold.matching import Fields, compare_claims, is_same_actor


@dataclass(frozen=True, slots=True)
class Compared:
    """One report, annotated and read; claims and actors are those of the files, in their order."""

    gold: Fields
    read: Fields

    def claims(self, side: str) -> Sequence[Fields]:
        """The claims of a side, "gold" or "read"."""
        found: Sequence[Fields] = (self.gold if side == "gold" else self.read).get("claims") or []
        return found

    def actors(self, side: str) -> dict[str, Fields]:
        """The actors of a side by id."""
        return {a["id"]: a for a in (self.gold if side == "gold" else self.read).get("actors") or []}

    def parties(self, side: str, claim: Fields, role: str) -> list[Fields]:
        """The actors in a role of a claim."""
        known = self.actors(side)
        return [known[i] for i in claim.get(role) or [] if i in known]


@dataclass(frozen=True, slots=True)
class Pair:
    """An annotated claim and the claim that was read of it, by their places in the files."""

    gold: int
    read: int
    exact: bool


def pair_claims(report: Compared, *, by_class: bool = False) -> tuple[Pair, ...]:
    """Claims that match at the core, one to one, the closest first."""
    gold_actors, actors = report.actors("gold"), report.actors("read")
    cells = []
    for i, gold in enumerate(report.claims("gold")):
        for j, read in enumerate(report.claims("read")):
            match = compare_claims(gold, read, gold_actors, actors, by_class=by_class)
            if match.core:
                cells.append((-match.closeness, i, j, match.exact))
    taken_gold: set[int] = set()
    taken_read: set[int] = set()
    pairs = []
    for _, i, j, exact in sorted(cells, key=lambda cell: cell[:3]):
        if i not in taken_gold and j not in taken_read:
            taken_gold.add(i)
            taken_read.add(j)
            pairs.append(Pair(i, j, exact))
    return tuple(pairs)


def count_actors(report: Compared) -> int:
    """How many annotated actors were read with their kind and country."""
    left = report.actors("read")
    found = 0
    for gold in report.actors("gold").values():
        for key, read in left.items():
            if _is_found(gold, read):
                found += 1
                del left[key]
                break
    return found


def _is_found(gold: Fields, read: Fields) -> bool:
    same = gold["kind"] == read.get("kind") and (gold.get("country") or None) == (read.get("country") or None)
    return same and is_same_actor(gold, read)
