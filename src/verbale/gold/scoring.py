"""Score readings against annotated reports: precision, recall and F1 of claims and actors, shares of right slots."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from verbale.gold.matching import Fields
from verbale.gold.pairing import Compared, count_actors, pair_claims
from verbale.gold.slots import judge_slots
from verbale.lexicon.claim_types import load_claim_types

SLOTS = ("when", "nowhen", "place", "neg", "status", "attr", "evidence", "mode")


@dataclass(frozen=True, slots=True)
class Figures:
    """How many were right, said, and annotated.

    >>> Figures(right=3, said=4, gold=6).f1
    0.6
    """

    right: int
    said: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of what was said that is right; 0 where nothing was said."""
        return self.right / self.said if self.said else 0.0

    @property
    def recall(self) -> float:
        """Share of what is annotated that was found; 0 where nothing is annotated."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.said + self.gold) if self.right else 0.0

    def to_dict(self) -> dict[str, float | int]:
        """The figures, four decimals."""
        shares = {"p": round(self.precision, 4), "r": round(self.recall, 4), "f1": round(self.f1, 4)}
        return {**shares, "right": self.right, "said": self.said, "gold": self.gold}


@dataclass(frozen=True, slots=True)
class Score:
    """All figures over a folder of annotated reports; `slots` are shares of matched claims."""

    reports: int
    core: Figures
    exact: Figures
    plover: Figures
    actors: Figures
    slots: Mapping[str, float]
    types: Mapping[str, Figures]

    def to_dict(self) -> dict[str, object]:
        """One JSON object."""
        return {
            "reports": self.reports,
            **{name: getattr(self, name).to_dict() for name in ("core", "exact", "plover", "actors")},
            "slots": {slot: round(share, 4) for slot, share in self.slots.items()},
            "types": {type_: figures.to_dict() for type_, figures in self.types.items()},
        }


def score_readings(golds: Mapping[str, Fields], readings: Mapping[str, Fields]) -> Score:
    """Figures of readings against annotated reports, both by report id; a report without a reading counts as missed."""
    tally: Counter[tuple[str, str]] = Counter()
    for id_, gold in sorted(golds.items()):
        _count_report(Compared(gold, readings.get(id_, {})), tally)
    types = sorted({what for what, how in tally if how in ("gold", "said") and what in load_claim_types()})
    asked = [slot for slot in SLOTS if tally[slot, "asked"]]
    return Score(
        reports=len(golds),
        core=_figures(tally, "=core"),
        exact=_figures(tally, "=exact"),
        plover=_figures(tally, "=plover"),
        actors=_figures(tally, "=actors"),
        slots={slot: tally[slot, "right"] / tally[slot, "asked"] for slot in asked},
        types={type_: _figures(tally, type_) for type_ in types},
    )


def _figures(tally: Counter[tuple[str, str]], what: str) -> Figures:
    return Figures(tally[what, "right"], tally[what, "said"], tally[what, "gold"])


def _count_report(report: Compared, tally: Counter[tuple[str, str]]) -> None:
    known = load_claim_types()
    for side, how in (("gold", "gold"), ("read", "said")):
        for claim in report.claims(side):
            classed = ("=plover",) if known[claim["type"]].plover else ()
            tally.update((what, how) for what in ("=core", "=exact", claim["type"], *classed))
        tally["=actors", how] += len(report.actors(side))
    tally["=actors", "right"] += count_actors(report)
    tally["=plover", "right"] += len(pair_claims(report, by_class=True))
    for pair in pair_claims(report):
        gold, read = report.claims("gold")[pair.gold], report.claims("read")[pair.read]
        tally["=core", "right"] += 1
        tally["=exact", "right"] += pair.exact
        tally[gold["type"], "right"] += 1
        for slot, right in judge_slots(report, gold, read):
            tally[slot, "asked"] += 1
            tally[slot, "right"] += right
