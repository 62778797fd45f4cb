"""Claims that filters and words choose, a page at a time."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select, tuple_

from verbale.errors import SearchError
from verbale.record import tables as t
from verbale.record.clock import held
from verbale.record.queries.claim_rows import ClaimRow, load_claims
from verbale.record.queries.filters import Filters, list_conditions

COUNTED = 10_000
"""Claims that are counted exactly; of more it is only said that there are more."""
MOST = 1000
"""The longest page."""
UNDATED = date.min
"""Where claims without a day stand: last."""


class Order(StrEnum):
    """What comes first."""

    RECORDED = "recorded"
    """What was recorded last."""
    PUBLISHED = "published"
    """What was published last."""
    HAPPENED = "happened"
    """What happened, or held, last."""


@dataclass(frozen=True, slots=True)
class SearchPage:
    """A page of claims; `total` of them match, `more` than that where `counted` is False.

    `after` is the cursor of the next page, None at the end. It stays good while the record grows.
    """

    claims: tuple[ClaimRow, ...]
    total: int
    counted: bool
    after: str | None


def search(
    conn: Connection,
    filters: Filters,
    *,
    order: Order = Order.PUBLISHED,
    limit: int = 50,
    after: str | None = None,
    as_of: datetime | None = None,
) -> SearchPage:
    """The claims that filters choose, the newest first.

    Args:
        conn: a connection that reads.
        filters: which claims, and with which words; those of forgotten reports are left out.
        order: what newest means; claims equal in that come in the order of recording, the last first.
        limit: claims on the page, 1 to 1,000.
        after: cursor of the page before; None begins.
        as_of: what the record knew at a moment; None is now.

    Raises:
        SearchError: words, limit or cursor that cannot be.
    """
    if not 1 <= limit <= MOST:
        raise SearchError(f"a page of {limit} claims cannot be: ask for 1 to {MOST}")
    chosen = choose(filters, as_of)
    counted = _choose_keys(filters, as_of).limit(COUNTED + 1).subquery()
    total = conn.execute(select(func.count()).select_from(counted)).scalar_one()
    places = _list_places(order)
    page = chosen.add_columns(*places[:-1]).order_by(*(place.desc() for place in places)).limit(limit + 1)
    if after is not None:
        page = page.where(tuple_(*places) < tuple_(*_read_cursor(after, order)))
    rows = conn.execute(page).all()
    cursor = _write_cursor(rows[limit - 1], order) if len(rows) > limit else None
    keys = [row.key for row in rows[:limit]]
    return SearchPage(load_claims(conn, keys, as_of), min(total, COUNTED), total <= COUNTED, cursor)


def choose(filters: Filters, as_of: datetime | None = None) -> Select[tuple[int]]:
    """A query for the keys of the claims that filters choose.

    Raises:
        SearchError: words that are no query.
    """
    claims, reports = t.claims.c, t.reports.c
    return (
        select(claims.key)
        .select_from(t.claims.join(t.reports, claims.report_id == reports.id))
        .where(held(t.claims, as_of), reports.redacted_at.is_(None))
        .where(*list_conditions(filters, as_of))
    )


def _choose_keys(filters: Filters, as_of: datetime | None) -> Select[tuple[int]]:
    """As `choose`, without a look at the reports where no filter asks for it: forgotten ones have no claims."""
    if filters.publisher or filters.since or filters.until:
        return choose(filters, as_of)
    return select(t.claims.c.key).where(held(t.claims, as_of), *list_conditions(filters, as_of))


def _list_places(order: Order) -> list[ColumnElement[Any]]:
    """What claims are ordered by; the key comes last and decides between equals."""
    claims, reports = t.claims.c, t.reports.c
    days: dict[Order, list[ColumnElement[Any]]] = {
        Order.RECORDED: [],
        Order.PUBLISHED: [func.coalesce(reports.published, UNDATED)],
        Order.HAPPENED: [func.coalesce(claims.when_start, claims.when_end, reports.published, UNDATED)],
    }
    return [*(day.label("day") for day in days[order]), claims.key]


def _write_cursor(row: Any, order: Order) -> str:
    return f"{order}.{row.key}" if order is Order.RECORDED else f"{order}.{row.day.isoformat()}.{row.key}"


def _read_cursor(text: str, order: Order) -> tuple[Any, ...]:
    """The place that a cursor stands for.

    Raises:
        SearchError: it is none, or one of another order.
    """
    said, *values = text.split(".")
    if said != order.value:
        raise SearchError(f"cursor {text!r} is none of the order {order.value}: take it from the page before")
    try:
        (key,) = values if order is Order.RECORDED else values[1:]
        days = () if order is Order.RECORDED else (date.fromisoformat(values[0]),)
        place = (*days, int(key))
    except (ValueError, IndexError) as error:
        raise SearchError(f"cursor {text!r} is none: take it from the page before") from error
    if not 0 <= place[-1] < 2**63:
        raise SearchError(f"cursor {text!r} is none: take it from the page before")
    return place
