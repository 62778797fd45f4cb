"""Keys under which claims of one happening find each other: family, parties, week. The cost does not grow."""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final

from sqlalchemy import Connection, bindparam, delete, func, select

from verbale.record import tables as t
from verbale.record.counting import insert_new
from verbale.record.events.telling import Telling
from verbale.record.events.weights import NEAR

MOST_PARTIES: Final = 5
"""Parties that are paired: of a summit of twenty the first ones, in the order of their ids."""
CANDIDATES: Final = 40
"""Claims that one claim is compared with at most, on average over a reading: those that share most, then the latest."""
WEEK: Final = 7


def keys_to_keep(telling: Telling) -> frozenset[int]:
    """The keys of a claim: its pairs of parties, or its one party, or its countries where it has none."""
    return frozenset(_hash(telling.family, *name) for name in _names(telling, lookup=False))


def keys_to_find(telling: Telling) -> frozenset[int]:
    """The keys under which others of the same happening may be kept."""
    return frozenset(_hash(telling.family, *name) for name in _names(telling, lookup=True))


def _names(telling: Telling, *, lookup: bool) -> Iterator[tuple[str, ...]]:
    """Words of each key: pairs find pairs, a lone party finds lone ones and pairs that it is part of."""
    parties = sorted(telling.parties)[:MOST_PARTIES]
    for week in _weeks(telling, NEAR if lookup else 0):
        for one, other in combinations(parties, 2):
            yield ("pair", one, other, week)
        if not parties:
            yield from (("country", code, week) for code in sorted(telling.countries)[:MOST_PARTIES])
        elif len(parties) == 1:
            yield ("lone", parties[0], week)
            if lookup:
                yield ("paired", parties[0], week)
        else:
            yield from (("lone" if lookup else "paired", one, week) for one in parties)


def _weeks(telling: Telling, more: int) -> list[str]:
    first, last = (day.toordinal() for day in telling.window)
    return [str(week) for week in range((first - more) // WEEK, (last + more) // WEEK + 1)]


def _hash(*parts: str) -> int:
    digest = hashlib.blake2b("\0".join(parts).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)


_k = t.event_keys.c
_FIND: Final = (
    select(_k.claim_key)
    .where(_k.key.in_(bindparam("keys", expanding=True)))
    .group_by(_k.claim_key)
    .order_by(func.count().desc(), _k.claim_key.desc())
    .limit(bindparam("most"))
)


def find_candidates(conn: Connection, tellings: Collection[Telling]) -> list[int]:
    """Keys of the claims kept that may tell of what these tell of, those that share most first."""
    keys = sorted({key for telling in tellings for key in keys_to_find(telling)})
    most = CANDIDATES * len(tellings)
    return list(conn.execute(_FIND, {"keys": keys, "most": most}).scalars()) if keys else []


def keep_keys(conn: Connection, tellings: Iterable[Telling]) -> None:
    """Make claims ones that others are compared with."""
    rows = [
        {"key": key, "claim_key": telling.key}
        for telling in tellings
        for key in sorted(keys_to_keep(telling))
    ]
    insert_new(conn, t.event_keys, rows)


def drop_keys(conn: Connection, claim_keys: Sequence[int]) -> None:
    """Let claims be compared no more."""
    if claim_keys:
        conn.execute(delete(t.event_keys).where(_k.claim_key.in_(list(claim_keys))))
