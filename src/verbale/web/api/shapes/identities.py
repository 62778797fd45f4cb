"""People, states, bodies, groups and office-holders of the record, and what it has on them."""

from datetime import date, datetime
from typing import Any, Literal

from pydantic import Field

from verbale.web.api.shapes.base import Shape, example

LISTED = {
    "id": "identity:8593aaaf2105",
    "name": "Martin Kováč",
    "kind": "person",
    "country": "sk",
    "mentions": 12,
}

IDENTITY = {
    "id": "identity:8593aaaf2105",
    "name": "Martin Kováč",
    "kind": "person",
    "country": "sk",
    "names": ["Martin Kováč", "Kováč"],
    "offices": [{"title": "Foreign Minister", "body": None, "country": "sk", "day": "2024-09-12"}],
    "claims": 7,
    "first": "2024-08-01",
    "last": "2024-09-12",
}


class ListedIdentity(Shape):
    """Somebody, with how often reports name him."""

    model_config = example(LISTED)

    id: str
    name: str
    kind: Literal["person", "state", "body", "group", "office"]
    country: str | None
    mentions: int


class IdentityPage(Shape):
    """A page of identities, in the order of their ids."""

    after: str | None
    identities: list[ListedIdentity]


class OfficeSaid(Shape):
    """An office, and the last day on which a report says it is held."""

    title: str
    body: str | None
    country: str | None
    day: date


class Identity(Shape):
    """Somebody of the record; `first` and `last` are the days of the reports that name him."""

    model_config = example(IDENTITY)

    id: str
    name: str
    kind: Literal["person", "state", "body", "group", "office"]
    country: str | None
    names: list[str]
    offices: list[OfficeSaid]
    claims: int
    first: date | None
    last: date | None


class Candidate(Identity):
    """Somebody whom a name may mean, and how well he goes by it."""

    model_config = example({**IDENTITY, "fit": "same"})

    fit: Literal["same", "part", "variant"]


class Candidates(Shape):
    """Those whom a name may mean, the best first."""

    candidates: list[Candidate]


class NameCount(Shape):
    """A spelling, and how often reports have it."""

    name: str
    count: int


class Names(Shape):
    """The names that somebody goes by, the commonest first."""

    model_config = example(
        {"identity": "identity:8593aaaf2105", "names": [{"name": "Martin Kováč", "count": 9}]}
    )

    identity: str
    names: list[NameCount]


class Evidence(Shape):
    """One reason why a name in a report is taken for somebody, and its weight."""

    name: str
    note: str
    weight: float


class Link(Shape):
    """A name in a report taken for somebody; `actor` is what split and confirm speak of."""

    actor: int
    name: str
    kind: str
    report: str
    title: str
    publisher: str
    published: date | None
    strength: float
    evidence: list[Evidence]
    decided_by: str | None


class Links(Shape):
    """Where and why somebody is recognised, the weakest first; `total` may be more than are listed."""

    identity: str
    total: int
    links: list[Link]


class Decision(Shape):
    """What somebody decided, about what, and why."""

    id: str
    kind: str
    subject: dict[str, Any]
    by: str
    why: str
    decided_at: datetime


class DecisionPage(Shape):
    """A page of the log of decisions, the newest first."""

    after: str | None
    decisions: list[Decision]


class KeptMatch(Shape):
    """An entry of a list that somebody may be, as screening last found it, and what was decided about it."""

    register_: str = Field(alias="register")
    issued: date
    entry: str
    name: str
    score: float
    level: Literal["alert", "possible", "none"]
    features: list[dict[str, Any]]
    found_at: datetime
    decision: Decision | None


class KeptMatches(Shape):
    """What screening found about somebody, the likeliest first."""

    identity: str
    matches: list[KeptMatch]
