"""Identities by the API: by name, listed, one, its names, offices, links, dossier, ties, decisions."""

import csv
import io
from pathlib import Path

import pytest

import verbale
from verbale.record import Store
from verbale.screening.outcomes import screen_record
from verbale.web.app import create_app
from verbale.web.options import WebOptions

from .conftest import NOW, CheckedClient, fill


def id_of(api: CheckedClient, name: str) -> str:
    return str(api.get("/api/v1/who", params={"name": name}).json()["candidates"][0]["id"])


def test_a_name_in_another_spelling_finds_who_is_meant(api: CheckedClient) -> None:
    for name in ("Kováč", "kovac", "Martin KOVAC", "М. Ковач"):
        best = api.get("/api/v1/who", params={"name": name}).json()["candidates"][0]
        assert (best["name"], best["kind"], best["country"]) == ("Martin Kováč", "person", "sk")
    assert best["offices"][0]["title"] == "Foreign Minister"
    assert api.get("/api/v1/who?name=Kovac&kind=state").json() == {"candidates": []}
    assert api.get("/api/v1/who?name=Kovac&as_of=2024-01-01").json() == {"candidates": []}
    assert api.get("/api/v1/who?name=!!").json()["slug"] == "bad-search"
    assert api.get("/api/v1/who").status_code == 422


def test_all_identities_are_listed_in_pages_and_as_a_table(api: CheckedClient) -> None:
    seen, after = [], None
    while True:
        page = api.get(
            "/api/v1/identities", params={"limit": 3, **({"after": after} if after else {})}
        ).json()
        seen += page["identities"]
        after = page["after"]
        if after is None:
            break
    rows = list(csv.DictReader(io.StringIO(api.get("/api/v1/identities?format=csv").text)))
    assert [each["id"] for each in seen] == [row["id"] for row in rows] == sorted(row["id"] for row in rows)
    people = api.get("/api/v1/identities?kind=person").json()["identities"]
    assert {each["name"] for each in people} >= {
        "Martin Kováč",
        "Ana Petrović",
        "Peter Hronec",
        "Anna Kowalska",
    }
    assert api.get("/api/v1/identities?after=x").json()["slug"] == "bad-search"
    assert api.get("/api/v1/identities?as_of=2024-01-01").json()["identities"] == []


def test_one_identity_is_told_with_names_offices_and_links(api: CheckedClient) -> None:
    kovac = id_of(api, "Kovac")
    one = api.get(f"/api/v1/identities/{kovac}").json()
    assert (one["name"], one["first"], one["last"]) == ("Martin Kováč", "2024-09-12", "2024-09-24")
    assert "fit" not in one
    names = api.get(f"/api/v1/identities/{kovac}/names").json()["names"]
    assert names[0]["name"] == "Martin Kováč"
    assert [each["name"] for each in names] == one["names"]
    (office,) = api.get(f"/api/v1/identities/{kovac}/offices").json()["offices"]
    assert (office["title"], office["country"], office["seen"]) == ("Foreign Minister", "sk", ["2024-09-12"])
    links = api.get(f"/api/v1/identities/{kovac}/links?limit=1").json()
    assert (links["total"], len(links["links"])) == (2, 1)


@pytest.mark.parametrize("tail", ["", "/names", "/offices", "/links", "/screening", "/dossier", "/ties"])
@pytest.mark.parametrize("identity", ["identity:none", "Kovac", "x" * 400])
def test_nobody_is_found_under_what_is_no_id(api: CheckedClient, identity: str, tail: str) -> None:
    answer = api.get(f"/api/v1/identities/{identity}{tail}")
    assert (answer.status_code, answer.json()["slug"]) == (404, "unknown-identity")


def test_the_dossier_is_told_in_lines(api: CheckedClient) -> None:
    path = f"/api/v1/identities/{id_of(api, 'Kovac')}/dossier"
    dossier = api.get(path).json()
    assert [state["title"] for state in dossier["states"]] == ["Foreign Minister"]
    told = {
        section["heading"]: [line["text"] for line in section["lines"]] for section in dossier["sections"]
    }
    assert len(told["Meetings, calls and visits"]) == 2
    assert "Ana Petrović" in told["Criticism, demands and warnings"][0]
    assert [tie["name"] for tie in dossier["ties"]] == ["Ana Petrović", "Serbia"]
    narrow = api.get(f"{path}?type=visit&limit=1").json()
    assert [section["heading"] for section in narrow["sections"]] == ["Meetings, calls and visits"]
    assert api.get(f"{path}?as_of=2024-01-01").json()["slug"] == "unknown-identity"


def test_timelines_are_of_one_or_of_two(api: CheckedClient) -> None:
    days = [line["day"] for line in api.get("/api/v1/timeline?a=Kovac").json()["lines"]]
    assert days == ["2024-09-23", "2024-09-10", "2024-09-10"]
    between = api.get("/api/v1/timeline?a=Kovac&b=Petrovic").json()["lines"]
    assert [line["day"] for line in between] == ["2024-09-23", "2024-09-10"]
    assert not api.get("/api/v1/timeline?a=Kovac&limit=1").json()["complete"]
    assert api.get("/api/v1/timeline?a=Nobody").json()["slug"] == "bad-search"


def test_ties_count_cooperation_and_conflict(api: CheckedClient) -> None:
    ties = api.get(f"/api/v1/identities/{id_of(api, 'Kovac')}/ties").json()["ties"]
    ana = next(tie for tie in ties if tie["name"] == "Ana Petrović")
    assert (ana["claims"], ana["cooperation"], ana["conflict"]) == (2, 1, 1)
    assert ana["types"] == {"criticise": 1, "meet": 1}
    assert (ana["first"], ana["last"]) == ("2024-09-10", "2024-09-23")
    rows = list(
        csv.DictReader(io.StringIO(api.get(f"/api/v1/identities/{id_of(api, 'Kovac')}/ties?format=csv").text))
    )
    assert next(row["types"] for row in rows if row["name"] == "Ana Petrović") == "criticise 1; meet 1"


def test_the_relation_of_two_is_counted_by_month(api: CheckedClient) -> None:
    relation = api.get("/api/v1/ties?a=Kovac&b=Ana+Petrovic").json()
    assert (relation["claims"], relation["cooperation"], relation["conflict"]) == (2, 1, 1)
    assert relation["tone"] is not None
    assert {(each["month"], each["plover"]) for each in relation["months"]} == {
        ("2024-09", "CONSULT"),
        ("2024-09", "ACCUSE"),
    }
    assert [claim["type"] for claim in relation["latest"]] == ["criticise", "meet"]
    assert api.get("/api/v1/ties?a=Kovac&b=Nobody").json()["slug"] == "bad-search"


@pytest.fixture
def own(tmp_path: Path, reader: verbale.Reader) -> object:
    """A record of the test's own, for what changes it."""
    with Store.open(tmp_path / "record.db") as store:
        fill(store, reader)
        with store.begin() as conn:
            screen_record(conn, now=NOW)
        yield CheckedClient(create_app(store, WebOptions(now=lambda: NOW)), follow_redirects=False)


def test_two_are_merged_and_the_old_address_leads_to_the_new(own: CheckedClient) -> None:
    kept, other = id_of(own, "Kovac"), id_of(own, "Hronec")
    decision = own.post(f"/api/v1/identities/{kept}/merge", json={"other": "Hronec", "why": "a test"}).json()
    assert (decision["kind"], decision["why"]) == ("merge", "a test")
    moved = own.get(f"/api/v1/identities/{other}?as_of=2031-01-01")
    assert (moved.status_code, moved.headers["location"]) == (
        308,
        f"/api/v1/identities/{kept}?as_of=2031-01-01",
    )
    assert own.get(f"/api/v1/identities/{other}/dossier").json()["head"]["id"] == kept
    assert other not in own.get("/api/v1/identities?format=csv").text
    log = own.get("/api/v1/decisions?kind=merge&by=local").json()
    assert [each["id"] for each in log["decisions"]] == [decision["id"]]
    assert own.get("/api/v1/decisions?since=2024-10-02").json()["decisions"] == []
    again = own.post(f"/api/v1/identities/{kept}/merge", json={"other": kept})
    assert (again.status_code, again.json()["slug"]) == (422, "bad-identity")


def test_one_is_split_and_the_rest_confirmed(own: CheckedClient) -> None:
    kovac = id_of(own, "Kovac")
    one, other = (link["actor"] for link in own.get(f"/api/v1/identities/{kovac}/links").json()["links"])
    fresh = own.post(f"/api/v1/identities/{kovac}/split", json={"actors": [one]}).json()["subject"]["split"]
    assert own.get(f"/api/v1/identities/{fresh}/links").json()["total"] == 1
    assert (
        own.post(f"/api/v1/identities/{kovac}/confirm", json={"actors": [other]}).json()["kind"] == "confirm"
    )
    none = own.post(f"/api/v1/identities/{kovac}/confirm", json={"actors": [-1, 2**70]})
    assert none.json()["slug"] == "bad-identity"


def test_a_match_is_rejected_and_says_so(own: CheckedClient) -> None:
    hronec = id_of(own, "Hronec")
    (match,) = own.get(f"/api/v1/identities/{hronec}/screening").json()["matches"]
    assert (match["register"], match["entry"], match["level"], match["decision"]) == (
        "eu",
        "E.1",
        "alert",
        None,
    )
    given = {"register": "eu", "entry": "E.1", "verdict": "reject", "why": "another one"}
    assert own.post(f"/api/v1/identities/{hronec}/screening", json=given).json()["kind"] == "reject"
    (match,) = own.get(f"/api/v1/identities/{hronec}/screening").json()["matches"]
    assert match["decision"]["why"] == "another one"
    none = own.post(f"/api/v1/identities/{hronec}/screening", json={**given, "entry": "E.9"})
    assert (none.status_code, none.json()["slug"]) == (422, "bad-register")


def test_the_log_is_paged(own: CheckedClient) -> None:
    claims = own.get("/api/v1/claims?limit=3").json()["claims"]
    for claim in claims:
        own.post(f"/api/v1/claims/{claim['id']}/review", json={"verdict": "accept"})
    page = own.get("/api/v1/decisions?limit=2")
    following = own.get(page.headers["link"].partition(">")[0][1:]).json()
    ids = [each["id"] for each in (*page.json()["decisions"], *following["decisions"])]
    assert (len(set(ids)), following["after"]) == (3, None)
    assert own.get("/api/v1/decisions?after=x").json()["slug"] == "bad-search"
