"""Signatures of texts by day and reading: the search for near-duplicates looks at its weeks only, in less room."""

import sqlalchemy as sa
from alembic import op

from verbale.record.tables.columns import Key

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_DAY = {
    "sqlite": "CAST(julianday(r.published) - 1721424.5 AS INTEGER)",
    "postgresql": "r.published - DATE '0001-01-01' + 1",
}
"""A day as a number, as `date.toordinal` has it."""


def upgrade() -> None:
    """Make the table anew out of what it holds; a report is named by its first reading."""
    day = _DAY[op.get_bind().dialect.name]
    op.execute(
        f"CREATE TEMPORARY TABLE kept_bands AS SELECT b.band, COALESCE({day}, 0) AS day, MIN(g.key) AS reading_key "  # noqa: S608 - fixed words
        "FROM report_bands b JOIN reports r ON r.id = b.report_id JOIN readings g ON g.report_id = r.id "
        "GROUP BY b.band, r.published, r.id"
    )
    op.drop_table("report_bands")
    op.create_table(
        "report_bands",
        sa.Column("band", Key, autoincrement=False, nullable=False),
        sa.Column("day", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("reading_key", Key, nullable=False),
        sa.ForeignKeyConstraint(["reading_key"], ["readings.key"], name=op.f("fk_report_bands_reading_key")),
        sa.PrimaryKeyConstraint("band", "day", "reading_key", name=op.f("pk_report_bands")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_report_bands_reading_key"), "report_bands", ["reading_key"], unique=False)
    op.execute(
        "INSERT INTO report_bands (band, day, reading_key) SELECT band, day, reading_key FROM kept_bands"
    )
    op.execute("DROP TABLE kept_bands")
    op.create_index(
        op.f("ix_identities_merged_into"),
        "identities",
        ["merged_into"],
        unique=False,
        sqlite_where=sa.text("merged_into IS NOT NULL"),
        postgresql_where=sa.text("merged_into IS NOT NULL"),
    )
