"""Words and filters find the same claims in every kind of store, page by page."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from readings import NOW, add, claim, make_reading, person
from sqlalchemy import Connection

from verbale.errors import SearchError
from verbale.model import Actor, Claim, Kind, Reading, Report, TextSpan
from verbale.record import Store
from verbale.record.adding import add_readings
from verbale.record.queries.facets import NAMES, facets
from verbale.record.queries.filters import Filters, list_conditions
from verbale.record.queries.search import Order, search

SENTENCES = {
    "w1": "The foreign minister of Serbia visited Łódź and traded words with U.S. envoys.",
    "w2": "Envoys of the U.S. will be visiting Belgrade; the trade minister is away.",
    "w3": "Vučić resigned, and his ministers are resigning too, 172 of them in the 1990s.",
    "w4": "News of hopes: parties hope that the party's cease-fire holds.",
    "w5": 'It isn\'t "over" (yet): a new e-mail, anna@example.org, said 3.5% or 1e5 of /tmp/it.',
}

FOUND = {
    "visit": {"w1", "w2"},
    "VISITS envoy": {"w1", "w2"},
    '"foreign minister"': {"w1"},
    '"minister foreign"': set(),
    "minister -foreign": {"w2", "w3"},
    "minister -foreign -resign": {"w2"},
    "Łódź OR belgrade": {"w1", "w2"},
    "lodz": {"w1"},
    "VUČIĆ": {"w3"},
    "resign* 1990s": {"w3"},
    "trad*": {"w1", "w2"},
    "U.S.": {"w1", "w2"},
    "party hope": {"w4"},
    "ceasefire": set(),
    "cease-fire": {"w4"},
    "new": {"w5"},
    "news": {"w4"},
    "anna@example.org": {"w5"},
    "3.5%": {"w5"},
    "1e5 /tmp/it": {"w5"},
    "isn't": {"w5"},
    "kragujevac": set(SENTENCES),
    '"of them in the 1990s headline"': set(),
    "hope OR resign minister": {"w3"},
    "nowhere": set(),
    "NEAR(a b) AND NOT x:y ^z {c}": set(),
    "visit & ! | <-> ' \\ ;--": {"w1", "w2"},
}


def say(report_id: str, sentence: str, title: str = "", **more: object) -> tuple[Report, Reading]:
    """A report of one sentence with one claim."""
    span = TextSpan(0, len(sentence), sentence)
    report = Report(report_id, sentence, title=title, published=date(2024, 6, int(report_id[1:])), **more)  # type: ignore[arg-type]
    actor = Actor("a1", "Marko Petrov", Kind.PERSON, "rs")
    found = Claim("c1", "say", span, TextSpan(0, 3, sentence[:3]), actor=("a1",))
    return report, Reading(report, (actor,), (found,), "1")


@pytest.fixture
def conn(store: Store) -> Iterator[Connection]:
    add_readings(
        store, [say(key, words, title="Headline of Kragujevac") for key, words in SENTENCES.items()], now=NOW
    )
    with store.connect() as conn:
        yield conn


def find(conn: Connection, words: str) -> set[str]:
    return {found.report_id for found in search(conn, Filters(words=words)).claims}


def test_words_find_the_same_claims_in_every_store(conn: Connection) -> None:
    assert {words: find(conn, words) for words in FOUND} == FOUND


@pytest.mark.parametrize(
    "words", ['"open', "OR", "visit OR", "OR visit", "a OR OR b", "-visit", "?!", "  ", "a " * 51]
)
def test_words_that_are_no_query_are_refused(words: str) -> None:
    with pytest.raises(SearchError, match="search"):
        list_conditions(Filters(words=words))


@pytest.mark.parametrize("order", Order)
def test_pages_hold_every_claim_once_in_order_while_the_record_grows(store: Store, order: Order) -> None:
    meetings = [claim("meet", "Anna Nowak; Marko Petrov", when=f"2024-05-{1 + n % 5:02}") for n in range(7)]
    people = [person("Anna Nowak"), person("Marko Petrov")]
    for nth in range(3):
        add(store, make_reading(f"r{nth}", people, meetings, published=f"2024-06-0{3 - nth % 2}"))
    with store.connect() as conn:
        whole = search(conn, Filters(), order=order, limit=100)
        page = search(conn, Filters(), order=order, limit=4)
    seen = list(page.claims)
    add(store, make_reading("late", people, meetings, published="2024-06-09"))
    while page.after:
        with store.connect() as conn:
            page = search(conn, Filters(), order=order, limit=4, after=page.after)
        seen += page.claims
    assert [c.id for c in seen if c.report_id != "late"] == [c.id for c in whole.claims]
    assert (whole.total, whole.counted, whole.after) == (21, True, None)
    days = {
        Order.RECORDED: [c.key for c in whole.claims],
        Order.PUBLISHED: [(c.published, c.key) for c in whole.claims],
        Order.HAPPENED: [(c.when_start, c.key) for c in whole.claims],
    }[order]
    assert days == sorted(days, reverse=True)  # type: ignore[type-var]


def test_a_claim_without_a_day_comes_last(store: Store) -> None:
    add(store, make_reading("r1", [person("Anna Nowak")], [claim("protest", "Anna Nowak")]))
    report = Report("r0", "Anna Nowak protests.")
    span = TextSpan(0, 20, report.text)
    undated = Claim("c1", "protest", span, TextSpan(11, 19, "protests"), actor=("a1",))
    add(store, Reading(report, (Actor("a1", "Anna Nowak", Kind.PERSON),), (undated,), "1"))
    with store.connect() as conn:
        assert [c.report_id for c in search(conn, Filters()).claims] == ["r1", "r0"]
        first = search(conn, Filters(), limit=1)
        assert [c.report_id for c in search(conn, Filters(), limit=1, after=first.after).claims] == ["r0"]


def test_cursors_and_pages_that_cannot_be_are_refused(conn: Connection) -> None:
    wrong = [
        "",
        "published",
        "published.x.1",
        "published.2024-06-01.x",
        "recorded.5",
        "published.2024-06-01.-1",
    ]
    for cursor in [*wrong, f"published.2024-06-01.{9 * 10**30}"]:
        with pytest.raises(SearchError, match="cursor"):
            search(conn, Filters(), after=cursor)
    for limit in (0, -1, 1001):
        with pytest.raises(SearchError, match="1 to 1000"):
            search(conn, Filters(), limit=limit)


def test_reprints_are_left_out_when_asked(store: Store) -> None:
    words = (
        "The minister said on Monday that the talks in Vienna had gone well and would go on until the autumn."
    )
    add_readings(store, [say("w1", words), say("w2", words)], now=NOW)
    with store.connect() as conn:
        assert search(conn, Filters(words="vienna")).total == 2
        (only,) = search(conn, Filters(words="vienna", reprints=False)).claims
        assert only.report_id == "w1"


def test_what_was_known_then_is_found_as_of_then(store: Store) -> None:
    report, reading = say("w1", SENTENCES["w1"])
    later = NOW + timedelta(days=1)
    add_readings(store, [(report, reading)], now=NOW)
    add_readings(store, [(report, Reading(report, reading.actors, (), "2"))], now=later)
    with store.connect() as conn:
        assert search(conn, Filters(words="visit")).total == 0
        assert search(conn, Filters(words="visit"), as_of=NOW).total == 1
        assert search(conn, Filters(words="visit"), as_of=datetime(2024, 1, 1, tzinfo=UTC)).total == 0


def test_facets_count_what_the_filters_choose(store: Store) -> None:
    people = [person("Anna Nowak"), person("Marko Petrov")]
    met = claim("meet", "Anna Nowak; Marko Petrov", when="2023-05-01", place="Vienna")
    will = claim("visit", "Anna Nowak", when="2024-07-01", place="Oslo", status="planned")
    said = claim("say", "Anna Nowak")
    add(store, make_reading("r1", people, [met, will, said], publisher="The Wire"))
    add(store, make_reading("r2", people, [met], publisher="The Paper"))
    with store.connect() as conn:
        found = facets(conn, Filters())
        assert tuple(found) == NAMES
        shown = {name: [(f.label, f.count) for f in values] for name, values in found.items()}
        assert shown["type"] == [("meet", 2), ("say", 1), ("visit", 1)]
        assert shown["status"] == [("happened", 3), ("planned", 1)]
        assert shown["actor"] == [("Anna Nowak", 4), ("Marko Petrov", 2)]
        assert shown["place"] == [("Vienna", 2), ("Oslo", 1)]
        assert shown["publisher"] == [("The Wire", 3), ("The Paper", 1)]
        assert shown["period"] == [("2023-05", 2), ("2024-06", 1), ("2024-07", 1)]
        narrowed = facets(conn, Filters(types=("visit",)), most=1)
        assert [f.count for f in narrowed["actor"]] == [1]
        (anna,) = narrowed["actor"]
        assert search(conn, Filters(actor=anna.value)).total == 4
