"""Claims with everything that is shown of them: parties by identity, report, event, review."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, and_, select

from verbale.record import tables as t
from verbale.record.clock import held


@dataclass(frozen=True, slots=True)
class PartyRow:
    """Somebody in a claim as the report has him; `identity`, `known_as` and `known_country` are the record's."""

    ref: str
    name: str
    kind: str
    country: str | None
    identity: str | None
    known_as: str | None
    known_country: str | None = None

    def to_dict(self) -> dict[str, str | None]:
        """The party for JSON."""
        return {
            "ref": self.ref,
            "name": self.name,
            "kind": self.kind,
            "country": self.country,
            "identity": self.identity,
            "known_as": self.known_as,
        }


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """What somebody decided about a claim: accept, reject, or correct with the right values."""

    verdict: str
    values: dict[str, Any]
    by: str
    why: str
    decided_at: datetime
    decision: str

    def to_dict(self) -> dict[str, Any]:
        """The review for JSON."""
        return {
            "verdict": self.verdict,
            "values": self.values,
            "by": self.by,
            "why": self.why,
            "decided_at": self.decided_at.isoformat(),
            "decision": self.decision,
        }


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim of the record with its parties, where it was reported, and what became of it.

    `evidence` and `trigger` are (start, end, text), half-open code points into the report's text; `copy_of` is the
    first report that this one reprints.
    """

    key: int
    id: str
    type: str
    mode: str | None
    status: str
    negated: bool
    object: str | None
    topic: str | None
    quote: str | None
    office: tuple[str, str | None, str | None] | None
    when_start: date | None
    when_end: date | None
    when_text: str | None
    place: str | None
    place_country: str | None
    lat: float | None
    lon: float | None
    confidence: float
    evidence: tuple[int, int, str]
    trigger: tuple[int, int, str]
    report_id: str
    title: str
    publisher: str
    url: str
    published: date | None
    copy_of: str | None
    recorded_at: datetime
    actor: tuple[PartyRow, ...] = ()
    recipient: tuple[PartyRow, ...] = ()
    attributed_to: tuple[PartyRow, ...] = ()
    event: str | None = None
    relation: str | None = None
    review: ReviewRow | None = None

    def to_dict(self) -> dict[str, Any]:
        """The claim for JSON: the shape of claims.md, with ids of the record, its report and its review."""
        start, end, text = self.evidence
        return {
            "id": self.id,
            "type": self.type,
            "mode": self.mode,
            "actor": [party.to_dict() for party in self.actor],
            "recipient": [party.to_dict() for party in self.recipient],
            "attributed_to": [party.to_dict() for party in self.attributed_to],
            "object": self.object,
            "office": dict(zip(("title", "body", "country"), self.office, strict=True))
            if self.office
            else None,
            "topic": self.topic,
            "quote": self.quote,
            "when": self._when(),
            "place": self._place(),
            "negated": self.negated,
            "status": self.status,
            "evidence": {"start": start, "end": end, "text": text},
            "trigger": dict(zip(("start", "end", "text"), self.trigger, strict=True)),
            "confidence": self.confidence,
            "report": {
                "id": self.report_id,
                "title": self.title,
                "publisher": self.publisher,
                "url": self.url,
                "published": self.published.isoformat() if self.published else None,
            },
            "event": self.event,
            "relation": self.relation,
            "review": self.review.to_dict() if self.review else None,
            "recorded_at": self.recorded_at.isoformat(),
        }

    def _when(self) -> dict[str, str | None] | None:
        if self.when_text is None and not self.when_start and not self.when_end:
            return None
        return {
            "start": self.when_start.isoformat() if self.when_start else None,
            "end": self.when_end.isoformat() if self.when_end else None,
            "text": self.when_text,
        }

    def _place(self) -> dict[str, str | float | None] | None:
        if self.place is None:
            return None
        return {"name": self.place, "country": self.place_country, "lat": self.lat, "lon": self.lon}


def load_claims(conn: Connection, keys: Sequence[int], as_of: datetime | None = None) -> tuple[ClaimRow, ...]:
    """The claims of the keys, in their order; keys of no claim are passed over.

    Args:
        conn: a connection that reads.
        keys: of table `claims`; a page of them, for they go into one statement.
        as_of: identities, events and reviews as the record held them at that moment; None is now.
    """
    if not keys:
        return ()
    parties = _load_parties(conn, keys, as_of)
    events = _load_events(conn, keys, as_of)
    c, r = t.claims.c, t.reports.c
    report = (r.title, r.publisher, r.url, r.published, r.copy_of)
    joined = t.claims.join(t.reports, r.id == c.report_id)
    rows = conn.execute(select(t.claims, *report).select_from(joined).where(c.key.in_(keys))).all()
    reviews = load_reviews(conn, [row.id for row in rows], as_of)
    found = {row.key: _make(row, parties[row.key], events.get(row.key), reviews.get(row.id)) for row in rows}
    return tuple(found[key] for key in keys if key in found)


def _load_parties(
    conn: Connection, keys: Sequence[int], as_of: datetime | None
) -> dict[int, dict[str, list[PartyRow]]]:
    """Parties of claims by key and role, in their order."""
    p, a, i = t.parties.c, t.actors.c, t.identities.c
    link = and_(t.links.c.actor_key == a.key, held(t.links, as_of))
    joined = (
        t.parties.join(t.actors, a.key == p.actor_key)
        .outerjoin(t.links, link)
        .outerjoin(t.identities, i.id == t.links.c.identity_id)
    )
    columns = (
        p.claim_key,
        p.role,
        a.ref,
        a.name,
        a.kind,
        a.country,
        i.id.label("identity"),
        i.name.label("known_as"),
        i.country.label("known_country"),
    )
    query = (
        select(*columns)
        .select_from(joined)
        .where(p.claim_key.in_(keys))
        .order_by(p.claim_key, p.role, p.position)
    )
    found: dict[int, dict[str, list[PartyRow]]] = defaultdict(lambda: defaultdict(list))
    for claim_key, role, *values in conn.execute(query):
        found[claim_key][role].append(PartyRow(*values))
    return found


def _load_events(conn: Connection, keys: Sequence[int], as_of: datetime | None) -> dict[int, tuple[str, str]]:
    """The event of each claim that has one, and how the claim speaks of it."""
    e = t.event_claims.c
    query = select(e.claim_key, e.event_id, e.relation).where(
        e.claim_key.in_(keys), held(t.event_claims, as_of)
    )
    return {key: (event, relation) for key, event, relation in conn.execute(query)}


def load_reviews(
    conn: Connection, claim_ids: Iterable[str], as_of: datetime | None = None
) -> dict[str, ReviewRow]:
    """What was decided last about claims, by id; claims nobody looked at are left out."""
    v, d = t.reviews.c, t.decisions.c
    query = (
        select(v.claim_id, v.verdict, v["values"], d.by, d.why, d.decided_at, d.id)
        .select_from(t.reviews.join(t.decisions, d.id == v.decision_id))
        .where(v.claim_id.in_(list(claim_ids)), held(t.reviews, as_of))
    )
    return {claim_id: ReviewRow(*values) for claim_id, *values in conn.execute(query)}


def _make(
    row: Row[Any],
    parties: dict[str, list[PartyRow]],
    event: tuple[str, str] | None,
    review: ReviewRow | None,
) -> ClaimRow:
    """One claim out of its row and what belongs to it."""
    return ClaimRow(
        key=row.key,
        id=row.id,
        type=row.type,
        mode=row.mode,
        status=row.status,
        negated=row.negated,
        object=row.object,
        topic=row.topic,
        quote=row.quote,
        office=(row.office_title, row.office_body, row.office_country) if row.office_title else None,
        when_start=row.when_start,
        when_end=row.when_end,
        when_text=row.when_text,
        place=row.place_name,
        place_country=row.place_country,
        lat=row.lat,
        lon=row.lon,
        confidence=row.confidence,
        evidence=(row.evidence_start, row.evidence_end, row.evidence_text),
        trigger=(row.trigger_start, row.trigger_end, row.trigger_text),
        report_id=row.report_id,
        title=row.title,
        publisher=row.publisher,
        url=row.url,
        published=row.published,
        copy_of=row.copy_of,
        recorded_at=row.recorded_at,
        **{role: tuple(found) for role, found in parties.items()},
        event=event[0] if event else None,
        relation=event[1] if event else None,
        review=review,
    )
