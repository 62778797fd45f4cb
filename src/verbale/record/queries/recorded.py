"""Claims as the record has them, whole: with their reports, who the parties are, and the event they tell of."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from verbale.model import Kind, Office, Place, Status
from verbale.record import tables as t
from verbale.record.clock import held
from verbale.record.queries.filters import Filters, list_conditions

BATCH = 500
"""Claims whose parties and events are looked up together."""

ROLES = ("actor", "recipient", "attributed_to")


@dataclass(frozen=True, slots=True)
class RecordedParty:
    """Who has a part in a claim: the identity, with the name and country it goes by in the record.

    An actor that no identity was found for has its own key as `id` ("actor:<key>") and its name in the report.
    """

    id: str
    name: str
    kind: Kind
    country: str | None = None


@dataclass(frozen=True, slots=True)
class RecordedReport:
    """The report that a claim stands in, without its text; `copy_of` is the first of a set of reprints."""

    id: str
    title: str
    publisher: str
    url: str
    published: date | None
    language: str
    copy_of: str | None = None


@dataclass(frozen=True, slots=True)
class RecordedClaim:
    """A claim of the record. `relation` says how it speaks of its event: reports, plans, denies, alleges."""

    id: str
    report: RecordedReport
    type: str
    mode: str | None
    status: Status
    negated: bool
    object: str | None
    topic: str | None
    quote: str | None
    office: Office | None
    when_start: date | None
    when_end: date | None
    when_text: str | None
    place: Place | None
    confidence: float
    evidence: str
    evidence_start: int
    evidence_end: int
    trigger: str
    trigger_start: int
    trigger_end: int
    parties: Mapping[str, tuple[RecordedParty, ...]] = field(default_factory=dict)
    event: str | None = None
    relation: str | None = None

    def in_role(self, role: str) -> tuple[RecordedParty, ...]:
        """The parties in a role: actor, recipient or attributed_to."""
        return self.parties.get(role, ())


def stream_claims(
    conn: Connection, filters: Filters | None = None, as_of: datetime | None = None
) -> Iterator[RecordedClaim]:
    """Claims in the order of their reports (publication, then id) and of the text; memory holds a batch.

    Args:
        conn: a connection of the store.
        filters: which claims; None is all.
        as_of: what the record knew at a moment; None is now.
    """
    claims, reports = t.claims, t.reports
    chosen = (
        select(claims, *(reports.c[name].label(f"report_{name}") for name in _REPORT_COLUMNS))
        .select_from(claims.join(reports, claims.c.report_id == reports.c.id))
        .where(held(claims, as_of), reports.c.redacted_at.is_(None), *list_conditions(filters or Filters()))
        .order_by(reports.c.published.is_(None), reports.c.published, reports.c.id)
        .order_by(claims.c.evidence_start, claims.c.trigger_start, claims.c.id)
    )
    rows = conn.execution_options(yield_per=BATCH).execute(chosen).mappings()
    for batch in rows.partitions(BATCH):
        yield from _complete(conn, batch, as_of)


_REPORT_COLUMNS = ("title", "publisher", "url", "published", "language", "copy_of")


def _complete(
    conn: Connection, rows: Sequence[RowMapping], as_of: datetime | None
) -> Iterator[RecordedClaim]:
    keys = [row["key"] for row in rows]
    parties = _find_parties(conn, keys, as_of)
    events = _find_events(conn, keys, as_of)
    for row in rows:
        event, relation = events.get(row["key"], (None, None))
        yield _make_claim(row, parties.get(row["key"], {}), event, relation)


def _find_parties(
    conn: Connection, keys: Sequence[int], as_of: datetime | None
) -> dict[int, dict[str, tuple[RecordedParty, ...]]]:
    """The parties of claims by key and role, in their order."""
    p, a, links, known = t.parties, t.actors, t.links, t.identities
    found = (
        select(p.c.claim_key, p.c.role, a.c.key, a.c.name, a.c.kind, a.c.country)
        .add_columns(known.c.id, known.c.name.label("known_as"), known.c.kind.label("known_kind"))
        .add_columns(known.c.country.label("known_country"))
        .select_from(
            p.join(a, a.c.key == p.c.actor_key)
            .outerjoin(links, (links.c.actor_key == a.c.key) & held(links, as_of))
            .outerjoin(known, known.c.id == links.c.identity_id)
        )
        .where(p.c.claim_key.in_(keys))
        .order_by(p.c.claim_key, p.c.role, p.c.position)
    )
    parties: dict[int, dict[str, tuple[RecordedParty, ...]]] = defaultdict(dict)
    for row in conn.execute(found).mappings():
        roles = parties[row["claim_key"]]
        roles[row["role"]] = (*roles.get(row["role"], ()), _make_party(row))
    return parties


def _make_party(row: RowMapping) -> RecordedParty:
    if row["id"] is None:
        return RecordedParty(f"actor:{row['key']}", row["name"], Kind(row["kind"]), row["country"])
    return RecordedParty(row["id"], row["known_as"], Kind(row["known_kind"]), row["known_country"])


def _find_events(conn: Connection, keys: Sequence[int], as_of: datetime | None) -> dict[int, tuple[str, str]]:
    """The event of each claim that has one, with how the claim speaks of it."""
    told = t.event_claims
    found = select(told.c.claim_key, told.c.event_id, told.c.relation)
    rows = conn.execute(found.where(told.c.claim_key.in_(keys), held(told, as_of)).order_by(told.c.key))
    return {key: (event, relation) for key, event, relation in rows}


def _make_claim(
    row: RowMapping,
    parties: Mapping[str, tuple[RecordedParty, ...]],
    event: str | None,
    relation: str | None,
) -> RecordedClaim:
    return RecordedClaim(
        id=row["id"],
        report=RecordedReport(row["report_id"], **{name: row[f"report_{name}"] for name in _REPORT_COLUMNS}),
        type=row["type"],
        mode=row["mode"],
        status=Status(row["status"]),
        negated=row["negated"],
        object=row["object"],
        topic=row["topic"],
        quote=row["quote"],
        office=_make_office(row),
        place=_make_place(row),
        confidence=row["confidence"],
        evidence=row["evidence_text"],
        trigger=row["trigger_text"],
        parties=parties,
        event=event,
        relation=relation,
        **_same_names(row),
    )


def _same_names(row: RowMapping) -> dict[str, Any]:
    """The columns that a claim has under the same name."""
    offsets = ("evidence_start", "evidence_end", "trigger_start", "trigger_end")
    return {name: row[name] for name in ("when_start", "when_end", "when_text", *offsets)}


def _make_office(row: RowMapping) -> Office | None:
    if row["office_title"] is None:
        return None
    return Office(row["office_title"], row["office_body"], row["office_country"])


def _make_place(row: RowMapping) -> Place | None:
    if row["place_name"] is None:
        return None
    return Place(row["place_name"], row["place_country"], row["lat"], row["lon"])
