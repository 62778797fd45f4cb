"""Events as claims tell of them (their tables, which nothing wrote to before, are made anew), and masked reports."""

import sqlalchemy as sa
from alembic import op

from verbale.record.tables.columns import Instant, Json, Key

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of events anew, find reprints by what they repeat, and mark reports that are masked."""
    op.drop_table("event_claims")
    op.drop_table("events")
    op.create_table(
        "events",
        sa.Column("id", sa.String(length=18), nullable=False),
        sa.Column("family", sa.String(length=16), nullable=False),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.Column("superseded_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
    )
    op.create_table(
        "event_claims",
        sa.Column("key", Key, nullable=False),
        sa.Column("event_id", sa.String(length=18), nullable=False),
        sa.Column("claim_key", Key, nullable=False),
        sa.Column("relation", sa.String(length=8), nullable=False),
        sa.Column("evidence", Json, nullable=False),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.Column("superseded_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["claim_key"], ["claims.key"], name=op.f("fk_event_claims_claim_key")),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name=op.f("fk_event_claims_event_id")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_event_claims")),
    )
    op.create_index(op.f("ix_event_claims_claim_key"), "event_claims", ["claim_key"], unique=False)
    op.create_index(op.f("ix_event_claims_event_id"), "event_claims", ["event_id"], unique=False)
    op.create_table(
        "event_keys",
        sa.Column("key", Key, autoincrement=False, nullable=False),
        sa.Column("claim_key", Key, nullable=False),
        sa.ForeignKeyConstraint(["claim_key"], ["claims.key"], name=op.f("fk_event_keys_claim_key")),
        sa.PrimaryKeyConstraint("key", "claim_key", name=op.f("pk_event_keys")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_event_keys_claim_key"), "event_keys", ["claim_key"], unique=False)
    op.add_column("reports", sa.Column("masked_at", Instant(), nullable=True))
    op.create_index(op.f("ix_reports_url"), "reports", ["url"], unique=False)
    op.create_index(op.f("ix_claims_reprint_of"), "claims", ["reprint_of"], unique=False)
