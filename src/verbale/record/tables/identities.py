"""One person, body, office or state over many reports."""

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, String, Table, Text

from verbale.record.tables.columns import Json, Key, clocks, metadata

identities = Table(
    "identities",
    metadata,
    Column("id", String(21), primary_key=True),
    Column("name", Text, nullable=False),
    Column("kind", String(8), nullable=False),
    Column("country", String(8)),
    Column("merged_into", String(21), ForeignKey("identities.id")),
    *clocks(),
)

identity_names = Table(
    "identity_names",
    metadata,
    Column("identity_id", String(21), ForeignKey("identities.id"), primary_key=True),
    Column("name", Text, primary_key=True),
    Column("normal", Text, nullable=False),
    Column("count", Integer, nullable=False),
    Index(None, "normal"),
)
"""The names an identity goes by, how often, and their normal form (folded to plain Latin letters)."""

identity_keys = Table(
    "identity_keys",
    metadata,
    Column("key", String, primary_key=True),
    Column("identity_id", String(21), ForeignKey("identities.id"), primary_key=True),
    Index(None, "identity_id"),
    sqlite_with_rowid=False,
)
"""Name tokens and phonetic keys under which an identity is looked up."""

links = Table(
    "links",
    metadata,
    Column("key", Key, primary_key=True),
    Column("actor_key", Key, ForeignKey("actors.key"), nullable=False),
    Column("identity_id", String(21), ForeignKey("identities.id"), nullable=False),
    Column("strength", Float, nullable=False),
    Column("evidence", Json, nullable=False),
    Column("decided_by", String(21), ForeignKey("decisions.id")),
    *clocks(),
    Index(None, "actor_key"),
    Index(None, "identity_id"),
)
"""Which identity an actor of a reading is, how sure that is and why."""
