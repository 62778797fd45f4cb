"""What people said of single claims."""

from sqlalchemy import Column, ForeignKey, Index, String, Table

from verbale.record.tables.columns import Json, Key, clocks, metadata

reviews = Table(
    "reviews",
    metadata,
    Column("key", Key, primary_key=True),
    Column("claim_id", String(18), nullable=False),
    Column("verdict", String(8), nullable=False),
    Column("values", Json, nullable=False),
    Column("decision_id", String(21), ForeignKey("decisions.id"), nullable=False),
    *clocks(),
    Index(None, "claim_id"),
)
"""The last word on a claim: `accept`, `reject`, or `correct` with the values that are right instead.

It speaks of the claim's id, so it outlives re-reading; a newer one supersedes it.
"""
