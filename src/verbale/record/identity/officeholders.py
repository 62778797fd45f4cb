"""Who held an office on a day: what an unnamed "foreign minister of Serbia" stands for."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, func, select

from verbale.record.identity.comparison import Evidence
from verbale.record.identity.naming import is_single_office
from verbale.record.identity.profile import office_key
from verbale.record.tables import holdings

NEAR = timedelta(days=365)
"""A report on a holder counts for a year before and after."""

_MOST = 12
"""Holders looked at; an office with more within two years is not one person's."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who held the office, and what says so."""

    identity_id: str
    evidence: Evidence


def resolve_office(conn: Connection, name: str, country: str | None, day: date | None) -> Holder | None:
    """Who held the office named on that day, None where the record does not know or knows two.

    Args:
        conn: any connection.
        name: the words as written ("Serbia's deputy prime minister").
        country: the state whose office it is; None resolves to nobody.
        day: of publication; None resolves to nobody.
    """
    if not country or not day or _is_past(name) or not is_single_office(name, country):
        return None
    h = holdings.c
    query = (
        select(h.identity_id, func.min(h.day), func.max(h.day))
        .where(
            h.office == office_key(name, None, country),
            h.day >= day - NEAR,
            h.day <= day + NEAR,
            h.superseded_at.is_(None),
        )
        .group_by(h.identity_id)
        .order_by(h.identity_id)
        .limit(_MOST)
    )
    spans = [(identity, first, last) for identity, first, last in conn.execute(query)]
    holder = _pick(spans, day)
    if holder is None:
        return None
    identity, first, last = holder
    said = f"from {first} to {last}" if first != last else f"on {first}"
    return Holder(identity, Evidence("held the office", f"{name}: so said reports {said}", 3.0))


def _pick(spans: list[tuple[str, date, date]], day: date) -> tuple[str, date, date] | None:
    """The only one; else the only one within whose days the day lies, or who is nearest where days do not mix."""
    if len(spans) == 1:
        return spans[0]
    within = [span for span in spans if span[1] <= day <= span[2]]
    if len(within) == 1:
        return within[0]
    if within or not spans:
        return None
    return _last_before(spans, day)


def _last_before(spans: list[tuple[str, date, date]], day: date) -> tuple[str, date, date] | None:
    """Between two holders nobody is sure, after the last one he still holds it."""
    last = max(spans, key=lambda span: span[2])
    return last if last[2] <= day and all(span[2] < last[1] for span in spans if span is not last) else None


def _is_past(name: str) -> bool:
    """Whether the words are of one who held the office before ("former", "elect", "acting" too)."""
    return bool(
        re.search(
            r"\b(former|then|late|ex|elect|designate|next|future|acting|deposed|ousted)\b", name.lower()
        )
    )
