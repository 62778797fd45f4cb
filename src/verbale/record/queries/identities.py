"""All identities of the record, a page at a time, and the names that one goes by."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, or_, select

from verbale.errors import SearchError
from verbale.record import tables as t
from verbale.record.clock import held

BATCH = 500
"""Identities that are loaded together."""


@dataclass(frozen=True, slots=True)
class ListedIdentity:
    """Somebody, and how often reports name him."""

    id: str
    name: str
    kind: str
    country: str | None
    mentions: int

    def to_dict(self) -> dict[str, Any]:
        """The identity for JSON."""
        return {
            "id": self.id,
            "name": self.name,
            "kind": self.kind,
            "country": self.country,
            "mentions": self.mentions,
        }


def stream_identities(
    conn: Connection, *, kind: str | None = None, after: str | None = None, as_of: datetime | None = None
) -> Iterator[ListedIdentity]:
    """The identities in the order of their ids; those merged into others are left out.

    Args:
        conn: a connection that reads.
        kind: person, state, body, group or office; None is any.
        after: the id after which to begin.
        as_of: those that the record had, and had not merged, at that moment; None is now.

    Raises:
        SearchError: `after` is no id.
    """
    if after is not None and not after.startswith("identity:"):
        raise SearchError(f"cursor {after!r} is none: take it from the page before")
    i, n = t.identities.c, t.identity_names.c
    mentions = func.coalesce(
        select(func.sum(n["count"])).where(n.identity_id == i.id).scalar_subquery(), 0
    ).label("mentions")
    query = (
        select(i.id, i.name, i.kind, i.country, mentions)
        .where(held(t.identities, as_of), or_(i.merged_into.is_(None), i.superseded_at.is_not(None)))
        .order_by(i.id)
    )
    if kind:
        query = query.where(i.kind == kind)
    if after is not None:
        query = query.where(i.id > after)
    rows = conn.execute(query, execution_options={"yield_per": BATCH})
    for row in rows:
        yield ListedIdentity(row.id, row.name, row.kind, row.country, int(row.mentions))


def count_names(conn: Connection, identity: str) -> tuple[tuple[str, int], ...]:
    """The names that an identity goes by with how often reports have them, the commonest first."""
    n, i = t.identity_names.c, t.identities.c
    same = or_(n.identity_id == identity, n.identity_id.in_(select(i.id).where(i.merged_into == identity)))
    count = func.sum(n["count"])
    query = select(n.name, count).where(same).group_by(n.name).having(count > 0)
    return tuple((row[0], int(row[1])) for row in conn.execute(query.order_by(count.desc(), n.name)))


def list_merged(conn: Connection, identity: str) -> tuple[str, ...]:
    """The identities that people have merged into one, directly or by way of another, in the order of their ids."""
    i = t.identities.c
    found: set[str] = set()
    left = {identity}
    while left:
        query = select(i.id).where(i.merged_into.in_(sorted(left)))
        left = {*conn.execute(query).scalars()} - found
        found |= left
    return tuple(sorted(found))
