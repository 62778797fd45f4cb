"""What OpenRefine does: read the manifest, reconcile a column, suggest, preview, extend; requests as it sends them."""

import json
import re
from pathlib import Path

import pytest

import verbale
from verbale.record import Store
from verbale.settings import Settings
from verbale.web.app import create_app
from verbale.web.options import WebOptions, make_options

from .conftest import NOW, CheckedClient, fill

REFINE = {"origin": "http://127.0.0.1:3333"}


def ask(api: CheckedClient, queries: dict) -> dict:
    """A batch as OpenRefine's server posts it."""
    form = {"queries": json.dumps(queries, ensure_ascii=False)}
    answer = api.post("/api/reconcile", data=form)
    assert answer.status_code == 200
    return {name: each["result"] for name, each in answer.json().items()}


def test_a_column_is_reconciled_looked_at_and_extended(api: CheckedClient) -> None:
    manifest = api.get("/api/reconcile").json()
    assert manifest["versions"] == ["0.2"]
    assert "{{id}}" in manifest["view"]["url"]
    column = ["Martin Kovac", "Ana Petrović", "Hronec", "Nobody At All"]
    found = ask(
        api, {f"q{nth}": {"query": cell, "type": "person", "limit": 3} for nth, cell in enumerate(column)}
    )
    assert [each[0]["name"] if each else None for each in found.values()] == [
        "Martin Kováč",
        "Ana Petrović",
        "Peter Hronec",
        None,
    ]
    assert [bool(each and each[0]["match"]) for each in found.values()] == [True, True, False, False]
    kovac = found["q0"][0]
    assert kovac["type"] == [{"id": "person", "name": "Person"}]
    assert "Foreign Minister" in kovac["description"]

    preview = api.get(re.sub(r".*/api", "/api", manifest["preview"]["url"]).replace("{{id}}", kovac["id"]))
    assert "Martin Kováč" in preview.text
    assert "frame-ancestors http://127.0.0.1:*" in preview.headers["content-security-policy"]
    view = manifest["view"]["url"].replace("{{id}}", kovac["id"])
    assert api.get(view).status_code == 200

    proposed = api.get("/api/reconcile/properties?type=person").json()["properties"]
    wanted = {"ids": [kovac["id"], "identity:none"], "properties": [{"id": each["id"]} for each in proposed]}
    extension = api.post("/api/reconcile", data={"extend": json.dumps(wanted)}).json()
    row = extension["rows"][kovac["id"]]
    assert row["country"] == [{"str": "sk"}]
    assert row["office"] == [{"str": "Foreign Minister"}]
    assert row["first"] == [{"date": "2024-09-12T00:00:00"}]
    assert isinstance(row["claims"][0]["int"], int)
    assert set(map(tuple, extension["rows"]["identity:none"].values())) == {()}
    assert [each["id"] for each in extension["meta"]] == [each["id"] for each in proposed]


def test_a_batch_may_come_by_get_too(api: CheckedClient) -> None:
    queries = {"q0": {"query": "Petrovic"}}
    answer = api.get("/api/reconcile", params={"queries": json.dumps(queries)}).json()
    assert answer == {"q0": {"result": ask(api, queries)["q0"]}}


@pytest.mark.parametrize(
    ("properties", "score", "match"),
    [
        ([], 100, True),
        ([{"pid": "country", "v": "Slovakia"}], 100, True),
        ([{"pid": "country", "v": ["sk", "cz"]}], 100, True),
        ([{"pid": "country", "v": {"id": "rs", "name": "Serbia"}}], 70, False),
        ([{"pid": "office", "v": "foreign minister"}], 100, True),
        ([{"pid": "office", "v": "Judge"}, {"pid": "country", "v": "Serbia"}], 40, False),
        ([{"pid": "birthday", "v": 7}, {"pid": "country", "v": None}], 100, True),
    ],
)
def test_what_else_is_known_speaks_for_and_against(
    api: CheckedClient, properties: list, score: float, match: bool
) -> None:
    (found,) = ask(api, {"q": {"query": "Martin Kováč", "properties": properties}})["q"]
    assert (found["score"], found["match"]) == (score, match)
    assert {each["id"] for each in found["features"]} >= {"name"}


def test_a_bare_surname_matches_no_person_even_if_reports_use_it(
    tmp_path: Path, reader: verbale.Reader
) -> None:
    text = "President Ana Petrović met Martin Kováč on Monday. Petrović thanked Kováč."
    with Store.open(tmp_path / "record.db") as store:
        fill(store, reader)
        own = CheckedClient(create_app(store, WebOptions(now=lambda: NOW)))
        for nth in range(3):
            day = f"2024-09-{nth + 10}"
            own.post("/api/v1/reports", json={"id": f"x:{nth}", "text": text, "published": day})
        found = ask(own, {"bare": {"query": "Petrović"}, "whole": {"query": "Ana Petrović"}})
    assert [each[0]["name"] for each in found.values()] == ["Ana Petrović", "Ana Petrović"]
    assert [each[0]["match"] for each in found.values()] == [False, True]


def test_types_narrow(api: CheckedClient) -> None:
    found = ask(
        api,
        {
            "one": {"query": "Serbia", "type": "state"},
            "several": {"query": "Serbia", "type": ["person", "state"], "type_strict": "any"},
            "none": {"query": "Serbia", "type": "person"},
            "empty": {"query": "", "properties": [{"pid": "country", "v": "rs"}]},
        },
    )
    assert [[each["name"] for each in result] for result in found.values()] == [
        ["Serbia"],
        ["Serbia"],
        [],
        [],
    ]


@pytest.mark.parametrize(
    ("form", "status", "slug"),
    [
        ({"queries": "{"}, 400, "bad-queries"),
        ({"queries": "[]"}, 400, "bad-queries"),
        ({"queries": '{"q0": {"query": 7}}'}, 400, "bad-queries"),
        ({"queries": '{"q0": {"query": "a\\u0000"}}'}, 400, "bad-queries"),
        ({"queries": '{"q0": {"query": "x", "limit": 1e9}}'}, 400, "bad-queries"),
        ({"queries": json.dumps({str(n): {"query": "x"} for n in range(201)})}, 422, "too-many-queries"),
        ({"extend": '{"ids": []}'}, 400, "bad-extend"),
    ],
)
def test_what_is_no_batch_is_refused(api: CheckedClient, form: dict, status: int, slug: str) -> None:
    answer = api.post("/api/reconcile", data=form)
    assert (answer.status_code, answer.json()["slug"]) == (status, slug)


def test_letters_typed_are_gone_on_with(api: CheckedClient) -> None:
    found = api.get("/api/reconcile/suggest/entity?prefix=martin+kov", headers=REFINE)
    assert found.json()["result"][0]["name"] == "Martin Kováč"
    assert found.headers["access-control-allow-origin"] == "http://127.0.0.1:3333"
    assert api.get("/api/reconcile/suggest/entity?prefix=martin+kov&cursor=1").json()["result"] == []
    assert api.get("/api/reconcile/suggest/type?prefix=per").json()["result"] == [
        {"id": "person", "name": "Person"}
    ]
    assert api.get("/api/reconcile/suggest/property?prefix=coun").json()["result"][0]["id"] == "country"
    assert api.get("/api/reconcile/properties?type=body&limit=3").json()["limit"] == 3


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://127.0.0.1.evil.example", "http://[bad"]
)
def test_pages_of_other_hosts_read_nothing(api: CheckedClient, origin: str) -> None:
    for path in ("", "/suggest/entity?prefix=kov", "/properties"):
        answer = api.get(f"/api/reconcile{path}", headers={"origin": origin})
        assert "access-control-allow-origin" not in answer.headers
        assert "Origin" in answer.headers["vary"]
    assert api.post("/api/reconcile", data={"queries": "{}"}, headers={"origin": origin}).status_code == 403


def test_nobody_has_no_preview(api: CheckedClient) -> None:
    for missing in ("identity:none", "x"):
        assert api.get(f"/api/reconcile/preview?id={missing}").status_code == 404


def test_a_server_with_tokens_says_so(store: Store) -> None:
    options = make_options(Settings(tokens="bot:read:a-token-of-24-characters"), "127.0.0.1")
    api = CheckedClient(create_app(store, options))
    assert api.get("/api/reconcile").status_code == 401
    manifest = api.get("/api/reconcile", headers={"authorization": "Bearer a-token-of-24-characters"}).json()
    assert manifest["authentication"] == {"type": "apiKey", "name": "Authorization", "in": "header"}
    assert (
        "authentication"
        not in CheckedClient(create_app(store, WebOptions(now=lambda: NOW))).get("/api/reconcile").json()
    )
