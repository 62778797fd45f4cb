"""The offices that people were last said to hold."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, select

from verbale.record import tables as t
from verbale.record.clock import held

RECENT = timedelta(days=365)
"""How long before the newest statement about somebody's offices an older one still counts as present."""
MOST = 3
"""Offices shown of one person."""
_LOOKED_AT = 60


@dataclass(frozen=True, slots=True)
class OfficeSaid:
    """An office, and the last day on which a report says it is held."""

    title: str
    body: str | None
    country: str | None
    day: date

    def to_dict(self) -> dict[str, Any]:
        """The office for JSON."""
        return {
            "title": self.title,
            "body": self.body,
            "country": self.country,
            "day": self.day.isoformat(),
        }

    def __str__(self) -> str:
        return f"{self.title}, {self.body}" if self.body else self.title


def list_offices_said(
    conn: Connection, identity: str, as_of: datetime | None = None
) -> tuple[OfficeSaid, ...]:
    """The offices that somebody was last said to hold, the newest first; what reports call former is left out."""
    h, c, i = t.holdings.c, t.claims.c, t.identities.c
    merged = conn.execute(select(i.id).where(i.merged_into == identity)).scalars()
    query = (
        select(h.office, c.office_title, c.office_body, c.office_country, h.day)
        .join_from(t.holdings, t.claims, c.key == h.claim_key)
        .where(h.identity_id.in_([identity, *merged]), held(t.holdings, as_of), c.office_title.is_not(None))
        .order_by(h.day.desc(), c.key.desc())
        .limit(_LOOKED_AT)
    )
    found: dict[str, OfficeSaid] = {}
    for key, *office in conn.execute(query):
        found.setdefault(key, OfficeSaid(*office))
    newest = max((office.day for office in found.values()), default=date.min)
    since = newest - min(RECENT, newest - date.min)
    return tuple(office for office in found.values() if office.day >= since)[:MOST]
