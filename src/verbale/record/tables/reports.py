"""Reports as they were fetched, what was read in them when, and what could not be read."""

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, String, Table, Text

from verbale.record.tables.columns import Instant, Key, clocks, metadata

reports = Table(
    "reports",
    metadata,
    Column("id", String, primary_key=True),
    Column("title", Text, nullable=False),
    Column("publisher", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("published", Date),
    Column("language", String(16), nullable=False),
    Column("text", Text, nullable=False),
    Column("content_hash", String(64), nullable=False),
    Column("copy_of", String, ForeignKey("reports.id")),
    Column("origin", Text, nullable=False),
    Column("fetched_at", Instant),
    *clocks(),
    Column("redacted_at", Instant),
    Column("masked_at", Instant),
    Index(None, "published"),
    Index(None, "publisher"),
    Index(None, "copy_of"),
    Index(None, "url"),
    Index(None, "recorded_at"),
)
"""One row a report, as it stands now; `copy_of` names the first of a set of near-duplicates.

`redacted_at` is when all of it was forgotten on request, `masked_at` when somebody in it was: it is read no more.
"""

report_versions = Table(
    "report_versions",
    metadata,
    Column("key", Key, primary_key=True),
    Column("report_id", String, ForeignKey("reports.id"), nullable=False),
    Column("title", Text, nullable=False),
    Column("publisher", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("published", Date),
    Column("language", String(16), nullable=False),
    Column("text", Text, nullable=False),
    Column("content_hash", String(64), nullable=False),
    *clocks(),
    Index(None, "report_id"),
)
"""What a report said before it was corrected under the same id."""

report_bands = Table(
    "report_bands",
    metadata,
    Column("band", Key, primary_key=True, autoincrement=False),
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("reading_key", Key, ForeignKey("readings.key"), primary_key=True),
    Index(None, "reading_key"),
    sqlite_with_rowid=False,
)
"""Hashes of parts of the MinHash signatures of first reports: near-duplicates share at least one.

`day` is the day of publication, counted from 1 January of the year 1 (0: undated), so that the same words of other
weeks are not even looked at. `reading_key` stands for the report: one of its readings, as an id may be an address.
"""

readings = Table(
    "readings",
    metadata,
    Column("key", Key, primary_key=True),
    Column("report_id", String, ForeignKey("reports.id"), nullable=False),
    Column("reader_version", String, nullable=False),
    Column("content_hash", String(64), nullable=False),
    *clocks(),
    Index(None, "report_id"),
)
"""Which reader read what content of a report; at most one reading of a report is not superseded."""

unread = Table(
    "unread",
    metadata,
    Column("key", Key, primary_key=True),
    Column("origin", Text, nullable=False),
    Column("report_id", Text, nullable=False),
    Column("slug", String, nullable=False),
    Column("message", Text, nullable=False),
    *clocks(),
    Index(None, "report_id"),
)
"""Documents that could not be read, with the reason; superseded once they could."""

feeds = Table(
    "feeds",
    metadata,
    Column("url", String, primary_key=True),
    Column("etag", Text),
    Column("modified", Text),
    Column("last_polled", Instant),
    Column("last_error", Text),
)
"""What a feed answered last, so that the next request can ask only for what is new."""
