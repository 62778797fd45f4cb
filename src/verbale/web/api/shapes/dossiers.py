"""What is told of somebody: states over time, lines, the dossier, timelines, events."""

from datetime import date
from typing import Literal

from verbale.web.api.shapes.base import Shape, example
from verbale.web.api.shapes.claims import Claim, Party
from verbale.web.api.shapes.identities import Identity, KeptMatch

STATE = {
    "kind": "office",
    "title": "Foreign Minister",
    "body": None,
    "country": "sk",
    "other": None,
    "start": {"first": "2023-10-25", "last": "2023-10-25", "claims": ["claim:1a2b3c4d5e6f"]},
    "end": None,
    "seen": ["2024-09-12"],
    "contradictions": [],
    "standing": ["borne out by cabinet of 1 September 2024"],
}

LINE = {
    "day": "2024-09-10",
    "when": "10 September 2024",
    "text": "met Ana Petrović",
    "according_to": None,
    "sources": [
        {
            "publisher": "Wire",
            "title": "Kováč in Belgrade",
            "url": "https://wire.example/42",
            "published": "2024-09-12",
        }
    ],
    "standing": ["one outlet"],
    "differences": [],
    "claims": ["claim:0f6d6e1f43a7"],
}


class End(Shape):
    """When a state began or ended, at the earliest and at the latest, with the claims that tell it."""

    first: date | None
    last: date
    claims: list[str]


class Contradiction(Shape):
    """Claims about a state that cannot all hold."""

    note: str
    claims: list[str]


class State(Shape):
    """An office, a membership, or sanctions, from `start` to `end`; `seen` are days on which it is said to hold."""

    model_config = example(STATE)

    kind: Literal["office", "membership", "sanction"]
    title: str
    body: str | None
    country: str | None
    other: Party | None
    start: End | None
    end: End | None
    seen: list[date]
    contradictions: list[Contradiction]
    standing: list[str]


class Offices(Shape):
    """The offices that somebody is reported to hold or have held, the latest first."""

    identity: str
    offices: list[State]


class Source(Shape):
    """A report that tells of something."""

    publisher: str
    title: str
    url: str
    published: date | None


class Line(Shape):
    """One happening as a reader is told of it; `claims` lead to everything else."""

    model_config = example(LINE)

    day: date | None
    when: str
    text: str
    according_to: str | None
    sources: list[Source]
    standing: list[str]
    differences: list[str]
    claims: list[str]


class Section(Shape):
    """The latest lines of a kind; `claims` counts all claims of it."""

    heading: str
    claims: int
    complete: bool
    lines: list[Line]


class Counterpart(Shape):
    """Somebody whom claims name beside the one told of."""

    id: str
    name: str
    kind: str
    country: str | None
    claims: int
    types: dict[str, int]
    years: dict[str, int]
    first: date | None
    last: date | None


class Dossier(Shape):
    """Everything that is told of somebody: `verbale dossier --format json`."""

    head: Identity
    states: list[State]
    sections: list[Section]
    ties: list[Counterpart]
    matches: list[KeptMatch]


class Timeline(Shape):
    """What somebody did and had done to him, or what was between two, the latest first."""

    complete: bool
    lines: list[Line]


class Told(Shape):
    """A value that some reports of an event give."""

    value: str
    publishers: list[str]
    claims: list[str]


class ReportsDiffer(Shape):
    """What reports of one event tell differently, the commonest value first."""

    field: str
    values: list[Told]


class Event(Shape):
    """A happening that claims of several reports tell of; `publishers` are independent of each other."""

    id: str
    family: str
    first_reported: date | None
    last_reported: date | None
    publishers: list[str]
    differences: list[ReportsDiffer]
    claims: list[Claim]
    reprints: list[Claim]
