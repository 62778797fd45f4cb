"""What claims come to for the relation of those whom they name: cooperation or conflict, how much, when."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import fmean

from verbale.record.queries.dealings import Dealing, Dealings
from verbale.web.classes import plover_of_type


@dataclass(frozen=True, slots=True)
class Balance:
    """How many claims tell of cooperation and of conflict, and their mean score; None where none has a score."""

    cooperation: int
    conflict: int
    tone: float | None


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


def weigh_others(dealings: Dealings) -> dict[str, Balance]:
    """The balance with each counterpart, by id; claims in which one is merely cited do not count."""
    claims: dict[str, list[Dealing]] = defaultdict(list)
    for each in dealings.claims:
        if each.roles != {"attributed_to"}:
            for other in each.others:
                claims[other].append(each)
    return {other: weigh(some) for other, some in claims.items()}


def count_months(claims: Iterable[Dealing]) -> dict[tuple[str, str], int]:
    """How many claims of each class of PLOVER there are in each month, in the order of time."""
    counts = Counter(
        (each.day.isoformat()[:7], found.name)
        for each in claims
        if each.day and not each.negated and (found := plover_of_type(each.type))
    )
    return dict(sorted(counts.items()))
