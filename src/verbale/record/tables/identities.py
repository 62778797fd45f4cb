"""One person, body, office or state over many reports."""

from sqlalchemy import Column, Date, Float, ForeignKey, Index, Integer, String, Table, Text, text

from verbale.record.tables.columns import Json, Key, Plain, clocks, metadata

identities = Table(
    "identities",
    metadata,
    Column("id", String(21), primary_key=True),
    Column("name", Text, nullable=False),
    Column("kind", String(8), nullable=False),
    Column("country", String(8)),
    Column("merged_into", String(21), ForeignKey("identities.id")),
    *clocks(),
    Index(
        None,
        "merged_into",
        sqlite_where=text("merged_into IS NOT NULL"),
        postgresql_where=text("merged_into IS NOT NULL"),
    ),
)

identity_names = Table(
    "identity_names",
    metadata,
    Column("identity_id", String(21), ForeignKey("identities.id"), primary_key=True),
    Column("name", Text, primary_key=True),
    Column("normal", Plain, nullable=False),
    Column("count", Integer, nullable=False),
    Index(None, "normal"),
)
"""The names an identity goes by, how often, and their normal form (folded to plain Latin letters)."""

identity_words = Table(
    "identity_words",
    metadata,
    Column("word", Plain, primary_key=True),
    Column("identity_id", String(21), ForeignKey("identities.id"), primary_key=True),
    sqlite_with_rowid=False,
)
"""The words of all names of an identity, folded: what people who look for it type, or begin to."""

identity_keys = Table(
    "identity_keys",
    metadata,
    Column("key", String, primary_key=True),
    Column("identity_id", String(21), ForeignKey("identities.id"), primary_key=True),
    Index(None, "identity_id"),
    sqlite_with_rowid=False,
)
"""Name tokens and phonetic keys under which an identity is looked up."""

identity_traits = Table(
    "identity_traits",
    metadata,
    Column("identity_id", String(21), ForeignKey("identities.id"), primary_key=True),
    Column("trait", String(12), primary_key=True),
    Column("value", String, primary_key=True),
    Column("count", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""What reports say of an identity, how often: country, sure_country (an office vouches for it), office, year."""

holdings = Table(
    "holdings",
    metadata,
    Column("claim_key", Key, ForeignKey("claims.key"), primary_key=True),
    Column("identity_id", String(21), ForeignKey("identities.id"), primary_key=True),
    Column("office", String, nullable=False),
    Column("day", Date, nullable=False),
    *clocks(),
    Index(None, "office", "day"),
    Index(None, "identity_id", "day"),
)
"""Who is said to hold which office on which day: what unnamed office-holders are resolved by."""

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
