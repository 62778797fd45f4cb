"""Happenings that claims of several reports tell of."""

from sqlalchemy import Column, ForeignKey, Index, String, Table

from verbale.record.tables.columns import Json, Key, clocks, metadata

events = Table(
    "events",
    metadata,
    Column("id", String(18), primary_key=True),
    Column("family", String(16), nullable=False),
    *clocks(),
)
"""What is told of an event (days, places, publishers) is what its claims tell: nothing is averaged or kept twice."""

event_claims = Table(
    "event_claims",
    metadata,
    Column("key", Key, primary_key=True),
    Column("event_id", String(18), ForeignKey("events.id"), nullable=False),
    Column("claim_key", Key, ForeignKey("claims.key"), nullable=False),
    Column("relation", String(8), nullable=False),
    Column("evidence", Json, nullable=False),
    *clocks(),
    Index(None, "event_id"),
    Index(None, "claim_key"),
)
"""How a claim speaks of an event: it reports, plans, alleges, demands or denies it; and why it is taken to."""

event_keys = Table(
    "event_keys",
    metadata,
    Column("key", Key, primary_key=True, autoincrement=False),
    Column("claim_key", Key, ForeignKey("claims.key"), primary_key=True),
    Index(None, "claim_key"),
    sqlite_with_rowid=False,
)
"""Hashes of family, parties and week of claims that stand: claims of one happening share at least one."""
