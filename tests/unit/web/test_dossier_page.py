"""The dossier and the relations of two, their charts as files, and what is decided on them."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, select
from starlette.testclient import TestClient

import verbale
from verbale.model import Report
from verbale.record import Store
from verbale.record import tables as t
from verbale.record.adding import add_readings
from verbale.record.registers.adding import NewVersion, add_register
from verbale.registers import Entry
from verbale.web.app import create_app
from verbale.web.options import WebOptions

from .conftest import NOW

REPORTS = (
    Report(
        "wire:1",
        "Slovakia's Foreign Minister, Martin Kováč, met President Ana Petrović of Serbia in Belgrade on Tuesday. "
        "Kováč thanked Petrović. Petrović said: “We <b>will</b> not join sanctions.”",
        "Kováč in <i>Belgrade</i>",
        "Wire",
        "https://wire.example/1",
        date(2024, 9, 12),
    ),
    Report(
        "r2",
        "Martin Kováč, Slovakia's foreign minister, criticised Serbia.",
        "Words",
        "Herald",
        "",
        date(2024, 9, 20),
    ),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, reader: verbale.Reader) -> Iterator[Store]:
    path: Path = tmp_path_factory.mktemp("dossier") / "record.db"
    with Store.open(path) as opened:
        add_readings(opened, [(each, reader.read(each)) for each in REPORTS], now=NOW)
        yield opened


@pytest.fixture(scope="module")
def pages(store: Store) -> TestClient:
    return TestClient(create_app(store, WebOptions(now=lambda: NOW)), raise_server_exceptions=False)


def find(pages: TestClient, name: str) -> str:
    return str(pages.get("/names", params={"q": name}).json()["names"][0]["id"])


def test_names_are_suggested_in_any_spelling(pages: TestClient) -> None:
    names = pages.get("/names?q=kovac").json()["names"]
    assert [(name["name"], name["note"]) for name in names] == [("Martin Kováč", "Person, Slovakia")]
    assert pages.get("/names?q=").json() == {"names": []}


def test_a_dossier_tells_who_it_is_and_what_reports_say(pages: TestClient) -> None:
    page = pages.get(f"/identity/{find(pages, 'Martin Kov')}").text
    assert "<h1>Martin Kováč</h1>" in page
    assert "Foreign Minister" in page
    for heading in ("Offices", "Timeline", "Map", "Network", "Meetings and visits", "Who this is"):
        assert re.search(rf"<h2[^>]*>{heading}", page), heading
    assert f'href="/identity/{find(pages, "Petrovi")}"' in page
    assert "<b>will</b>" not in page
    assert "<i>Belgrade" not in page
    assert pages.get("/identity/identity:000000000000").status_code == 404
    assert pages.get("/identity/Kov").status_code == 404


def test_a_dossier_can_be_cut_to_one_counterpart(pages: TestClient) -> None:
    kovac, ana = find(pages, "Kovac"), find(pages, "Petrovic")
    assert "criticised" in pages.get(f"/identity/{kovac}").text
    for other in (ana, "Ana Petrović"):
        page = pages.get(f"/identity/{kovac}", params={"with": other}).text
        assert "criticised" not in page
        assert "thanked" in page
    rows = pages.get(f"/identity/{kovac}/network.csv", params={"with": ana}).text
    assert "Petrović" in rows
    assert pages.get(f"/identity/{kovac}?with=Nobody").status_code == 400


def test_a_dossier_can_be_cut_to_a_period(pages: TestClient) -> None:
    page = pages.get(f"/identity/{find(pages, 'Martin Kov')}?since=2024-09-15").text
    assert "criticised" in page
    assert 'id="contact"' not in page


def test_a_dossier_can_be_cut_to_a_kind_and_its_links_are_saved(pages: TestClient) -> None:
    kovac = find(pages, "Martin Kov")
    page = pages.get(f"/identity/{kovac}?group=words+against").text
    assert "criticised" in page
    assert 'id="contact"' not in page
    lines = pages.get(f"/identity/{kovac}/links?format=csv").text.splitlines()
    assert {line.split(",")[2] for line in lines[1:]} == {"wire:1", "r2"}


@pytest.mark.parametrize("name", ["offices", "timeline", "map", "network"])
def test_every_chart_has_a_table_behind_it_and_files(pages: TestClient, name: str) -> None:
    path = f"/identity/{find(pages, 'Martin Kov')}"
    assert f'id="chart-{name}"' in pages.get(path).text
    assert pages.get(f"{path}/{name}.svg").headers["content-type"] == "image/svg+xml"
    assert len(pages.get(f"{path}/{name}.csv").text.splitlines()) > 1
    assert pages.get(f"{path}/{name}.exe").status_code == 400


def test_a_chart_that_there_is_not_is_not_found(pages: TestClient) -> None:
    assert pages.get(f"/identity/{find(pages, 'Martin Kov')}/tones.svg").status_code == 404


def test_relations_of_two_have_their_tone_and_claims(pages: TestClient) -> None:
    page = pages.get("/ties", params={"a": "Martin Kováč", "b": find(pages, "Petrovi")}).text
    assert "Martin Kováč</a> and" in page
    assert "Tone" in page
    assert "met" in page
    assert 'id="chart-classes"' in page
    query = {"a": "Martin Kováč", "b": "Ana Petrović"}
    assert pages.get("/ties/classes.svg", params=query).status_code == 200
    assert len(pages.get("/ties", params={**query, "format": "jsonl"}).text.splitlines()) >= 2
    assert "No report of the record ties" in pages.get("/ties", params={**query, "since": "2030-01-01"}).text


def test_relations_ask_whom_is_meant(pages: TestClient) -> None:
    assert "Between whom?" in pages.get("/ties").text
    assert pages.get("/ties?a=Nobody&b=Serbia").status_code == 400


def test_a_match_is_decided_on_the_dossier_and_logged(store: Store, pages: TestClient) -> None:
    kovac = find(pages, "Martin Kov")
    version = NewVersion("ofac", "ofac", date(2024, 6, 1), "0" * 64, False, "us", "", ("a.csv",))
    add_register(store, version, [Entry("7", "Person", ("Martin <b>KOVAC",), line=1)], now=NOW)
    with store.begin() as conn:
        key = conn.execute(select(t.registers.c.key)).scalar_one()
        row = {
            "key": 1,
            "subject": kovac,
            "register_key": key,
            "register": "ofac",
            "entry_id": "7",
            "score": 0.9,
        }
        rest = {"subject_digest": "s", "entry_digest": "e", "level": "alert", "recorded_at": NOW}
        conn.execute(
            insert(t.screening_results), [{**row, **rest, "features": [{"name": "name_match", "score": 0.9}]}]
        )
    page = pages.get(f"/identity/{kovac}").text
    assert "Martin &lt;b&gt;KOVAC" in page
    assert "name_match" in page
    fields = {"register": "ofac", "entry": "7", "verdict": "reject", "why": "born later"}
    assert pages.post(f"/identity/{kovac}/screening", data=fields).status_code == 200
    assert "somebody else" in pages.get(f"/identity/{kovac}").text
    assert "born later" in pages.get("/activity").text
    assert pages.post(f"/identity/{kovac}/screening", data={**fields, "verdict": "maybe"}).status_code == 422
    assert pages.post(f"/identity/{kovac}/screening", data={**fields, "entry": "8"}).status_code == 422


def test_who_is_who_is_decided_on_the_dossier_and_logged(tmp_path: Path, reader: verbale.Reader) -> None:
    texts = (
        "Senator Robert Brown resigned.",
        "Senator Bobby Braun resigned.",
        "Senator Bobby Braun praised France.",
    )
    with Store.open(tmp_path / "record.db") as store:
        reports = [Report(f"r{nth}", text, published=date(2024, 6, nth)) for nth, text in enumerate(texts, 1)]
        add_readings(store, [(each, reader.read(each)) for each in reports], now=NOW)
        seconds = iter(range(1, 60))
        options = WebOptions(now=lambda: NOW + timedelta(seconds=next(seconds)))
        pages = TestClient(create_app(store, options), raise_server_exceptions=False)
        kept, other = find(pages, "Robert Brown"), find(pages, "Bobby Braun")
        answer = pages.post(f"/identity/{kept}/merge", data={"other": "Bobby Braun", "why": "his nickname"})
        assert answer.status_code == 200
        assert "also Bobby Braun" in answer.text or "also Robert Brown" in answer.text
        assert (
            pages.get(f"/identity/{other}", follow_redirects=False).headers["location"] == f"/identity/{kept}"
        )
        page = pages.get(f"/identity/{kept}?links=all").text
        lines = re.findall(r'name="actor-(\d+)".{0,400}?<a href="/reports/(r\d)"', page, re.DOTALL)
        actors = {report: actor for actor, report in lines}
        assert set(actors) == {"r1", "r2", "r3"}
        pages.post(f"/identity/{kept}/links", data={"verdict": "confirm", f"actor-{actors['r1']}": "on"})
        assert "decided by a person" in pages.get(f"/identity/{kept}").text
        split = pages.post(
            f"/identity/{kept}/links", data={"verdict": "split", f"actor-{actors['r3']}": "on"}
        )
        assert str(split.url).rpartition("/")[2] not in (kept, other)
        assert "praised" in split.text
        log = pages.get("/activity").text
        assert all(
            word in log for word in ("merge", "his nickname", "confirm", "split", "“Bobby Braun” in r3")
        )
        assert pages.post(f"/identity/{kept}/links", data={"verdict": "split"}).status_code == 422
        assert pages.post(f"/identity/{kept}/links", data={"verdict": "guess"}).status_code == 422
        assert pages.post(f"/identity/{kept}/merge", data={"other": "Nobody Here"}).status_code == 400
        assert pages.post(f"/identity/{kept}/merge", data={"other": kept}).status_code == 422
