"""Which identity a report says holds which office on which day: what unnamed office-holders are resolved by."""

import re
from datetime import date, datetime

from sqlalchemy import Connection, insert, select, update

from verbale.record import tables as t
from verbale.record.identity.profile import office_key

_PAST = re.compile(r"\b(former|then|late|ex|elect|designate)\b", re.IGNORECASE)


def record_holdings(
    conn: Connection, report_id: str, reading_key: int, published: date | None, now: datetime
) -> None:
    """Write the offices that a reading says are held; those of the report's earlier readings are superseded.

    A report without a date says nothing of a day, nor do offices once held or not yet taken.
    """
    earlier = select(t.claims.c.key).where(
        t.claims.c.report_id == report_id, t.claims.c.reading_key != reading_key
    )
    old = t.holdings.c.claim_key.in_(earlier) & t.holdings.c.superseded_at.is_(None)
    conn.execute(update(t.holdings).where(old).values(superseded_at=now))
    if published is None:
        return
    c, p, links = t.claims, t.parties, t.links
    held = (
        select(c.c.key, links.c.identity_id, c.c.office_title, c.c.office_body, c.c.office_country)
        .add_columns(c.c.when_start, c.c.when_end)
        .select_from(c.join(p, p.c.claim_key == c.c.key).join(links, links.c.actor_key == p.c.actor_key))
        .where(c.c.reading_key == reading_key, c.c.type == "hold_office", c.c.negated.is_(False))
        .where(c.c.status == "happened", p.c.role == "actor", links.c.superseded_at.is_(None))
        .order_by(c.c.key, links.c.identity_id)
    )
    rows = [
        {"claim_key": key, "identity_id": identity, "office": office_key(title, body, country), "day": day}
        for key, identity, title, body, country, start, end in conn.execute(held)
        if title and not _PAST.search(title)
        for day in [_day_held(start, end, published)]
        if day
    ]
    if rows:
        conn.execute(insert(t.holdings), [{**row, "recorded_at": now} for row in rows])


def _day_held(start: date | None, end: date | None, published: date) -> date | None:
    """The day of the report where the office is held on it, else the last day on which it was; None where unsaid."""
    if end is not None and end < published:
        return end
    if start is not None and start > published:
        return None
    return published
