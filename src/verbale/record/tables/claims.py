"""What readings found: actors, claims, and who is what in a claim."""

from sqlalchemy import Boolean, Column, Date, Float, ForeignKey, Index, Integer, String, Table, Text

from verbale.record.tables.columns import Instant, Json, Key, clocks, metadata

actors = Table(
    "actors",
    metadata,
    Column("key", Key, primary_key=True),
    Column("reading_key", Key, ForeignKey("readings.key"), nullable=False),
    Column("report_id", String, ForeignKey("reports.id"), nullable=False),
    Column("ref", String(16), nullable=False),
    Column("name", Text, nullable=False),
    Column("kind", String(8), nullable=False),
    Column("country", String(8)),
    Column("aliases", Json, nullable=False),
    Column("mentions", Json, nullable=False),
    Column("offices", Json, nullable=False),
    *clocks(),
    Index(None, "reading_key"),
    Index(None, "report_id"),
)
"""Actors of one reading; `ref` is the id that they have in it ("a1"), `offices` those it says they hold."""

claims = Table(
    "claims",
    metadata,
    Column("key", Key, primary_key=True),
    Column("id", String(18), nullable=False),
    Column("ref", String(16), nullable=False),
    Column("reading_key", Key, ForeignKey("readings.key"), nullable=False),
    Column("report_id", String, ForeignKey("reports.id"), nullable=False),
    Column("type", String(16), nullable=False),
    Column("mode", String(16)),
    Column("status", String(12), nullable=False),
    Column("negated", Boolean, nullable=False),
    Column("object", Text),
    Column("topic", Text),
    Column("quote", Text),
    Column("office_title", Text),
    Column("office_body", Text),
    Column("office_country", String(8)),
    Column("when_start", Date),
    Column("when_end", Date),
    Column("when_text", Text),
    Column("place_name", Text),
    Column("place_country", String(8)),
    Column("lat", Float),
    Column("lon", Float),
    Column("confidence", Float, nullable=False),
    Column("evidence_start", Integer, nullable=False),
    Column("evidence_end", Integer, nullable=False),
    Column("evidence_text", Text, nullable=False),
    Column("trigger_start", Integer, nullable=False),
    Column("trigger_end", Integer, nullable=False),
    Column("trigger_text", Text, nullable=False),
    Column("reprint_of", String(18)),
    Column("first_recorded_at", Instant, nullable=False),
    *clocks(),
    Index(None, "id"),
    Index(None, "reading_key"),
    Index(None, "report_id"),
    Index(None, "type"),
    Index(None, "recorded_at"),
    Index(None, "reprint_of"),
)
"""Claims of one reading; `id` stays when a newer reading says the same, `ref` is the reading's own ("c1").

`reprint_of` is the claim of the first report that a copy repeats word by word. `first_recorded_at` is when
a claim of this id was first recorded: a claim is news once, however often its report is read again.
"""

parties = Table(
    "parties",
    metadata,
    Column("claim_key", Key, ForeignKey("claims.key"), primary_key=True),
    Column("role", String(13), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("actor_key", Key, ForeignKey("actors.key"), nullable=False),
    Index(None, "actor_key"),
    sqlite_with_rowid=False,
)
"""Who is what in a claim: `role` is actor, recipient or attributed_to; `position` counts from 0."""
