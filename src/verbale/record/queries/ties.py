"""With whom somebody has to do: counterparts with counts by type and period."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from verbale.record.queries.dealings import Dealing, Dealings, Other


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Somebody whom claims name beside the one asked for; `types` and `years` count them, the commonest first."""

    other: Other
    claims: int
    types: dict[str, int]
    years: dict[int, int]
    first: date | None
    last: date | None

    def to_dict(self) -> dict[str, Any]:
        """The counterpart for JSON."""
        return {
            "id": self.other.id,
            "name": self.other.name,
            "kind": self.other.kind,
            "country": self.other.country,
            "claims": self.claims,
            "types": self.types,
            "years": {str(year): count for year, count in self.years.items()},
            "first": self.first.isoformat() if self.first else None,
            "last": self.last.isoformat() if self.last else None,
        }


def list_counterparts(dealings: Dealings) -> tuple[Counterpart, ...]:
    """The counterparts, those with the most claims first.

    What is negated counts not, nor where somebody is merely cited, nor offices: to hold one ties to nobody.
    """
    found: dict[str, list[Dealing]] = defaultdict(list)
    for each in dealings.claims:
        if not each.negated and each.roles != {"attributed_to"}:
            for other in each.others:
                found[other].append(each)
    ties = [_describe(dealings.others[other], claims) for other, claims in found.items()]
    return tuple(sorted(ties, key=lambda tie: (-tie.claims, tie.other.name, tie.other.id)))


def _describe(other: Other, claims: Sequence[Dealing]) -> Counterpart:
    days = [each.day for each in claims if each.day]
    types = Counter(each.type for each in claims)
    return Counterpart(
        other,
        len(claims),
        dict(sorted(types.items(), key=lambda item: (-item[1], item[0]))),
        dict(sorted(Counter(day.year for day in days).items())),
        min(days, default=None),
        max(days, default=None),
    )
