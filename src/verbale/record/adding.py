"""Readings into the record, a transaction a report: a kill leaves whole reports only."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, and_, bindparam, insert, select, update

from verbale.errors import ReportError
from verbale.model import Reading, Report
from verbale.record import tables as t
from verbale.record.clock import held
from verbale.record.copies import drop_bands, find_original, keep_bands, mark_reprints, take_fingerprint
from verbale.record.counting import next_key
from verbale.record.events.joining import close_events, join_reading, list_events_of
from verbale.record.fulltext import index_claims
from verbale.record.linking import link_reading
from verbale.record.rows import Row, actor_rows, claim_rows, clean, hash_content, party_rows, report_row
from verbale.record.store import Store
from verbale.record.summary import Added, AddSummary, ClaimChanges, Outcome
from verbale.record.superseding import (
    carry_over_first_recorded,
    compare_claims,
    keep_version,
    supersede_reading,
)

_r, _g, _u = t.reports.c, t.readings.c, t.unread.c
_KNOWN: Final = select(t.reports).where(_r.id == bindparam("report"))
_READ: Final = (
    select(_g.key)
    .where(_g.report_id == bindparam("report"), _g.reader_version == bindparam("reader"))
    .where(_g.content_hash == bindparam("content"))
    .limit(1)
)
_NOTED: Final = select(_u.key).where(
    _u.report_id.in_(bindparam("names", expanding=True)), _u.superseded_at.is_(None)
)
_INSERTS: Final = {table: insert(table) for table in (t.reports, t.readings, t.actors, t.claims, t.parties)}

Item = tuple[Report, Reading] | ReportError
"""A report with what was read in it, or why it could not be read."""


def add_readings(store: Store, items: Iterable[Item], *, now: datetime, origin: str = "") -> AddSummary:
    """Add readings to the record and say what that came to; what is there already adds nothing.

    Args:
        store: opened for writing.
        items: consumed as they are added, so memory stays constant.
        now: `recorded_at` of what is new and `superseded_at` of what it replaces; must have a time zone.
        origin: where the reports come from (path, feed, address).
    """
    summary = AddSummary()
    for one in add_each(store, items, now=now, origin=origin):
        summary = summary.plus(one)
    return summary


def add_each(store: Store, items: Iterable[Item], *, now: datetime, origin: str = "") -> Iterator[Added]:
    """As `add_readings`, report by report: what became of each is told once it is safe on disk."""
    for item in items:
        with store.begin() as conn:
            if isinstance(item, ReportError):
                added = _keep_unread(conn, item, now, origin)
            else:
                added = add_reading(conn, *item, now=now, origin=origin)
                _was_readable(conn, {added.report_id, item[0].url or added.report_id}, now)
        yield added


def add_reading(conn: Connection, report: Report, reading: Reading, *, now: datetime, origin: str) -> Added:
    """Add one reading inside the caller's transaction; what is there already is left as it is."""
    row = report_row(report)
    known = conn.execute(_KNOWN, {"report": report.id}).mappings().first()
    if known is None:
        return _add_new(conn, report, reading, row | {"origin": origin}, now)
    if known["redacted_at"] or known["masked_at"]:
        return Added(report.id, Outcome.FORGOTTEN)
    if not report.text:
        row |= {"text": known["text"], "content_hash": known["content_hash"]}
    if _was_read(conn, report.id, reading.reader_version, row["content_hash"]):
        return Added(report.id, Outcome.UNCHANGED, known["copy_of"])
    corrected = row["content_hash"] != known["content_hash"]
    if corrected:
        keep_version(conn, known, now)
        conn.execute(update(t.reports).where(t.reports.c.id == report.id).values(row))
    told = list_events_of(conn, _list_claims(conn, report.id))
    before = supersede_reading(conn, report.id, now)
    key = next_key(conn, t.readings.c.key)
    after = _insert_reading(conn, reading, key, row, known["copy_of"], now, is_reread=True)
    if corrected and known["copy_of"] is None:
        drop_bands(conn, report.id)
        keep_bands(conn, report, key, take_fingerprint(report.text))
    close_events(conn, told, now)
    return Added(report.id, Outcome.REREAD, known["copy_of"], compare_claims(before, after))


def find_known(conn: Connection, report: Report, reader_version: str) -> Outcome | None:
    """What would become of a report if this version of the reader read it; None where it has to be read to know.

    So a bulk add that broke off goes on without reading again what is safe.
    """
    r = t.reports.c
    known = conn.execute(select(r.redacted_at, r.masked_at).where(r.id == report.id)).first()
    if known is None:
        return None
    if known.redacted_at or known.masked_at:
        return Outcome.FORGOTTEN
    read = _was_read(conn, report.id, reader_version, hash_content(report))
    return Outcome.UNCHANGED if read else None


def _add_new(conn: Connection, report: Report, reading: Reading, row: Row, now: datetime) -> Added:
    """Add a report that the record does not have."""
    fingerprint = take_fingerprint(report.text)
    copy_of = find_original(conn, report, fingerprint)
    fixed = {"id": report.id, "copy_of": copy_of, "recorded_at": now, "fetched_at": now}
    conn.execute(_INSERTS[t.reports], {**row, **fixed})
    key = next_key(conn, t.readings.c.key)
    claims = _insert_reading(conn, reading, key, row, copy_of, now)
    if copy_of is None:
        keep_bands(conn, report, key, fingerprint)
    return Added(report.id, Outcome.ADDED, copy_of, ClaimChanges(added=len(claims)))


def _was_read(conn: Connection, report_id: str, reader_version: str, content_hash: str) -> bool:
    """Whether this version of the reader has read this content of the report, be it long ago."""
    given = {"report": report_id, "reader": reader_version, "content": content_hash}
    return conn.execute(_READ, given).first() is not None


def _insert_reading(
    conn: Connection,
    reading: Reading,
    key: int,
    report: Row,
    copy_of: str | None,
    now: datetime,
    *,
    is_reread: bool = False,
) -> list[Row]:
    """Write a reading under a key with its actors, claims and parties; gives the rows of the claims."""
    actors = actor_rows(reading, key, next_key(conn, t.actors.c.key), now)
    claims = claim_rows(reading, key, next_key(conn, t.claims.c.key), now)
    if is_reread:
        carry_over_first_recorded(conn, reading.report.id, claims)
    if copy_of is not None:
        mark_reprints(conn, copy_of, claims)
    read = {
        "key": key,
        "report_id": reading.report.id,
        "reader_version": reading.reader_version,
        "content_hash": report["content_hash"],
        "recorded_at": now,
    }
    parties = party_rows(reading, claims, actors)
    for table, rows in ((t.readings, [read]), (t.actors, actors), (t.claims, claims), (t.parties, parties)):
        if rows:
            conn.execute(_INSERTS[table], rows)
    index_claims(conn, [(claim["key"], claim["evidence_text"]) for claim in claims], report["title"])
    link_reading(conn, key, now)
    join_reading(conn, key, now)
    return claims


def _list_claims(conn: Connection, report_id: str) -> list[int]:
    """Keys of the claims of a report that stand."""
    c = t.claims.c
    return list(conn.execute(select(c.key).where(c.report_id == report_id, held(t.claims))).scalars())


def _keep_unread(conn: Connection, error: ReportError, now: datetime, origin: str) -> Added:
    """Note what could not be read and why, once."""
    u = t.unread.c
    report_id, message = clean(error.report_id), clean(error.message)
    same = and_(u.report_id == report_id, u.slug == error.slug, u.superseded_at.is_(None))
    if conn.execute(select(u.key).where(same)).first() is None:
        row = {"key": next_key(conn, u.key), "origin": origin, "report_id": report_id, "slug": error.slug}
        conn.execute(insert(t.unread), {**row, "message": message, "recorded_at": now})
    else:
        conn.execute(update(t.unread).where(same).values(message=message))
    return Added(error.report_id, Outcome.UNREAD)


def _was_readable(conn: Connection, names: set[str], now: datetime) -> None:
    """End the note that a report, or its address, could not be read: it was read."""
    noted = conn.execute(_NOTED, {"names": sorted(names)}).scalars().all()
    if noted:
        conn.execute(update(t.unread).where(_u.key.in_(noted)).values(superseded_at=now))
