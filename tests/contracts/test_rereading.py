"""A newer reading in the place of an older one, and copies of one text, on every kind of store."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from sqlalchemy import Row, func, select

import verbale
from verbale.model import Actor, Claim, Interval, Kind, Reading, Report, TextSpan, When
from verbale.record import Store
from verbale.record import tables as t
from verbale.record.adding import add_each, add_readings
from verbale.record.clock import held
from verbale.record.dump import dump
from verbale.record.summary import ClaimChanges, Outcome

NOW = datetime(2024, 7, 1, 12, tzinfo=UTC)
LATER = datetime(2024, 8, 1, 12, tzinfo=UTC)
BETWEEN = datetime(2024, 7, 15, tzinfo=UTC)
TEXT = "Anna Kowalska met Marko Petrov on Monday. She praised him. He thanked her. She warned of war."
REPORT = Report("r1", TEXT, "Talks", "The Wire", published=date(2024, 6, 11))


def claim(ref: str, type: str, words: str, when: str | None = None, **values: object) -> Claim:
    """A claim of the report by its two actors."""
    start = TEXT.index(words)
    span = TextSpan(start, start + len(words), words)
    day = date.fromisoformat(when) if when else None
    time = When(Interval(day, day), "Monday") if day else None
    return Claim(ref, type, span, span, actor=("a1",), recipient=("a2",), when=time, **values)  # type: ignore[arg-type]


ACTORS = (
    Actor("a1", "Anna Kowalska", Kind.PERSON, "pl", mentions=((0, 13),)),
    Actor("a2", "Marko Petrov", Kind.PERSON, "rs", mentions=((18, 30),)),
)
MEET, PRAISE = claim("c1", "meet", "met", "2024-06-10"), claim("c2", "praise", "praised")
THANK, WARN = claim("c3", "praise", "thanked"), claim("c4", "warn", "warned", topic="war")
OLD = Reading(REPORT, ACTORS, (MEET, PRAISE, WARN), "1.0")
NEW = Reading(
    REPORT,
    ACTORS,
    (replace(MEET, id="c1", when=When(Interval(date(2024, 6, 9), date(2024, 6, 9)), "Monday")), THANK,
     replace(WARN, id="c3", topic=None)),
    "2.0",
)  # fmt: skip


def add(store: Store, reading: Reading, now: datetime = NOW) -> tuple[Outcome, ClaimChanges]:
    (added,) = add_each(store, [(reading.report, reading)], now=now)
    return added.outcome, added.changes


def claims_of(store: Store, as_of: datetime | None = None) -> Sequence[Row[tuple[str, date]]]:
    query = select(t.claims.c.type, t.claims.c.when_start).where(held(t.claims, as_of))
    with store.connect() as conn:
        return conn.execute(query.order_by(t.claims.c.ref)).all()


def test_a_newer_reading_supersedes_and_says_what_changed(store: Store) -> None:
    assert add(store, OLD) == (Outcome.ADDED, ClaimChanges(added=3))
    outcome, changes = add(store, NEW, LATER)
    assert outcome is Outcome.REREAD
    assert str(changes) == "+1 claims, −1, 1 redated, 1 revised"
    assert claims_of(store) == [("meet", date(2024, 6, 9)), ("praise", None), ("warn", None)]
    assert claims_of(store, BETWEEN)[0] == ("meet", date(2024, 6, 10))
    assert claims_of(store, datetime(2024, 6, 15, tzinfo=UTC)) == []


def test_an_unchanged_claim_keeps_its_id_and_the_time_it_was_first_recorded(store: Store) -> None:
    add(store, OLD)
    add(store, NEW, LATER)
    c = t.claims.c
    with store.connect() as conn:
        rows = conn.execute(select(c.id, c.first_recorded_at).where(c.type == "warn")).all()
        assert {row.id for row in rows} == {rows[0].id}
        assert {row.first_recorded_at for row in rows} == {NOW}
        thanked = conn.execute(select(c.first_recorded_at).where(c.trigger_text == "thanked"))
        assert thanked.scalar_one() == LATER


def test_a_reading_that_was_there_once_does_not_come_back(store: Store) -> None:
    add(store, OLD)
    add(store, NEW, LATER)
    with store.connect() as conn:
        before = list(dump(conn))
    assert add(store, OLD, LATER)[0] is Outcome.UNCHANGED
    with store.connect() as conn:
        assert list(dump(conn)) == before


def test_a_corrected_report_keeps_what_it_said_before(store: Store) -> None:
    add(store, OLD)
    mended = replace(REPORT, text=TEXT.replace("war", "peace"), title="Talks held")
    assert add(store, replace(OLD, report=mended), LATER)[0] is Outcome.REREAD
    with store.connect() as conn:
        assert conn.execute(select(t.reports.c.title)).scalars().all() == ["Talks held"]
        version = conn.execute(select(t.report_versions)).mappings().one()
        assert (version["title"], version["text"]) == ("Talks", TEXT)
        assert (version["recorded_at"], version["superseded_at"]) == (NOW, LATER)


def test_readings_without_their_text_leave_the_text_that_is_there(store: Store) -> None:
    add(store, OLD)
    add(store, replace(NEW, report=replace(REPORT, text="")), LATER)
    with store.connect() as conn:
        assert conn.execute(select(t.reports.c.text)).scalar_one() == TEXT


LONG = " ".join(f"On day {i} the minister of town {i * 7} opened bridge number {i * 13}." for i in range(20))


def add_texts(store: Store, *reports: Report) -> dict[str, str | None]:
    """Add reports that nothing was read in; gives what each is a copy of."""
    add_readings(store, [(report, Reading(report, reader_version="1")) for report in reports], now=NOW)
    with store.connect() as conn:
        return {row[0]: row[1] for row in conn.execute(select(t.reports.c.id, t.reports.c.copy_of))}


def test_reprints_are_copies_of_the_first(store: Store) -> None:
    day = date(2024, 6, 11)
    found = add_texts(
        store,
        Report("first", LONG, publisher="Agency", published=day),
        Report("cut", LONG[: len(LONG) * 3 // 4], publisher="Gazette", published=day),
        Report("altered", "BERLIN (Agency) - " + LONG.replace("bridge", "new bridge", 4), published=day),
        Report("copy of a copy", LONG[: len(LONG) * 7 // 10], published=date(2024, 6, 12)),
        Report("undated", LONG),
        Report("weeks later", LONG, published=date(2024, 7, 11)),
        Report("other", LONG.replace("minister", "mayor").replace("bridge", "school"), published=day),
    )
    assert found == {
        "first": None,
        "cut": "first",
        "altered": "first",
        "copy of a copy": "first",
        "undated": "first",
        "weeks later": None,
        "other": None,
    }


def test_short_reports_are_copies_only_where_they_say_the_same(store: Store) -> None:
    said = "Ghana and Togo signed a treaty on fishing in Accra, the ministers of both states said."
    found = add_texts(
        store,
        Report("a", said),
        Report("b", said.upper()),
        Report("c", said.replace("Togo", "Benin")),
        Report("d", "Resigned."),
        Report("e", "Resigned!"),
        Report("f", "???"),
        Report("g", "???"),
    )
    assert found == {"a": None, "b": "a", "c": None, "d": None, "e": "d", "f": None, "g": None}


def test_claims_of_a_copy_name_those_that_they_repeat(store: Store, reader: verbale.Reader) -> None:
    first = Report("first", "Kenya recalled its ambassador from Norway. " + LONG, published=date(2024, 6, 11))
    copy = replace(first, id="copy", text=first.text + " Norway condemned Kenya.")
    add_readings(store, [(report, reader.read(report)) for report in (first, copy)], now=NOW)
    c = t.claims.c
    with store.connect() as conn:
        ids = set(conn.execute(select(c.id).where(c.report_id == "first")).scalars())
        repeats = dict(conn.execute(select(c.type, c.reprint_of).where(c.report_id == "copy")).all())
        fresh = conn.execute(select(func.count()).where(c.report_id == "first", c.reprint_of.is_not(None)))
        assert fresh.scalar_one() == 0
    assert repeats["sever"] in ids
    assert repeats["criticise"] is None
