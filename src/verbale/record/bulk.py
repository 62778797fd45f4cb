"""Many rows into a table at once: by COPY in PostgreSQL, which takes a fraction of the time of INSERT; as tuples in
SQLite, for making a dictionary of parameters for every row takes longer than writing it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, LargeBinary, Table

_Binders = list[tuple[int, Callable[[Any], Any]]]


def insert_rows(
    conn: Connection, table: Table, names: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> None:
    """Insert rows; nothing where there is none.

    Args:
        conn: a connection that writes; the rows are part of its transaction.
        table: where to.
        names: of the columns; those with a default are best left out.
        rows: their values, in the order of `names`.
    """
    if not rows:
        return
    quote = conn.dialect.identifier_preparer
    into = f"{quote.format_table(table)} ({', '.join(quote.format_column(table.c[name]) for name in names)})"
    bound = _bind(rows, _binders(conn, table, names))
    if conn.dialect.name == "postgresql":
        cursor: Any = conn.connection.cursor()
        with cursor, cursor.copy(f"COPY {into} FROM STDIN") as copy:
            for row in bound:
                copy.write_row(row)
    else:
        marks = ", ".join("?" * len(names))
        conn.exec_driver_sql(f"INSERT INTO {into} VALUES ({marks})", list(bound))  # noqa: S608 - names of our own


def _bind(rows: Sequence[tuple[Any, ...]], binders: _Binders) -> Iterable[tuple[Any, ...]]:
    """The rows with values that the driver can write."""
    return _bound(rows, binders) if binders else rows


def _bound(rows: Sequence[tuple[Any, ...]], binders: _Binders) -> Iterator[tuple[Any, ...]]:
    for row in rows:
        values = list(row)
        for place, bind in binders:
            if values[place] is not None:
                values[place] = bind(values[place])
        yield tuple(values)


def _binders(conn: Connection, table: Table, names: Sequence[str]) -> _Binders:
    """What makes values ones that the driver can write, by the places of columns; bytes and most others need none."""
    binders: _Binders = []
    for place, name in enumerate(names):
        impl = table.c[name].type.dialect_impl(conn.dialect)
        bind = None if isinstance(impl, LargeBinary) else impl.bind_processor(conn.dialect)
        if bind is not None:
            binders.append((place, bind))
    return binders


def refresh_statistics(conn: Connection, tables: Iterable[Table]) -> None:
    """Let PostgreSQL count anew what tables hold, so that it reads them by index at once and not some minutes later."""
    if conn.dialect.name == "postgresql":
        quote = conn.dialect.identifier_preparer
        conn.exec_driver_sql("ANALYZE " + ", ".join(quote.format_table(table) for table in tables))
