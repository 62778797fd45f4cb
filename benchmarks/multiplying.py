"""A record made many times as large: all that it holds once more, as other reports of other days.

Adding a hundred thousand reports one by one takes the better part of an hour; rows are copied instead, within the
database, and the figures are those of a record that came about report by report but for three things: people are named
as often more, and nobody is new; happenings are not joined over copies; a report has the text of its original, weeks
apart.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Column, Connection, Table, func, insert, select, update

from verbale.record import tables as t
from verbale.record.events.keys import keys_to_keep
from verbale.record.events.telling import Telling, load_tellings
from verbale.record.fulltext import index_claims

COPIED = (t.reports, t.readings, t.actors, t.claims, t.parties, t.links, t.holdings, t.report_bands)
_KEYS = {"reading_key": t.readings, "actor_key": t.actors, "claim_key": t.claims}
_DAYS = {"published", "when_start", "when_end", "day"}
BATCH = 5000


class Original:
    """A record as it stands, to be copied as often as wanted."""

    def __init__(self, conn: Connection) -> None:
        self.last = {table: _last(conn, table) for table in (t.readings, t.actors, t.claims, t.links)}
        c, r = t.claims.c, t.reports.c
        said = select(c.key, c.evidence_text, r.title).join_from(t.claims, t.reports, r.id == c.report_id)
        self.words = [tuple(row) for row in conn.execute(said)]
        speaking = conn.execute(select(t.event_keys.c.claim_key).distinct()).scalars().all()
        self.tellings = list(load_tellings(conn, speaking).values())
        self.size = len(conn.execute(select(r.id)).all())

    def copy(self, conn: Connection, nth: int, days: int) -> None:
        """Add all of it again, the days moved by so many; `nth`, and how much there was, goes into the ids."""
        by = {table: _last(conn, table) for table in self.last}
        for table in COPIED:
            columns = ", ".join(f'"{column.name}"' for column in table.columns)
            values = ", ".join(self._move(conn, table, column, by, nth, days) for column in table.columns)
            rows = f"SELECT {values} FROM {table.name} WHERE {self._which(table)}"  # noqa: S608 - our own words
            conn.exec_driver_sql(f"INSERT INTO {table.name} ({columns}) {rows}")
        for title, claims in self._titles(by[t.claims]):
            index_claims(conn, claims, title)
        self._keep_event_keys(conn, by[t.claims], days)

    def count(self, conn: Connection, times: int) -> None:
        """Let names and traits be said as often as the copies say them."""
        for table in (t.identity_names, t.identity_traits):
            conn.execute(update(table).values(count=table.c["count"] * times))

    def _which(self, table: Table) -> str:
        """The rows that the original has."""
        name = {
            "reports": "id",
            "parties": "claim_key",
            "holdings": "claim_key",
            "report_bands": "reading_key",
        }
        column = name.get(table.name, "key")
        if table is t.reports:
            return f"id IN (SELECT report_id FROM readings WHERE key <= {self.last[t.readings]})"  # noqa: S608
        return f"{column} <= {self.last[_KEYS.get(column, table)]}"

    def _move(
        self, conn: Connection, table: Table, column: Column[Any], by: dict[Table, int], nth: int, days: int
    ) -> str:
        """The value of a column in the copy."""
        name = f'"{column.name}"'
        if column.name == "key":
            return f"{name} + {by[table]}"
        if column.name in _KEYS:
            return f"{name} + {by[_KEYS[column.name]]}"
        if column.name in ("report_id", "copy_of") or (table is t.reports and column.name == "id"):
            return f"{name} || ':{self.size}.{nth}'"
        if column.name in ("id", "reprint_of"):
            return f"substr({name}, 1, 16) || '{(self.size + nth) % 256:02x}'"
        if column.name not in _DAYS:
            return name
        if table is t.report_bands:
            return f"{name} + {days}"
        return f"date({name}, '{days:+d} days')" if conn.dialect.name == "sqlite" else f"{name} + {days}"

    def _titles(self, by: int) -> Iterator[tuple[str, list[tuple[int, str]]]]:
        """The words of the claims, those of one report after another."""
        rows: list[tuple[int, str]] = []
        for at, (key, evidence, title) in enumerate(self.words):
            rows.append((key + by, evidence))
            if at + 1 == len(self.words) or self.words[at + 1][2] != title:
                yield title, rows
                rows = []

    def _keep_event_keys(self, conn: Connection, by: int, days: int) -> None:
        moved = (_later(telling, timedelta(days)) for telling in self.tellings)
        rows = [
            {"key": key, "claim_key": telling.key + by} for telling in moved for key in keys_to_keep(telling)
        ]
        for start in range(0, len(rows), BATCH):
            conn.execute(insert(t.event_keys), rows[start : start + BATCH])


def _later(telling: Telling, by: timedelta) -> Telling:
    first, last = telling.window
    published = telling.published or date.min
    return replace(
        telling, window=(first + by, last + by), published=published + by if telling.published else None
    )


def _last(conn: Connection, table: Table) -> int:
    found: int = conn.execute(select(func.coalesce(func.max(table.c.key), 0))).scalar_one()
    return found
