"""Many rows into a table at once: by COPY in PostgreSQL, which takes a fraction of the time of INSERT."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Table, insert


def insert_rows(conn: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that all have the same columns; nothing where there is none.

    Args:
        conn: a connection that writes; the rows are part of its transaction.
        table: where to.
        rows: values by the names of columns, which the first row has all of; columns with a default are best left out.
    """
    if not rows:
        return
    if conn.dialect.name != "postgresql":
        conn.execute(insert(table), [dict(row) for row in rows])
        return
    columns = [table.c[name] for name in rows[0]]
    binders = [_binder(conn, column) for column in columns]
    quote = conn.dialect.identifier_preparer
    names = ", ".join(quote.format_column(column) for column in columns)
    cursor: Any = conn.connection.cursor()
    with cursor, cursor.copy(f"COPY {quote.format_table(table)} ({names}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row([bind(row[column.name]) for column, bind in zip(columns, binders, strict=True)])


def refresh_statistics(conn: Connection, tables: Iterable[Table]) -> None:
    """Let PostgreSQL count anew what tables hold, so that it reads them by index at once and not some minutes later."""
    if conn.dialect.name == "postgresql":
        quote = conn.dialect.identifier_preparer
        conn.exec_driver_sql("ANALYZE " + ", ".join(quote.format_table(table) for table in tables))


def _binder(conn: Connection, column: Column[Any]) -> Any:
    """What makes a value of a column one that the driver can write."""
    bind = column.type.dialect_impl(conn.dialect).bind_processor(conn.dialect)
    if bind is None:
        return _as_is
    return lambda value: None if value is None else bind(value)


def _as_is(value: Any) -> Any:
    return value
