"""What the versions of lists say: entries that may be meant by a name, their listings, offices, votes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, Row, RowMapping, select

from verbale.record import tables as t
from verbale.record.registers.entry_rows import entry_of, listing_of
from verbale.record.registers.name_keys import name_keys
from verbale.record.registers.postings import find_entries
from verbale.record.registers.versions import Version
from verbale.registers import Entry, Listing, RollCall, Tenure

CANDIDATES = 100
"""Entries compared with a name in earnest."""

_REACH = 50
"""How many times as many are looked at before those of other versions fall away."""


@dataclass(frozen=True, slots=True)
class Found:
    """An entry in a version of a list; `digest` changes when the entry does."""

    version: Version
    key: int
    digest: str
    entry: Entry


def find_candidates(
    conn: Connection,
    names: Iterable[str],
    versions: Sequence[Version],
    *,
    limit: int = CANDIDATES,
    each_version: bool = True,
) -> tuple[Found, ...]:
    """Entries of these versions that share words or sounds with one of the names, the likeliest first.

    Args:
        conn: a connection that reads.
        names: of whoever is looked for.
        versions: of lists to look in.
        limit: most entries that come back.
        each_version: an entry that several versions have comes once for each; else once, of the first of them.
    """
    weights = find_entries(conn, name_keys(names), limit=limit * _REACH)
    found: list[Found] = []
    ranked = list(weights)
    for start in range(0, len(ranked), 500):
        found += load_entries(conn, ranked[start : start + 500], versions, each_version=each_version)
        if len(found) >= limit:
            break
    found.sort(key=lambda one: (-weights[one.key], one.version.name, one.key))
    return tuple(found[:limit])


def load_entries(
    conn: Connection, keys: Sequence[int], versions: Sequence[Version], *, each_version: bool = True
) -> list[Found]:
    """Those of the entries that are in one of the versions; one in several comes once for each, or of the first."""
    members = _members(conn, keys, versions)
    if not each_version:
        members = {key: having[:1] for key, having in members.items()}
    e = t.register_entries.c
    query = select(e.key, e.digest, e.entry_id, e.data).where(e.key.in_(members)).order_by(e.key)
    return [
        Found(version, row.key, row.digest, entry_of(row.entry_id, row.data))
        for row in conn.execute(query)
        for version in members[row.key]
    ]


def _members(conn: Connection, keys: Sequence[int], versions: Sequence[Version]) -> dict[int, list[Version]]:
    """Which of the versions have which of the entries, the first issued first."""
    by_key = {version.key: version for version in versions}
    m = t.register_members.c
    query = select(m.entry_key, m.register_key).where(m.register_key.in_(by_key), m.entry_key.in_(keys))
    members: dict[int, list[Version]] = {}
    for row in conn.execute(query):
        members.setdefault(row.entry_key, []).append(by_key[row.register_key])
    for having in members.values():
        having.sort(key=lambda version: (version.issued, version.key))
    return members


def history_of(
    conn: Connection, register: str, entry_id: str, versions: Sequence[Version]
) -> tuple[Found, ...]:
    """An entry as each of the versions of a list has it, the first issued first; versions without it are left out."""
    e = t.register_entries.c
    keys = conn.execute(select(e.key).where(e.entry_id == entry_id, e.register == register)).scalars().all()
    found = load_entries(conn, keys, versions)
    latest = {one.version.key: one for one in sorted(found, key=lambda one: one.key)}
    return tuple(sorted(latest.values(), key=lambda one: (one.version.issued, one.version.key)))


def listings_of(conn: Connection, found: Found) -> tuple[Listing, ...]:
    """The measures against an entry: those it carries, and those that stand apart in the same version."""
    s = t.register_listings.c
    query = (
        select(s.data)
        .where(s.register_key == found.version.key, s.entry_id == found.entry.id)
        .order_by(s.key)
    )
    apart = tuple(listing_of(row.data, found.entry.id) for row in conn.execute(query))
    return (*found.entry.listings, *apart)


def tenures_of(conn: Connection, found: Found) -> tuple[Tenure, ...]:
    """The offices and memberships of an entry."""
    v = t.tenures.c
    query = select(t.tenures).where(v.register_key == found.version.key, v.holder_id == found.entry.id)
    return tuple(_tenure(row) for row in conn.execute(query.order_by(v.start, v.key)).mappings())


def holders_of(conn: Connection, version: Version, country: str | None) -> tuple[Tenure, ...]:
    """All tenures of a version in a country (None: of those without)."""
    v = t.tenures.c
    query = select(t.tenures).where(v.register_key == version.key, v.country.is_not_distinct_from(country))
    return tuple(_tenure(row) for row in conn.execute(query.order_by(v.start, v.key)).mappings())


def _tenure(row: RowMapping) -> Tenure:
    """The tenure of a row."""
    values = {
        name: row[name]
        for name in (
            "holder",
            "position",
            "country",
            "organization",
            "start",
            "end",
            "holder_id",
            "post_id",
            "line",
        )
    }
    return Tenure(**values)


def roll_calls_near(
    conn: Connection, versions: Sequence[Version], start: date, end: date, *, days: int = 0
) -> tuple[tuple[Version, RollCall], ...]:
    """Roll calls from `start` to `end`, both inclusive, or up to some days off, in the order of time."""
    by_key = {version.key: version for version in versions}
    v = t.votes.c
    margin = timedelta(days=days)
    query = select(t.votes).where(v.register_key.in_(by_key), v.day >= start - margin, v.day <= end + margin)
    return tuple(
        (by_key[row.register_key], _roll_call(row)) for row in conn.execute(query.order_by(v.day, v.key))
    )


def _roll_call(row: Row[Any]) -> RollCall:
    """The roll call of a row."""
    return RollCall(
        id=row.call_id,
        date=row.day.isoformat(),
        body=row.body,
        votes=tuple(sorted(row.votes.items())),
        symbol=row.symbol,
        title=row.title,
        line=row.line,
    )
