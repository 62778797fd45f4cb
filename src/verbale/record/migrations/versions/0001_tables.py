"""All tables of the first release. Written by tools/write_first_migration.py."""

import sqlalchemy as sa
from alembic import op

from verbale.record.fulltext import create_index
from verbale.record.tables.columns import Instant, Json, Key

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "decisions",
        sa.Column("id", sa.String(length=21), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("subject", Json, nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("decided_at", Instant(), nullable=False),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.Column("superseded_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decisions")),
    )
    op.create_index(op.f("ix_decisions_kind"), "decisions", ["kind"], unique=False)
    op.create_table(
        "events",
        sa.Column("id", sa.String(length=18), nullable=False),
        sa.Column("family", sa.String(length=16), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("first_reported", sa.Date(), nullable=True),
        sa.Column("last_reported", sa.Date(), nullable=True),
        sa.Column("when_start", sa.Date(), nullable=True),
        sa.Column("when_end", sa.Date(), nullable=True),
        sa.Column("place_name", sa.Text(), nullable=True),
        sa.Column("place_country", sa.String(length=8), nullable=True),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.Column("superseded_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
    )
    op.create_index(op.f("ix_events_family_when_start"), "events", ["family", "when_start"], unique=False)
    op.create_table(
        "feeds",
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("etag", sa.Text(), nullable=True),
        sa.Column("modified", sa.Text(), nullable=True),
        sa.Column("last_polled", Instant(), nullable=True),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("url", name=op.f("pk_feeds")),
    )
    op.create_table(
        "identities",
        sa.Column("id", sa.String(length=21), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("country", sa.String(length=8), nullable=True),
        sa.Column("merged_into", sa.String(length=21), nullable=True),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.Column("superseded_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["merged_into"], ["identities.id"], name=op.f("fk_identities_merged_into")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_identities")),
    )
    op.create_table(
        "register_entries",
        sa.Column("key", Key, nullable=False),
        sa.Column("register", sa.String(length=64), nullable=False),
        sa.Column("entry_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=16), nullable=False),
        sa.Column("data", Json, nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_register_entries")),
    )
    op.create_index(op.f("ix_register_entries_entry_id"), "register_entries", ["entry_id"], unique=False)
    op.create_table(
        "register_keys",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("segment", sa.Integer(), nullable=False),
        sa.Column("entries", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("key", "segment", name=op.f("pk_register_keys")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "registers",
        sa.Column("key", Key, nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("issued", sa.Date(), nullable=False),
        sa.Column("complete", sa.Boolean(), nullable=False),
        sa.Column("authority", sa.String(length=8), nullable=True),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("files", Json, nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("counts", Json, nullable=False),
        sa.Column("bad_rows", Json, nullable=False),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.Column("superseded_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_registers")),
    )
    op.create_index(op.f("ix_registers_name_issued"), "registers", ["name", "issued"], unique=False)
    op.create_table(
        "reports",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("publisher", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("copy_of", sa.String(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("fetched_at", Instant(), nullable=True),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.Column("superseded_at", Instant(), nullable=True),
        sa.Column("redacted_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["copy_of"], ["reports.id"], name=op.f("fk_reports_copy_of")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reports")),
    )
    op.create_index(op.f("ix_reports_copy_of"), "reports", ["copy_of"], unique=False)
    op.create_index(op.f("ix_reports_published"), "reports", ["published"], unique=False)
    op.create_index(op.f("ix_reports_publisher"), "reports", ["publisher"], unique=False)
    op.create_index(op.f("ix_reports_recorded_at"), "reports", ["recorded_at"], unique=False)
    op.create_table(
        "unread",
        sa.Column("key", Key, nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("report_id", sa.Text(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.Column("superseded_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_unread")),
    )
    op.create_index(op.f("ix_unread_report_id"), "unread", ["report_id"], unique=False)
    op.create_table(
        "identity_keys",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("identity_id", sa.String(length=21), nullable=False),
        sa.ForeignKeyConstraint(
            ["identity_id"], ["identities.id"], name=op.f("fk_identity_keys_identity_id")
        ),
        sa.PrimaryKeyConstraint("key", "identity_id", name=op.f("pk_identity_keys")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_identity_keys_identity_id"), "identity_keys", ["identity_id"], unique=False)
    op.create_table(
        "identity_names",
        sa.Column("identity_id", sa.String(length=21), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("normal", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["identity_id"], ["identities.id"], name=op.f("fk_identity_names_identity_id")
        ),
        sa.PrimaryKeyConstraint("identity_id", "name", name=op.f("pk_identity_names")),
    )
    op.create_index(op.f("ix_identity_names_normal"), "identity_names", ["normal"], unique=False)
    op.create_table(
        "identity_traits",
        sa.Column("identity_id", sa.String(length=21), nullable=False),
        sa.Column("trait", sa.String(length=12), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["identity_id"], ["identities.id"], name=op.f("fk_identity_traits_identity_id")
        ),
        sa.PrimaryKeyConstraint("identity_id", "trait", "value", name=op.f("pk_identity_traits")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "identity_words",
        sa.Column("word", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("identity_id", sa.String(length=21), nullable=False),
        sa.ForeignKeyConstraint(
            ["identity_id"], ["identities.id"], name=op.f("fk_identity_words_identity_id")
        ),
        sa.PrimaryKeyConstraint("word", "identity_id", name=op.f("pk_identity_words")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "readings",
        sa.Column("key", Key, nullable=False),
        sa.Column("report_id", sa.String(), nullable=False),
        sa.Column("reader_version", sa.String(), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.Column("superseded_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name=op.f("fk_readings_report_id")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_readings")),
    )
    op.create_index(op.f("ix_readings_report_id"), "readings", ["report_id"], unique=False)
    op.create_table(
        "register_listings",
        sa.Column("key", Key, nullable=False),
        sa.Column("register_key", Key, nullable=False),
        sa.Column("entry_id", sa.Text(), nullable=False),
        sa.Column("data", Json, nullable=False),
        sa.ForeignKeyConstraint(
            ["register_key"], ["registers.key"], name=op.f("fk_register_listings_register_key")
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_register_listings")),
    )
    op.create_index(
        op.f("ix_register_listings_register_key_entry_id"),
        "register_listings",
        ["register_key", "entry_id"],
        unique=False,
    )
    op.create_table(
        "register_members",
        sa.Column("register_key", Key, nullable=False),
        sa.Column("entry_key", Key, nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_key"], ["register_entries.key"], name=op.f("fk_register_members_entry_key")
        ),
        sa.ForeignKeyConstraint(
            ["register_key"], ["registers.key"], name=op.f("fk_register_members_register_key")
        ),
        sa.PrimaryKeyConstraint("register_key", "entry_key", name=op.f("pk_register_members")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "report_bands",
        sa.Column("band", Key, autoincrement=False, nullable=False),
        sa.Column("report_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name=op.f("fk_report_bands_report_id")),
        sa.PrimaryKeyConstraint("band", "report_id", name=op.f("pk_report_bands")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_report_bands_report_id"), "report_bands", ["report_id"], unique=False)
    op.create_table(
        "report_versions",
        sa.Column("key", Key, nullable=False),
        sa.Column("report_id", sa.String(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("publisher", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.Column("superseded_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name=op.f("fk_report_versions_report_id")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_report_versions")),
    )
    op.create_index(op.f("ix_report_versions_report_id"), "report_versions", ["report_id"], unique=False)
    op.create_table(
        "reviews",
        sa.Column("key", Key, nullable=False),
        sa.Column("claim_id", sa.String(length=18), nullable=False),
        sa.Column("verdict", sa.String(length=8), nullable=False),
        sa.Column("values", Json, nullable=False),
        sa.Column("decision_id", sa.String(length=21), nullable=False),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.Column("superseded_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["decision_id"], ["decisions.id"], name=op.f("fk_reviews_decision_id")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_reviews")),
    )
    op.create_index(op.f("ix_reviews_claim_id"), "reviews", ["claim_id"], unique=False)
    op.create_table(
        "screening_results",
        sa.Column("key", Key, nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("register_key", Key, nullable=False),
        sa.Column("register", sa.String(length=64), nullable=False),
        sa.Column("entry_id", sa.Text(), nullable=False),
        sa.Column("subject_digest", sa.String(length=16), nullable=False),
        sa.Column("entry_digest", sa.String(length=16), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("level", sa.String(length=8), nullable=False),
        sa.Column("features", Json, nullable=False),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.Column("superseded_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["register_key"], ["registers.key"], name=op.f("fk_screening_results_register_key")
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_screening_results")),
    )
    op.create_index(op.f("ix_screening_results_subject"), "screening_results", ["subject"], unique=False)
    op.create_table(
        "tenures",
        sa.Column("key", Key, nullable=False),
        sa.Column("register_key", Key, nullable=False),
        sa.Column("holder_id", sa.Text(), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("post_id", sa.Text(), nullable=True),
        sa.Column("position", sa.Text(), nullable=True),
        sa.Column("organization", sa.Text(), nullable=True),
        sa.Column("country", sa.String(length=8), nullable=True),
        sa.Column("start", sa.String(length=10), nullable=True),
        sa.Column("end", sa.String(length=10), nullable=True),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["register_key"], ["registers.key"], name=op.f("fk_tenures_register_key")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_tenures")),
    )
    op.create_index(
        op.f("ix_tenures_register_key_holder_id"), "tenures", ["register_key", "holder_id"], unique=False
    )
    op.create_table(
        "verdicts",
        sa.Column("key", Key, nullable=False),
        sa.Column("claim_id", sa.String(length=18), nullable=False),
        sa.Column("verdict", sa.String(length=16), nullable=False),
        sa.Column("rule", sa.String(length=32), nullable=False),
        sa.Column("register", sa.String(length=64), nullable=True),
        sa.Column("register_key", Key, nullable=True),
        sa.Column("evidence", Json, nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.Column("superseded_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["register_key"], ["registers.key"], name=op.f("fk_verdicts_register_key")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_verdicts")),
    )
    op.create_index(op.f("ix_verdicts_claim_id"), "verdicts", ["claim_id"], unique=False)
    op.create_table(
        "votes",
        sa.Column("key", Key, nullable=False),
        sa.Column("register_key", Key, nullable=False),
        sa.Column("call_id", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("symbol", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("votes", Json, nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["register_key"], ["registers.key"], name=op.f("fk_votes_register_key")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_votes")),
    )
    op.create_index(op.f("ix_votes_register_key_day"), "votes", ["register_key", "day"], unique=False)
    op.create_table(
        "actors",
        sa.Column("key", Key, nullable=False),
        sa.Column("reading_key", Key, nullable=False),
        sa.Column("report_id", sa.String(), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("country", sa.String(length=8), nullable=True),
        sa.Column("aliases", Json, nullable=False),
        sa.Column("mentions", Json, nullable=False),
        sa.Column("offices", Json, nullable=False),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.Column("superseded_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["reading_key"], ["readings.key"], name=op.f("fk_actors_reading_key")),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name=op.f("fk_actors_report_id")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_actors")),
    )
    op.create_index(op.f("ix_actors_reading_key"), "actors", ["reading_key"], unique=False)
    op.create_index(op.f("ix_actors_report_id"), "actors", ["report_id"], unique=False)
    op.create_table(
        "claims",
        sa.Column("key", Key, nullable=False),
        sa.Column("id", sa.String(length=18), nullable=False),
        sa.Column("ref", sa.String(length=16), nullable=False),
        sa.Column("reading_key", Key, nullable=False),
        sa.Column("report_id", sa.String(), nullable=False),
        sa.Column("type", sa.String(length=16), nullable=False),
        sa.Column("mode", sa.String(length=16), nullable=True),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("negated", sa.Boolean(), nullable=False),
        sa.Column("object", sa.Text(), nullable=True),
        sa.Column("topic", sa.Text(), nullable=True),
        sa.Column("quote", sa.Text(), nullable=True),
        sa.Column("office_title", sa.Text(), nullable=True),
        sa.Column("office_body", sa.Text(), nullable=True),
        sa.Column("office_country", sa.String(length=8), nullable=True),
        sa.Column("when_start", sa.Date(), nullable=True),
        sa.Column("when_end", sa.Date(), nullable=True),
        sa.Column("when_text", sa.Text(), nullable=True),
        sa.Column("place_name", sa.Text(), nullable=True),
        sa.Column("place_country", sa.String(length=8), nullable=True),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("evidence_start", sa.Integer(), nullable=False),
        sa.Column("evidence_end", sa.Integer(), nullable=False),
        sa.Column("evidence_text", sa.Text(), nullable=False),
        sa.Column("trigger_start", sa.Integer(), nullable=False),
        sa.Column("trigger_end", sa.Integer(), nullable=False),
        sa.Column("trigger_text", sa.Text(), nullable=False),
        sa.Column("reprint_of", sa.String(length=18), nullable=True),
        sa.Column("first_recorded_at", Instant(), nullable=False),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.Column("superseded_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["reading_key"], ["readings.key"], name=op.f("fk_claims_reading_key")),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name=op.f("fk_claims_report_id")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_claims")),
    )
    op.create_index(op.f("ix_claims_id"), "claims", ["id"], unique=False)
    op.create_index(op.f("ix_claims_reading_key"), "claims", ["reading_key"], unique=False)
    op.create_index(op.f("ix_claims_recorded_at"), "claims", ["recorded_at"], unique=False)
    op.create_index(op.f("ix_claims_report_id"), "claims", ["report_id"], unique=False)
    op.create_index(op.f("ix_claims_type"), "claims", ["type"], unique=False)
    op.create_table(
        "event_claims",
        sa.Column("key", Key, nullable=False),
        sa.Column("event_id", sa.String(length=18), nullable=False),
        sa.Column("claim_key", Key, nullable=False),
        sa.Column("relation", sa.String(length=8), nullable=False),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.Column("superseded_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["claim_key"], ["claims.key"], name=op.f("fk_event_claims_claim_key")),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name=op.f("fk_event_claims_event_id")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_event_claims")),
    )
    op.create_index(op.f("ix_event_claims_claim_key"), "event_claims", ["claim_key"], unique=False)
    op.create_index(op.f("ix_event_claims_event_id"), "event_claims", ["event_id"], unique=False)
    op.create_table(
        "holdings",
        sa.Column("claim_key", Key, nullable=False),
        sa.Column("identity_id", sa.String(length=21), nullable=False),
        sa.Column("office", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.Column("superseded_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["claim_key"], ["claims.key"], name=op.f("fk_holdings_claim_key")),
        sa.ForeignKeyConstraint(["identity_id"], ["identities.id"], name=op.f("fk_holdings_identity_id")),
        sa.PrimaryKeyConstraint("claim_key", "identity_id", name=op.f("pk_holdings")),
    )
    op.create_index(op.f("ix_holdings_identity_id_day"), "holdings", ["identity_id", "day"], unique=False)
    op.create_index(op.f("ix_holdings_office_day"), "holdings", ["office", "day"], unique=False)
    op.create_table(
        "links",
        sa.Column("key", Key, nullable=False),
        sa.Column("actor_key", Key, nullable=False),
        sa.Column("identity_id", sa.String(length=21), nullable=False),
        sa.Column("strength", sa.Float(), nullable=False),
        sa.Column("evidence", Json, nullable=False),
        sa.Column("decided_by", sa.String(length=21), nullable=True),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.Column("superseded_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["actor_key"], ["actors.key"], name=op.f("fk_links_actor_key")),
        sa.ForeignKeyConstraint(["decided_by"], ["decisions.id"], name=op.f("fk_links_decided_by")),
        sa.ForeignKeyConstraint(["identity_id"], ["identities.id"], name=op.f("fk_links_identity_id")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_links")),
    )
    op.create_index(op.f("ix_links_actor_key"), "links", ["actor_key"], unique=False)
    op.create_index(op.f("ix_links_identity_id"), "links", ["identity_id"], unique=False)
    op.create_table(
        "parties",
        sa.Column("claim_key", Key, nullable=False),
        sa.Column("role", sa.String(length=13), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("actor_key", Key, nullable=False),
        sa.ForeignKeyConstraint(["actor_key"], ["actors.key"], name=op.f("fk_parties_actor_key")),
        sa.ForeignKeyConstraint(["claim_key"], ["claims.key"], name=op.f("fk_parties_claim_key")),
        sa.PrimaryKeyConstraint("claim_key", "role", "position", name=op.f("pk_parties")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_parties_actor_key"), "parties", ["actor_key"], unique=False)
    # ### end Alembic commands ###
    create_index(op.get_bind())
