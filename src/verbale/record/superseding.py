"""A newer reading in the place of an older one: nothing is deleted, what changed is counted."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, RowMapping, func, insert, select, update

from verbale.record import tables as t
from verbale.record.events.keys import drop_keys
from verbale.record.rows import Row
from verbale.record.summary import ClaimChanges

DATES = ("when_start", "when_end")
DETAILS = (
    "status", "negated", "object", "topic", "quote", "office_title", "office_body", "office_country",
    "place_name", "place_country",
)  # fmt: skip
"""What counts as a revised claim. Confidence and the extent of the evidence may drift unmentioned."""


def supersede_reading(conn: Connection, report_id: str, now: datetime) -> list[Row]:
    """End the current reading of a report with what hangs on it; gives the claims it had.

    Links are left to `link_reading`: it looks at them to know who was who, and what people decided. Events are left
    to `close_events`, which looks whether others still tell of them.
    """
    current = select(t.readings.c.key).where(
        t.readings.c.report_id == report_id, t.readings.c.superseded_at.is_(None)
    )
    keys = list(conn.execute(current).scalars())
    if not keys:
        return []
    of_reading = t.claims.c.reading_key.in_(keys)
    claims = [dict(row) for row in conn.execute(select(t.claims).where(of_reading)).mappings()]
    claim_keys = select(t.claims.c.key).where(of_reading)
    drop_keys(conn, [claim["key"] for claim in claims])
    for table, condition in (
        (t.event_claims, t.event_claims.c.claim_key.in_(claim_keys)),
        (t.actors, t.actors.c.reading_key.in_(keys)),
        (t.claims, of_reading),
        (t.readings, t.readings.c.key.in_(keys)),
    ):
        conn.execute(
            update(table).where(condition, table.c.superseded_at.is_(None)).values(superseded_at=now)
        )
    return claims


def keep_version(conn: Connection, known: RowMapping, now: datetime) -> None:
    """Put a report as it stood into `report_versions`, before it is corrected."""
    v = t.report_versions.c
    since = select(func.max(v.superseded_at)).where(v.report_id == known["id"])
    columns = ("title", "publisher", "url", "published", "language", "text", "content_hash")
    row: Row = {name: known[name] for name in columns}
    row |= {"report_id": known["id"], "superseded_at": now}
    row["recorded_at"] = conn.execute(since).scalar() or known["recorded_at"]
    conn.execute(insert(t.report_versions), row)


def carry_over_first_recorded(conn: Connection, report_id: str, claims: Iterable[Row]) -> None:
    """Give claims that were in an earlier reading the time when they were first recorded."""
    c = t.claims.c
    first = select(c.id, func.min(c.first_recorded_at)).where(c.report_id == report_id).group_by(c.id)
    known = {row[0]: row[1] for row in conn.execute(first)}
    for claim in claims:
        claim["first_recorded_at"] = known.get(claim["id"], claim["first_recorded_at"])


def compare_claims(before: Iterable[Row], after: Iterable[Row]) -> ClaimChanges:
    """How the claims of a report changed from one reading to the next.

    >>> old = dict.fromkeys((*DATES, *DETAILS)) | {"id": "claim:1"}
    >>> str(compare_claims([old], [old | {"when_text": "Monday", "when_end": "2024-06-10"}]))
    '1 redated'
    """
    old = {row["id"]: row for row in before}
    new = {row["id"]: row for row in after}
    kept = [(old[claim_id], new[claim_id]) for claim_id in old.keys() & new.keys()]
    redated = [any(a[name] != b[name] for name in DATES) for a, b in kept]
    revised = [any(a[name] != b[name] for name in DETAILS) for a, b in kept]
    return ClaimChanges(
        added=len(new.keys() - old.keys()),
        removed=len(old.keys() - new.keys()),
        redated=sum(redated),
        revised=sum(other and not dated for dated, other in zip(redated, revised, strict=True)),
    )
