"""One claim of the record by its id."""

from datetime import datetime

from sqlalchemy import Connection, select

from verbale.record import tables as t
from verbale.record.clock import held
from verbale.record.queries.claim_rows import ClaimRow, load_claims


def claim(conn: Connection, claim_id: str, as_of: datetime | None = None) -> ClaimRow | None:
    """The claim of an id; None where the record has none that stands.

    Args:
        conn: a connection that reads.
        claim_id: `claim:` and twelve hexadecimal digits.
        as_of: as the record held it at that moment; None is now.
    """
    query = select(t.claims.c.key).where(t.claims.c.id == claim_id, held(t.claims, as_of))
    keys = conn.execute(query.limit(1)).scalars().all()
    found = load_claims(conn, keys, as_of)
    return found[0] if found else None
