"""Which identity a report says holds which office on which day: what unnamed office-holders are resolved by."""

import re
from datetime import date, datetime
from typing import Final

from sqlalchemy import Connection, bindparam, insert, select, update

from verbale.record import tables as t
from verbale.record.identity.profile import office_key

_PAST = re.compile(r"\b(former|then|late|ex|elect|designate)\b", re.IGNORECASE)

_c, _h, _p, _links = t.claims.c, t.holdings.c, t.parties.c, t.links.c
_EARLIER: Final = select(_c.key).where(
    _c.report_id == bindparam("report"), _c.reading_key != bindparam("reading")
)
_SUPERSEDE: Final = (
    update(t.holdings)
    .where(_h.claim_key.in_(_EARLIER), _h.superseded_at.is_(None))
    .values(superseded_at=bindparam("now"))
)
_HELD: Final = (
    select(_c.key, _links.identity_id, _c.office_title, _c.office_body, _c.office_country)
    .add_columns(_c.when_start, _c.when_end)
    .select_from(
        t.claims.join(t.parties, _p.claim_key == _c.key).join(t.links, _links.actor_key == _p.actor_key)
    )
    .where(_c.reading_key == bindparam("reading"), _c.type == "hold_office", _c.negated.is_(False))
    .where(_c.status == "happened", _p.role == "actor", _links.superseded_at.is_(None))
    .order_by(_c.key, _links.identity_id)
)
_INSERT: Final = insert(t.holdings)


def supersede_holdings(conn: Connection, report_id: str, reading_key: int, now: datetime) -> None:
    """End what a report's other readings say of offices held."""
    conn.execute(_SUPERSEDE, {"report": report_id, "reading": reading_key, "now": now})


def record_holdings(conn: Connection, reading_key: int, published: date, now: datetime) -> None:
    """Write the offices that a reading says are held; one once held or not yet taken is not held on any day known."""
    rows = [
        {"claim_key": key, "identity_id": identity, "office": office_key(title, body, country), "day": day}
        for key, identity, title, body, country, start, end in conn.execute(_HELD, {"reading": reading_key})
        if title and not _PAST.search(title)
        for day in [_day_held(start, end, published)]
        if day
    ]
    if rows:
        conn.execute(_INSERT, [{**row, "recorded_at": now} for row in rows])


def _day_held(start: date | None, end: date | None, published: date) -> date | None:
    """The day of the report where the office is held on it, else the last day on which it was; None where unsaid."""
    if end is not None and end < published:
        return end
    if start is not None and start > published:
        return None
    return published
