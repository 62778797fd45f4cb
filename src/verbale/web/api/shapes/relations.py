"""Who has to do with whom, and how."""

from datetime import date

from pydantic import Field

from verbale.web.api.shapes.base import Shape, example
from verbale.web.api.shapes.claims import Claim

TONE = "Mean score of the classes of PLOVER, -10 (conflict) to +10 (cooperation), of what is not denied."


class Other(Shape):
    """Somebody in a relation."""

    id: str
    name: str
    kind: str
    country: str | None


class Tie(Other):
    """Somebody whom claims name beside the one asked for: how many, of which types, between which days."""

    model_config = example(
        {
            "id": "identity:27d35b1ad87a",
            "name": "Ana Petrović",
            "kind": "person",
            "country": "rs",
            "claims": 2,
            "cooperation": 2,
            "conflict": 0,
            "tone": 1.0,
            "types": {"meet": 2},
            "years": {"2024": 2},
            "first": "2024-09-10",
            "last": "2024-09-12",
        }
    )

    claims: int
    cooperation: int
    conflict: int
    tone: float | None = Field(description=TONE)
    types: dict[str, int]
    years: dict[str, int]
    first: date | None
    last: date | None


class Ties(Shape):
    """The counterparts of somebody, those with the most claims first."""

    identity: str
    complete: bool
    ties: list[Tie]


class ClassCount(Shape):
    """Claims of a class of PLOVER in a month."""

    month: str
    plover: str
    quad: str
    claims: int


class Relation(Shape):
    """What two have to do with each other: counts by month and class, the tone, the latest claims."""

    a: Other
    b: Other
    complete: bool
    claims: int
    cooperation: int
    conflict: int
    tone: float | None = Field(description=TONE)
    months: list[ClassCount]
    latest: list[Claim]
