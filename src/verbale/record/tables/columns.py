"""Kinds of columns that the tables share, and the one `MetaData` that they belong to."""

from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import JSON, BigInteger, Column, DateTime, Dialect, Integer, MetaData, String, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import TypeDecorator, TypeEngine

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)
"""Every table of the record; names of constraints are fixed so that migrations can speak of them."""

Key = BigInteger().with_variant(Integer, "sqlite")
"""Keys that mean nothing outside one store; SQLite counts up only what is called INTEGER."""

Json = JSON().with_variant(JSONB, "postgresql")
"""Values that are only shown, never searched."""


Plain = Text().with_variant(Text(collation="C"), "postgresql")
"""Small Latin letters, digits and blanks, in the order of their codes in either database: beginnings are ranges."""


class Instant(TypeDecorator[datetime]):
    """A moment in UTC: `timestamptz` in PostgreSQL, sortable ISO 8601 text of fixed width in SQLite.

    >>> Instant().to_text(datetime(2024, 6, 11, 12, tzinfo=UTC))
    '2024-06-11T12:00:00.000000Z'
    """

    impl = String
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The column type of a database."""
        if dialect.name == "postgresql":
            return dialect.type_descriptor(DateTime(timezone=True))
        return dialect.type_descriptor(String(27))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """What is written; a moment without a time zone is refused, for nobody knows which one it is."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no time zone: give UTC, as datetime.now(UTC) does")
        return value if dialect.name == "postgresql" else _spell(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """What is read: always in UTC."""
        if value is None:
            return None
        found = value if dialect.name == "postgresql" else datetime.fromisoformat(value)
        return found.astimezone(UTC)

    @staticmethod
    def to_text(value: datetime) -> str:
        """The text that sorts as the moments do."""
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


@lru_cache(maxsize=64)
def _spell(value: datetime) -> str:
    """As `Instant.to_text`: the rows of one report all have the same moment."""
    return Instant.to_text(value)


def clocks() -> tuple[Column[datetime], Column[datetime]]:
    """`recorded_at` and `superseded_at`: from when until when the record held a row to be so."""
    return (Column("recorded_at", Instant, nullable=False), Column("superseded_at", Instant))
