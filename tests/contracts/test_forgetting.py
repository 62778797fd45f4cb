"""A report or a person forgotten on request, in every kind of store."""

from dataclasses import replace
from datetime import timedelta

import pytest
from readings import NOW, actor, add, claim, make_reading, person
from sqlalchemy import select

from verbale.errors import ForgetError
from verbale.record import Store
from verbale.record import tables as t
from verbale.record.adding import add_each, find_known
from verbale.record.decisions import list_decisions
from verbale.record.dump import dump
from verbale.record.forgetting.people import forget_identity
from verbale.record.forgetting.reports import forget_report
from verbale.record.merging import merge_identities
from verbale.record.queries.filters import Filters
from verbale.record.queries.report import report
from verbale.record.queries.search import search
from verbale.record.queries.stream import stream_claims
from verbale.record.queries.who import find_one, who
from verbale.record.reviewing import review_claim
from verbale.record.summary import Outcome

LATER = NOW + timedelta(days=1)
ANNA, MARKO = person("Anna Nowak", "pl", aliases=("Nowak",)), person("Marko Petrov", "rs")
PEOPLE = [ANNA, MARKO, actor("state", "Serbia", "rs")]
MET = claim("meet", "Anna Nowak; Marko Petrov", when="2024-06-03")
OFFICE = claim("hold_office", "Anna Nowak", office=("Finance Minister", None, "pl"))
PRAISE = claim("praise", "Marko Petrov", "Serbia", topic="the poise of Nowak")


@pytest.fixture
def told(store: Store) -> Store:
    """Three reports, one read twice, of which two tell of one meeting; a review."""
    add(store, make_reading("r1", PEOPLE, [MET, OFFICE, PRAISE]), make_reading("r2", PEOPLE, [MET]))
    add(store, make_reading("r3", [MARKO], [claim("say", "Marko Petrov", topic="peace")]))
    add(store, make_reading("r1", PEOPLE, [MET, PRAISE, OFFICE], version="2"), now=LATER)
    with store.begin() as conn:
        praise = next(row for row in stream_claims(conn) if row.type == "praise")
        review_claim(conn, praise.id, "correct", {"topic": "Nowak's poise"}, by="eva", why="", now=NOW)
    return store


def everything(store: Store) -> str:
    with store.connect() as conn:
        return "\n".join(dump(conn))


def found(store: Store, words: str) -> list[str]:
    with store.connect() as conn:
        return [row.type for row in search(conn, Filters(words=words)).claims]


def test_a_forgotten_person_stands_nowhere_any_more(told: Store) -> None:
    assert found(told, "nowak") != []
    with told.begin() as conn:
        anna = find_one(conn, "Anna Nowak")
        forget_identity(conn, anna, by="eva", why="court order", now=LATER)
    text = everything(told)
    assert "Nowak" not in text
    assert "NOWAK" not in text
    assert "Petrov" in text
    assert found(told, "nowak") == []
    assert sorted(found(told, "petrov")) == ["praise", "say"]
    with told.connect() as conn:
        assert who(conn, "Anna Nowak") == ()
        assert who(conn, "Anna Nowak", as_of=NOW) == ()
        assert [row.type for row in stream_claims(conn, as_of=NOW)] == ["praise", "say"]
        view = report(conn, "r1")
        assert view is not None
        assert "██████████ and Marko Petrov meet" in view.text
        (kept,) = view.claims
        assert view.text[kept.evidence[0] : kept.evidence[1]] == kept.evidence[2]
        assert kept.topic == "the poise of █████"
        (decision,) = list_decisions(conn, "forget")
        assert (decision.subject, decision.by, decision.why) == (
            {"identity": anna, "reports": 2},
            "eva",
            "court order",
        )
        assert conn.execute(select(t.event_claims)).all() == []


def test_reports_of_a_forgotten_person_are_not_read_again(told: Store) -> None:
    with told.begin() as conn:
        forget_identity(conn, find_one(conn, "Anna Nowak"), by="eva", why="", now=LATER)
    newer = make_reading("r1", PEOPLE, [MET], version="3")
    (added,) = add_each(told, [(newer.report, newer)], now=LATER)
    assert added.outcome is Outcome.FORGOTTEN
    with told.connect() as conn:
        assert find_known(conn, newer.report, "4") is Outcome.FORGOTTEN
    assert "Nowak" not in everything(told)
    add(told, make_reading("r9", PEOPLE, [MET]), now=LATER)
    with told.connect() as conn:
        assert [each.name for each in who(conn, "Anna Nowak")] == ["Anna Nowak"]


def test_who_was_merged_into_a_person_is_forgotten_with_him(told: Store) -> None:
    add(told, make_reading("r4", [person("Joanna Zielinska", "pl")], [claim("say", "Joanna Zielinska")]))
    with told.begin() as conn:
        anna, other = (find_one(conn, name) for name in ("Anna Nowak", "Joanna Zielinska"))
        merge_identities(conn, anna, other, by="eva", why="Zielinska is Nowak", now=LATER)
        forget_identity(conn, anna, by="eva", why="", now=LATER)
    text = everything(told)
    assert "Zielinska" not in text
    assert "Nowak" not in text


def test_a_forgotten_report_leaves_its_id_and_day(told: Store) -> None:
    with told.begin() as conn:
        forget_report(conn, "r1", by="eva", why="", now=LATER)
    assert found(told, "praise") == []
    with told.connect() as conn:
        view = report(conn, "r1")
        assert view is not None
        assert (view.text, view.title, view.url, view.redacted_at) == ("", "", "", LATER)
        assert (view.publisher, str(view.published)) == ("The Wire", "2024-06-04")
        assert [set(each.subject) for each in list_decisions(conn, "correct")] == [{"claim"}]
        assert {row.report_id for row in stream_claims(conn)} == {"r2", "r3"}
        assert {row.report_id for row in stream_claims(conn, as_of=NOW)} == {"r2", "r3"}
        assert all(row.event is None for row in stream_claims(conn))
        assert who(conn, "Anna Nowak")[0].offices == ()
        assert who(conn, "Serbia")[0].claims == 0
    reading = make_reading("r1", PEOPLE, [MET], version="3")
    (added,) = add_each(told, [(reading.report, reading)], now=LATER)
    assert added.outcome is Outcome.FORGOTTEN


def test_who_is_named_by_a_forgotten_report_alone_is_forgotten_too(store: Store) -> None:
    add(store, make_reading("r1", PEOPLE, [MET]), make_reading("r2", [MARKO], [claim("say", "Marko Petrov")]))
    with store.begin() as conn:
        forget_report(conn, "r1", by="eva", why="", now=LATER)
    assert "Nowak" not in everything(store)
    with store.connect() as conn:
        assert [each.name for each in who(conn, "Petrov")] == ["Marko Petrov"]


def test_a_corrected_report_is_forgotten_with_what_it_said_before(store: Store) -> None:
    first = make_reading("r1", PEOPLE, [MET, OFFICE])
    mended = replace(first.report, title="Nowak meets Petrov")
    add(store, first)
    add(store, replace(first, report=mended), now=LATER)
    with store.begin() as conn:
        forget_identity(conn, find_one(conn, "Anna Nowak"), by="eva", why="", now=LATER)
    assert "Nowak" not in everything(store)
    with store.begin() as conn:
        forget_report(conn, "r1", by="eva", why="", now=LATER)
    assert "Title of r1" not in everything(store)


def test_what_is_not_there_cannot_be_forgotten(told: Store) -> None:
    with told.begin() as conn:
        with pytest.raises(ForgetError, match="no report 'r9'"):
            forget_report(conn, "r9", by="eva", why="", now=LATER)
        forget_report(conn, "r3", by="eva", why="", now=LATER)
        with pytest.raises(ForgetError, match="has forgotten report 'r3'"):
            forget_report(conn, "r3", by="eva", why="", now=LATER)
        with pytest.raises(ForgetError, match="is a state: only people"):
            forget_identity(conn, find_one(conn, "Serbia"), by="eva", why="", now=LATER)
        with pytest.raises(ForgetError, match="no identity:000000000000"):
            forget_identity(conn, "identity:000000000000", by="eva", why="", now=LATER)


def test_copies_of_a_forgotten_report_stay_one_source(store: Store) -> None:
    """Ten papers with one agency text are one source, whichever of them is forgotten."""
    told = make_reading("r1", PEOPLE, [MET, PRAISE])
    papers = [
        replace(told, report=replace(told.report, id=f"r{nth}", publisher=f"Paper {nth}"))
        for nth in (1, 2, 3)
    ]
    add(store, *papers)
    add(store, make_reading("other", PEOPLE, [MET], publisher="Other"))
    with store.begin() as conn:
        forget_report(conn, "r1", by="anna", why="court order", now=LATER)
        first, second = report(conn, "r2"), report(conn, "r3")
        assert first is not None
        assert second is not None
        assert (first.copy_of, second.copy_of) == (None, "r2")
        meetings = search(conn, Filters(types=("meet",), reprints=False)).claims
        assert {claim.report_id for claim in meetings} == {"r2", "other"}
        assert len({claim.event for claim in meetings}) == 1
        assert None not in {claim.event for claim in meetings}
    later = replace(told, report=replace(told.report, id="r4", publisher="Paper 4"))
    assert [one.copy_of for one in add_each(store, [(later.report, later)], now=LATER)] == ["r2"]
