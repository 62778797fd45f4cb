"""What the commands on the record share: the store, days, the clock, what must be installed."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from importlib.util import find_spec
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from verbale.record import Store

StoreOption = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="PATH",
        help="The record: a SQLite file or a PostgreSQL URL (default: VERBALE_STORE, else verbale.db).",
    ),
]
AsOf = Annotated[
    str,
    typer.Option(
        "--as-of",
        metavar="MOMENT",
        help="What the record knew at that moment: 2024-06-11 (the end of the day) or 2024-06-11T12:00+02:00.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def require_record() -> None:
    """Raises: MissingExtraError: the extra `record` is not installed."""
    from verbale.errors import MissingExtraError

    if any(
        find_spec(name) is None for name in ("sqlalchemy", "alembic", "anyascii", "jellyfish", "defusedxml")
    ):
        raise MissingExtraError.of("record")


def store_address(given: str | None) -> str:
    """The address given by `--store`, else that of the setting."""
    from verbale.settings import load_settings

    return load_settings(store=given).store


@contextmanager
def open_store(given: str | None, *, create: bool = False) -> "Iterator[Store]":
    """The store at the address given, or (None) of the setting; closed in the end."""
    from verbale.record import Store

    with Store.open(store_address(given), create=create) as store:
        yield store


def utc_now() -> datetime:
    """The moment, in UTC: the one place where these commands read the clock."""
    return datetime.now(UTC)


def parse_day(text: str, option: str) -> date | None:
    """The day of an option; None where it is not given.

    Raises:
        RegisterError: no day.
    """
    from verbale.errors import RegisterError

    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise RegisterError(f"{option} {text!r} is no day: write it as 2024-06-11") from None


def parse_moment(text: str, option: str = "--as-of", *, begins: bool = False) -> datetime | None:
    """The moment of an option: of a day its end, or where it `begins`; UTC where no zone is said; None if not given.

    Raises:
        SearchError: neither a day nor a moment.

    >>> parse_moment("2024-06-11", begins=True).isoformat()
    '2024-06-11T00:00:00+00:00'
    """
    from verbale.record import moments

    return moments.parse_moment(text, option, begins=begins)


def show_count(count: int | None) -> None:
    """Say on a terminal how far it has come; None wipes that out again."""
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K" if count is None else f"\r{count:,} rows")
        sys.stderr.flush()
