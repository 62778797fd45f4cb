"""All identities of a record in pages, what they are called, what was merged into them; in every kind of store."""

from datetime import date, timedelta

import pytest
from readings import NOW, actor, add, claim, make_reading, person

from verbale.errors import SearchError
from verbale.record import Store
from verbale.record.merging import merge_identities
from verbale.record.queries.identities import count_names, list_merged, stream_identities
from verbale.record.queries.newest import find_newest_day
from verbale.record.queries.who import find_one

LATER = NOW + timedelta(days=1)


@pytest.fixture
def filled(store: Store) -> Store:
    vulin, short = person("Aleksandar Vulin", "rs"), person("A. Vulin", "rs")
    serbia = actor("state", "Serbia", "rs")
    add(
        store,
        make_reading(
            "r1", [vulin, serbia], [claim("visit", "Aleksandar Vulin", "Serbia")], published="2024-06-08"
        ),
    )
    add(store, make_reading("r2", [vulin], [claim("say", "Aleksandar Vulin")], published="2024-06-04"))
    add(store, make_reading("r3", [short, serbia], [claim("visit", "A. Vulin", "Serbia")]))
    add(store, make_reading("r4", [person("Robert Brown", "gb")], [claim("say", "Robert Brown")]))
    add(store, make_reading("r5", [person("Bobby Braun", "gb")], [claim("say", "Bobby Braun")]))
    return store


def test_every_identity_comes_once_in_the_order_of_ids_however_long_the_pages_are(filled: Store) -> None:
    with filled.connect() as conn:
        everybody = list(stream_identities(conn))
        assert [each.id for each in everybody] == sorted(each.id for each in everybody)
        assert {each.name for each in everybody} >= {
            "Aleksandar Vulin",
            "Serbia",
            "Robert Brown",
            "Bobby Braun",
        }
        for each in everybody:
            following = list(stream_identities(conn, after=each.id))
            assert following == everybody[everybody.index(each) + 1 :]
        assert {each.name for each in stream_identities(conn, kind="state")} == {"Serbia"}
        assert list(stream_identities(conn, as_of=NOW - timedelta(days=1))) == []
        with pytest.raises(SearchError, match="cursor"):
            list(stream_identities(conn, after="r1"))


def test_names_are_counted_over_all_that_was_merged(filled: Store) -> None:
    with filled.connect() as conn:
        vulin, brown, braun = (
            find_one(conn, name) for name in ("Aleksandar Vulin", "Robert Brown", "Bobby Braun")
        )
        assert count_names(conn, vulin)[0] == ("Aleksandar Vulin", 2)
        assert list_merged(conn, brown) == ()
    with filled.begin() as conn:
        merge_identities(conn, brown, braun, by="anna", why="one man", now=LATER)
    with filled.begin() as conn:
        merge_identities(conn, vulin, brown, by="anna", why="only to see", now=LATER + timedelta(days=1))
    with filled.connect() as conn:
        assert list_merged(conn, vulin) == tuple(sorted((brown, braun)))
        assert {"Aleksandar Vulin", "Robert Brown"} <= {name for name, _ in count_names(conn, vulin)}
        listed = {each.id for each in stream_identities(conn)}
        assert vulin in listed
        assert not {brown, braun} & listed
        assert {brown, braun} <= {each.id for each in stream_identities(conn, as_of=NOW)}


def test_the_newest_day_is_that_of_the_newest_report(filled: Store) -> None:
    with filled.connect() as conn:
        assert find_newest_day(conn) == date(2024, 6, 8)
