"""What the record knew when: the condition that every query shares."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, FromClause, and_, or_


def held(table: FromClause, as_of: datetime | None = None) -> ColumnElement[bool]:
    """The rows of a table that the record held to be so: at a moment, or (None) now.

    >>> from verbale.record.tables import claims
    >>> str(held(claims))
    'claims.superseded_at IS NULL'
    """
    columns: Any = table.c
    if as_of is None:
        current: ColumnElement[bool] = columns.superseded_at.is_(None)
        return current
    return and_(
        columns.recorded_at <= as_of,
        or_(columns.superseded_at.is_(None), columns.superseded_at > as_of),
    )
