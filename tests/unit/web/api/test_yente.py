"""What clients of yente ask: requests as recorded from them, and nomenklatura's own client against a live server."""

import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from followthemoney import Dataset, StatementEntity, model
from nomenklatura.cache import Cache
from nomenklatura.db import make_session
from nomenklatura.enrich.yente import YenteEnricher

import verbale
from verbale.record import Store
from verbale.settings import Settings
from verbale.web.app import create_app
from verbale.web.options import WebOptions, make_options

from .conftest import NOW, CheckedClient, fill

# As the yente client of OpenSanctions' documentation sends it.
RECORDED = {
    "queries": {
        "q1": {"schema": "Person", "properties": {"name": ["Peter Hronec"], "birthDate": ["1972-10-02"]}},
        "q2": {"schema": "Person", "properties": {"firstName": ["Martin"], "lastName": "Kovac"}},
        "q3": {"schema": "Company", "properties": {"name": ["European Union"]}},
        "q4": {"schema": "Person", "properties": {"name": ["Hronec"]}},
    }
}


def match(api: CheckedClient, query: str = "", dataset: str = "default") -> dict:
    return api.post(f"/api/yente/match/{dataset}?{query}", json=RECORDED).json()["responses"]


def test_a_batch_of_queries_is_answered_out_of_record_and_lists(api: CheckedClient) -> None:
    found = match(api, "algorithm=best&fuzzy=false&limit=3")
    first = {each["datasets"][0]: each for each in found["q1"]["results"]}
    assert set(first) == {"record", "eu"}
    assert all(each["match"] and each["score"] > 0.9 for each in first.values())
    assert first["eu"]["id"] == "eu-E.1"
    assert first["eu"]["target"]
    assert found["q2"]["results"][0]["caption"] == "Martin Kováč"
    assert found["q2"]["results"][0]["schema"] == "Person"
    assert found["q3"]["results"][0]["caption"] == "European Union"
    assert found["q1"]["query"]["properties"] == {"name": ["Peter Hronec"], "birthDate": ["1972-10-02"]}


def test_a_bare_surname_is_no_match(api: CheckedClient) -> None:
    assert not any(each["match"] for each in match(api)["q4"]["results"])


@pytest.mark.parametrize(
    ("query", "dataset", "ids"),
    [
        ("", "eu", ["eu-E.1"]),
        ("exclude_dataset=record", "default", ["eu-E.1"]),
        ("include_dataset=eu", "all", ["eu-E.1"]),
        ("topics=sanction", "default", ["eu-E.1"]),
        ("exclude_entity_ids=eu-E.1", "eu", []),
        ("exclude_schema=Person", "default", []),
        ("cutoff=1&exclude_dataset=eu&topics=crime", "default", []),
    ],
)
def test_results_are_narrowed(api: CheckedClient, query: str, dataset: str, ids: list[str]) -> None:
    assert [each["id"] for each in match(api, query, dataset)["q1"]["results"]] == ids


@pytest.mark.parametrize(
    ("path", "given", "status", "slug"),
    [
        ("match/none", RECORDED, 404, "unknown-dataset"),
        ("match/default?algorithm=best-guess", RECORDED, 400, "unknown-algorithm"),
        ("match/default", {"queries": {"q": {"schema": "Person", "properties": {}}}}, 400, "no-name"),
        (
            "match/default",
            {"queries": {"q": {"schema": "Person", "properties": {"name": 7}}}},
            422,
            "bad-request",
        ),
        ("match/default", {"queries": {str(n): {"properties": {}} for n in range(101)}}, 422, "bad-request"),
        ("match/default?limit=0", RECORDED, 422, "bad-request"),
    ],
)
def test_what_cannot_be_matched_is_refused(
    api: CheckedClient, path: str, given: dict, status: int, slug: str
) -> None:
    answer = api.post(f"/api/yente/{path}", json=given)
    assert (answer.status_code, answer.json()["slug"]) == (status, slug)


def test_an_entity_is_given_with_the_measures_against_it(api: CheckedClient) -> None:
    entity = api.get("/api/yente/entities/eu-E.1").json()
    (measure,) = entity["properties"]["sanctions"]
    assert (measure["schema"], measure["properties"]["program"]) == ("Sanction", ["SVK"])
    assert "sanctions" not in api.get("/api/yente/entities/eu-E.1?nested=false").json()["properties"]
    for missing in ("eu-E.9", "identity-000000000000", "nothing", "un-1"):
        assert api.get(f"/api/yente/entities/{missing}").json()["slug"] == "unknown-entity"


def test_names_are_searched_and_counted(api: CheckedClient) -> None:
    found = api.get("/api/yente/search/default?q=hronec&simple=true&facets=topics").json()
    assert {each["caption"] for each in found["results"]} == {"Peter Hronec"}
    assert found["total"] == {"value": 2, "relation": "eq"}
    assert {each["name"]: each["count"] for each in found["facets"]["datasets"]["values"]} == {
        "eu": 1,
        "record": 1,
    }
    assert (
        api.get("/api/yente/search/default?q=hronec&limit=1&offset=1").json()["results"]
        == found["results"][1:]
    )
    assert api.get("/api/yente/search/default?q=hronec&schema=Company").json()["results"] == []
    assert len(api.get("/api/yente/search/record?q=Kov&schema=LegalEntity").json()["results"]) >= 1
    assert (
        api.get("/api/yente/search/record?q=kovac&countries=SK").json()["results"][0]["caption"]
        == "Martin Kováč"
    )
    assert api.get("/api/yente/search/record?q=kovac&countries=rs").json()["results"] == []


def test_every_property_is_one_of_followthemoney(api: CheckedClient) -> None:
    names = ("Hronec", "Kovac", "Serbia", "European Union", "Foreign Minister")
    found = [each for name in names for each in api.get(f"/api/yente/search/all?q={name}").json()["results"]]
    assert {each["schema"] for each in found} >= {"Person", "PublicBody", "Organization"}
    for entity in (*found, api.get("/api/yente/entities/eu-E.1").json()):
        proxy = model.get_proxy({**entity, "properties": {}})
        assert set(entity["properties"]) <= set(proxy.schema.properties)


def test_the_catalog_has_the_record_and_the_lists(api: CheckedClient) -> None:
    datasets = {each["name"]: each for each in api.get("/api/yente/catalog").json()["datasets"]}
    assert datasets["default"]["children"] == ["record", "eu"]
    assert (datasets["eu"]["version"], datasets["record"]["version"]) == ("20230802", "20240924")
    assert api.get("/api/yente/algorithms").json()["best"] == "logic-v2"


def test_a_merged_entity_leads_to_the_one_it_went_into(tmp_path: Path, reader: verbale.Reader) -> None:
    with Store.open(tmp_path / "record.db") as store:
        fill(store, reader)
        api = CheckedClient(create_app(store, WebOptions(now=lambda: NOW)), follow_redirects=False)
        kept, other = (
            api.get("/api/yente/search/record", params={"q": name}).json()["results"][0]["id"]
            for name in ("Kovac", "Hronec")
        )
        kept_identity = kept.replace("-", ":", 1)
        api.post(f"/api/v1/identities/{kept_identity}/merge", json={"other": other.replace("-", ":", 1)})
        moved = api.get(f"/api/yente/entities/{other}?nested=false")
        assert (moved.status_code, moved.headers["location"]) == (
            308,
            f"/api/yente/entities/{kept}?nested=false",
        )
        assert api.get(f"/api/yente/entities/{kept}").json()["referents"] == [other]


TOKEN = "a-token-of-24-characters"  # noqa: S105 - of a test


@pytest.fixture(scope="module")
def server(store: Store) -> Iterator[str]:
    """The address of a live server that wants a token."""
    options = make_options(Settings(tokens=f"bot:read:{TOKEN}"), "127.0.0.1")
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        config = uvicorn.Config(create_app(store, options), log_level="error")
        running = uvicorn.Server(config)
        thread = threading.Thread(target=running.run, args=([listening],), daemon=True)
        thread.start()
        while not running.started:
            time.sleep(0.02)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/api/yente/"
        running.should_exit = True
        thread.join(10)


def test_nomenklaturas_client_matches_and_expands(server: str, tmp_path: Path) -> None:
    dataset = Dataset.make({"name": "test", "title": "Test"})
    session = make_session(f"sqlite:///{tmp_path / 'cache.db'}")
    cache = Cache(session, dataset, create=True)
    config = {"api": server, "dataset": "eu", "api_key": TOKEN}
    enricher: YenteEnricher = YenteEnricher(dataset, cache, config)
    data = {"id": "mine-1", "schema": "Person", "properties": {"name": ["Petr HRONEC"]}}
    mine = StatementEntity.from_data(dataset, data)
    (found,) = list(enricher.match(mine))
    assert (found.id, found.caption, found.get("topics")) == ("eu-E.1", "Peter Hronec", ["sanction"])
    expanded = {each.schema.name: each for each in enricher.expand(mine, found)}
    assert set(expanded) == {"Person", "Sanction"}
    assert expanded["Sanction"].get("entity") == ["eu-E.1"]
    enricher.close()
    session.close()
