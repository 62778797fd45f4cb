"""Rows deleted with all that hangs on them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Table, delete, select, update

from verbale.record import tables as t
from verbale.record.fulltext import unindex_claims

BATCH: Final = 400


def list_values(conn: Connection, wanted: Any, column: Any, values: Sequence[Any]) -> list[Any]:
    """Values of one column in the rows whose other column has one of the values."""
    return [
        each
        for start in range(0, len(values), BATCH)
        for each in conn.execute(select(wanted).where(column.in_(values[start : start + BATCH]))).scalars()
    ]


def load_rows(conn: Connection, table: Table, column: Any, values: Sequence[Any]) -> list[dict[str, Any]]:
    """Whole rows whose column has one of the values."""
    return [
        dict(row)
        for start in range(0, len(values), BATCH)
        for row in conn.execute(select(table).where(column.in_(values[start : start + BATCH]))).mappings()
    ]


def delete_claims(conn: Connection, keys: Sequence[int]) -> None:
    """Delete claims with all that hangs on them: parties, events, offices held, words, verdicts, reviews."""
    for start in range(0, len(keys), BATCH):
        some = list(keys[start : start + BATCH])
        unindex(conn, some)
        ids = sorted(set(list_values(conn, t.claims.c.id, t.claims.c.key, some)))
        for table in (t.parties, t.event_claims, t.event_keys, t.holdings):
            conn.execute(delete(table).where(table.c.claim_key.in_(some)))
        for table in (t.verdicts, t.reviews):
            conn.execute(delete(table).where(table.c.claim_id.in_(ids)))
        conn.execute(delete(t.claims).where(t.claims.c.key.in_(some)))
        conn.execute(update(t.claims).where(t.claims.c.reprint_of.in_(ids)).values(reprint_of=None))


def delete_actors(conn: Connection, keys: Sequence[int]) -> None:
    """Delete actors with their links and their part in claims that are kept."""
    for start in range(0, len(keys), BATCH):
        some = list(keys[start : start + BATCH])
        for table in (t.parties, t.links):
            conn.execute(delete(table).where(table.c.actor_key.in_(some)))
        conn.execute(delete(t.actors).where(t.actors.c.key.in_(some)))


def unindex(conn: Connection, keys: Sequence[int]) -> None:
    """Take claims out of the index of words."""
    evidence = select(t.claims.c.key, t.claims.c.evidence_text).where(t.claims.c.key.in_(list(keys)))
    rows = conn.execute(evidence).all()
    titles = load_titles(conn, keys)
    for row in rows:
        unindex_claims(conn, [(row.key, row.evidence_text)], titles[row.key])


def load_titles(conn: Connection, keys: Sequence[int]) -> dict[int, str]:
    """The titles that the reports of claims had when they were read, which the index of words holds beside them."""
    c, r, v = t.claims.c, t.readings.c, t.report_versions.c
    query = (
        select(c.key, c.report_id, r.content_hash)
        .join_from(t.claims, t.readings, r.key == c.reading_key)
        .where(c.key.in_(list(keys)))
    )
    rows = conn.execute(query).all()
    reports = sorted({row.report_id for row in rows})
    now = select(t.reports.c.id, t.reports.c.content_hash, t.reports.c.title).where(
        t.reports.c.id.in_(reports)
    )
    then = select(v.report_id, v.content_hash, v.title).where(v.report_id.in_(reports))
    titles = {(row[0], row[1]): row[2] for query in (then, now) for row in conn.execute(query)}
    return {row.key: titles.get((row.report_id, row.content_hash), "") for row in rows}


def delete_identities(conn: Connection, ids: Sequence[str], now: datetime) -> None:
    """Leave of identities nothing but their ids and that they are no more."""
    chosen = list(ids)
    for table in (
        t.identity_names,
        t.identity_words,
        t.identity_keys,
        t.identity_traits,
        t.holdings,
        t.links,
    ):
        conn.execute(delete(table).where(table.c.identity_id.in_(chosen)))
    conn.execute(delete(t.screening_results).where(t.screening_results.c.subject.in_(chosen)))
    gone = update(t.identities).where(t.identities.c.id.in_(chosen))
    conn.execute(gone.values(name="", country=None, superseded_at=now))
