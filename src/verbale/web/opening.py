"""What handlers ask of the application: a connection that reads, the person with the role that is needed."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from fastapi import Request
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from verbale.record import Store
from verbale.web.errors import Refusal
from verbale.web.options import WebOptions
from verbale.web.security.people import Person, Role

STEPS = 20_000
"""Steps of SQLite's machine between two looks at the clock: some milliseconds."""


def find_store(request: Request) -> Store:
    """The store that is served.

    Raises:
        Refusal: none is.
    """
    store: Store | None = request.app.state.store
    if store is None:
        raise Refusal(404, "no-store", "no record is served here")
    return store


class Deadline:
    """The moment at which a query is stopped; renewed where an answer goes on for longer than one query may."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.until = time.monotonic() + seconds

    def renew(self) -> None:
        """Give the queries that follow the whole time again."""
        self.until = time.monotonic() + self.seconds

    def has_passed(self) -> bool:
        """Whether it is too late."""
        return time.monotonic() > self.until


@contextmanager
def reading(request: Request) -> Iterator[Connection]:
    """A connection that reads, its queries stopped after `query_seconds` in all.

    Raises:
        Refusal: the queries took longer.
    """
    with reading_on(request) as (conn, _):
        yield conn


@contextmanager
def reading_on(request: Request) -> Iterator[tuple[Connection, Deadline]]:
    """As `reading`, with the deadline, which whoever streams an answer renews with every part that he has sent.

    Raises:
        Refusal: the queries took longer.
    """
    options: WebOptions = request.app.state.options
    deadline = Deadline(options.query_seconds)
    with _connect(request) as conn:
        undo = _limit(conn, deadline)
        try:
            yield conn, deadline
        except DBAPIError as error:
            if "interrupted" not in str(error.orig) and "statement timeout" not in str(error.orig):
                raise
            limit = f"{options.query_seconds:g} s"
            text = f"the query took longer than {limit}: ask for less, or raise VERBALE_QUERY_SECONDS"
            raise Refusal(503, "too-slow", text) from error
        finally:
            undo()


@contextmanager
def _connect(request: Request) -> Iterator[Connection]:
    """A connection of the pool.

    Raises:
        Refusal: all are in use, and none was given back in time.
    """
    try:
        with find_store(request).connect() as conn:
            yield conn
    except PoolTimeoutError as error:
        text = "all connections to the store are in use: try again in a moment"
        raise Refusal(503, "busy", text, {"Retry-After": "5"}) from error


def _limit(conn: Connection, deadline: Deadline) -> Callable[[], None]:
    """Set the limit for this connection; gives what takes it off again.

    PostgreSQL counts for each statement anew, so that its limit needs no renewal.
    """
    if conn.dialect.name != "sqlite":
        conn.exec_driver_sql(f"SET LOCAL statement_timeout = {int(deadline.seconds * 1000)}")
        return lambda: None
    driver: Any = conn.connection.dbapi_connection
    driver.set_progress_handler(lambda: int(deadline.has_passed()), STEPS)
    return lambda: driver.set_progress_handler(None, 0)


def require(request: Request, role: Role) -> Person:
    """The person who asks, if his role allows it.

    Raises:
        Refusal: it does not.
    """
    person: Person | None = request.scope["state"].get("person")
    if person is None or person.role < role:
        raise Refusal(
            403, "wrong-role", f"this wants the role {role.name.lower()}: ask whoever gives out tokens"
        )
    return person
