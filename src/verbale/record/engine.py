"""Connections to SQLite and PostgreSQL that behave alike: one writer at a time, consistent reads."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from verbale.errors import StoreAddressError
from verbale.record.json_text import to_json

BUSY_SECONDS = 120
"""How long a writer waits for another one before it gives up."""

WRITER_LOCK = 0x5EBBA1E
"""The advisory lock of PostgreSQL that writers of one record take in turn."""

_READING = (
    "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY; "
    "SET LOCAL random_page_cost = 1.1; SET LOCAL jit = off"
)
"""PostgreSQL's planner thinks of disks with heads, and compiles for a second what runs for a tenth."""

_SCHEMES = {"sqlite": "sqlite", "postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}


def parse_address(address: str | Path) -> URL:
    """The SQLAlchemy URL of a store: a path is a SQLite file.

    Raises:
        StoreAddressError: a URL of another database than SQLite or PostgreSQL, or none at all.

    >>> str(parse_address("work/verbale.db"))
    'sqlite:///work/verbale.db'
    >>> parse_address("postgres://localhost/record").drivername
    'postgresql+psycopg'
    """
    if "://" not in str(address):
        return URL.create("sqlite", database=str(address))
    try:
        url = make_url(str(address))
    except ArgumentError as error:
        raise StoreAddressError(
            f"{address} is no address of a store: give a path, or postgresql://…"
        ) from error
    driver = _SCHEMES.get(url.drivername.split("+")[0])
    if driver is None:
        raise StoreAddressError(
            f"a store cannot be kept in {url.drivername!r}: give a path (SQLite), or postgresql://…"
        )
    return url.set(drivername=driver)


def open_engine(url: URL, *, read_only: bool = False) -> Engine:
    """An engine for a store; nothing is connected to yet."""
    if url.drivername == "sqlite":
        return _open_sqlite(url, read_only=read_only)
    return _open_postgres(url)


def _open_sqlite(url: URL, *, read_only: bool) -> Engine:
    if read_only and url.database:
        path = Path(url.database).resolve()
        url = url.set(database=f"{path.as_uri()}", query={"mode": "ro", "uri": "true"})
    engine = create_engine(url, json_serializer=to_json, connect_args={"timeout": BUSY_SECONDS})

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves: the driver would put it off
        pragmas = ["foreign_keys=ON", "cache_size=-65536", "temp_store=MEMORY", "mmap_size=2147418112"]
        if not read_only:
            pragmas += ["journal_mode=WAL", "synchronous=NORMAL"]
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = bool(connection.get_execution_options().get("writes"))
        connection.exec_driver_sql(f"PRAGMA query_only={int(not writes)}")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _open_postgres(url: URL) -> Engine:
    engine = create_engine(url, json_serializer=to_json)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        if connection.get_execution_options().get("writes"):
            connection.execute(
                text("SELECT set_config('lock_timeout', :wait, true)"), {"wait": f"{BUSY_SECONDS}s"}
            )
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": WRITER_LOCK})
        else:
            connection.exec_driver_sql(_READING)

    return engine
