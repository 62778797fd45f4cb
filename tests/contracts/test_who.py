"""Names lead to identities in every kind of store: whole, in part, otherwise spelt, as they are typed."""

from datetime import UTC, date, datetime, timedelta

import pytest
from readings import NOW, actor, add, body, claim, make_reading, person
from sqlalchemy import update

from verbale.errors import SearchError
from verbale.record import Store
from verbale.record import tables as t
from verbale.record.queries.who import find_one, suggest, who


@pytest.fixture
def filled(store: Store) -> Store:
    vulin, shoigu = person("Aleksandar Vulin", "rs"), person("Sergei Shoigu", "ru")
    council = body("United Nations Security Council")
    serbia = actor("state", "Serbia", "rs")
    held = claim("hold_office", "Aleksandar Vulin", office=("Deputy Prime Minister", None, "rs"))
    was = claim("hold_office", "Aleksandar Vulin", office=("former Interior Minister", None, "rs"))
    met = claim("meet", "Aleksandar Vulin; Sergei Shoigu")
    add(store, make_reading("r1", [vulin, shoigu, council, serbia], [held, was, met], published="2024-06-04"))
    add(
        store,
        make_reading(
            "r2", [vulin, serbia], [claim("visit", "Aleksandar Vulin", "Serbia")], published="2024-06-08"
        ),
    )
    johnsons = [person("Boris Johnson", "gb"), person("Mike Johnson", "us")]
    add(store, make_reading("r3", johnsons, [claim("meet", "Boris Johnson; Mike Johnson")]))
    for nth in range(5):
        add(store, make_reading(f"t{nth}", [person("Donald Trump", "us")], [claim("say", "Donald Trump")]))
    add(store, make_reading("t9", [person("Ivanka Trump", "us")], [claim("say", "Ivanka Trump")]))
    return store


def test_candidates_come_with_what_tells_them_apart(filled: Store) -> None:
    with filled.connect() as conn:
        (vulin,) = who(conn, "Vulin")
        assert (vulin.name, vulin.kind, vulin.country, vulin.claims) == (
            "Aleksandar Vulin",
            "person",
            "rs",
            4,
        )
        assert (vulin.first, vulin.last) == (date(2024, 6, 4), date(2024, 6, 8))
        assert [str(office) for office in vulin.offices] == ["Deputy Prime Minister"]
        assert who(conn, vulin.id)[0].id == vulin.id


def test_a_name_is_found_however_it_is_written(filled: Store) -> None:
    expected = {
        "aleksandar vulin": ["Aleksandar Vulin"],
        "Vulin, Aleksandar": ["Aleksandar Vulin"],
        "Александар Вулин": ["Aleksandar Vulin"],
        "Aleksandr Vulin": ["Aleksandar Vulin"],
        "A. Vulin": ["Aleksandar Vulin"],
        "Shoygu": ["Sergei Shoigu"],
        "Сергей Шойгу": ["Sergei Shoigu"],
        "Security Council": ["United Nations Security Council"],
        "UN Security Council": ["United Nations Security Council"],
        "serbia": ["Serbia"],
        "Johnson": ["Boris Johnson", "Mike Johnson"],
        "Trump": ["Donald Trump", "Ivanka Trump"],
        "Nobody Atall": [],
        "identity:000000000000": [],
        "%": None,
    }
    with filled.connect() as conn:
        for name, names in expected.items():
            if names is None:
                with pytest.raises(SearchError, match="no name"):
                    who(conn, name)
            else:
                assert sorted(each.name for each in who(conn, name)) == names, name
        assert [each.name for each in who(conn, "Trump", limit=1)] == ["Donald Trump"]
        assert who(conn, "Serbia", kind="person") == ()


def test_names_are_suggested_as_they_are_typed(filled: Store) -> None:
    with filled.connect() as conn:
        for text, names in {
            "vu": ["Aleksandar Vulin"],
            "aleksandar v": ["Aleksandar Vulin"],
            "tru": ["Donald Trump", "Ivanka Trump"],
            "secu": ["United Nations Security Council"],
            "v": [],
            "": [],
            "vulin x": [],
            "'; --": [],
        }.items():
            assert [each.name for each in suggest(conn, text)] == names, text


def test_one_is_meant_or_the_candidates_are_named(filled: Store) -> None:
    with filled.connect() as conn:
        trump = find_one(conn, "Trump")
        assert trump == find_one(conn, "Donald Trump") == find_one(conn, trump)
        with pytest.raises(SearchError, match=r"several.*Boris Johnson \(gb\) identity:.*Mike Johnson"):
            find_one(conn, "Johnson")
        for name in ("Nobody Atall", "identity:000000000000"):
            with pytest.raises(SearchError, match="nobody called"):
                find_one(conn, name)


def test_the_past_knew_less(filled: Store) -> None:
    later = NOW + timedelta(days=1)
    add(
        filled,
        make_reading("r9", [person("Aleksandar Vulin", "rs")], [claim("say", "Aleksandar Vulin")]),
        now=later,
    )
    with filled.connect() as conn:
        assert who(conn, "Vulin")[0].claims == 5
        assert who(conn, "Vulin", as_of=NOW)[0].claims == 4
        assert who(conn, "Vulin", as_of=datetime(2024, 1, 1, tzinfo=UTC)) == ()


def test_who_was_merged_is_found_under_what_he_is_now(filled: Store) -> None:
    later = NOW + timedelta(days=1)
    with filled.connect() as conn:
        donald, ivanka = (find_one(conn, name) for name in ("Donald Trump", "Ivanka Trump"))
    with filled.begin() as conn:
        merged = update(t.identities).where(t.identities.c.id == ivanka)
        conn.execute(merged.values(merged_into=donald, superseded_at=later))
    with filled.connect() as conn:
        assert [each.id for each in who(conn, "Ivanka Trump")] == [donald]
        assert [each.id for each in who(conn, "Ivanka Trump", as_of=NOW)] == [ivanka]
        assert find_one(conn, ivanka) == donald


def test_a_body_is_found_with_the_country_that_reports_leave_out(store: Store) -> None:
    police = [body("Police", "hk"), body("police", "gb")]
    add(store, make_reading("r1", police[:1], [claim("say", "Police")]))
    add(store, make_reading("r2", police[1:], [claim("say", "police")]))
    with store.connect() as conn:
        assert [each.country for each in who(conn, "Hong Kong police")] == ["hk"]
        assert [each.country for each in who(conn, "British police")] == ["gb"]
        assert sorted(str(each.country) for each in who(conn, "police")) == ["gb", "hk"]
        assert who(conn, "Polish police") == ()
