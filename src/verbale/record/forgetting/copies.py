"""Copies whose first report is forgotten: the earliest of them takes its place, so that they stay one source."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, select, update

from verbale.model import Report
from verbale.record import tables as t
from verbale.record.clock import held
from verbale.record.copies import keep_bands, mark_reprints, take_fingerprint
from verbale.record.events.joining import join_reading

_SAME = ("id", "key", "type", "mode", "status", "negated", "trigger_text", "evidence_text")


def hand_on_copies(conn: Connection, report_id: str, now: datetime) -> None:
    """Make the earliest copy of a report that was forgotten the first one, and the others copies of it.

    Its claims, reprints until now, join events like those of any report.
    """
    r, g = t.reports.c, t.readings.c
    of_it = select(r.id, r.text, r.published).where(r.copy_of == report_id, r.redacted_at.is_(None))
    copies = conn.execute(of_it.order_by(r.recorded_at, r.id)).all()
    if not copies:
        return
    first = Report(id=copies[0].id, text=copies[0].text, published=copies[0].published)
    conn.execute(update(t.reports).where(r.copy_of == report_id).values(copy_of=first.id))
    conn.execute(update(t.reports).where(r.id == first.id).values(copy_of=None))
    for copy in copies[1:]:
        _mark_again(conn, first.id, copy.id)
    newest = select(g.key).where(g.report_id == first.id, held(t.readings)).order_by(g.key.desc())
    key = conn.execute(newest.limit(1)).scalar_one()
    keep_bands(conn, first, key, take_fingerprint(first.text))
    join_reading(conn, key, now)


def _mark_again(conn: Connection, first: str, copy: str) -> None:
    """Name in the claims of a copy those of the report that is the first now; past ones too."""
    c = t.claims.c
    query = select(*(c[name] for name in _SAME)).where(c.report_id == copy, c.reprint_of.is_(None))
    claims = [dict(row) for row in conn.execute(query).mappings()]
    mark_reprints(conn, first, claims)
    marked = [{"own": each["key"], "first": each["reprint_of"]} for each in claims if each["reprint_of"]]
    if marked:
        conn.execute(
            update(t.claims).where(c.key == bindparam("own")).values(reprint_of=bindparam("first")), marked
        )
