"""Reports of the record, newest first, a page at a time."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from verbale.record import tables as t
from verbale.record.clock import held

Cursor = tuple[date, str]
"""The last report of a page: the day it came out, and its id."""

UNDATED = date.min
"""Where reports without a day stand: last."""


@dataclass(frozen=True, slots=True)
class ListedReport:
    """A report without its text, and how many claims of it stand."""

    id: str
    title: str
    publisher: str
    published: date | None
    claims: int

    def to_dict(self) -> dict[str, Any]:
        """The report for JSON."""
        return {
            "id": self.id,
            "title": self.title,
            "publisher": self.publisher,
            "published": self.published.isoformat() if self.published else None,
            "claims": self.claims,
        }

    @property
    def cursor(self) -> Cursor:
        """Where the page after this report begins."""
        return (self.published or UNDATED, self.id)


def list_reports(
    conn: Connection,
    *,
    title: str = "",
    after: Cursor | None = None,
    limit: int = 50,
    as_of: datetime | None = None,
) -> tuple[ListedReport, ...]:
    """Reports by the day they came out, the newest first, undated ones last; forgotten ones are left out.

    Args:
        conn: a connection that reads.
        title: words that the title or the publisher must hold, in any case; empty lets all through.
        after: the cursor of the last report seen; None begins with the newest.
        limit: how many at most.
        as_of: those that the record had at that moment; None is now.
    """
    r = t.reports.c
    query = select(r.id, r.title, r.publisher, r.published).where(r.redacted_at.is_(None))
    if as_of:
        query = query.where(r.recorded_at <= as_of)
    if title:
        query = query.where(
            or_(r.title.icontains(title, autoescape=True), r.publisher.icontains(title, autoescape=True))
        )
    if after:
        query = query.where(_lies_after(*after))
    # By the bare column, whose index gives the newest without a look at the rest.
    rows = conn.execute(query.order_by(r.published.desc().nulls_last(), r.id.desc()).limit(limit)).all()
    counts = _count_claims(conn, [row.id for row in rows], as_of)
    return tuple(ListedReport(*row, claims=counts.get(row.id, 0)) for row in rows)


def _lies_after(day: date, report_id: str) -> ColumnElement[bool]:
    """Whether a report comes after a place in the order; undated ones come last."""
    r = t.reports.c
    same = r.published.is_(None) if day == UNDATED else r.published == day
    later: ColumnElement[bool] = and_(same, r.id < report_id)
    return later if day == UNDATED else or_(later, r.published < day, r.published.is_(None))


def _count_claims(conn: Connection, report_ids: list[str], as_of: datetime | None) -> dict[str, int]:
    c = t.claims.c
    query = select(c.report_id, func.count().label("claims")).where(
        c.report_id.in_(report_ids), held(t.claims, as_of)
    )
    return {row.report_id: row.claims for row in conn.execute(query.group_by(c.report_id))}
