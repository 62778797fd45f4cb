"""Cursors of the list of reports, as addresses hold them."""

from datetime import date

from verbale.record.queries.listed import Cursor
from verbale.web.errors import Refusal


def say_cursor(cursor: Cursor) -> str:
    """A cursor as addresses hold it.

    >>> say_cursor((date(2024, 9, 12), "wire:42"))
    '2024-09-12 wire:42'
    """
    return f"{cursor[0].isoformat()} {cursor[1]}"


def parse_cursor(after: str) -> Cursor | None:
    """Where a page begins; None at the beginning.

    Raises:
        Refusal: it is none of our cursors.

    >>> parse_cursor("2024-09-12 wire:42")
    (datetime.date(2024, 9, 12), 'wire:42')
    """
    if not after:
        return None
    day, _, report_id = after.partition(" ")
    try:
        return date.fromisoformat(day), report_id
    except ValueError as error:
        raise Refusal(
            400, "bad-cursor", "`after` is no cursor: take it from the link to the next page"
        ) from error
