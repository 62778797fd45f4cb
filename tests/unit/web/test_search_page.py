"""Search and registers as pages and as files."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import verbale
from verbale.model import Report
from verbale.record import Store
from verbale.record.adding import add_readings
from verbale.record.registers.adding import NewVersion, add_register
from verbale.registers import Entry
from verbale.web.app import create_app
from verbale.web.options import WebOptions

from .conftest import NOW

REPORTS = (
    Report(
        "wire:1",
        "Slovakia's Foreign Minister, Martin Kováč, visited Belgrade on Tuesday. He will meet President Ana Petrović.",
        "=1+1 Kováč in Belgrade",
        "Wire",
        "https://wire.example/1",
        date(2024, 9, 12),
    ),
    Report("r2", "Finance Minister Anna Kowalska resigned.", "A resignation", "Herald", "", date(2024, 8, 1)),
)


def version(day: int, *names: str) -> tuple[NewVersion, list[Entry]]:
    new = NewVersion("list", "ofac", date(2024, 6, day), f"{day:064}", True, "us", "", ("a.csv",))
    return new, [Entry(name.lower(), "Person", (name,), line=nth) for nth, name in enumerate(names, 1)]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory, reader: verbale.Reader) -> Iterator[TestClient]:
    path: Path = tmp_path_factory.mktemp("search") / "record.db"
    with Store.open(path) as opened:
        add_readings(opened, [(each, reader.read(each)) for each in REPORTS], now=NOW)
        for new, entries in (version(1, "Ivan <b>", "Petar"), version(2, "Petar", "Marko")):
            add_register(opened, new, entries, now=NOW)
        yield TestClient(create_app(opened, WebOptions(now=lambda: NOW)), raise_server_exceptions=False)


def test_words_and_filters_find_claims_and_the_address_holds_them(pages: TestClient) -> None:
    page = pages.get("/search?q=belgrade&type=visit&publisher=Wire").text
    assert "1 claim<" in page
    assert "Martin Kováč" in page
    assert 'value="belgrade"' in page
    assert 'href="/search?q=belgrade&amp;publisher=Wire"' in page
    assert "No claim of the record" in pages.get("/search?q=belgrade&publisher=Herald").text


def test_facets_count_what_a_choice_would_leave(pages: TestClient) -> None:
    page = pages.get("/search?status=planned").text
    assert 'href="/search?status=planned&amp;type=meet"' in page
    assert 'href="/search" aria-current="true"' in page


@pytest.mark.parametrize(
    "query",
    [
        "type=hug",
        "since=soon",
        "period=2024-13",
        "order=best",
        "q=%22open",
        "after=x",
        "status=x",
        "format=pdf",
    ],
)
def test_what_cannot_be_asked_is_refused(pages: TestClient, query: str) -> None:
    answer = pages.get(f"/search?{query}")
    assert answer.status_code == 400
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    ("query", "types"),
    [
        ("plover=RETREAT", {"leave_office"}),
        ("plover=NONE", set()),
        ("period=2024-08", {"leave_office", "hold_office"}),
    ],
)
def test_claims_are_chosen_by_class_and_period(pages: TestClient, query: str, types: set[str]) -> None:
    rows = csv.DictReader(io.StringIO(pages.get(f"/search?{query}&format=csv").text))
    assert {row["type"] for row in rows} == types


@pytest.mark.parametrize("format", ["csv", "jsonl", "xlsx"])
def test_what_is_found_is_saved(pages: TestClient, format: str) -> None:
    answer = pages.get(f"/search?q=belgrade&format={format}")
    assert answer.status_code == 200
    assert f"claims.{format}" in answer.headers["content-disposition"]
    if format == "csv":
        titles = {row["title"] for row in csv.DictReader(io.StringIO(answer.text))}
        assert titles == {"'=1+1 Kováč in Belgrade"}


def test_registers_are_listed_with_their_versions(pages: TestClient) -> None:
    page = pages.get("/registers").text
    assert 'href="/registers/list"' in page
    assert "2 versions" in page
    assert len(pages.get("/registers?format=csv").text.splitlines()) == 3


def test_two_versions_are_compared_and_names_are_text(pages: TestClient) -> None:
    page = pages.get("/registers/list").text
    assert "1 came" in page
    assert "Ivan &lt;b&gt;" in page
    assert "does not claim to be complete" not in page
    rows = list(csv.reader(io.StringIO(pages.get("/registers/list?format=csv").text)))
    assert [row[:2] for row in rows[1:]] == [["came", "Marko"], ["went", "Ivan <b>"]]
    assert pages.get("/registers/none").status_code == 404
    assert "no two versions" in pages.get("/registers/list?to=2024-06-01").text


def test_nobody_is_off_a_list_because_an_excerpt_lacks_him(tmp_path: Path) -> None:
    with Store.open(tmp_path / "record.db") as store:
        excerpt, entries = version(2, "Petar")
        for new, some in (version(1, "Ivan", "Petar"), (replace(excerpt, complete=False), entries)):
            add_register(store, new, some, now=NOW)
        page = TestClient(create_app(store, WebOptions(now=lambda: NOW))).get("/registers/list").text
    assert "1 went" in page
    assert "does not claim to be complete" in page


def test_the_start_tells_what_is_new_who_is_named_and_how_fresh_it_is(pages: TestClient) -> None:
    page = pages.get("/").text
    assert "A record of 2 reports" in page
    assert "Martin Kováč</a> <small" in page
    assert "resigned" in page
    assert "issued 2 June 2024" in page


def test_the_start_of_an_empty_record_says_what_to_do(tmp_path: Path) -> None:
    with Store.open(tmp_path / "empty.db") as empty:
        assert "verbale add" in TestClient(create_app(empty)).get("/").text
    assert "No record is served here" in TestClient(create_app(None)).get("/").text


def test_what_the_start_keeps_is_found_anew_when_the_record_changes(
    tmp_path: Path, reader: verbale.Reader
) -> None:
    with Store.open(tmp_path / "record.db") as store:
        pages = TestClient(create_app(store, WebOptions(now=lambda: NOW)))
        assert "empty" in pages.get("/").text
        add_readings(store, [(REPORTS[1], reader.read(REPORTS[1]))], now=NOW)
        assert "A record of 1 report:" in pages.get("/").text


def test_words_that_are_a_name_lead_to_the_dossier(pages: TestClient) -> None:
    assert 'class="named"' in (page := pages.get("/search?q=kovac").text)
    assert "/identity/identity:" in page.split('class="named"')[1].split("</p>")[0]


HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "\u202egpj.exe",
    "{{ 7 * 7 }}",
    "javascript:alert(1)",
)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("path", ["/search", "/ties", "/activity", "/names", "/reports"])
def test_what_is_asked_for_is_never_obeyed(pages: TestClient, path: str, text: str) -> None:
    asked = {"q": text, "a": text, "b": text, "kind": text, "by": text, "publisher": text, "place": text}
    answer = pages.get(path, params=asked)
    assert answer.status_code < 500
    for raw in ("<script>alert", "<img src=x", "<svg onload", "\u202e", 'href="javascript'):
        assert raw not in answer.text


def test_a_report_of_one_line_of_a_megabyte_and_every_trick_is_text(
    tmp_path: Path, reader: verbale.Reader
) -> None:
    line = "a" * 1_000_000
    words = f"{' '.join(HOSTILE)} President Ana Petrović of Serbia met Martin Kováč in Vienna on Monday."
    report = Report("evil:1", f"{words}\n\n{line}", HOSTILE[0], HOSTILE[1], HOSTILE[5], date(2024, 9, 12))
    with Store.open(tmp_path / "evil.db") as store:
        add_readings(
            store, [(report, reader.read(Report("evil:1", words, published=date(2024, 9, 12))))], now=NOW
        )
        pages = TestClient(create_app(store, WebOptions(now=lambda: NOW)))
        names = pages.get("/names?q=petrovic").json()["names"]
        for path in ("/", "/search", "/reports", "/reports/evil:1", f"/identity/{names[0]['id']}"):
            answer = pages.get(path)
            assert answer.status_code == 200
            for raw in ("<script>alert", "<img src=x", "<svg onload", "\u202e", 'href="javascript'):
                assert raw not in answer.text, (path, raw)
