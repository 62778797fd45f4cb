"""Claims of the record one after the other, as many as there are."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection, select

from verbale.record import tables as t
from verbale.record.clock import held
from verbale.record.queries.claim_rows import ClaimRow, load_claims
from verbale.record.queries.filters import Filters, list_conditions

BATCH = 500
"""Claims that are loaded together."""


def stream_claims(
    conn: Connection, filters: Filters | None = None, as_of: datetime | None = None
) -> Iterator[ClaimRow]:
    """Claims in the order of their reports (publication, then id) and of the text; memory holds a batch.

    Args:
        conn: a connection that reads.
        filters: which claims; None is all. Forgotten reports are left out.
        as_of: what the record knew at a moment; None is now.
    """
    claims, reports = t.claims.c, t.reports.c
    chosen = (
        select(claims.key)
        .select_from(t.claims.join(t.reports, claims.report_id == reports.id))
        .where(held(t.claims, as_of), reports.redacted_at.is_(None))
        .where(*list_conditions(filters or Filters(), as_of))
        .order_by(reports.published.is_(None), reports.published, reports.id)
        .order_by(claims.evidence_start, claims.trigger_start, claims.id)
    )
    keys = conn.execute(chosen, execution_options={"yield_per": BATCH}).scalars()
    for batch in keys.partitions(BATCH):
        yield from load_claims(conn, batch, as_of)
