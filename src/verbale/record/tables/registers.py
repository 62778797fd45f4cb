"""Official lists and what came of holding the record against them."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
)

from verbale.record.tables.columns import Json, Key, clocks, metadata

registers = Table(
    "registers",
    metadata,
    Column("key", Key, primary_key=True),
    Column("name", String(64), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("issued", Date, nullable=False),
    Column("complete", Boolean, nullable=False),
    Column("authority", String(8)),
    Column("url", Text, nullable=False),
    Column("files", Json, nullable=False),
    Column("hash", String(64), nullable=False),
    Column("counts", Json, nullable=False),
    Column("bad_rows", Json, nullable=False),
    *clocks(),
    Index(None, "name", "issued"),
)
"""One row a version of a list: as issued on a day, with the SHA-256 of its files. `complete`: it says that it holds
all there is at that day."""

register_entries = Table(
    "register_entries",
    metadata,
    Column("key", Key, primary_key=True),
    Column("register", String(64), nullable=False),
    Column("entry_id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("digest", String(16), nullable=False),
    Column("data", Json, nullable=False),
    Index(None, "entry_id"),
)
"""An entry as it stands in one or more versions of a list; one that changes gets a new row. `data` is the entry."""

register_members = Table(
    "register_members",
    metadata,
    Column("register_key", Key, ForeignKey("registers.key"), primary_key=True),
    Column("entry_key", Key, ForeignKey("register_entries.key"), primary_key=True),
    sqlite_with_rowid=False,
)
"""Which entries a version of a list has."""

register_keys = Table(
    "register_keys",
    metadata,
    Column("key", String, primary_key=True),
    Column("segment", Integer, primary_key=True),
    Column("entries", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
"""Words and sounds of names, each with the keys of its entries: unsigned, 4 bytes, little end first, rising."""

register_listings = Table(
    "register_listings",
    metadata,
    Column("key", Key, primary_key=True),
    Column("register_key", Key, ForeignKey("registers.key"), nullable=False),
    Column("entry_id", Text, nullable=False),
    Column("data", Json, nullable=False),
    Index(None, "register_key", "entry_id"),
)
"""Measures that stand apart from their entries in the file (FollowTheMoney `Sanction`)."""

tenures = Table(
    "tenures",
    metadata,
    Column("key", Key, primary_key=True),
    Column("register_key", Key, ForeignKey("registers.key"), nullable=False),
    Column("holder_id", Text, nullable=False),
    Column("holder", Text, nullable=False),
    Column("post_id", Text),
    Column("position", Text),
    Column("organization", Text),
    Column("country", String(8)),
    Column("start", String(10)),
    Column("end", String(10)),
    Column("line", Integer, nullable=False),
    Index(None, "register_key", "holder_id"),
)
"""Offices and memberships with their days, as precise as the list has them (`2023-07`)."""

votes = Table(
    "votes",
    metadata,
    Column("key", Key, primary_key=True),
    Column("register_key", Key, ForeignKey("registers.key"), nullable=False),
    Column("call_id", Text, nullable=False),
    Column("day", Date, nullable=False),
    Column("body", Text, nullable=False),
    Column("symbol", Text),
    Column("title", Text),
    Column("votes", Json, nullable=False),
    Column("line", Integer, nullable=False),
    Index(None, "register_key", "day"),
)
"""Roll calls; `votes` maps country codes to for, against, abstain, absent."""

screening_results = Table(
    "screening_results",
    metadata,
    Column("key", Key, primary_key=True),
    Column("subject", Text, nullable=False),
    Column("register_key", Key, ForeignKey("registers.key"), nullable=False),
    Column("register", String(64), nullable=False),
    Column("entry_id", Text, nullable=False),
    Column("subject_digest", String(16), nullable=False),
    Column("entry_digest", String(16), nullable=False),
    Column("score", Float, nullable=False),
    Column("level", String(8), nullable=False),
    Column("features", Json, nullable=False),
    *clocks(),
    Index(None, "subject"),
)
"""What screening has found: an identity of the record (or a name asked for) and the entry it may be. The digests tell
when either side has changed since."""

verdicts = Table(
    "verdicts",
    metadata,
    Column("key", Key, primary_key=True),
    Column("claim_id", String(18), nullable=False),
    Column("verdict", String(16), nullable=False),
    Column("rule", String(32), nullable=False),
    Column("register", String(64)),
    Column("register_key", Key, ForeignKey("registers.key")),
    Column("evidence", Json, nullable=False),
    Column("note", Text, nullable=False),
    *clocks(),
    Index(None, "claim_id"),
)
"""What the registers say of a claim: borne_out, contradicted or not_covered, by which rule and row."""
