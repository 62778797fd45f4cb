"""Claims of the record with everything that is said of them."""

from datetime import date, datetime
from typing import Any, Literal

from pydantic import Field

from verbale.web.api.shapes.base import Office, Place, Shape, When, Words, example

PARTY = {
    "ref": "a1",
    "name": "Martin Kováč",
    "kind": "person",
    "country": "sk",
    "identity": "identity:8593aaaf2105",
    "known_as": "Martin Kováč",
}

CLAIM = {
    "id": "claim:0f6d6e1f43a7",
    "type": "visit",
    "mode": None,
    "actor": [PARTY],
    "recipient": [],
    "attributed_to": [],
    "object": None,
    "office": None,
    "topic": None,
    "quote": None,
    "when": {"start": "2024-09-10", "end": "2024-09-10", "text": "on Tuesday"},
    "place": {"name": "Belgrade", "country": "rs", "lat": 44.80401, "lon": 20.46513},
    "negated": False,
    "status": "happened",
    "evidence": {
        "start": 0,
        "end": 68,
        "text": "Slovakia's Foreign Minister, Martin Kováč, visited Belgrade on …",
    },
    "trigger": {"start": 43, "end": 50, "text": "visited"},
    "confidence": 0.95,
    "report": {
        "id": "wire:42",
        "title": "Kováč in Belgrade",
        "publisher": "Wire",
        "url": "https://wire.example/42",
        "published": "2024-09-12",
    },
    "event": None,
    "relation": None,
    "review": None,
    "verdict": None,
    "recorded_at": "2024-09-12T08:00:00+00:00",
}


class Party(Shape):
    """Somebody in a claim: as the report has him, and who that is in the record."""

    model_config = example(PARTY)

    ref: str
    name: str
    kind: Literal["person", "state", "body", "group", "office"]
    country: str | None
    identity: str | None
    known_as: str | None


class ReportHead(Shape):
    """The report that a claim stands in."""

    id: str
    title: str
    publisher: str
    url: str
    published: date | None


class Review(Shape):
    """What somebody decided about a claim; `values` are those of a correction."""

    verdict: Literal["accept", "reject", "correct"]
    values: dict[str, Any]
    by: str
    why: str
    decided_at: datetime
    decision: str


class Check(Shape):
    """What the registers say of a claim: by which rule, list and row."""

    claim: str
    verdict: Literal["borne_out", "contradicted", "not_covered"]
    rule: str
    note: str
    register_: str | None = Field(alias="register")
    issued: date | None
    row: dict[str, Any]


class Claim(Shape):
    """What a report says happened, holds or is planned."""

    model_config = example(CLAIM)

    id: str
    type: str
    mode: str | None
    actor: list[Party]
    recipient: list[Party]
    attributed_to: list[Party]
    object: str | None
    office: Office | None
    topic: str | None
    quote: str | None
    when: When | None
    place: Place | None
    negated: bool
    status: Literal["happened", "planned", "alleged", "called_for"]
    evidence: Words
    trigger: Words
    confidence: float
    report: ReportHead
    event: str | None
    relation: str | None
    review: Review | None
    verdict: Check | None
    recorded_at: datetime


class Count(Shape):
    """A value that narrows a search, and how many claims that leaves."""

    value: str
    label: str
    count: int


class ClaimPage(Shape):
    """A page of claims: `total` match, more than that where `counted` is false."""

    total: int
    counted: bool
    after: str | None
    claims: list[Claim]
    facets: dict[str, list[Count]] | None
