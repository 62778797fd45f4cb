"""Rows that count: added up where they are there, made where they are not."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Column, Connection, Select, Table, func, select
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
        conn.execute(_make_counting(conn.dialect.name, table), rows)


def insert_new(conn: Connection, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    """Insert the rows whose primary key is not there yet; the others stay as they are."""
    listed: Sequence[Mapping[str, Any]] = list(rows)
    if listed:
        conn.execute(_make_careful(conn.dialect.name, table), listed)


def make_insert(conn: Connection, table: Table) -> Any:
    """An insert that can say what to do about rows that are there, for either database."""
    return _make_insert(conn.dialect.name, table)


def next_key(conn: Connection, column: Column[int]) -> int:
    """The key after the last one; safe, since there is one writer at a time."""
    found: int = conn.execute(_find_last(column)).scalar_one()
    return found + 1


def _make_insert(dialect: str, table: Table) -> Any:
    return (sqlite if dialect == "sqlite" else postgresql).insert(table)


# Statements are made once: for a report of a few sentences making them anew costs more than running them.


@cache
def _make_counting(dialect: str, table: Table) -> Any:
    statement = _make_insert(dialect, table)
    added = table.c["count"] + statement.excluded["count"]
    names = [column.name for column in table.primary_key]
    return statement.on_conflict_do_update(index_elements=names, set_={"count": added})


@cache
def _make_careful(dialect: str, table: Table) -> Any:
    return _make_insert(dialect, table).on_conflict_do_nothing()


@cache
def _find_last(column: Column[int]) -> Select[Any]:
    return select(func.coalesce(func.max(column), 0))
