"""Entries of a list by their ids."""

from sqlalchemy import Connection, select

from verbale.record import tables as t
from verbale.record.registers.entry_rows import entry_of
from verbale.record.registers.lookup import Found
from verbale.record.registers.versions import Version


def find_entry(conn: Connection, version: Version, entry_id: str) -> Found | None:
    """The entry of an id in a version of a list; None where it has none."""
    e, m = t.register_entries.c, t.register_members.c
    query = (
        select(e.key, e.digest, e.entry_id, e.data)
        .join(t.register_members, m.entry_key == e.key)
        .where(m.register_key == version.key, e.entry_id == entry_id)
        .order_by(e.key.desc())
    )
    row = conn.execute(query.limit(1)).first()
    return Found(version, row.key, row.digest, entry_of(row.entry_id, row.data)) if row else None
