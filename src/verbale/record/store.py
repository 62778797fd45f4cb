"""The store that a record is kept in: a SQLite file, or a PostgreSQL database."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError, OperationalError

from verbale.errors import NoStoreError, StoreUnreachableError
from verbale.record.engine import open_engine, parse_address
from verbale.record.schema import bring_up_to_date, check_version


class Store:
    """An open record. Close it, or use it as a context manager.

    >>> with Store.open(":memory:") as store, store.connect() as conn:
    ...     conn.exec_driver_sql("SELECT count(*) FROM reports").scalar()
    0
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    @classmethod
    def open(cls, address: str | Path, *, read_only: bool = False, create: bool = True) -> Self:
        """Open the store at an address, bringing its tables up to date.

        Args:
            address: path of a SQLite file, or a SQLAlchemy URL of SQLite or PostgreSQL.
            read_only: nothing is written, not even newer tables; implies that the store is there.
            create: begin a new record where there is none; False refuses.

        Raises:
            StoreAddressError: the address is neither.
            NoStoreError: there is no store and none is to be created, or the file is something else.
            StoreVersionError: a newer Verbale wrote it.
            StoreUnreachableError: the server or the file cannot be opened.
        """
        url = parse_address(address)
        if read_only or not create:
            _check_exists(url)
        engine = open_engine(url, read_only=read_only)
        store = cls(engine)
        try:
            with explain_failures(url):
                store._prepare(create=create and not read_only, read_only=read_only)
        except BaseException:
            store.close()
            raise
        return store

    def _prepare(self, *, create: bool, read_only: bool) -> None:
        """Check the tables and make or renew them where that is wanted."""
        with self.connect() as conn:
            current = check_version(conn, must_exist=not create, must_be_current=read_only)
        if not current:
            with self.begin() as conn:
                bring_up_to_date(conn)

    @contextmanager
    def connect(self) -> Iterator[Connection]:
        """A connection that reads: it sees one state of the record from beginning to end."""
        with self.engine.connect() as conn, conn.begin():
            yield conn

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """A connection that writes: all of it or nothing, one writer at a time."""
        with self.engine.connect().execution_options(writes=True) as conn, conn.begin():
            yield conn

    def close(self) -> None:
        """Give all connections back."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


@contextmanager
def explain_failures(url: URL) -> Iterator[None]:
    """Turn the driver's complaints into errors that say what to do."""
    shown = url.render_as_string(hide_password=True)
    try:
        yield
    except OperationalError as error:
        raise StoreUnreachableError(
            f"the store {shown} cannot be opened: {_reason(error)}: check that it is there, "
            "that it may be written, and that no other program holds it locked"
        ) from error
    except DBAPIError as error:
        raise NoStoreError(
            f"{shown} is no store of Verbale: {_reason(error)}: name another with --store"
        ) from error


def _reason(error: DBAPIError) -> str:
    """The driver's own words, on one line."""
    return " ".join(str(error.orig).split())


def _check_exists(url: URL) -> None:
    """Raises: NoStoreError: the SQLite file is not there."""
    path = url.database
    if url.drivername == "sqlite" and path and path != ":memory:" and not Path(path).exists():
        raise NoStoreError(f"there is no store at {path}: `verbale add` begins one, --store names another")
