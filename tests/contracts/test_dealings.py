"""What somebody has to do with others, how he is recognised, what screening found: the same in every store."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from readings import NOW, actor, add, body, claim, make_reading, person
from sqlalchemy import Connection, insert, select

from verbale.record import Store
from verbale.record import tables as t
from verbale.record.decisions import decide
from verbale.record.queries.dealings import list_dealings
from verbale.record.queries.filters import Filters
from verbale.record.queries.linked import count_links, list_links
from verbale.record.queries.screened import list_screened
from verbale.record.registers.adding import NewVersion, add_register
from verbale.registers import Entry

VULIN, SHOIGU, PAPER = (
    person("Aleksandar Vulin", "rs"),
    person("Sergei Shoigu", "ru"),
    body("Daily Paper", "rs"),
)
SERBIA = actor("state", "Serbia", "rs")


@pytest.fixture
def conn(store: Store) -> Iterator[Connection]:
    add(
        store,
        make_reading(
            "r1",
            [VULIN, SHOIGU, PAPER],
            [
                claim(
                    "meet", "Aleksandar Vulin; Sergei Shoigu", when="2024-06-03", attributed_to="Daily Paper"
                ),
                claim("praise", "Aleksandar Vulin", "Sergei Shoigu"),
            ],
        ),
        make_reading(
            "r2",
            [VULIN, SERBIA],
            [claim("criticise", "Serbia", "Aleksandar Vulin", when="2024-07-01", negated=True)],
            published="2024-07-02",
        ),
    )
    with store.connect() as conn:
        yield conn


def identity_of(conn: Connection, name: str) -> str:
    return str(conn.execute(select(t.identities.c.id).where(t.identities.c.name == name)).scalar_one())


def test_dealings_are_the_latest_first_with_the_others_but_not_who_is_cited(conn: Connection) -> None:
    vulin = identity_of(conn, "Aleksandar Vulin")
    found = list_dealings(conn, vulin)
    assert [(each.type, each.day, each.roles) for each in found.claims] == [
        ("criticise", date(2024, 7, 1), {"recipient"}),
        ("praise", date(2024, 6, 4), {"actor"}),
        ("meet", date(2024, 6, 3), {"actor"}),
    ]
    assert {each.name for each in found.others.values()} == {"Sergei Shoigu", "Serbia"}
    assert found.complete


def test_dealings_are_chosen_by_counterpart_filter_and_number(conn: Connection) -> None:
    vulin, shoigu, paper = (
        identity_of(conn, name) for name in ("Aleksandar Vulin", "Sergei Shoigu", "Daily Paper")
    )
    assert {each.type for each in list_dealings(conn, vulin, other=shoigu).claims} == {"meet", "praise"}
    assert list_dealings(conn, vulin, other=paper).claims == ()
    assert [each.roles for each in list_dealings(conn, paper).claims] == [{"attributed_to"}]
    met = list_dealings(conn, vulin, filters=Filters(types=("meet",)))
    assert [each.type for each in met.claims] == ["meet"]
    latest = list_dealings(conn, vulin, most=1)
    assert ([each.type for each in latest.claims], latest.complete) == (["criticise"], False)


def test_what_was_not_yet_recorded_is_left_out(conn: Connection) -> None:
    vulin = identity_of(conn, "Aleksandar Vulin")
    assert list_dealings(conn, vulin, as_of=NOW - timedelta(days=1)).claims == ()
    assert len(list_dealings(conn, vulin, as_of=NOW).claims) == 3


def test_links_say_where_and_why_the_weakest_first(conn: Connection) -> None:
    vulin = identity_of(conn, "Aleksandar Vulin")
    links = list_links(conn, vulin)
    assert [link.strength for link in links] == sorted(link.strength for link in links)
    assert {(link.name, link.report_id) for link in links} == {
        ("Aleksandar Vulin", "r1"),
        ("Aleksandar Vulin", "r2"),
    }
    assert all(link.evidence for link in links)
    assert count_links(conn, vulin) == 2
    assert count_links(conn, "identity:none") == 0


def test_a_screening_result_comes_with_its_entry_and_the_decision_on_it(
    store: Store, conn: Connection
) -> None:
    vulin = identity_of(conn, "Aleksandar Vulin")
    conn.rollback()
    version = NewVersion("ofac", "ofac", date(2024, 6, 1), "0" * 64, False, "us", "", ("a.csv",))
    add_register(store, version, [Entry("43736", "Person", ("Aleksandar VULIN",), line=1)], now=NOW)
    with store.begin() as writing:
        key = writing.execute(select(t.registers.c.key)).scalar_one()
        row = {"key": 1, "subject": vulin, "register_key": key, "register": "ofac", "entry_id": "43736"}
        digests = {"subject_digest": "s", "entry_digest": "e"}
        result = {"score": 0.97, "level": "alert", "features": [], "recorded_at": NOW}
        writing.execute(insert(t.screening_results), [{**row, **digests, **result}])
    with store.connect() as reading:
        (found,) = list_screened(reading, vulin)
    assert (found.entry.name, found.issued, found.decision) == ("Aleksandar VULIN", date(2024, 6, 1), None)
    about = {"subject": vulin, "register": "ofac", "entry": "43736", **digests}
    with store.begin() as writing:
        decide(writing, "accept", {"screening": about}, by="anna", why="", now=NOW)
        later = NOW + timedelta(days=1)
        decide(writing, "reject", {"screening": about}, by="boris", why="born later", now=later)
        decide(
            writing, "accept", {"screening": {**about, "entry_digest": "old"}}, by="anna", why="", now=later
        )
    with store.connect() as reading:
        (found,) = list_screened(reading, vulin)
    assert found.decision
    assert (found.decision.kind, found.decision.by) == ("reject", "boris")
