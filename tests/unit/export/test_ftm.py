"""Claims of the record as FollowTheMoney entities."""

import json
from datetime import date
from pathlib import Path

import pytest
from followthemoney import model
from followthemoney.proxy import EntityProxy
from made_claims import claim

from verbale.export.ftm.proxies import format_proxy
from verbale.export.ftm.writing import list_entities, write_ftm
from verbale.record.queries.claim_rows import ClaimRow, PartyRow

ANNA = PartyRow("a1", "Kowalska", "person", None, "identity:1", "Anna Kowalska", "pl")
MARKO = PartyRow("a2", "Marko Petrov", "person", "rs", "identity:2", "Marko Petrov", "rs")
SERBIA = PartyRow("a3", "Serbia", "state", "rs", "identity:3", "Serbia", "rs")
COUNCIL = PartyRow("a4", "Council of Europe", "body", None, "identity:4", "Council of Europe")
CROWD = PartyRow("a5", "protesters", "group", "rs", None, None)
OFFICE = ("Foreign Minister", None, "pl")


def entities(*claims: ClaimRow, topics: tuple[str, ...] = ()) -> list[EntityProxy]:
    found = list(list_entities(claims, lambda identity: topics if identity == "identity:1" else ()))
    for proxy in found:
        proxy.schema.validate(proxy.to_dict())
        assert model.get_proxy(json.loads(format_proxy(proxy))).to_dict()["id"] == proxy.id
    return found


def only(found: list[EntityProxy], schema: str) -> EntityProxy:
    [one] = [proxy for proxy in found if proxy.schema.name == schema]
    return one


def schemas(found: list[EntityProxy]) -> set[str]:
    return {proxy.schema.name for proxy in found}


def test_an_office_is_a_position_and_who_holds_it_an_occupancy() -> None:
    start = date(2024, 5, 2)
    found = entities(claim("hold_office", actor=(ANNA,), office=OFFICE, when_start=start))
    held, post, person = (only(found, name) for name in ("Occupancy", "Position", "Person"))
    assert held.get("holder") == [person.id]
    assert held.get("post") == [post.id]
    assert held.get("startDate") == ["2024-05-02"]
    assert held.get("summary") == ["They did so."]
    assert held.get("proof") == [only(found, "Article").id]
    assert (person.get("name"), person.get("alias")) == (["Anna Kowalska"], ["Kowalska"])


def test_a_former_office_has_ended_and_nobody_says_when() -> None:
    one = claim("hold_office", actor=(ANNA,), office=OFFICE, when_end=date(2024, 6, 11))
    held = only(entities(one), "Occupancy")
    assert held.get("status") == ["ended"]
    assert held.get("endDate") == []


def test_who_is_dismissed_has_an_occupancy_that_ends() -> None:
    day = date(2024, 6, 10)
    one = claim("dismiss", actor=(MARKO,), recipient=(ANNA,), office=OFFICE, when_start=day, when_end=day)
    found = entities(one)
    person = next(p for p in found if p.get("name", quiet=True) == ["Anna Kowalska"])
    assert only(found, "Occupancy").get("holder") == [person.id]
    assert only(found, "Occupancy").get("endDate") == ["2024-06-10"]


@pytest.mark.parametrize(
    ("more", "keyword"),
    [
        ({"status": "planned"}, "status:planned"),
        ({"status": "alleged"}, "status:alleged"),
        ({"negated": True}, "polarity:negative"),
        ({"confidence": 0.5}, "status:happened"),
    ],
)
def test_what_is_not_plainly_so_is_an_event(more: dict[str, object], keyword: str) -> None:
    found = entities(claim("sanction", actor=(SERBIA,), recipient=(ANNA,), **more))
    assert "Sanction" not in schemas(found)
    assert {"claim:sanction", keyword} <= set(only(found, "Event").get("keywords"))


def test_a_sanction_names_who_imposed_what_and_why() -> None:
    one = claim("sanction", actor=(SERBIA,), recipient=(ANNA,), object="asset freeze", topic="corruption")
    found = only(entities(one), "Sanction")
    assert found.get("authority") == ["Serbia"]
    assert found.get("country") == ["rs"]
    assert (found.get("provisions"), found.get("reason")) == (["asset freeze"], ["corruption"])


def test_membership_statements_and_deeds() -> None:
    found = entities(
        claim("belong", mode="candidate", actor=(SERBIA,), recipient=(COUNCIL,)),
        claim("accuse", actor=(ANNA,), recipient=(SERBIA,), topic="fraud"),
        claim("protest", actor=(CROWD,), place="Belgrade", place_country="rs"),
    )
    assert only(found, "Membership").get("role") == ["candidate"]
    assert only(found, "UnknownLink").get("role") == ["accuse"]
    assert only(found, "Event").get("location") == ["Belgrade"]
    assert only(found, "LegalEntity").get("name") == ["protesters"]


def test_press_alone_gives_no_topic_of_risk_and_an_accepted_entry_does() -> None:
    one = claim("sanction", actor=(SERBIA,), recipient=(ANNA,))
    assert only(entities(one), "Person").get("topics") == []
    assert only(entities(one, topics=("sanction",)), "Person").get("topics") == ["sanction"]


def test_two_articles_keep_their_sentences_and_share_the_person() -> None:
    found = entities(
        claim("hold_office", actor=(ANNA,), office=OFFICE, evidence=(0, 23, "Minister Kowalska left.")),
        claim(
            "hold_office", actor=(ANNA,), office=OFFICE, evidence=(0, 16, "She is minister."), report_id="r2"
        ),
    )
    counts = [proxy.schema.name for proxy in found]
    assert {name: counts.count(name) for name in ("Article", "Occupancy", "Position", "Person")} == {
        "Article": 2,
        "Occupancy": 2,
        "Position": 1,
        "Person": 1,
    }
    sentences = {s for p in found if p.schema.name == "Documentation" for s in p.get("summary")}
    assert sentences == {"Minister Kowalska left.", "She is minister."}


def test_same_claims_same_bytes(tmp_path: Path) -> None:
    claims = [
        claim("accuse", actor=(ANNA, MARKO), recipient=(SERBIA, COUNCIL)),
        claim("visit", actor=(ANNA,)),
    ]
    one, other = tmp_path / "one" / "a.json", tmp_path / "b.json"
    assert write_ftm(claims, one, lambda _: ()) == write_ftm(claims, other, lambda _: ())
    assert one.read_bytes() == other.read_bytes()
    assert len(one.read_text("utf-8").splitlines()) == len(set(one.read_text("utf-8").splitlines()))
