"""Readings made by hand: what a reader would have found in reports that nobody wrote."""

from datetime import UTC, date, datetime

from verbale.model import (
    Actor,
    Claim,
    Interval,
    Kind,
    Office,
    Place,
    Reading,
    Report,
    Status,
    TextSpan,
    When,
)
from verbale.record import Store
from verbale.record.adding import add_readings

NOW = datetime(2024, 6, 20, 12, tzinfo=UTC)


def person(name: str, country: str | None = None, **more: object) -> Actor:
    return Actor("", name, Kind.PERSON, country, **more)  # type: ignore[arg-type]


def body(name: str, country: str | None = None, **more: object) -> Actor:
    return Actor("", name, Kind.BODY, country, **more)  # type: ignore[arg-type]


def actor(kind: str, name: str, country: str | None = None) -> Actor:
    return Actor("", name, Kind(kind), country)


def day(text: str) -> When:
    """An interval from "2024-06-03", or "2024-06-01..2024-06-30"."""
    start, _, end = text.partition("..")
    return When(Interval(date.fromisoformat(start), date.fromisoformat(end or start)), text)


def claim(type: str, actor: str, recipient: str = "", **more: object) -> Claim:
    """A claim whose parties are given by name, several with "; " between."""
    span = TextSpan(0, 0, "")
    status = Status(more.pop("status", "happened"))
    when = more.pop("when", None)
    office = more.pop("office", None)
    place = more.pop("place", None)
    by = more.pop("attributed_to", "")
    return Claim(
        "",
        type,
        span,
        span,
        actor=tuple(filter(None, actor.split("; "))),
        recipient=tuple(filter(None, recipient.split("; "))),
        attributed_to=tuple(filter(None, str(by).split("; "))),
        status=status,
        when=day(str(when)) if when else None,
        office=Office(*office) if office else None,  # type: ignore[misc]
        place=Place(str(place)) if place else None,
        **more,  # type: ignore[arg-type]
    )


def make_reading(
    report_id: str,
    actors: list[Actor],
    claims: list[Claim] = [],  # noqa: B006 - never changed
    *,
    published: str = "2024-06-04",
    publisher: str = "The Wire",
    version: str = "1",
) -> Reading:
    """A reading in which each claim's sentence is its own: the report's text is made of them."""
    ids = {one.name: f"a{nth}" for nth, one in enumerate(actors, 1)}
    text = ""
    placed = []
    for nth, one in enumerate(claims, 1):
        words = f"{' and '.join(one.actor)} {one.type} {' and '.join(one.recipient)} ({report_id}, {nth})."
        span = TextSpan(len(text), len(text) + len(words), words)
        trigger = TextSpan(span.start, span.start + 1, words[:1])
        text += words + "\n"
        parties = {
            role: tuple(ids[name] for name in getattr(one, role))
            for role in ("actor", "recipient", "attributed_to")
        }
        fields = {name: getattr(one, name) for name in Claim.__slots__}
        fields |= {"id": f"c{nth}", "evidence": span, "trigger": trigger, **parties}
        placed.append(Claim(**fields))
    known = tuple(
        Actor(ids[a.name], a.name, a.kind, a.country, a.aliases, a.mentions or ((nth, nth + 1),))
        for nth, a in enumerate(actors)
    )
    report = Report(
        report_id, text or f"{report_id} names {len(actors)}.", published=date.fromisoformat(published)
    )
    report = Report(
        report.id,
        report.text,
        title=f"Title of {report_id}",
        publisher=publisher,
        url=f"https://example.org/{report_id}",
        published=report.published,
    )
    return Reading(report, known, tuple(placed), version)


def add(store: Store, *readings: Reading, now: datetime = NOW) -> None:
    add_readings(store, [(reading.report, reading) for reading in readings], now=now)
