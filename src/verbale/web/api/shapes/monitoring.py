"""What is new, who is on a list, what the registers say."""

from datetime import date, datetime
from typing import Any, Literal

from pydantic import Field

from verbale.web.api.shapes.base import Shape, example
from verbale.web.api.shapes.claims import Check, Claim


class About(Shape):
    """Somebody whom a change is about."""

    identity: str | None
    name: str


class Change(Shape):
    """A claim that is new, gone or revised since a moment; `before` is how a revised one stood."""

    change: Literal["new", "gone", "revised"]
    at: datetime
    about: list[About]
    changed: list[str]
    claim: Claim
    before: Claim | None


class ChangePage(Shape):
    """Changes in the order in which the record learnt of them."""

    after: str | None
    changes: list[Change]


class Match(Shape):
    """An entry of a list that a name may mean: list, version, entry, score and why."""

    model_config = example(
        {
            "query": "Peter Hronec",
            "register": "ofac",
            "kind": "ofac",
            "issued": "2024-06-11",
            "entry": "43736",
            "name": "HRONEC, Peter",
            "names": [],
            "schema": "Person",
            "countries": ["sk"],
            "birth_dates": ["1972"],
            "topics": ["sanction"],
            "listings": [{"programme": "BALKANS-EO14033"}],
            "score": 0.95,
            "level": "alert",
            "features": [{"name": "name_match", "score": 0.95, "detail": None}],
        }
    )

    query: str
    register_: str = Field(alias="register")
    kind: str
    issued: date
    entry: str
    name: str
    names: list[str]
    schema_: str = Field(alias="schema")
    countries: list[str]
    birth_dates: list[str]
    topics: list[str]
    listings: list[dict[str, str]]
    score: float
    level: Literal["alert", "possible"]
    features: list[dict[str, Any]]


class Matches(Shape):
    """Entries that a name may mean, and which versions of which lists were asked."""

    lists: list[str]
    matches: list[Match]


class Checks(Shape):
    """What the registers were last found to say of claims."""

    model_config = example(
        {
            "checks": [
                {
                    "claim": "claim:0f6d6e1f43a7",
                    "verdict": "borne_out",
                    "rule": "sanction-listed",
                    "note": "ofac of 2024-06-11 lists HRONEC, Peter since 2023-07-11",
                    "register": "ofac",
                    "issued": "2024-06-11",
                    "row": {"entry": "43736", "tolerance_days": 3},
                }
            ]
        }
    )

    checks: list[Check]


class Version(Shape):
    """A list as issued on a day."""

    name: str
    kind: str
    issued: date
    complete: bool
    authority: str | None
    url: str
    hash: str
    counts: dict[str, int]
    recorded_at: datetime


class Versions(Shape):
    """The lists of the record, version by version."""

    registers: list[Version]


class Listed(Shape):
    """An entry by its id and main name."""

    id: str
    name: str


class Difference(Shape):
    """Who came, went and changed between two versions of a list."""

    earlier: Version
    later: Version
    came: list[Listed]
    went: list[Listed]
    changed: list[Listed]


class RegisterStats(Shape):
    """The newest version of a list, and how many there are."""

    name: str
    kind: str
    issued: date
    recorded_at: datetime
    versions: int


class Stats(Shape):
    """Figures on the record."""

    reports: int
    copies: int
    forgotten: int
    unread: int
    publishers: dict[str, int]
    first_published: date | None
    last_published: date | None
    last_recorded: datetime | None
    readers: dict[str, int]
    claims: int
    reprints: int
    types: dict[str, int]
    statuses: dict[str, int]
    identities: dict[str, int]
    events: int
    decisions: dict[str, int]
    feeds: int
    last_polled: datetime | None
    registers: list[RegisterStats]


class ClaimType(Shape):
    """A type of claim: what it means, its modes, what it exports to."""

    type: str
    group: str
    description: str
    symmetric: bool
    state: bool
    modes: list[str]
    plover: str | None
    cameo: str | None


class ClaimTypes(Shape):
    """The ontology: `verbale types`."""

    types: list[ClaimType]
