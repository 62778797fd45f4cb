"""The index of names: for each key the entries that have it, written in segments, read at once."""

import sys
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, func, select

from verbale.record import tables as t
from verbale.record.bulk import insert_rows

SEGMENT = 200_000
"""Entries held in memory before a segment is written: about 60 MB."""

_ROWS = 20_000
_COLUMNS = ("key", "segment", "entries")


@dataclass(slots=True)
class IndexWriter:
    """Collects the keys of entries, whose own keys must come in rising order, and writes them in segments."""

    conn: Connection
    _pending: dict[str, "int | array[int]"] = field(default_factory=dict)
    _entries: int = 0

    def add(self, entry_key: int, keys: Iterable[str]) -> None:
        """Take in one entry."""
        pending = self._pending
        for key in keys:
            held = pending.get(key)
            if held is None:
                pending[key] = entry_key  # most have no other: an array for each takes five times the room
            elif isinstance(held, int):
                pending[key] = array("I", (held, entry_key))
            else:
                held.append(entry_key)
        self._entries += 1
        if self._entries >= SEGMENT:
            self.flush()

    def flush(self) -> None:
        """Write what is held."""
        if not self._pending:
            return
        last = self.conn.execute(select(func.coalesce(func.max(t.register_keys.c.segment), 0))).scalar_one()
        rows = []
        for key in sorted(self._pending):
            rows.append((key, last + 1, _pack(self._pending[key])))
            if len(rows) == _ROWS:
                insert_rows(self.conn, t.register_keys, _COLUMNS, rows)
                rows = []
        insert_rows(self.conn, t.register_keys, _COLUMNS, rows)
        self._pending.clear()
        self._entries = 0


def find_entries(conn: Connection, keys: Iterable[str], *, limit: int) -> Mapping[int, float]:
    """The entries that share keys, the likeliest `limit` of them, with a weight: rare keys weigh more."""
    k = t.register_keys.c
    wanted = sorted(set(keys))
    found: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
    for row in conn.execute(select(k.key, k.entries).where(k.key.in_(wanted)).order_by(k.key, k.segment)):
        found[row.key].extend(_unpack(row.entries))
    weights: Counter[int] = Counter()
    for key in sorted(found, key=lambda key: len(found[key])):
        entries = found[key]
        if len(weights) >= limit and len(entries) > _TOO_COMMON:
            # A name as common as this tells nobody apart: it only adds to those that rarer keys have found.
            entries = array("I", (entry for entry in entries if entry in weights))
        weight = 1.0 / (1.0 + len(found[key])) ** 0.5
        for entry in entries:
            weights[entry] += weight
    best = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:limit]
    return dict(best)


_TOO_COMMON = 20_000


def _pack(entries: "int | array[int]") -> bytes:
    """Keys as bytes, in the same order on every machine."""
    if isinstance(entries, int):
        return entries.to_bytes(4, "little")
    if sys.byteorder == "big":
        entries = entries[:]
        entries.byteswap()
    return entries.tobytes()


def _unpack(blob: bytes) -> "array[int]":
    """The keys of `_pack`."""
    entries = array("I")
    entries.frombytes(blob)
    if sys.byteorder == "big":
        entries.byteswap()
    return entries
