"""Rows that count: added up where they are there, made where they are not."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def add_counts(conn: Connection, table: Table, counts: Mapping[tuple[Any, ...], int], **more: Any) -> None:
    """Add counts to the rows of a table, whose primary key the tuples are; counts may be negative.

    Args:
        conn: a connection that writes.
        table: has a column `count`.
        counts: primary key -> what to add.
        more: column -> function of the primary key that gives its value in new rows.
    """
    names = [column.name for column in table.primary_key]
    rows = [
        dict(zip(names, key, strict=True)) | {"count": count} | {c: make(key) for c, make in more.items()}
        for key, count in sorted(counts.items())
        if count
    ]
    if rows:
        statement = make_insert(conn, table)
        added = table.c["count"] + statement.excluded["count"]
        conn.execute(statement.on_conflict_do_update(index_elements=names, set_={"count": added}), rows)


def insert_new(conn: Connection, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    """Insert the rows whose primary key is not there yet; the others stay as they are."""
    listed: Sequence[Mapping[str, Any]] = list(rows)
    if listed:
        conn.execute(make_insert(conn, table).on_conflict_do_nothing(), listed)


def make_insert(conn: Connection, table: Table) -> Any:
    """An insert that can say what to do about rows that are there, for either database."""
    return (sqlite if conn.dialect.name == "sqlite" else postgresql).insert(table)
