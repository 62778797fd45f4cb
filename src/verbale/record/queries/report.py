"""One report as the record has it: its text, who is in it, what it claims."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, and_, select

from verbale.record import tables as t
from verbale.record.clock import held
from verbale.record.queries.claim_rows import ClaimRow, load_claims


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor of a report's reading, its mentions as (start, end), and who that is in the record."""

    ref: str
    name: str
    kind: str
    country: str | None
    aliases: tuple[str, ...]
    mentions: tuple[tuple[int, int], ...]
    identity: str | None
    known_as: str | None

    def to_dict(self) -> dict[str, Any]:
        """The actor for JSON."""
        return {
            "id": self.ref,
            "name": self.name,
            "kind": self.kind,
            "country": self.country,
            "aliases": list(self.aliases),
            "mentions": [list(mention) for mention in self.mentions],
            "identity": self.identity,
        }


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report with the reading that stands: `copies` are reports that repeat it, `redacted` one forgotten."""

    id: str
    title: str
    publisher: str
    url: str
    published: date | None
    language: str
    text: str
    copy_of: str | None
    copies: tuple[str, ...]
    recorded_at: datetime
    redacted_at: datetime | None
    reader_version: str | None
    actors: tuple[ActorRow, ...]
    claims: tuple[ClaimRow, ...]

    def to_dict(self) -> dict[str, Any]:
        """The report for JSON, its text among it."""
        return {
            "id": self.id,
            "title": self.title,
            "publisher": self.publisher,
            "url": self.url,
            "published": self.published.isoformat() if self.published else None,
            "language": self.language,
            "text": self.text,
            "copy_of": self.copy_of,
            "copies": list(self.copies),
            "recorded_at": self.recorded_at.isoformat(),
            "redacted_at": self.redacted_at.isoformat() if self.redacted_at else None,
            "reader_version": self.reader_version,
            "actors": [actor.to_dict() for actor in self.actors],
            "claims": [claim.to_dict() for claim in self.claims],
        }


def report(conn: Connection, report_id: str, as_of: datetime | None = None) -> ReportView | None:
    """The report of an id with its claims in the order of the text; None where the record has none.

    Args:
        conn: a connection that reads.
        report_id: as it was added.
        as_of: the reading that stood at that moment; None is now.
    """
    row = conn.execute(select(t.reports).where(t.reports.c.id == report_id)).first()
    if row is None or (as_of and row.recorded_at > as_of):
        return None
    reading = conn.execute(
        select(t.readings).where(t.readings.c.report_id == report_id, held(t.readings, as_of))
    ).first()
    copies = select(t.reports.c.id).where(t.reports.c.copy_of == report_id).order_by(t.reports.c.id).limit(50)
    return ReportView(
        id=row.id,
        title=row.title,
        publisher=row.publisher,
        url=row.url,
        published=row.published,
        language=row.language,
        text=row.text,
        copy_of=row.copy_of,
        copies=tuple(conn.execute(copies).scalars()),
        recorded_at=row.recorded_at,
        redacted_at=row.redacted_at,
        reader_version=reading.reader_version if reading else None,
        actors=_load_actors(conn, reading.key, as_of) if reading else (),
        claims=_load_claims_of(conn, reading.key, as_of) if reading else (),
    )


def _load_actors(conn: Connection, reading_key: int, as_of: datetime | None) -> tuple[ActorRow, ...]:
    """The actors of a reading, in its order, with their identities."""
    a, i = t.actors.c, t.identities.c
    joined = t.actors.outerjoin(t.links, and_(t.links.c.actor_key == a.key, held(t.links, as_of))).outerjoin(
        t.identities, i.id == t.links.c.identity_id
    )
    columns = (
        a.ref,
        a.name,
        a.kind,
        a.country,
        a.aliases,
        a.mentions,
        i.id.label("identity"),
        i.name.label("known_as"),
    )
    query = select(*columns).select_from(joined).where(a.reading_key == reading_key).order_by(a.key)
    return tuple(
        ActorRow(
            ref, name, kind, country, tuple(aliases), tuple((s, e) for s, e in mentions), identity, known_as
        )
        for ref, name, kind, country, aliases, mentions, identity, known_as in conn.execute(query)
    )


def _load_claims_of(conn: Connection, reading_key: int, as_of: datetime | None) -> tuple[ClaimRow, ...]:
    c = t.claims.c
    keys = select(c.key).where(c.reading_key == reading_key, held(t.claims, as_of))
    return load_claims(conn, conn.execute(keys.order_by(c.evidence_start, c.key)).scalars().all(), as_of)
