"""How new the record is."""

from datetime import date

from sqlalchemy import Connection, func, select

from verbale.record import tables as t


def find_newest_day(conn: Connection) -> date | None:
    """The day of the newest report; None where the record has none with a day."""
    found: date | None = conn.execute(select(func.max(t.reports.c.published))).scalar_one()
    return found
