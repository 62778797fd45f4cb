"""Registers in the record, on every kind of store."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import func, select

from verbale.errors import RegisterError
from verbale.record import Store
from verbale.record import tables as t
from verbale.record.registers.adding import AddedVersion, NewVersion, add_register
from verbale.record.registers.entries import find_entry
from verbale.record.registers.entry_writer import BATCH
from verbale.record.registers.lookup import (
    find_candidates,
    holders_of,
    listings_of,
    roll_calls_near,
    tenures_of,
)
from verbale.record.registers.versions import compare_versions, list_versions, pick_two, versions_on
from verbale.registers import BadRow, Entry, Listing, RollCall, Row, Tenure

NOW = datetime(2024, 7, 1, 12, tzinfo=UTC)
HRONEC = Entry(
    "1", "Person", ("Peter Hronec", "Петер Хронец"), ("Petko",), ("sk",), listings=(Listing("A", "us"),)
)
KOVAC = Entry("2", "Person", ("Ján Kováč",), countries=("sk",))
STEEL = Entry("3", "Organization", ("Morava Steel",))


def add(store: Store, rows: list[Row], *, issued: date, name: str = "list", digest: str = "") -> AddedVersion:
    version = NewVersion(name, "ofac", issued, digest or issued.isoformat(), files=("list.csv",))
    return add_register(store, version, iter(rows), now=NOW)


def count(store: Store, table: str) -> int:
    with store.connect() as conn:
        return conn.execute(select(func.count()).select_from(t.metadata.tables[table])).scalar_one()


def found(store: Store, name: str, day: date | None = None) -> list[str]:
    with store.connect() as conn:
        return [one.entry.name for one in find_candidates(conn, [name], versions_on(conn, day))]


def test_entries_come_back_as_they_were(store: Store) -> None:
    add(store, [HRONEC, KOVAC], issued=date(2024, 1, 1))
    with store.connect() as conn:
        (one,) = find_candidates(conn, ["Хронец"], versions_on(conn))
        assert one.entry == HRONEC
        assert listings_of(conn, one) == HRONEC.listings
        assert one.version.counts == {"entries": 2}


def test_names_are_found_by_word_sound_and_run_together(store: Store) -> None:
    add(store, [HRONEC, KOVAC, STEEL], issued=date(2024, 1, 1))
    assert found(store, "HRONEC, Petr") == ["Peter Hronec"]
    assert found(store, "Kovatch Jan") == ["Ján Kováč"]
    assert found(store, "MoravaSteel") == ["Morava Steel"]
    assert found(store, "Petko") == ["Peter Hronec"]
    assert found(store, "Nobody Whatsoever") == []


def test_a_list_is_kept_version_by_version(store: Store) -> None:
    changed = Entry("2", "Person", ("Ján Kováč",), countries=("sk",), birth_dates=("1970",))
    add(store, [HRONEC, KOVAC], issued=date(2024, 1, 1))
    add(store, [HRONEC, changed, STEEL], issued=date(2024, 2, 1))
    assert count(store, "register_entries") == 4, "an entry that did not change is kept once"
    assert found(store, "Morava Steel", date(2024, 1, 15)) == []
    assert found(store, "Morava Steel", date(2024, 2, 1)) == ["Morava Steel"]
    assert found(store, "Peter Hronec", date(2023, 12, 31)) == []
    with store.connect() as conn:
        difference = compare_versions(conn, *pick_two(conn, "list", None, None))
        assert difference.came == (("3", "Morava Steel"),)
        assert difference.went == ()
        assert difference.changed == (("2", "Ján Kováč"),)
        with pytest.raises(RegisterError, match="no register is called 'other'"):
            pick_two(conn, "other", None, None)
        with pytest.raises(RegisterError, match="no two versions"):
            pick_two(conn, "list", date(2023, 1, 1), None)


def test_a_version_added_late_takes_its_place_by_day_of_issue(store: Store) -> None:
    add(store, [STEEL], issued=date(2024, 2, 1))
    add(store, [HRONEC], issued=date(2024, 1, 1))
    assert found(store, "Peter Hronec") == []
    assert found(store, "Peter Hronec", date(2024, 1, 15)) == ["Peter Hronec"]


def test_the_same_file_twice_adds_nothing(store: Store) -> None:
    first = add(store, [HRONEC], issued=date(2024, 1, 1))
    again = add(store, [HRONEC], issued=date(2024, 1, 1))
    assert (first.known, again.known, again.key) == (False, True, first.key)
    assert count(store, "registers") == 1


def test_a_file_that_breaks_off_leaves_nothing(store: Store) -> None:
    def rows() -> Iterator[Row]:
        yield from [HRONEC, KOVAC, RollCall("1", "2024-05-23", "UN", (("sk", "for"),))]
        raise RegisterError("list.csv, line 4: ends early")

    version = NewVersion("list", "ofac", date(2024, 1, 1), "x")
    with pytest.raises(RegisterError):
        add_register(store, version, rows(), now=NOW)
    for table in ("registers", "register_entries", "register_members", "register_keys", "votes"):
        assert count(store, table) == 0


def test_a_file_without_a_good_row_is_refused(store: Store) -> None:
    with pytest.raises(
        RegisterError, match=r"no row of list\.csv could be taken; the first: list\.csv, line 3: odd"
    ):
        add(store, [BadRow("list.csv", 3, "odd")], issued=date(2024, 1, 1))
    assert count(store, "registers") == 0


def test_bad_rows_are_counted_and_told(store: Store) -> None:
    added = add(store, [HRONEC, BadRow("list.csv", 3, "odd")], issued=date(2024, 1, 1))
    assert added.counts == {"bad rows": 1, "entries": 1}
    assert added.bad_rows == ("list.csv, line 3: odd",)


def test_of_two_rows_with_one_id_the_later_counts(store: Store) -> None:
    add(store, [HRONEC, Entry("1", "Person", ("Pavol Hronec",))], issued=date(2024, 1, 1))
    assert found(store, "Hronec") == ["Pavol Hronec"]


def test_rows_with_one_id_may_stand_far_apart(store: Store) -> None:
    others = [Entry(f"o-{number}", "Person", (f"Jana Novak {number}",)) for number in range(BATCH)]
    pavol = Entry("1", "Person", ("Pavol Hronec",))
    first = add(store, [HRONEC, KOVAC, *others, pavol, KOVAC], issued=date(2024, 1, 1))
    assert first.counts == {"entries": BATCH + 2}
    assert found(store, "Hronec") == ["Pavol Hronec"]
    assert found(store, "Kováč") == ["Ján Kováč"]
    entries = count(store, "register_entries")
    again = add(store, [pavol, KOVAC, *others, HRONEC, KOVAC, HRONEC], issued=date(2024, 2, 1))
    assert again.counts == first.counts
    assert found(store, "Hronec") == ["Peter Hronec"]
    assert count(store, "register_entries") == entries, "what earlier versions have is kept once"


def test_tenures_are_found_by_their_holder(store: Store) -> None:
    rows: list[Row] = [
        Tenure(
            "Peter Hronec", "Minister of Defence", "sk", start="2017-06-29", end="2020-10-28", wikidata="Q9"
        ),
        Tenure("Peter Hronec", "Prime Minister", "sk", start="2020-10-28", wikidata="Q9"),
    ]
    add(store, rows, issued=date(2024, 1, 1))
    with store.connect() as conn:
        (one,) = find_candidates(conn, ["Peter Hronec"], versions_on(conn))
        assert [(x.position, x.start, x.end) for x in tenures_of(conn, one)] == [
            ("Minister of Defence", "2017-06-29", "2020-10-28"),
            ("Prime Minister", "2020-10-28", None),
        ]
        assert len(holders_of(conn, one.version, "sk")) == 2
        assert holders_of(conn, one.version, None) == ()


def test_what_stands_apart_is_put_together(store: Store) -> None:
    rows: list[Row] = [
        Listing(programme="B", entry_id="1", listed_on="2023-07-11"),
        Tenure("", None, "sk", start="2017", holder_id="1", post_id="p"),
        Tenure("", "member", organization="", holder_id="1", post_id="o"),
        HRONEC,
        Entry("p", "Position", ("Minister of Defence",)),
        Entry("o", "Organization", ("Morava Club",)),
    ]
    add(store, rows, issued=date(2024, 1, 1))
    with store.connect() as conn:
        (one,) = find_candidates(conn, ["Peter Hronec"], versions_on(conn))
        assert [listing.programme for listing in listings_of(conn, one)] == ["A", "B"]
        office, membership = sorted(tenures_of(conn, one), key=lambda x: x.post_id or "", reverse=True)
        assert (office.holder, office.position) == ("Peter Hronec", "Minister of Defence")
        assert (membership.position, membership.organization) == ("member", "Morava Club")
    assert found(store, "Minister of Defence") == [], "an office is no name to screen"


def test_roll_calls_by_day(store: Store) -> None:
    calls = [
        RollCall(str(n), f"2024-05-2{n}", "UN General Assembly", (("sk", "for"),), title=f"T{n}")
        for n in (1, 3)
    ]
    add(store, [*calls], issued=date(2024, 6, 1))
    with store.connect() as conn:
        lists = list_versions(conn)
        near = roll_calls_near(conn, lists, date(2024, 5, 22), date(2024, 5, 22), days=1)
        assert [call for _, call in near] == calls
        assert roll_calls_near(conn, lists, date(2024, 5, 22), date(2024, 5, 22)) == ()


def test_text_that_no_database_keeps_is_taken_out(store: Store) -> None:
    add(store, [Entry("1\0", "Person", ("Peter\0 Hronec \ud800",))], issued=date(2024, 1, 1))
    assert found(store, "Hronec") == ["Peter\ufffd Hronec \ufffd"]


def test_an_entry_is_found_in_the_version_that_has_it(store: Store) -> None:
    add(store, [HRONEC, KOVAC], issued=date(2024, 6, 1))
    add(store, [HRONEC], issued=date(2024, 6, 8))
    with store.connect() as conn:
        earlier, later = list_versions(conn)
        found = find_entry(conn, earlier, "2")
        assert found
        assert (found.entry.name, found.version.issued) == ("Ján Kováč", date(2024, 6, 1))
        assert find_entry(conn, later, "2") is None
        again = find_entry(conn, later, "1")
        assert again
        assert again.entry.names == HRONEC.names
