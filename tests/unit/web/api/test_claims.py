"""Claims by the API: searched, paged, streamed, one, reviewed."""

import csv
import io
import json
from pathlib import Path

import pytest

import verbale
from verbale.record import Store
from verbale.web.app import create_app
from verbale.web.options import WebOptions

from .conftest import NOW, CheckedClient, fill


def first(api: CheckedClient, query: str) -> dict:
    return api.get(f"/api/v1/claims?{query}").json()["claims"][0]


@pytest.mark.parametrize(
    ("query", "types"),
    [
        ("q=visited", {"hold_office", "visit"}),
        ("q=belgrade&type=visit", {"visit"}),
        ("type=visit&type=meet", {"visit", "meet"}),
        ("actor=Kovac&type=criticise", {"criticise"}),
        ("plover=RETREAT", {"leave_office"}),
        ("plover=RETREAT&type=meet", set()),
        ("period=2023&type=sanction&type=visit", {"sanction"}),
        ("since=2024-09-20", {"criticise"}),
        ("country=rs", {"visit"}),
        ("publisher=Herald&negated=false&status=happened", {"hold_office", "leave_office", "criticise"}),
        ("min_confidence=1", set()),
        ("q=belgrade&as_of=2024-01-01", set()),
    ],
)
def test_words_and_filters_choose(api: CheckedClient, query: str, types: set[str]) -> None:
    answer = api.get(f"/api/v1/claims?{query}")
    assert {claim["type"] for claim in answer.json()["claims"]} == types


@pytest.mark.parametrize(
    ("query", "status", "slug"),
    [
        ("q=%22open", 400, "bad-search"),
        ("q=OR", 400, "bad-search"),
        ("q=(((&after=x", 400, "bad-search"),
        ("after=happened.2024-01-01.3", 400, "bad-search"),
        ("actor=Nobody", 400, "bad-search"),
        ("period=2024-13", 400, "bad-period"),
        ("as_of=soon", 400, "bad-search"),
        ("type=hug", 422, "bad-request"),
        ("since=soon", 422, "bad-request"),
        ("limit=0", 422, "bad-request"),
        ("limit=1001", 422, "bad-request"),
        ("typ=meet", 422, "bad-request"),
        ("q=%00", 422, "bad-request"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_a_slug(
    api: CheckedClient, query: str, status: int, slug: str
) -> None:
    answer = api.get(f"/api/v1/claims?{query}")
    assert (answer.status_code, answer.json()["slug"]) == (status, slug)
    assert answer.headers["content-type"] == "application/problem+json"
    for form in ("csv", "jsonl"):
        if "format" not in query and "limit" not in query:
            assert api.get(f"/api/v1/claims?{query}&format={form}").status_code == status


@pytest.mark.parametrize("order", ["published", "happened", "recorded"])
@pytest.mark.parametrize("form", ["application/json", "application/jsonl"])
def test_pages_follow_each_other_and_leave_nothing_out(api: CheckedClient, order: str, form: str) -> None:
    seen: list[str] = []
    url = f"/api/v1/claims?limit=2&order={order}"
    while url:
        answer = api.get(url, headers={"accept": form})
        page = (
            answer.json()["claims"]
            if form.endswith("/json")
            else list(map(json.loads, answer.text.splitlines()))
        )
        assert 1 <= len(page) <= 2
        seen += [claim["id"] for claim in page]
        link = answer.headers.get("link", "")
        assert not link or link.endswith('; rel="next"')
        url = link.partition(">")[0].removeprefix("<")
    everything = api.get(f"/api/v1/claims?limit=1000&order={order}").json()
    assert seen == [claim["id"] for claim in everything["claims"]]
    assert everything["total"] == len(seen) > 6


def test_a_cursor_stays_good_for_pages_that_follow(api: CheckedClient) -> None:
    page = api.get("/api/v1/claims?limit=3").json()
    following = api.get("/api/v1/claims", params={"limit": 3, "after": page["after"]}).json()
    assert not {claim["id"] for claim in page["claims"]} & {claim["id"] for claim in following["claims"]}


@pytest.mark.parametrize(
    ("headers", "query", "media"),
    [
        ({}, "", "application/json"),
        ({"accept": "text/csv"}, "", "text/csv"),
        ({"accept": "text/csv;q=0.4, application/jsonl;q=0.9"}, "", "application/jsonl"),
        ({"accept": "application/x-ndjson"}, "", "application/jsonl"),
        ({"accept": "text/html, */*;q=0.1"}, "", "application/json"),
        ({"accept": "text/csv"}, "&format=jsonl", "application/jsonl"),
    ],
)
def test_the_form_is_negotiated(api: CheckedClient, headers: dict[str, str], query: str, media: str) -> None:
    answer = api.get(f"/api/v1/claims?q=belgrade{query}", headers=headers)
    assert answer.headers["content-type"].partition(";")[0] == media
    assert "Accept" in answer.headers["vary"]


def test_a_form_that_there_is_not_is_refused(api: CheckedClient) -> None:
    answer = api.get("/api/v1/claims", headers={"accept": "image/png"})
    assert (answer.status_code, answer.json()["slug"]) == (406, "no-such-form")


def test_csv_has_all_claims_and_runs_nothing(api: CheckedClient) -> None:
    rows = list(csv.DictReader(io.StringIO(api.get("/api/v1/claims?format=csv").text)))
    assert len(rows) == api.get("/api/v1/claims").json()["total"]
    assert {row["title"] for row in rows} == {"'=Kováč in Belgrade", "A resignation", "A row"}
    assert {row["negated"] for row in rows} == {"true", "false"}


def test_json_lines_have_the_objects_of_json(api: CheckedClient) -> None:
    lines = [json.loads(line) for line in api.get("/api/v1/claims?format=jsonl").text.splitlines()]
    claims = api.get("/api/v1/claims?limit=1000").json()["claims"]
    assert sorted(lines, key=lambda claim: claim["id"]) == sorted(claims, key=lambda claim: claim["id"])


@pytest.mark.parametrize("query", ["", "?format=csv", "?format=jsonl", "?format=csv&limit=2", "?limit=1"])
def test_what_has_not_changed_is_not_sent_again(api: CheckedClient, query: str) -> None:
    tag = api.get(f"/api/v1/claims{query}").headers["etag"]
    again = api.get(f"/api/v1/claims{query}", headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")
    assert api.get("/api/v1/claims?q=belgrade", headers={"if-none-match": tag}).status_code == 200


def test_counts_come_where_they_are_asked_for(api: CheckedClient) -> None:
    assert api.get("/api/v1/claims").json()["facets"] is None
    facets = api.get("/api/v1/claims?facets=true").json()["facets"]
    assert {each["value"]: each["count"] for each in facets["publisher"]}["Herald"] == 3


def test_one_claim_is_the_one_of_the_list(api: CheckedClient) -> None:
    claim = first(api, "type=visit")
    assert api.get(f"/api/v1/claims/{claim['id']}").json() == claim
    assert api.get(f"/api/v1/claims/{claim['id']}?as_of=2024-09-30").json()["slug"] == "unknown-claim"
    assert api.get("/api/v1/claims/claim:none").status_code == 404


def test_the_event_of_claims_has_all_that_tell_of_it(tmp_path: Path, reader: verbale.Reader) -> None:
    with Store.open(tmp_path / "record.db") as store:
        fill(store, reader)
        own = CheckedClient(create_app(store, WebOptions(now=lambda: NOW)))
        text = "Martin Kováč met Ana Petrović on 10 September 2024."
        own.post("/api/v1/reports", json={"text": text, "published": "2024-09-13", "publisher": "Herald"})
        claims = own.get("/api/v1/claims?type=meet").json()["claims"]
        (name,) = {claim["event"] for claim in claims}
        event = own.get(f"/api/v1/events/{name}").json()
        assert {claim["id"] for claim in event["claims"]} == {claim["id"] for claim in claims}
        assert (event["publishers"], event["reprints"]) == (["Herald", "Wire"], [])
        assert own.get("/api/v1/events/event:none").json()["slug"] == "unknown-event"


def test_a_claim_is_corrected_and_the_review_is_signed(api: CheckedClient) -> None:
    claim = first(api, "type=criticise")
    given = {"verdict": "correct", "values": {"type": "accuse"}, "why": "too strong"}
    decision = api.post(f"/api/v1/claims/{claim['id']}/review", json=given)
    assert decision.status_code == 200
    assert decision.json()["by"] == "local"
    reviewed = api.get(f"/api/v1/claims/{claim['id']}").json()["review"]
    assert (reviewed["verdict"], reviewed["values"]) == ("correct", {"type": "accuse"})


@pytest.mark.parametrize(
    "given",
    [
        {"verdict": "maybe"},
        {"verdict": "correct"},
        {"verdict": "correct", "values": {"type": "hug"}},
        {"verdict": "correct", "values": {"confidence": 1}},
        {"verdict": "accept", "who": "me"},
        [],
    ],
)
def test_a_review_that_is_none_changes_nothing(api: CheckedClient, given: object) -> None:
    claim = first(api, "type=visit")
    answer = api.post(f"/api/v1/claims/{claim['id']}/review", json=given)
    assert answer.status_code == 422
    assert api.get(f"/api/v1/claims/{claim['id']}").json()["review"] is None
