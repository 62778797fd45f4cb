"""How many of the claims that filters choose are of which type, status, place ..."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, and_, func, select

from verbale.record import tables as t
from verbale.record.clock import held
from verbale.record.queries.filters import Filters
from verbale.record.queries.search import COUNTED, choose
from verbale.record.queries.verdicts import verdicts_of

NAMES = ("type", "status", "actor", "country", "place", "period", "publisher", "verdict")
"""The facets, in the order in which they are shown."""
MONTHS = 24
"""Periods are months where the claims span no more than this, else years."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A value that narrows the search: what to filter by, what to call it, how many claims that leaves."""

    value: str
    label: str
    count: int

    def to_dict(self) -> dict[str, Any]:
        """The facet for JSON."""
        return {"value": self.value, "label": self.label, "count": self.count}


def facets(
    conn: Connection, filters: Filters, *, most: int = 10, as_of: datetime | None = None
) -> dict[str, tuple[Facet, ...]]:
    """For each of NAMES its commonest values among the claims chosen; periods in their order, all of them.

    Counts over the 10,000 claims recorded last, where more are chosen (`SearchPage.counted` is False then).

    Args:
        conn: a connection that reads.
        filters: which claims.
        most: values of each facet but the period.
        as_of: what the record knew at a moment; None is now.

    Raises:
        SearchError: words that are no query.
    """
    c, r = t.claims.c, t.reports.c
    chosen = choose(filters, as_of).order_by(c.key.desc()).limit(COUNTED).subquery()
    columns = (c.id, c.type, c.status, c.place_name, c.place_country, c.when_start, c.when_end)
    joined = chosen.join(t.claims, c.key == chosen.c.key).join(t.reports, r.id == c.report_id)
    rows = conn.execute(select(*columns, r.publisher, r.published).select_from(joined)).all()
    verdicts = verdicts_of(conn, sorted({row.id for row in rows}), as_of=as_of)
    values = {
        "type": (row.type for row in rows),
        "status": (row.status for row in rows),
        "country": (row.place_country for row in rows),
        "place": (row.place_name for row in rows),
        "publisher": (row.publisher for row in rows),
        "verdict": (verdict.verdict for verdict in verdicts.values()),
    }
    found = {name: _count(each, most) for name, each in values.items()}
    found["actor"] = _count_actors(conn, chosen, most, as_of)
    found["period"] = _count_periods([day for row in rows if (day := _day_of(row))])
    return {name: found[name] for name in NAMES}


def _count(values: Iterable[str | None], most: int) -> tuple[Facet, ...]:
    counts = Counter(value for value in values if value)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Facet(value, value, count) for value, count in ranked[:most])


def _count_actors(conn: Connection, chosen: Any, most: int, as_of: datetime | None) -> tuple[Facet, ...]:
    """Identities by the claims that they have a part in."""
    p, links, i = t.parties.c, t.links.c, t.identities.c
    count = func.count(p.claim_key.distinct())
    joined = (
        chosen.join(t.parties, p.claim_key == chosen.c.key)
        .join(t.links, and_(links.actor_key == p.actor_key, held(t.links, as_of)))
        .join(t.identities, i.id == links.identity_id)
    )
    query = select(i.id, i.name, count).select_from(joined).group_by(i.id, i.name)
    return tuple(Facet(*row) for row in conn.execute(query.order_by(count.desc(), i.id).limit(most)))


def _day_of(row: Any) -> date | None:
    """The day a claim counts for: its first, else its last, else its report's."""
    found: date | None = row.when_start or row.when_end or row.published
    return found


def _count_periods(days: list[date]) -> tuple[Facet, ...]:
    """Months or years, in their order."""
    if not days:
        return ()
    first, last = min(days), max(days)
    by_month = (last.year - first.year) * 12 + last.month - first.month < MONTHS
    counts = Counter(day.isoformat()[: 7 if by_month else 4] for day in days)
    return tuple(Facet(period, period, count) for period, count in sorted(counts.items()))
