"""Reports by the API: read, added, listed, one."""

import csv
import io
from pathlib import Path

import pytest
from sqlalchemy import create_engine

import verbale
from verbale.record import Store
from verbale.settings import Settings
from verbale.web.api.rows import STREAMS
from verbale.web.app import create_app
from verbale.web.options import WebOptions

from .conftest import NOW, REPORTS, CheckedClient, fill

GIVEN = {
    "text": "Prime Minister Ana Petrović met Martin Kováč in Vienna on Monday.",
    "published": "2024-09-12",
}


def test_a_report_is_read_and_not_stored(api: CheckedClient) -> None:
    reading = api.post("/api/v1/readings", json=GIVEN).json()
    assert {"meet", "hold_office"} == {claim["type"] for claim in reading["claims"]}
    assert api.get(f"/api/v1/reports/{reading['report']['id']}").status_code == 404


@pytest.mark.parametrize(
    ("given", "slug"),
    [
        ({}, "bad-request"),
        ({"text": 7}, "bad-request"),
        ({"text": "x", "body": "y"}, "bad-request"),
        ({"text": " "}, "empty-text"),
        ({"text": "2024"}, "no-sentence"),
        ({"text": "The minister resigned.", "published": "soon"}, "bad-date"),
        ({"text": "The minister resigned.", "published": "2031-01-01"}, "date-out-of-range"),
        ({"text": "Der Minister ist am Montag in Wien zurückgetreten, wie es hieß."}, "language-unsupported"),
        ({"text": "The minister resigned. " * 20_000}, "text-too-long"),
        ({"text": "The minister resigned.", "id": "a\0"}, "bad-request"),
        ({"text": "The minister resigned.", "title": "\ud800", "id": "\ud800"}, "bad-request"),
    ],
)
@pytest.mark.parametrize("path", ["/api/v1/readings", "/api/v1/reports"])
def test_what_cannot_be_read_is_told(api: CheckedClient, path: str, given: dict, slug: str) -> None:
    import json

    content = json.dumps(given)
    answer = api.post(path, content=content, headers={"content-type": "application/json"})
    assert (answer.status_code, answer.json()["slug"]) == (422, slug)


def test_a_report_is_added_once(tmp_path: Path) -> None:
    with Store.open(tmp_path / "record.db") as store:
        api = CheckedClient(create_app(store, WebOptions(now=lambda: NOW)))
        added = api.post("/api/v1/reports", json={**GIVEN, "id": "wire/7 x", "title": "A meeting"})
        assert (added.status_code, added.json()["outcome"]) == (201, "added")
        assert added.json()["changes"]["added"] == 2
        assert added.headers["location"] == "/api/v1/reports/wire/7%20x"
        again = api.post("/api/v1/reports", json={**GIVEN, "id": "wire/7 x", "title": "A meeting"})
        assert (again.status_code, again.json()["outcome"]) == (200, "unchanged")
        report = api.get(added.headers["location"]).json()
        assert (report["title"], len(report["claims"])) == ("A meeting", 2)


def test_the_list_is_paged_newest_first(api: CheckedClient) -> None:
    page = api.get("/api/v1/reports?limit=2")
    assert [each["id"] for each in page.json()["reports"]] == ["herald:2", "wire:42"]
    following = api.get(page.headers["link"].partition(">")[0][1:]).json()
    assert [each["id"] for each in following["reports"]] == ["h/1?a"]
    assert following["after"] is None
    assert [each["id"] for each in api.get("/api/v1/reports?q=belgrade").json()["reports"]] == ["wire:42"]
    assert api.get("/api/v1/reports?after=soon").json()["slug"] == "bad-cursor"


@pytest.mark.parametrize("query", ["format=csv", "format=csv&limit=10"])
def test_the_list_is_a_table(api: CheckedClient, query: str) -> None:
    rows = list(csv.DictReader(io.StringIO(api.get(f"/api/v1/reports?{query}").text)))
    assert [row["id"] for row in rows] == ["herald:2", "wire:42", "h/1?a"]
    assert rows[1]["title"] == "'=Kováč in Belgrade"


def test_a_report_has_its_text_and_what_the_record_knows_of_its_actors(api: CheckedClient) -> None:
    report = api.get("/api/v1/reports/wire:42").json()
    assert report["text"] == REPORTS[0].text
    for claim in report["claims"]:
        start, end = claim["evidence"]["start"], claim["evidence"]["end"]
        assert report["text"][start:end] == claim["evidence"]["text"]
    assert all(actor["identity"] for actor in report["actors"] if actor["kind"] == "person")
    assert api.get("/api/v1/reports/h%2F1%3Fa").json()["id"] == "h/1?a"
    assert api.get("/api/v1/reports/wire:42?as_of=2024-09-30").json()["slug"] == "unknown-report"


TOKENS = "r:read:a-token-of-24-characters v:review:b-token-of-24-characters a:admin:c-token-of-24-characters"


@pytest.mark.parametrize(
    ("token", "path", "given", "status"),
    [
        ("", "/api/v1/readings", GIVEN, 401),
        ("x", "/api/v1/readings", GIVEN, 401),
        ("a-token-of-24-characters", "/api/v1/readings", GIVEN, 200),
        ("b-token-of-24-characters", "/api/v1/reports", GIVEN, 403),
        ("c-token-of-24-characters", "/api/v1/reports", GIVEN, 201),
        ("a-token-of-24-characters", "/api/v1/claims/claim:1/review", {"verdict": "accept"}, 403),
        ("b-token-of-24-characters", "/api/v1/claims/claim:1/review", {"verdict": "accept"}, 422),
        ("a-token-of-24-characters", "/api/v1/identities/identity:1/merge", {"other": "x"}, 403),
        ("a-token-of-24-characters", "/api/v1/identities/identity:1/split", {"actors": [1]}, 403),
        ("a-token-of-24-characters", "/api/v1/identities/identity:1/confirm", {"actors": [1]}, 403),
        ("a-token-of-24-characters", "/api/v1/checks", {"report": "wire:42"}, 403),
    ],
)
def test_a_role_allows_what_it_may(tmp_path: Path, token: str, path: str, given: dict, status: int) -> None:
    from verbale.web.options import make_options

    with Store.open(tmp_path / "record.db") as store:
        options = make_options(Settings(tokens=TOKENS), "0.0.0.0")  # noqa: S104 - what is tested
        api = CheckedClient(create_app(store, options))
        answer = api.post(path, json=given, headers={"authorization": f"Bearer {token}"} if token else {})
        assert answer.status_code == status


def test_a_write_from_another_site_and_a_body_too_large_are_refused(store: Store) -> None:
    api = CheckedClient(create_app(store, WebOptions(now=lambda: NOW, max_request=2000)))
    answer = api.post("/api/v1/readings", json=GIVEN, headers={"origin": "https://evil.example"})
    assert (answer.status_code, answer.json()["slug"]) == (403, "wrong-origin")
    answer = api.post("/api/v1/readings", json={**GIVEN, "text": "x" * 3000})
    assert (answer.status_code, answer.json()["slug"]) == (413, "body-too-large")


def test_a_query_that_takes_too_long_is_stopped_also_where_it_streams(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("verbale.web.opening.STEPS", 1)
    slow = CheckedClient(create_app(store, WebOptions(query_seconds=1e-9)), raise_server_exceptions=False)
    for query in ("", "?format=csv"):
        answer = slow.get(f"/api/v1/claims{query}")
        assert (answer.status_code, answer.json()["slug"]) == (503, "too-slow")


def test_only_so_many_long_answers_are_sent_at_once(store: Store) -> None:
    app = create_app(store, WebOptions(now=lambda: NOW))
    api = CheckedClient(app, raise_server_exceptions=False)
    for _ in range(2 * STREAMS):  # each gives its turn back, also one that is refused or not changed
        assert api.get("/api/v1/claims?format=csv").status_code == 200
        assert api.get("/api/v1/claims?format=csv&q=%22").status_code == 400
    for _ in range(STREAMS):
        assert app.state.streams.acquire(blocking=False)
    answer = api.get("/api/v1/claims?format=csv")
    assert (answer.status_code, answer.json()["slug"], answer.headers["retry-after"]) == (503, "busy", "5")
    assert api.get("/api/v1/claims?format=csv&limit=2").status_code == 200


def test_where_no_connection_is_left_it_is_told_to_wait(tmp_path: Path) -> None:
    Store.open(tmp_path / "record.db").close()
    engine = create_engine(
        f"sqlite:///{tmp_path / 'record.db'}", pool_size=1, max_overflow=0, pool_timeout=0.1
    )
    store = Store(engine)
    api = CheckedClient(create_app(store, WebOptions(now=lambda: NOW)), raise_server_exceptions=False)
    with store.connect():
        answer = api.get("/api/v1/reports")
        assert (answer.status_code, answer.json()["slug"]) == (503, "busy")
    assert api.get("/api/v1/reports").status_code == 200
    store.close()


@pytest.fixture(scope="module")
def in_postgres(postgres_template: object, postgres_server: object, reader: verbale.Reader) -> object:
    from tests.conftest import TemporaryDatabase

    with (
        TemporaryDatabase(postgres_server, template=postgres_template.database) as url,  # type: ignore[attr-defined, arg-type]
        Store.open(url.render_as_string(hide_password=False)) as opened,
    ):
        fill(opened, reader)
        yield CheckedClient(
            create_app(opened, WebOptions(now=lambda: NOW)),
            raise_server_exceptions=False,
            follow_redirects=False,
        )


@pytest.mark.parametrize(
    "path",
    [
        "claims?q=visited",
        "claims?format=csv",
        "claims?format=jsonl&actor=Kovac",
        "claims?limit=2&order=happened&facets=true",
        "reports?limit=1",
        "identities?limit=3",
        "identities?format=csv",
        "who?name=Kovac",
        "ties?a=Kovac&b=Petrovic",
        "timeline?a=Kovac",
        "changes?since=2024-01-01&limit=3",
        "changes?since=2024-01-01&format=jsonl",
        "decisions",
        "registers",
        "stats",
    ],
)
def test_both_databases_give_the_same(api: CheckedClient, in_postgres: CheckedClient, path: str) -> None:
    one, other = (client.get(f"/api/v1/{path}") for client in (api, in_postgres))
    assert one.status_code == other.status_code == 200
    assert one.text == other.text
