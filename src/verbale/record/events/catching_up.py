"""Claims that no event was ever looked for, as in stores from before events: joined afterwards, report by report."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, exists, func, select

from verbale.record import tables as t
from verbale.record.clock import held
from verbale.record.events.joining import TYPES, join_reading
from verbale.record.store import Store

_c, _k, _e = t.claims.c, t.event_keys.c, t.event_claims.c


def _find_left(*chosen: ColumnElement[bool]) -> Select[Any]:
    """Keys of readings none of whose claims tells of an event or waits for others that do."""
    seen = exists().where(_k.claim_key == _c.key) | exists().where(_e.claim_key == _c.key)
    looked_at = select(_c.reading_key).where(seen, *chosen)
    told = select(_c.reading_key).where(_c.type.in_(TYPES), _c.reprint_of.is_(None), held(t.claims), *chosen)
    return told.where(_c.reading_key.not_in(looked_at)).group_by(_c.reading_key).order_by(_c.reading_key)


def list_unjoined(conn: Connection) -> list[int]:
    """Keys of the readings whose claims were not joined to events yet, in the order in which they were recorded.

    Readings none of whose claims is dated well enough to tell of an event are among them every time.
    """
    return list(conn.execute(_find_left()).scalars())


def join_unjoined(store: Store, reading_keys: list[int], *, now: datetime) -> Iterator[int]:
    """Join the claims of readings as if they were added now; the key of each is told once it is safe on disk.

    A transaction a reading: broken off, it goes on where it was.

    Args:
        store: opened for writing.
        reading_keys: from `list_unjoined`; one that was superseded or joined since is passed over.
        now: from when on the record holds the events to be so; must have a time zone.
    """
    for key in reading_keys:
        with store.begin() as conn:
            if conn.execute(_find_left(_c.reading_key == key)).first():
                join_reading(conn, key, now)
        yield key


def count_events(conn: Connection) -> int:
    """How many events the record holds now."""
    return conn.execute(select(func.count()).where(held(t.events))).scalar_one()
