"""Names against lists: what is found, what never counts, decisions, passes over the record."""

import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy import insert

from verbale.errors import MissingExtraError, RegisterError
from verbale.record import Store
from verbale.record import tables as t
from verbale.record.queries.borne_out import topics_of
from verbale.record.registers.adding import NewVersion, add_register
from verbale.registers import Entry, load_rows
from verbale.screening import extra
from verbale.screening.levels import Level
from verbale.screening.outcomes import decide_match, screen_record
from verbale.screening.scorer import Subject, score_entries
from verbale.screening.screen import Query, screen_name

NOW = datetime.fromisoformat("2024-07-01T12:00:00+00:00")
REGISTERS = Path(__file__).parents[4] / "shared" / "data" / "registers"


def hits(store: Store, query: Query, day: date | None = None) -> list[tuple[str, str]]:
    with store.connect() as conn:
        return [(m.version.name, m.found.entry.id) for m in screen_name(conn, query, as_of=day)]


@pytest.mark.parametrize("name", ["Peter Hronec", "HRONEC, Peter", "Petr Hronec", "Peter Hroneč"])
def test_spellings_and_scripts_find_the_entry(lists: Store, name: str) -> None:
    assert ("ofac", "8") in hits(lists, Query(name))


@pytest.mark.parametrize("name", ["Hronec", "HRONEC", "P. Hronec", "Mr Hronec", "Peter", "Pavol Hrušovský"])
def test_bare_surnames_and_others_alert_nobody(lists: Store, name: str) -> None:
    assert hits(lists, Query(name)) == []


def test_the_list_of_that_day(lists: Store) -> None:
    assert ("ofac", "8") not in hits(lists, Query("Peter Hronec"), date(2023, 2, 1))
    assert ("ofac", "8") in hits(lists, Query("Peter Hronec"), date(2023, 8, 1))


def test_another_birth_date_or_country_lowers_the_score(lists: Store) -> None:
    with lists.connect() as conn:
        same = screen_name(conn, Query("Peter Hronec", born="1970-03-03", country="sk"))[0]
        other = [
            m
            for m in screen_name(conn, Query("Peter Hronec", born="1991-01-01", country="br"))
            if m.found.entry.id == "8"
        ]
    assert same.level is Level.ALERT
    assert same.score.features
    assert not other or other[0].score.score < same.score.score


def test_scores_do_not_remember_the_query_before() -> None:
    entries = [Entry("1", "Person", ("Peter Hronec",)), Entry("2", "Person", ("Ján Kováč",))]
    for _ in range(2):
        assert [s.score > 0.9 for s in score_entries(Subject(("Peter Hronec",), "Person"), entries)] == [
            True,
            False,
        ]
        assert [s.score > 0.9 for s in score_entries(Subject(("Ján Kováč",), "Person"), entries)] == [
            False,
            True,
        ]


def add_identity(store: Store, name: str) -> None:
    with store.begin() as conn:
        row = {"id": "identity:1", "name": name, "kind": "person", "country": "sk", "recorded_at": NOW}
        conn.execute(insert(t.identities), row)


def test_a_second_pass_reports_only_what_is_new(lists: Store) -> None:
    add_identity(lists, "Peter Hronec")
    with lists.begin() as conn:
        first = screen_record(conn, now=NOW)
        assert {(o.match.version.name, o.new) for o in first.outcomes} == {
            ("ofac", True), ("eu", True), ("cabinet", True)
        }  # fmt: skip
        again = screen_record(conn, now=NOW)
        assert [o.new for o in again.outcomes] == [False, False, False]
    changed = Entry("8", "Person", ("Peter HRONEC",), countries=("sk",), topics=("sanction",), gender="male")
    add_register(lists, NewVersion("ofac", "ofac", date(2023, 9, 1), "x", authority="us"), [changed], now=NOW)
    with lists.begin() as conn:
        third = screen_record(conn, now=NOW)
        assert {o.match.version.name for o in third.outcomes if o.new} == {"ofac"}


def test_a_rejection_holds_until_either_side_changes(lists: Store) -> None:
    add_identity(lists, "Peter Hronec")
    with lists.begin() as conn:
        screen_record(conn, now=NOW)
        decide_match(conn, "reject", "identity:1", "ofac", "8", by="anna", why="another man", now=NOW)
        decide_match(conn, "accept", "identity:1", "eu", "EU.1", by="anna", why="he", now=NOW)
        left = {o.match.version.name: o.decided for o in screen_record(conn, now=NOW).outcomes}
        assert left == {"eu": "accept", "cabinet": None}
        with pytest.raises(RegisterError, match="no match of identity:1 with 99"):
            decide_match(conn, "reject", "identity:1", "ofac", "99", by="anna", why="-", now=NOW)
    changed = Entry("8", "Person", ("Peter HRONEC",), countries=("sk",), topics=("sanction",), gender="male")
    add_register(lists, NewVersion("ofac", "ofac", date(2023, 9, 1), "x", authority="us"), [changed], now=NOW)
    with lists.begin() as conn:
        assert "ofac" in {o.match.version.name for o in screen_record(conn, now=NOW).outcomes}


def test_topics_come_only_from_accepted_matches(lists: Store) -> None:
    add_identity(lists, "Peter Hronec")
    with lists.begin() as conn:
        screen_record(conn, now=NOW)
        assert topics_of(conn, "identity:1") == ()
        decide_match(conn, "reject", "identity:1", "ofac", "8", by="anna", why="another man", now=NOW)
        assert topics_of(conn, "identity:1") == ()
        decide_match(conn, "accept", "identity:1", "eu", "EU.1", by="anna", why="he", now=NOW)
        assert topics_of(conn, "identity:1") == ("sanction",)


def test_without_the_extra_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch, lists: Store) -> None:
    monkeypatch.setattr(extra, "find_spec", lambda name: None)
    with pytest.raises(MissingExtraError, match=r"libicu-dev.*pip install 'verbale\[screening\]'"):
        hits(lists, Query("Peter Hronec"))


def test_commands_and_registers_start_without_the_extra() -> None:
    """The other install: none of these packages can be imported, and only what needs them says so."""
    code = (
        "import sys\n"
        "for name in ('followthemoney', 'nomenklatura', 'rigour', 'icu'): sys.modules[name] = None\n"
        "import verbale.registers, verbale.record.registers.adding, verbale.screening.outcomes\n"
        "import verbale.screening.corroboration.recorded, verbale.cli.app\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.skipif(not REGISTERS.is_dir(), reason="the sample registers lie beside the checkout")
def test_vulin_on_the_published_lists(tmp_path: Path) -> None:
    with Store.open(tmp_path / "verbale.db") as store:
        for issued, file in (
            (date(2023, 1, 15), "ofac_sdn_2023-01.csv"),
            (date(2026, 3, 1), "ofac_sdn_excerpt_2026.csv"),
        ):
            version = NewVersion(
                "ofac" + ("" if issued.year > 2023 else "-2023"), "ofac", issued, file, authority="us"
            )
            add_register(store, version, load_rows("ofac", [REGISTERS / file]), now=NOW)
        for name in ("Aleksandar Vulin", "VULIN, Aleksandar", "Александар Вулин", "Aleksander Vulin"):
            assert hits(store, Query(name))[0] == ("ofac", "43736")
        for name in ("Vulin", "Aleksandar Vučić", "VAVULIN"):
            assert hits(store, Query(name)) == []
        assert hits(store, Query("Aleksandar Vulin"), date(2023, 1, 31)) == []
