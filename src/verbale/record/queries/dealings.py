"""What somebody is said to have to do with others: claims with no more of them than charts and counts need."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from verbale.record import tables as t
from verbale.record.clock import held
from verbale.record.queries.filters import Filters, list_conditions

MOST = 4000
"""Claims that are looked at: the latest, where there are more."""
UNDATED = date.min


@dataclass(frozen=True, slots=True)
class Other:
    """Somebody whom claims name beside the one asked for."""

    id: str
    name: str
    kind: str
    country: str | None


@dataclass(frozen=True, slots=True)
class Dealing:
    """A claim that somebody has a part in: `roles` are his, `others` the identities of the other parties."""

    key: int
    id: str
    type: str
    mode: str | None
    status: str
    negated: bool
    when_start: date | None
    when_end: date | None
    published: date | None
    place: str | None
    place_country: str | None
    lat: float | None
    lon: float | None
    roles: frozenset[str]
    others: tuple[str, ...]

    @property
    def day(self) -> date | None:
        """When it happened or began, else ended, else was published."""
        return self.when_start or self.when_end or self.published


@dataclass(frozen=True, slots=True)
class Dealings:
    """Claims, the latest first, with the others by their ids; `complete` is False where there are more."""

    claims: tuple[Dealing, ...]
    others: Mapping[str, Other]
    complete: bool


def list_dealings(
    conn: Connection,
    identity: str,
    *,
    other: str | None = None,
    filters: Filters | None = None,
    most: int = MOST,
    as_of: datetime | None = None,
) -> Dealings:
    """The claims that an identity has a part in, the latest first; reprints and forgotten reports are left out.

    Args:
        conn: a connection that reads.
        identity: whose claims.
        other: only those that this identity has a part in too, other than as who is cited.
        filters: which of them; None is all.
        most: claims at most.
        as_of: what the record knew at a moment; None is now.
    """
    c, r = t.claims.c, t.reports.c
    day = func.coalesce(c.when_start, c.when_end, r.published, UNDATED)
    columns = (
        c.key, c.id, c.type, c.mode, c.status, c.negated, c.when_start, c.when_end, r.published,
        c.place_name.label("place"), c.place_country, c.lat, c.lon,
    )  # fmt: skip
    query = (
        select(*columns)
        .select_from(t.claims.join(t.reports, r.id == c.report_id))
        .where(c.key.in_(_keys_of(identity, as_of)), held(t.claims, as_of))
        .where(c.reprint_of.is_(None), r.redacted_at.is_(None))
        .where(*list_conditions(filters or Filters(), as_of))
    )
    if other:
        query = query.where(c.key.in_(_keys_of(other, as_of, t.parties.c.role != "attributed_to")))
    rows = conn.execute(query.order_by(day.desc(), c.key.desc()).limit(most + 1)).mappings().all()
    roles, parties, others = _load_parties(conn, identity, [row["key"] for row in rows[:most]], as_of)
    claims = tuple(
        Dealing(**row, roles=frozenset(roles.get(row["key"], ())), others=tuple(parties.get(row["key"], ())))
        for row in rows[:most]
    )
    return Dealings(claims, others, len(rows) <= most)


def _keys_of(identity: str, as_of: datetime | None, *also: ColumnElement[bool]) -> Select[tuple[int]]:
    """Keys of the claims that an identity has a part in."""
    linked = t.links.join(t.parties, t.parties.c.actor_key == t.links.c.actor_key)
    query = select(t.parties.c.claim_key).select_from(linked)
    return query.where(t.links.c.identity_id == identity, held(t.links, as_of), *also)


def _load_parties(
    conn: Connection, identity: str, keys: list[int], as_of: datetime | None
) -> tuple[dict[int, set[str]], dict[int, list[str]], dict[str, Other]]:
    """Roles of the one, ids of the others (who is merely cited left out), and who they are."""
    p, links, i = t.parties.c, t.links.c, t.identities.c
    joined = t.parties.join(t.links, links.actor_key == p.actor_key)
    roles: dict[int, set[str]] = {}
    parties: dict[int, list[str]] = {}
    for start in range(0, len(keys), 500):
        query = (
            select(p.claim_key, p.role, links.identity_id)
            .select_from(joined)
            .where(p.claim_key.in_(keys[start : start + 500]), held(t.links, as_of))
            .order_by(p.claim_key, p.role, p.position)
        )
        for key, role, who in conn.execute(query):
            if who == identity:
                roles.setdefault(key, set()).add(role)
            elif role != "attributed_to" and who not in parties.setdefault(key, []):
                parties[key].append(who)
    ids = sorted({who for each in parties.values() for who in each})
    found: dict[str, Other] = {}
    for start in range(0, len(ids), 500):
        named: Any = select(i.id, i.name, i.kind, i.country).where(i.id.in_(ids[start : start + 500]))
        found.update({row.id: Other(*row) for row in conn.execute(named)})
    return roles, parties, found
