"""What claims come to for the relation of those whom they name: cooperation or conflict, how much, when."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import fmean

from verbale.record.queries.dealings import Dealing, Dealings, Other
from verbale.web.classes import plover_of_type


@dataclass(frozen=True, slots=True)
class Balance:
    """How many claims tell of cooperation and of conflict, and their mean score; None where none has a score."""

    cooperation: int
    conflict: int
    tone: float | None


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Somebody whom claims name beside the one asked for, and what they come to."""

    other: Other
    claims: int
    balance: Balance
    types: dict[str, int]
    first: date | None
    last: date | None


def weigh(claims: Iterable[Dealing]) -> Balance:
    """The balance of claims; what is denied does not count."""
    scores = [
        found.score
        for each in claims
        if not each.negated and (found := plover_of_type(each.type)) is not None
    ]
    return Balance(
        sum(score > 0 for score in scores),
        sum(score < 0 for score in scores),
        fmean(scores) if scores else None,
    )


def list_counterparts(dealings: Dealings) -> list[Counterpart]:
    """Those whom somebody has to do with, the ones with the most claims first; where he is merely cited counts not."""
    by_other: dict[str, list[Dealing]] = defaultdict(list)
    for each in dealings.claims:
        if each.roles != {"attributed_to"}:
            for other in each.others:
                by_other[other].append(each)
    found = [_describe(dealings.others[other], claims) for other, claims in by_other.items()]
    return sorted(found, key=lambda each: (-each.claims, each.other.name, each.other.id))


def _describe(other: Other, claims: list[Dealing]) -> Counterpart:
    days = [each.day for each in claims if each.day]
    types = Counter(each.type for each in claims)
    ranked = dict(sorted(types.items(), key=lambda item: (-item[1], item[0])))
    return Counterpart(
        other, len(claims), weigh(claims), ranked, min(days, default=None), max(days, default=None)
    )


def count_months(claims: Iterable[Dealing]) -> dict[tuple[str, str], int]:
    """How many claims of each class of PLOVER there are in each month, in the order of time."""
    counts = Counter(
        (each.day.isoformat()[:7], found.name)
        for each in claims
        if each.day and not each.negated and (found := plover_of_type(each.type))
    )
    return dict(sorted(counts.items()))
