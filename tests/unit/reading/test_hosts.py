"""Visits and embassies go to the state that their place lies in."""

import pytest

from verbale.model import Actor, Kind, Place
from verbale.reading.draft import Draft
from verbale.reading.hosts import name_host, with_hosts
from verbale.reading.mention import Cast
from verbale.reading.places import PlaceExpression

SOLBERG = Actor("a1", "Erna Solberg", Kind.PERSON, "no")
PERU = Actor("a2", "Peru", Kind.STATE, "pe")
CUSCO = Actor("a3", "Cusco", Kind.BODY)
NORWAY = Actor("a4", "Norway", Kind.STATE, "no")
ALASKA = Actor("a5", "Alaska", Kind.STATE, "us-ak")
UNITED_STATES = Actor("a6", "United States", Kind.STATE, "us")
MARCHERS = Actor("a7", "marchers", Kind.GROUP)
CAST = Cast((SOLBERG, PERU, CUSCO, NORWAY, ALASKA, UNITED_STATES, MARCHERS))


def visit(recipient: tuple[int, ...] = (), place: Place | None = None, actor: int = 0) -> Draft:
    return Draft("visit", "visit.travel", (1, 2), (actor,), recipient, place=place)


def test_a_state_joins_the_cast_for_a_place_abroad() -> None:
    places = [
        PlaceExpression(3, 4, 3, Place("Lima", "pe"), "in", 1),
        PlaceExpression(5, 6, 5, Place("Quito", "ec"), "in", 1),
    ]
    cast = with_hosts(CAST, places)
    assert [actor.name for actor in cast.actors[len(CAST.actors) :]] == ["Ecuador"]


def test_a_cast_that_knows_every_country_stays_the_same() -> None:
    assert with_hosts(CAST, [PlaceExpression(3, 4, 3, Place("Lima", "pe"), "in", 1)]) is CAST


@pytest.mark.parametrize(
    ("given", "place", "expected"),
    [
        ((), Place("Lima", "pe"), (1,)),
        ((1,), None, (1,)),
        ((2,), Place("Cusco", "pe"), (1,)),
        ((), Place("Bergen", "no"), ()),
        ((3,), None, ()),
        ((4,), None, (5,)),
    ],
    ids=["place", "state named", "town taken for an actor", "at home", "own state", "part of a state"],
)
def test_recipient_of_a_visit(given: tuple[int, ...], place: Place | None, expected: tuple[int, ...]) -> None:
    hosted = name_host(visit(given, place), CAST)
    assert hosted is not None
    assert hosted.recipient == expected


def test_a_visit_that_goes_nowhere_known_is_no_claim() -> None:
    assert name_host(visit(), CAST) is None


def test_a_crowd_without_a_host_visits_nobody() -> None:
    assert name_host(visit(place=Place("Lima", "pe"), actor=6), CAST) is None


def test_an_embassy_without_a_place_keeps_its_claim() -> None:
    embassy = Draft("recognise", "recognise.embassy", (1, 2), (3,))
    assert name_host(embassy, CAST) == embassy


def test_other_claims_are_left_alone() -> None:
    meeting = Draft("meet", "meet.with", (1, 2), (0,), place=Place("Lima", "pe"))
    assert name_host(meeting, CAST) is meeting


@pytest.mark.parametrize(
    ("mode", "place", "expected"),
    [
        ("strike", Place("Lima", "pe"), (1,)),
        ("strike", Place("Bergen", "no"), ()),
        ("kill", Place("Lima", "pe"), ()),
    ],
    ids=["abroad", "at home", "not aimed at a place"],
)
def test_a_strike_abroad_hits_the_state(mode: str, place: Place, expected: tuple[int, ...]) -> None:
    draft = Draft("attack", "attack.strike", (1, 2), actor=(3,), mode=mode, place=place)
    hit = name_host(draft, CAST)
    assert hit is not None
    assert hit.recipient == expected
