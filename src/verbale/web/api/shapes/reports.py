"""Reports, readings, and what adding a report came to."""

from datetime import date, datetime
from typing import Literal

from pydantic import Field

from verbale.web.api.asked import Text
from verbale.web.api.shapes.base import Office, Place, Shape, When, Words, example
from verbale.web.api.shapes.claims import Claim

GIVEN = {
    "id": "wire:42",
    "text": "Slovakia's Foreign Minister, Martin Kováč, visited Belgrade on Tuesday. He met Ana Petrović.",
    "published": "2024-09-12",
    "title": "Kováč in Belgrade",
    "publisher": "Wire",
    "url": "https://wire.example/42",
}


class GivenReport(Shape):
    """A report to be read. Without `id` it gets one from its text and day; without `published`, relative dates
    stay unresolved.
    """

    model_config = example(GIVEN)

    text: str
    id: Text | None = None
    published: str | None = Field(None, description="The day it came out, as 2024-06-30.")
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = Field(None, description="ISO 639-1; only `en` is read.")


class ReadReport(Shape):
    """The report that was read, without its text."""

    id: str
    title: str
    publisher: str
    url: str
    published: date | None
    language: str


class Actor(Shape):
    """Somebody in a text: mentions are half-open offsets in code points."""

    id: str
    name: str
    kind: Literal["person", "state", "body", "group", "office"]
    country: str | None
    aliases: list[str]
    mentions: list[list[int]]


class ReadClaim(Shape):
    """A claim of a reading that is not stored: parties are ids of its actors."""

    id: str
    type: str
    mode: str | None
    actor: list[str]
    recipient: list[str]
    object: str | None
    office: Office | None
    topic: str | None
    quote: str | None
    when: When | None
    place: Place | None
    negated: bool
    status: Literal["happened", "planned", "alleged", "called_for"]
    attributed_to: list[str]
    evidence: Words
    trigger: Words
    confidence: float


class Reading(Shape):
    """What `verbale read` prints: actors and claims of one report."""

    report: ReadReport
    reader_version: str
    actors: list[Actor]
    claims: list[ReadClaim]


class Changes(Shape):
    """How many claims of a report are new, gone, or the same with another date or detail."""

    added: int
    removed: int
    redated: int
    revised: int


class Added(Shape):
    """What became of a report that was added; `copy_of` is the report that it reprints."""

    model_config = example(
        {
            "report": "wire:42",
            "outcome": "added",
            "copy_of": None,
            "changes": {"added": 5, "removed": 0, "redated": 0, "revised": 0},
        }
    )

    report: str
    outcome: Literal["added", "reread", "unchanged", "forgotten"]
    copy_of: str | None
    changes: Changes


class ListedReport(Shape):
    """A report without its text, and how many claims of it stand."""

    model_config = example(
        {
            "id": "wire:42",
            "title": "Kováč in Belgrade",
            "publisher": "Wire",
            "published": "2024-09-12",
            "claims": 5,
        }
    )

    id: str
    title: str
    publisher: str
    published: date | None
    claims: int


class ReportPage(Shape):
    """A page of reports, the newest first."""

    after: str | None
    reports: list[ListedReport]


class KnownActor(Actor):
    """An actor of a report of the record, and which identity that is."""

    identity: str | None


class Report(Shape):
    """A report with its text and its claims; `copies` repeat it, `redacted_at` says when it was forgotten."""

    id: str
    title: str
    publisher: str
    url: str
    published: date | None
    language: str
    text: str
    copy_of: str | None
    copies: list[str]
    recorded_at: datetime
    redacted_at: datetime | None
    reader_version: str | None
    actors: list[KnownActor]
    claims: list[Claim]
