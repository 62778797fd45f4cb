"""The whole record as text that two stores can be compared by: the same content gives the same lines."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Table, select

from verbale.record import tables as t
from verbale.record.json_text import to_json

_CLOCKS = {
    "recorded_at",
    "superseded_at",
    "first_recorded_at",
    "fetched_at",
    "redacted_at",
    "masked_at",
    "last_polled",
}
_DERIVED = {"report_bands", "event_keys", "feeds"}
"""Tables that follow from others, or that are no part of the record."""


def dump(conn: Connection, *, clocks: bool = True) -> Iterator[str]:
    """Lines of JSON, one a row, sorted; keys that differ from store to store are spelt out.

    Args:
        conn: a connection that reads.
        clocks: with the times of recording; without, runs at different times can be compared.

    Takes the memory of the largest table; the full-text index is left out, since it follows from the claims.
    """
    names = _Names(conn)
    for table in t.metadata.sorted_tables:
        if table.name not in _DERIVED:
            yield from sorted(_dump_table(conn, table, names, clocks=clocks))


def _dump_table(conn: Connection, table: Table, names: "_Names", *, clocks: bool) -> Iterator[str]:
    for row in conn.execute(select(table)).mappings():
        shown = {
            name: names.spell(name, value)
            for name, value in row.items()
            if name != "key" or table.name == "identity_keys"
            if clocks or name not in _CLOCKS
        }
        yield to_json({"table": table.name, **shown})


class _Names:
    """What the keys of readings, actors and claims stand for."""

    def __init__(self, conn: Connection) -> None:
        r, a, c = t.readings.c, t.actors.c, t.claims.c
        readings = {
            row.key: [row.report_id, row.reader_version, row.content_hash[:12]]
            for row in conn.execute(select(r.key, r.report_id, r.reader_version, r.content_hash))
        }
        self._names: dict[str, dict[int, list[str]]] = {"reading_key": readings}
        for column, query in (
            ("actor_key", select(a.key, a.reading_key, a.ref)),
            ("claim_key", select(c.key, c.reading_key, c.ref)),
        ):
            self._names[column] = {
                row.key: [*readings[row.reading_key], row.ref] for row in conn.execute(query)
            }

    def spell(self, column: str, value: Any) -> Any:
        """A value as JSON has it; a key as what it stands for."""
        if column in self._names and value is not None:
            return self._names[column][value]
        return value.isoformat() if isinstance(value, (date, datetime)) else value
