"""Happenings that claims of several reports tell of."""

from sqlalchemy import Column, Date, Float, ForeignKey, Index, String, Table, Text

from verbale.record.tables.columns import Key, clocks, metadata

events = Table(
    "events",
    metadata,
    Column("id", String(18), primary_key=True),
    Column("family", String(16), nullable=False),
    Column("title", Text, nullable=False),
    Column("first_reported", Date),
    Column("last_reported", Date),
    Column("when_start", Date),
    Column("when_end", Date),
    Column("place_name", Text),
    Column("place_country", String(8)),
    Column("lat", Float),
    Column("lon", Float),
    *clocks(),
    Index(None, "family", "when_start"),
)

event_claims = Table(
    "event_claims",
    metadata,
    Column("key", Key, primary_key=True),
    Column("event_id", String(18), ForeignKey("events.id"), nullable=False),
    Column("claim_key", Key, ForeignKey("claims.key"), nullable=False),
    Column("relation", String(8), nullable=False),
    *clocks(),
    Index(None, "event_id"),
    Index(None, "claim_key"),
)
"""How a claim speaks of an event: it reports, plans, denies or alleges it."""
