"""Reports of a record: the list, the text with its claims, and what people decide about them."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import verbale
from verbale.gold.files import load_gold
from verbale.model import Report
from verbale.record import Store
from verbale.record.adding import add_readings
from verbale.settings import Settings
from verbale.web.app import create_app
from verbale.web.options import WebOptions, make_options

from .conftest import NOW

STORY = (
    "Slovakia's Foreign Minister, Martin Kováč, visited Belgrade on Tuesday. <script>alert(1)</script> "
    "He met with President Ana Petrović."
)
REPORTS = (
    Report("wire:1/a", STORY, "Kováč in <b>Belgrade</b>", "Wire", "javascript:alert(1)", date(2024, 9, 12)),
    Report(
        "r2", "Finance Minister Anna Kowalska resigned.", "A resignation", "Herald", "https://h.example/2"
    ),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, reader: verbale.Reader) -> Iterator[Store]:
    path: Path = tmp_path_factory.mktemp("web") / "record.db"
    with Store.open(path) as opened:
        add_readings(opened, [(each, reader.read(each)) for each in REPORTS], now=NOW)
        yield opened


@pytest.fixture
def pages(store: Store) -> TestClient:
    return TestClient(create_app(store, WebOptions(now=lambda: NOW)), raise_server_exceptions=False)


def first_claim(pages: TestClient, type: str) -> str:
    claims = pages.get("/reports/wire:1/a?format=json").json()["claims"]
    return str(next(claim["id"] for claim in claims if claim["type"] == type))


def test_the_list_has_reports_by_day_and_links_them(pages: TestClient) -> None:
    page = pages.get("/reports").text
    assert page.index("/reports/wire%3A1/a") < page.index("/reports/r2")
    assert "12 September 2024" in page
    assert "Kováč in &lt;b&gt;Belgrade&lt;/b&gt;" in page


def test_the_list_can_be_asked_for_words_and_wildcards_are_letters(pages: TestClient) -> None:
    assert "resignation" in pages.get("/reports?q=HERALD").text
    assert "resignation" not in pages.get("/reports?q=%25").text


def test_the_list_is_saved_as_a_file(pages: TestClient) -> None:
    lines = pages.get("/reports?format=csv&q=wire").text.splitlines()
    assert lines[0] == "published,title,publisher,claims,report"
    assert [line.split(",")[-1] for line in lines[1:]] == ["wire:1/a"]


@pytest.mark.parametrize("after", ["2024-09-12 wire:1/a", "9999-12-31 x"])
def test_a_page_begins_after_its_cursor(pages: TestClient, after: str) -> None:
    page = pages.get("/reports", params={"after": after}).text
    assert "A resignation" in page
    assert ("wire%3A1" in page) is after.startswith("9999")


def test_a_cursor_that_is_none_is_refused(pages: TestClient) -> None:
    assert pages.get("/reports?after=soon").status_code == 400


def test_a_report_marks_evidence_and_lists_claims_with_nothing_of_it_obeyed(pages: TestClient) -> None:
    page = pages.get("/reports/wire%3A1/a").text
    claim = first_claim(pages, "visit")
    assert f'id="evidence-{claim}"' in page or f'<span id="evidence-{claim}">' in page
    assert f'id="claim-{claim}"' in page
    assert "<script>alert" not in page
    assert 'href="javascript' not in page
    assert pages.get("/reports/none").status_code == 404


def test_a_claim_leads_to_its_place_in_the_report(pages: TestClient) -> None:
    claim = first_claim(pages, "visit")
    answer = pages.get(f"/claims/{claim}", follow_redirects=False)
    assert answer.headers["location"] == f"/reports/wire%3A1/a#claim-{claim}"
    assert pages.get("/claims/claim:000000000000").status_code == 404


def test_a_correction_is_kept_with_who_and_when_and_logged(pages: TestClient) -> None:
    claim = first_claim(pages, "meet")
    fields = {
        "verdict": "correct",
        "type": "call",
        "when_start": "2024-09-10",
        "actor": "Martin Kováč\nAna Petrović",
    }
    assert pages.post(f"/claims/{claim}/review", data={**fields, "why": "by telephone"}).status_code == 200
    review = next(
        each["review"]
        for each in pages.get("/reports/wire:1/a?format=json").json()["claims"]
        if each["id"] == claim
    )
    assert review["values"] == {
        "type": "call",
        "when_start": "2024-09-10",
        "actor": ["Martin Kováč", "Ana Petrović"],
    }
    assert (review["by"], review["why"]) == ("local", "by telephone")
    assert "corrected" in pages.get("/reports/wire:1/a").text
    assert "by telephone" in pages.get("/activity").text
    pages.post(f"/claims/{claim}/review", data={"verdict": "reject"})
    again = pages.get(f"/claims/{claim}").text
    assert "rejected" in again
    assert not re.search(r">corrected<", again)
    assert "by telephone" in pages.get("/activity").text


@pytest.mark.parametrize(
    "fields",
    [
        {"verdict": "hug"},
        {"verdict": "correct"},
        {"verdict": "correct", "type": "hug"},
        {"verdict": "correct", "when_start": "soon"},
        {"verdict": "correct", "when_start": "2024-09-11", "when_end": "2024-09-10"},
    ],
)
def test_a_review_that_is_none_is_refused(pages: TestClient, fields: dict[str, str]) -> None:
    assert pages.post(f"/claims/{first_claim(pages, 'meet')}/review", data=fields).status_code == 422


def test_who_may_only_read_reviews_nothing(store: Store) -> None:
    options = make_options(Settings(tokens="boris:read:another-token-of-24-chars"), "0.0.0.0")  # noqa: S104
    client = TestClient(
        create_app(store, options), headers={"authorization": "Bearer another-token-of-24-chars"}
    )
    page = client.get("/reports/wire:1/a")
    assert page.status_code == 200
    assert "/review" not in page.text
    claim = client.get("/reports/wire:1/a?format=json").json()["claims"][0]["id"]
    assert client.post(f"/claims/{claim}/review", data={"verdict": "reject"}).status_code == 403


def test_a_report_that_was_gone_over_is_saved_as_an_annotated_one(
    tmp_path: Path, reader: verbale.Reader
) -> None:
    with Store.open(tmp_path / "record.db") as store:
        add_readings(store, [(REPORTS[0], reader.read(REPORTS[0]))], now=NOW)
        pages = TestClient(create_app(store, WebOptions(now=lambda: NOW)), raise_server_exceptions=False)
        claims = pages.get("/reports/wire:1/a?format=json").json()["claims"]
        assert "decided" not in pages.get("/reports/wire:1/a").text
        for claim in claims:
            assert pages.get("/reports/wire:1/a?format=gold").status_code == 409
            right = {"verdict": "correct", "when_start": "2024-09-09"}
            given = right if claim["type"] == "visit" else {"verdict": "accept"}
            pages.post(f"/claims/{claim['id']}/review", data=given)
            page = pages.get("/reports/wire:1/a").text
            assert ("format=gold" in page) is (claim is claims[-1])
        saved = pages.get("/reports/wire:1/a?format=gold")
        assert re.search(r'filename="wire_1_a-\w+\.json"', saved.headers["content-disposition"])
        (tmp_path / "gold").mkdir()
        (tmp_path / "gold" / "one.json").write_bytes(saved.content)
        gold = load_gold(tmp_path / "gold")["wire:1/a"]
        visit = next(claim for claim in gold["claims"] if claim["type"] == "visit")
        assert visit["when"]["start"] == "2024-09-09"
        assert len(gold["claims"]) == len(claims)


def test_a_query_that_takes_too_long_is_stopped(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("verbale.web.opening.STEPS", 1)
    slow = TestClient(create_app(store, WebOptions(query_seconds=1e-9)), raise_server_exceptions=False)
    answer = slow.get("/reports")
    assert answer.status_code == 503
    assert "VERBALE_QUERY_SECONDS" in answer.text
    monkeypatch.undo()
    assert TestClient(create_app(store)).get("/reports").status_code == 200
