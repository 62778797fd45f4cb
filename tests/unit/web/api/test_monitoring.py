"""Changes, screening, checks, lists, figures by the API."""

import csv
import io
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from defusedxml import ElementTree

import verbale
from verbale.record import Store
from verbale.record.adding import add_readings
from verbale.screening import extra
from verbale.web.app import create_app
from verbale.web.options import WebOptions

from .conftest import NOW, REPORTS, CheckedClient, fill


def test_changes_since_a_moment_are_paged(api: CheckedClient) -> None:
    total = api.get("/api/v1/claims").json()["total"]
    seen, url = [], "/api/v1/changes?since=2024-01-01&limit=4"
    while url:
        page = api.get(url)
        seen += [each["claim"]["id"] for each in page.json()["changes"]]
        url = page.headers.get("link", "").partition(">")[0][1:]
    assert len(set(seen)) == len(seen) == total
    assert api.get("/api/v1/changes?since=2024-10-02").json() == {"after": None, "changes": []}
    only = api.get("/api/v1/changes?since=2024-01-01&actor=Hronec").json()["changes"]
    assert {each["claim"]["type"] for each in only} == {"sanction"}


@pytest.mark.parametrize("query", ["", "since=", "since=soon", "since=2024-01-01&after=x"])
def test_a_moment_that_is_none_is_refused(api: CheckedClient, query: str) -> None:
    assert api.get(f"/api/v1/changes?{query}").status_code in (400, 422)


def test_changes_are_rows_and_a_feed_too(api: CheckedClient) -> None:
    rows = list(csv.DictReader(io.StringIO(api.get("/api/v1/changes?since=2024-01-01&format=csv").text)))
    assert {row["change"] for row in rows} == {"new"}
    assert len(rows) == len(api.get("/api/v1/changes?since=2024-01-01&format=jsonl").text.splitlines())
    feed = api.get("/api/v1/changes?since=2024-01-01&limit=3", headers={"accept": "application/atom+xml"})
    assert feed.headers["content-type"] == "application/atom+xml"
    assert len(ElementTree.fromstring(feed.text).findall("{http://www.w3.org/2005/Atom}entry")) == 3


def test_a_corrected_report_shows_what_was_revised_and_what_is_gone(
    tmp_path: Path, reader: verbale.Reader
) -> None:
    with Store.open(tmp_path / "record.db") as store:
        fill(store, reader)
        api = CheckedClient(create_app(store, WebOptions(now=lambda: NOW)))
        text = REPORTS[2].text.replace("on Monday", "on Sunday")
        corrected = replace(REPORTS[2], text=text)
        add_readings(store, [(corrected, reader.read(corrected))], now=NOW + timedelta(days=2))
        changes = api.get("/api/v1/changes?since=2024-10-02").json()["changes"]
        assert [(each["change"], each["changed"]) for each in changes] == [
            ("revised", ["when_start", "when_end"])
        ]
        assert changes[0]["before"]["when"]["start"] == "2024-09-23"
        assert api.get("/api/v1/changes?since=2024-10-02&as_of=2024-10-02").json()["changes"] == []


def test_a_name_is_screened_with_its_reasons(api: CheckedClient) -> None:
    found = api.get("/api/v1/screening", params={"name": "Peter Hronec", "country": "Slovakia"}).json()
    (match,) = found["matches"]
    assert found["lists"] == ["eu of 2023-08-02"]
    assert (match["entry"], match["level"], match["listings"][0]["programme"]) == ("E.1", "alert", "SVK")
    assert match["features"]
    assert api.get("/api/v1/screening?name=Hronec").json()["matches"] == []
    assert api.get("/api/v1/screening?name=Ivan+Novak").json()["matches"][0]["entry"] == "E.2"
    assert api.get("/api/v1/screening?name=Ivan+Novak&as_of=2023-08-01").json()["matches"] == []
    assert api.get("/api/v1/screening?name=x&born=soon").status_code == 422


def test_without_the_extra_it_is_said_what_to_install(
    api: CheckedClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extra, "find_spec", lambda _: None)
    answer = api.get("/api/v1/screening?name=Peter+Hronec")
    assert (answer.status_code, answer.json()["slug"]) == (501, "missing-extra")
    assert "verbale[screening]" in answer.json()["detail"]


def test_claims_are_checked_and_the_verdict_stays_with_them(api: CheckedClient) -> None:
    assert api.get("/api/v1/checks?report=wire:42").json() == {"checks": []}
    checks = api.post("/api/v1/checks", json={"report": "wire:42"}).json()["checks"]
    claim = api.get("/api/v1/claims?type=sanction").json()["claims"][0]
    assert claim["verdict"] == next(each for each in checks if each["claim"] == claim["id"])
    assert (claim["verdict"]["verdict"], claim["verdict"]["register"]) == ("borne_out", "eu")
    assert api.get("/api/v1/checks?report=wire:42").json()["checks"] == checks
    assert api.get("/api/v1/claims?verdict=borne_out").json()["total"] == 1
    for answer in (api.get("/api/v1/checks?report=x"), api.post("/api/v1/checks", json={"report": "x"})):
        assert (answer.status_code, answer.json()["slug"]) == (404, "unknown-report")


def test_lists_and_what_changed_on_one(api: CheckedClient) -> None:
    versions = api.get("/api/v1/registers").json()["registers"]
    assert [each["issued"] for each in versions] == ["2023-08-01", "2023-08-02"]
    difference = api.get("/api/v1/registers/eu/difference").json()
    assert (difference["came"], difference["went"]) == ([{"id": "E.2", "name": "Ivan Novak"}], [])
    assert api.get("/api/v1/registers/none/difference").json()["slug"] == "unknown-register"
    assert api.get("/api/v1/registers/eu/difference?to=2023-08-01").json()["slug"] == "bad-register"


def test_figures_and_types(api: CheckedClient) -> None:
    assert api.get("/api/v1/stats").json()["reports"] == 3
    assert api.get("/api/v1/stats?as_of=2024-01-01").json()["reports"] == 0
    types = {each["type"]: each for each in api.get("/api/v1/types").json()["types"]}
    assert types["meet"]["plover"] == "CONSULT"


def test_where_no_record_is_served_the_api_says_so() -> None:
    api = CheckedClient(create_app(None, WebOptions(now=lambda: NOW)))
    for path in ("claims", "claims?format=csv", "reports", "stats"):
        assert api.get(f"/api/v1/{path}").json()["slug"] == "no-store"
    assert api.get("/api/v1/types").status_code == 200
