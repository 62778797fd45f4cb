"""Memberships: persons whose party or armed group stands beside their name."""

from datetime import date

import pytest

from verbale.model import Report
from verbale.reading.memberships import find_memberships
from verbale.reading.parse import load_model, parse_reports
from verbale.reading.reader import survey_report

MEMBERS = [
    ("Ana Kos of the Green Party was elected speaker.", [("Ana Kos", "Green Party")]),
    ("Ana Kos of the Unity for Estonia coalition won.", [("Ana Kos", "Unity for Estonia")]),
    ("Ana Kos of NDK lost the election.", [("Ana Kos", "NDK")]),
    ("Police detained National Freedom Front member Ana Kos.", [("Ana Kos", "National Freedom Front")]),
    (
        "President Ana Kos and her party, the National Freedom Front, lost.",
        [("Ana Kos", "National Freedom Front")],
    ),
]
STRANGERS = [
    "Ana Kos of Estonia won the election.",
    "Ana Kos of the World Health Organization praised the vote.",
    "Ana Kos of the University of Tartu praised the vote.",
    "Ana Kos, leader of the Green Party, praised the vote.",
    "Ana Kos of BBC praised the weather.",
]


def memberships(text: str) -> list[tuple[str, str]]:
    parsed = next(parse_reports([Report("r", text, published=date(2024, 6, 11))], load_model()))
    context = survey_report(parsed)
    name = [actor.name for actor in context.cast.actors]
    return [(name[d.actor[0]], name[d.recipient[0]]) for d in find_memberships(context)]


@pytest.mark.parametrize(("text", "expected"), MEMBERS)
def test_a_party_beside_the_name_of_a_person_is_his(text: str, expected: list[tuple[str, str]]) -> None:
    assert memberships(text) == expected


@pytest.mark.parametrize("text", STRANGERS)
def test_states_employers_and_the_parties_of_leaders_are_no_memberships(text: str) -> None:
    assert memberships(text) == []
