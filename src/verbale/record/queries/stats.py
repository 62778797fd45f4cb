"""What the record holds, in figures."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, func, or_, select

from verbale.record import tables as t
from verbale.record.clock import held


@dataclass(frozen=True, slots=True)
class RegisterStats:
    """The newest version of a list."""

    name: str
    kind: str
    issued: date
    recorded_at: datetime
    versions: int


@dataclass(frozen=True, slots=True)
class Stats:
    """Figures on a record; those by kind go from the most to the fewest.

    `copies` are reports that repeat another, `forgotten` those redacted by request: `reports` counts both. `reprints`
    are claims of copies that the first report makes too: `claims` leaves them out.
    """

    reports: int
    copies: int
    forgotten: int
    unread: int
    publishers: dict[str, int]
    first_published: date | None
    last_published: date | None
    last_recorded: datetime | None
    readers: dict[str, int]
    claims: int
    reprints: int
    types: dict[str, int]
    statuses: dict[str, int]
    identities: dict[str, int]
    events: int
    decisions: dict[str, int]
    feeds: int
    last_polled: datetime | None
    registers: tuple[RegisterStats, ...]

    def to_dict(self) -> dict[str, Any]:
        """The figures for JSON."""
        found = {name: _to_json(value) for name, value in asdict(self).items()}
        found["registers"] = [
            {name: _to_json(value) for name, value in row.items()} for row in found["registers"]
        ]
        return found


def _to_json(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def stats(conn: Connection, as_of: datetime | None = None) -> Stats:
    """Figures on the record, now or (None) at a moment; feeds are as they are now."""
    r, c, f = t.reports.c, t.claims.c, t.feeds.c
    there = [r.recorded_at <= as_of] if as_of else []
    forgotten = r.redacted_at.is_not(None)
    dates = select(func.min(r.published), func.max(r.published), func.max(r.recorded_at)).where(*there)
    first, last, recorded = conn.execute(dates).one()
    fresh = c.reprint_of.is_(None)
    polled, last_polled = conn.execute(select(func.count(f.url), func.max(f.last_polled))).one()
    return Stats(
        reports=_count(conn, r.id, *there),
        copies=_count(conn, r.id, r.copy_of.is_not(None), *there),
        forgotten=_count(conn, r.id, forgotten, *there),
        unread=_count(conn, t.unread.c.key, held(t.unread, as_of)),
        publishers=_count_by(conn, r.publisher, ~forgotten, *there, most=20),
        first_published=first,
        last_published=last,
        last_recorded=recorded,
        readers=_count_by(conn, t.readings.c.reader_version, held(t.readings, as_of)),
        claims=_count(conn, c.key, held(t.claims, as_of), fresh),
        reprints=_count(conn, c.key, held(t.claims, as_of), ~fresh),
        types=_count_by(conn, c.type, held(t.claims, as_of), fresh),
        statuses=_count_by(conn, c.status, held(t.claims, as_of), fresh),
        identities=_count_by(conn, t.identities.c.kind, *_standing(as_of)),
        events=_count(conn, t.events.c.id, held(t.events, as_of)),
        decisions=_count_by(conn, t.decisions.c.kind, held(t.decisions, as_of)),
        feeds=polled,
        last_polled=last_polled,
        registers=_list_registers(conn, as_of),
    )


def _standing(as_of: datetime | None) -> tuple[ColumnElement[bool], ...]:
    """Identities that are not merged into another."""
    i = t.identities.c
    return (held(t.identities, as_of), or_(i.merged_into.is_(None), i.superseded_at.is_not(None)))


def _count(conn: Connection, column: Column[Any], *conditions: ColumnElement[bool]) -> int:
    return conn.execute(select(func.count(column)).where(*conditions)).scalar_one()


def _count_by(
    conn: Connection, column: Column[str], *conditions: ColumnElement[bool], most: int | None = None
) -> dict[str, int]:
    """How many rows have each value, the commonest first."""
    query = select(column, func.count()).where(*conditions).group_by(column)
    rows = sorted((-row[1], row[0]) for row in conn.execute(query) if row[0])
    return {value: -count for count, value in rows[:most]}


def _list_registers(conn: Connection, as_of: datetime | None) -> tuple[RegisterStats, ...]:
    """The newest version of each list, and how many there are."""
    g = t.registers.c
    versions: dict[str, RegisterStats] = {}
    query = select(g.name, g.kind, g.issued, g.recorded_at).where(held(t.registers, as_of))
    for row in conn.execute(query.order_by(g.name, g.issued, g.key)):
        before = versions[row.name].versions if row.name in versions else 0
        versions[row.name] = RegisterStats(row.name, row.kind, row.issued, row.recorded_at, before + 1)
    return tuple(versions.values())
