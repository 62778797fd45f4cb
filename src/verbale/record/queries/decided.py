"""The log of decisions, the newest first, a page at a time."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import Connection, select

from verbale.errors import SearchError
from verbale.record import tables as t
from verbale.record.clock import held
from verbale.record.decisions import Decision


@dataclass(frozen=True, slots=True)
class DecisionFilters:
    """Which decisions; empty and None let everything through. `since` and `until` are days in UTC, both inclusive."""

    kind: str = ""
    by: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class DecisionPage:
    """Decisions, the newest first; `after` is the cursor of the next page, None at the end."""

    decisions: tuple[Decision, ...]
    after: str | None


def page_decisions(
    conn: Connection, filters: DecisionFilters, *, limit: int = 50, after: str | None = None
) -> DecisionPage:
    """A page of the log.

    Args:
        conn: a connection that reads.
        filters: which decisions.
        limit: decisions on the page.
        after: cursor of the page before; None begins with the newest.

    Raises:
        SearchError: the cursor is none.
    """
    d = t.decisions.c
    query = select(d.id, d.kind, d.subject, d.by, d.why, d.decided_at).where(held(t.decisions))
    if filters.kind:
        query = query.where(d.kind == filters.kind)
    if filters.by:
        query = query.where(d.by == filters.by)
    if filters.since:
        query = query.where(d.decided_at >= _midnight(filters.since))
    if filters.until and filters.until < date.max:
        query = query.where(d.decided_at < _midnight(filters.until + timedelta(days=1)))
    if after:
        moment, decision_id = _read_cursor(after)
        query = query.where((d.decided_at < moment) | ((d.decided_at == moment) & (d.id < decision_id)))
    rows = conn.execute(query.order_by(d.decided_at.desc(), d.id.desc()).limit(limit + 1)).all()
    decisions = tuple(Decision(*row) for row in rows[:limit])
    more = f"{decisions[-1].decided_at.isoformat()} {decisions[-1].id}" if len(rows) > limit else None
    return DecisionPage(decisions, more)


def list_kinds(conn: Connection) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The kinds of decision that the log has, and who made them, each in the order of the alphabet."""
    d = t.decisions.c
    kinds = conn.execute(select(d.kind).distinct().order_by(d.kind)).scalars()
    people = conn.execute(select(d.by).distinct().order_by(d.by)).scalars()
    return tuple(kinds), tuple(people)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, UTC)


def _read_cursor(text: str) -> tuple[datetime, str]:
    moment, _, decision_id = text.partition(" ")
    try:
        found = datetime.fromisoformat(moment)
    except ValueError as error:
        raise SearchError(f"cursor {text!r} is none: take it from the page before") from error
    return (found if found.tzinfo else found.replace(tzinfo=UTC)), decision_id
