"""Claims as sentences."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from verbale.record.queries.claim_rows import ClaimRow, PartyRow
from verbale.record.wording.details import says_nothing, shorten
from verbale.record.wording.sentences import say_claim


def make_claim(type: str, actor: str = "", recipient: str = "", **values: Any) -> ClaimRow:
    """A claim of named parties; everything else is empty or as given."""
    fields: dict[str, Any] = dict.fromkeys(ClaimRow.__slots__)
    fields |= {"key": 1, "id": "claim:1", "type": type, "status": "happened", "negated": False}
    fields |= {"evidence": (0, 0, ""), "trigger": (0, 0, ""), "confidence": 1.0, "report_id": "r1"}
    fields |= {"title": "", "publisher": "", "url": "", "published": date(2024, 6, 4)}
    fields |= {"recorded_at": datetime(2024, 6, 5, tzinfo=UTC), "attributed_to": ()}
    parties = {"actor": actor, "recipient": recipient}
    fields |= {
        role: tuple(PartyRow("", name, "person", None, f"identity:{name}", name) for name in filter(None, names.split("; ")))
        for role, names in parties.items()
    }  # fmt: skip
    return ClaimRow(**(fields | values))


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        (make_claim("meet", "Ann; Bob", place="Oslo", topic="fish"), "Ann met Bob in Oslo: fish"),
        (make_claim("meet", "Ann; Bob", status="planned"), "Ann is to meet Bob"),
        (make_claim("visit", "Ann", place="Oslo"), "Ann visited Oslo"),
        (make_claim("visit", "Ann", "Norway", place="Norway"), "Ann visited Norway"),
        (make_claim("sanction", "EU", "Ann Roe", object="sanctions on banker Ann Roe"), "EU imposed sanctions on Ann Roe"),
        (make_claim("prosecute", "", "Ann", mode="arrest"), "Ann was arrested"),
        (make_claim("prosecute", "", "Ann; Bob", mode="convict", negated=True), "Ann and Bob were not convicted"),
        (make_claim("attack", "", "Ann", status="alleged"), "Ann allegedly was attacked"),
        (make_claim("honour", "", "Ann", status="planned"), "Ann is to be honoured"),
        (make_claim("sanction", "", "Ann", status="called_for"), "Ann should be put under sanctions"),
        (make_claim("say", "", topic="it rains"), "Somebody said that it rains"),
        (make_claim("say", "Ann", topic="it rains", quote="It rains. Again"), "Ann said: “It rains. Again”"),
        (make_claim("pledge", "Ann", topic="I pledge", quote="I pledge peace"), "Ann pledged: “I pledge peace”"),
        (make_claim("deescalate", "Ann", "Bob", trigger=(0, 8, "pardoned")), "Ann pardoned Bob"),
        (make_claim("deescalate", "Ann", "Bob", status="planned", trigger=(0, 9, "releasing")), "Ann is to release Bob"),
        (make_claim("deescalate", "Ann", "Bob", trigger=(0, 5, "truce")), "Ann eased off towards Bob"),
        (make_claim("contest", "Ann", mode="run"), "Ann ran in an election"),
        (make_claim("contest", "Ann", mode="win", negated=True), "Ann did not win an election"),
        (make_claim("accuse", "Ann", "Bob", topic="lying"), "Ann accused Bob of lying"),
        (make_claim("accuse", "Ann", topic="fraud"), "Ann made accusations: fraud"),
        (make_claim("demand", "Ann", "Bob", topic="to resign"), "Ann called on Bob to resign"),
        (make_claim("demand", "Ann", "Bob", topic="a recount"), "Ann demanded of Bob: a recount"),
        (make_claim("oppose", "Ann", object="to testify"), "Ann refused to testify"),
        (make_claim("criticise", "Ann", "Bob", topic="President Bob"), "Ann criticised Bob"),
        (make_claim("sanction", "Serbia", negated=True), "Serbia did not impose sanctions"),
        (make_claim("sanction", "EU", object="sanctions on oil"), "EU imposed sanctions on oil"),
        (make_claim("sanction", "EU", "Ann", object="asset freeze"), "EU imposed sanctions on Ann (asset freeze)"),
        (make_claim("agree", "Ann; Bob", object="a truce"), "Ann and Bob agreed on a truce"),
        (make_claim("contest", "Ann", "Bob", mode="win", object="the election"), "Ann beat Bob (the election)"),
        (make_claim("contest", "Ann", mode="run", object="president"), "Ann ran for president"),
        (make_claim("appoint", "Ann", "Bob", office=("Envoy", None, "no")), "Ann appointed Bob as Envoy (Norway)"),
        (make_claim("leave_office", "Ann", mode="resign", office=("Envoy", None, None)), "Ann resigned as Envoy"),
        (make_claim("hold_office", "Ann", office=("Envoy", "UN", None)), "Ann is Envoy, UN"),
        (make_claim("deploy", "Norway", object="two ships"), "Norway deployed two ships"),
        (make_claim("say", "Ann", topic="We won", quote="We won. Thanks"), "Ann said: “We won. Thanks”"),
        (make_claim("say", "Ann", topic="that it rains", quote="rain"), "Ann said that it rains"),
        (make_claim("protest", "several people"), "Several people protested"),
        (make_claim("say", "Ann", topic="move was wrong", evidence=(0, 0, "Ann said the move was wrong.")), "Ann said: the move was wrong"),
        (make_claim("adopt", "Ann", object="budget", evidence=(0, 0, "Ann adopted  her\nbudget.")), "Ann adopted her budget"),
        (make_claim("contest", "Ann", mode="win", object="primaries in Ohio", place="Ohio"), "Ann won primaries in Ohio"),
        (make_claim("rule", "Court", "Ann", mode="strike_down", object="that it is void"), "Court ruled against Ann: that it is void"),
        (make_claim("say", "Ann", topic="which she denied"), "Ann said"),
    ],
)  # fmt: skip
def test_claims_are_said_as_people_say_them(claim: ClaimRow, said: str) -> None:
    assert say_claim(claim) == said


def test_a_place_in_the_state_that_is_visited_is_said_with_it() -> None:
    serbia = PartyRow("", "Serbia", "state", "rs", None, None)
    claim = make_claim("visit", "Ann", place="Belgrade", place_country="rs")
    assert say_claim(replace(claim, recipient=(serbia,))) == "Ann visited Belgrade, Serbia"
    abroad = replace(claim, recipient=(replace(serbia, country="me"),))
    assert say_claim(abroad) == "Ann visited Serbia in Belgrade"


def test_states_and_bodies_have_their_article() -> None:
    claim = make_claim("leave", "Ann")
    union, court = (
        PartyRow("", name, kind, None, None, None)
        for name, kind in (("European Union", "body"), ("High Court", "body"))
    )
    assert say_claim(replace(claim, recipient=(union,))) == "Ann left the European Union"
    assert say_claim(replace(claim, actor=(court,))) == "The High Court left"


def test_what_says_nothing_by_itself_is_known() -> None:
    assert says_nothing(make_claim("demand", "Ann", "Bob"))
    assert says_nothing(make_claim("say", "Ann", topic="of her win"))
    assert not says_nothing(make_claim("say", "Ann", topic="it rains"))
    assert not says_nothing(make_claim("meet", "Ann", "Bob"))


def test_whose_dossier_it_is_comes_first() -> None:
    claim = make_claim("meet", "Ann; Bob; Cleo")
    assert say_claim(claim, "identity:Bob") == "Bob met Ann and Cleo"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('embarrassment" for his part', '"embarrassment" for his part'),
        ("“we won", "“we won”"),
        ("Korea (DPRK.", "Korea (DPRK.)"),
        ("a\n  b, and", "a b"),
    ],
)
def test_loose_ends_are_tied(text: str, said: str) -> None:
    assert shorten(text) == said
