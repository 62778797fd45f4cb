"""What people decided: an append-only log."""

from sqlalchemy import Column, Index, String, Table, Text

from verbale.record.tables.columns import Instant, Json, clocks, metadata

decisions = Table(
    "decisions",
    metadata,
    Column("id", String(21), primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("subject", Json, nullable=False),
    Column("by", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("decided_at", Instant, nullable=False),
    *clocks(),
    Index(None, "kind"),
)
"""Every human decision with who, when and why; a later one may supersede it, none is changed."""
