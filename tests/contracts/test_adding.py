"""Adding readings, on every kind of store."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import func, select

import verbale
from verbale.errors import EmptyTextError
from verbale.model import Reading, Report
from verbale.record import Store
from verbale.record import tables as t
from verbale.record.adding import add_readings
from verbale.record.decisions import decide, list_decisions
from verbale.record.queries.unread import list_unread

NOW = datetime(2024, 7, 1, 12, tzinfo=UTC)
REPORT = Report(
    "wire:1",
    "Finance Minister Anna Kowalska of Poland met Serbia's president, Marko Petrov, in Vienna on Monday.",
    title="Ministers meet",
    publisher="The Wire",
    published=date(2024, 6, 11),
)


def count(store: Store, table: str) -> int:
    with store.connect() as conn:
        return conn.execute(select(func.count()).select_from(t.metadata.tables[table])).scalar_one()


def test_a_reading_is_kept_with_all_its_parts(store: Store, reader: verbale.Reader) -> None:
    reading = reader.read(REPORT)
    summary = add_readings(store, [(REPORT, reading)], now=NOW, origin="wire.jsonl")
    assert (summary.added, summary.claims) == (1, len(reading.claims))
    assert count(store, "claims") == len(reading.claims) > 0
    assert count(store, "actors") == len(reading.actors)
    with store.connect() as conn:
        row = conn.execute(select(t.reports)).mappings().one()
        assert (row["text"], row["published"], row["recorded_at"]) == (REPORT.text, REPORT.published, NOW)
        met = conn.execute(select(t.claims).where(t.claims.c.type == "meet")).mappings().one()
        assert (met["when_start"], met["place_name"]) == (date(2024, 6, 10), "Vienna")
        parties = (
            select(t.actors.c.name)
            .join(t.parties, t.parties.c.actor_key == t.actors.c.key)
            .where(t.parties.c.claim_key == met["key"])
            .order_by(t.actors.c.name)
        )
        assert conn.execute(parties).scalars().all() == ["Anna Kowalska", "Marko Petrov"]


def test_adding_twice_adds_nothing(store: Store, reader: verbale.Reader) -> None:
    items = [(REPORT, reader.read(REPORT)), EmptyTextError("x.txt", "x.txt is empty")]
    add_readings(store, items, now=NOW)
    before = {name: count(store, name) for name in t.metadata.tables}
    summary = add_readings(store, items, now=NOW)
    assert (summary.added, summary.unchanged, summary.unread) == (0, 1, 1)
    assert {name: count(store, name) for name in t.metadata.tables} == before


def test_what_no_database_keeps_is_replaced_one_for_one(store: Store) -> None:
    report = Report("odd", "a\x00b \ud83d c", published=None)
    add_readings(store, [(report, Reading(report, reader_version="1"))], now=NOW)
    with store.connect() as conn:
        assert conn.execute(select(t.reports.c.text)).scalar_one() == "a\ufffdb \ufffd c"


def test_decisions_are_logged(store: Store) -> None:
    with store.begin() as conn:
        made = decide(conn, "merge", {"ids": ["identity:1", "identity:2"]}, by="ana", why="same man", now=NOW)
    with store.connect() as conn:
        assert list_decisions(conn) == list_decisions(conn, "merge") == (made,)
        assert list_decisions(conn, "split") == ()
        assert list_decisions(conn, as_of=datetime(2024, 6, 1, tzinfo=UTC)) == ()


def test_the_same_decision_at_the_same_moment_is_logged_once(store: Store) -> None:
    given = {"by": "anna", "why": "sure", "now": NOW}
    with store.begin() as conn:
        first = decide(conn, "accept", {"claim": "claim:1"}, **given)
        assert decide(conn, "accept", {"claim": "claim:1"}, **given) == first
        decide(conn, "accept", {"claim": "claim:2"}, **given)
        assert len(list_decisions(conn)) == 2


def test_what_could_not_be_read_leaves_the_list_once_it_is(store: Store) -> None:
    later = NOW + timedelta(days=1)
    report = Report("late", "Kenya recalled its ambassador from Norway.", published=None)
    add_readings(store, [EmptyTextError("late", "not English"), EmptyTextError("other", "neither")], now=NOW)
    add_readings(store, [(report, Reading(report, reader_version="1"))], now=later)
    with store.connect() as conn:
        assert [row.report_id for row in list_unread(conn)] == ["other"]
        assert [row.report_id for row in list_unread(conn, NOW)] == ["late", "other"]
