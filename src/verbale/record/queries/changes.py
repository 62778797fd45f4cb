"""What the record has learnt since a moment: claims that are new, gone or revised."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Select, literal, or_, select, tuple_, union_all

from verbale.errors import SearchError
from verbale.record import tables as t
from verbale.record.clock import held
from verbale.record.queries.claim_rows import ClaimRow, PartyRow, load_claims
from verbale.record.queries.filters import Filters, list_conditions
from verbale.record.superseding import DATES, DETAILS

BATCH = 500
"""Changes that are loaded together."""
_SHOWN = (
    "when_start",
    "when_end",
    "status",
    "negated",
    "object",
    "topic",
    "quote",
    "office",
    "place",
    "place_country",
)


class ChangeKind(StrEnum):
    """What became of a claim."""

    NEW = "new"
    """It was not there."""
    GONE = "gone"
    """It was there, and no reading of its report makes it any more."""
    REVISED = "revised"
    """It is there with another date, place, status or wording."""


@dataclass(frozen=True, slots=True)
class Change:
    """One claim that changed, when the record learnt of it, and how it stood before where it is revised."""

    kind: ChangeKind
    at: datetime
    claim: ClaimRow
    before: ClaimRow | None = None

    @property
    def about(self) -> tuple[PartyRow, ...]:
        """Those who act or are acted on, each once."""
        parties = (*self.claim.actor, *self.claim.recipient)
        return tuple({party.identity or party.name: party for party in parties}.values())

    @property
    def changed(self) -> tuple[str, ...]:
        """The fields that a revised claim has anew."""
        if self.before is None:
            return ()
        return tuple(name for name in _SHOWN if getattr(self.claim, name) != getattr(self.before, name))

    @property
    def cursor(self) -> str:
        """Where the changes after this one begin."""
        return f"{self.at.isoformat()}~{self.claim.key}"

    def to_dict(self) -> dict[str, Any]:
        """The change for JSON."""
        return {
            "change": self.kind.value,
            "at": self.at.isoformat(),
            "about": [
                {"identity": party.identity, "name": party.known_as or party.name} for party in self.about
            ],
            "changed": list(self.changed),
            "claim": self.claim.to_dict(),
            "before": self.before.to_dict() if self.before else None,
        }


def stream_changes(
    conn: Connection,
    since: datetime,
    filters: Filters | None = None,
    *,
    after: str | None = None,
    as_of: datetime | None = None,
) -> Iterator[Change]:
    """Changes in the order in which the record learnt of them; a re-reading that changes nothing is none.

    Args:
        conn: a connection that reads.
        since: what was recorded after this moment.
        filters: which claims; None is all but reprints.
        after: cursor of the last change seen; None begins at `since`.
        as_of: until this moment; None is now.

    Raises:
        SearchError: a cursor or words that are none.
    """
    filters = filters or Filters(reprints=False)
    found = union_all(
        _new(since, filters, as_of), _revised(since, filters, as_of), _gone(since, filters, as_of)
    ).subquery()
    query = select(found.c.kind, found.c.at, found.c.key).order_by(found.c.at, found.c.key)
    if after is not None:
        query = query.where(tuple_(found.c.at, found.c.key) > tuple_(*_read_cursor(after)))
    rows = conn.execute(query, execution_options={"yield_per": BATCH})
    for batch in rows.partitions(BATCH):
        yield from _load(conn, batch, since, as_of)


def _new(since: datetime, filters: Filters, as_of: datetime | None) -> Select[Any]:
    """Claims that were recorded first after the moment and stand."""
    c = t.claims.c
    query = _select(ChangeKind.NEW, c.recorded_at, filters, as_of)
    return query.where(held(t.claims, as_of), c.recorded_at > since, c.first_recorded_at > since)


def _revised(since: datetime, filters: Filters, as_of: datetime | None) -> Select[Any]:
    """Claims that stood at the moment and stand now with other values."""
    c, old = t.claims.c, t.claims.alias("old")
    other = or_(*(c[name].is_distinct_from(old.c[name]) for name in (*DATES, *DETAILS)))
    before = select(old.c.key).where(old.c.id == c.id, held(old, since), other)
    query = _select(ChangeKind.REVISED, c.recorded_at, filters, as_of)
    return query.where(
        held(t.claims, as_of), c.recorded_at > since, c.first_recorded_at <= since, before.exists()
    )


def _gone(since: datetime, filters: Filters, as_of: datetime | None) -> Select[Any]:
    """Claims that stood at the moment and stand no more under any reading."""
    c, other = t.claims.c, t.claims.alias("other")
    still = select(other.c.key).where(other.c.id == c.id, held(other, as_of))
    query = _select(ChangeKind.GONE, c.superseded_at, filters, since)
    query = query.where(c.recorded_at <= since, c.superseded_at > since, ~still.exists())
    return query.where(c.superseded_at <= as_of) if as_of else query


def _select(kind: ChangeKind, at: Any, filters: Filters, as_of: datetime | None) -> Select[Any]:
    c, r = t.claims.c, t.reports.c
    return (
        select(literal(kind.value).label("kind"), at.label("at"), c.key)
        .select_from(t.claims.join(t.reports, r.id == c.report_id))
        .where(r.redacted_at.is_(None), *list_conditions(filters, as_of))
    )


def _load(conn: Connection, rows: Sequence[Any], since: datetime, as_of: datetime | None) -> Iterator[Change]:
    """The changes of rows; what is gone, and what was before, with the parties as they were known then."""
    gone = [row.key for row in rows if row.kind == ChangeKind.GONE]
    claims = {c.key: c for c in load_claims(conn, gone, since)}
    standing = [row.key for row in rows if row.kind != ChangeKind.GONE]
    claims |= {c.key: c for c in load_claims(conn, standing, as_of)}
    revised = [claims[row.key].id for row in rows if row.kind == ChangeKind.REVISED]
    old = select(t.claims.c.key).where(t.claims.c.id.in_(revised), held(t.claims, since))
    before = {c.id: c for c in load_claims(conn, conn.execute(old).scalars().all(), since)}
    for row in rows:
        claim = claims[row.key]
        was = before.get(claim.id) if row.kind == ChangeKind.REVISED else None
        yield Change(ChangeKind(row.kind), row.at, claim, was)


def _read_cursor(text: str) -> tuple[Any, Any]:
    """The place that a cursor stands for.

    Raises:
        SearchError: it is none.
    """
    at, _, key = text.partition("~")
    try:
        moment, place = datetime.fromisoformat(at), int(key)
    except ValueError:
        moment, place = None, -1
    if moment is None or moment.tzinfo is None or not 0 <= place < 2**63:
        raise SearchError(f"cursor {text!r} is none: take it from the last change seen")
    return literal(moment, t.claims.c.recorded_at.type), place
