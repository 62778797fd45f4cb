"""Place names: what the object of a preposition says."""

import pytest

from verbale.reading.parse import load_model
from verbale.reading.places import find_places


def places(text):
    return [(e.place.name, e.place.country) for e in find_places(load_model()(text))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The foreign ministers met in Munich, Germany, on Friday.", [("Munich", "de")]),
        ("Officials met in Niamey, Niger's capital, on Monday.", [("Niamey", "ne")]),
        ("A car bomb exploded in Somalia's capital Mogadishu on Sunday.", [("Mogadishu", "so")]),
        ("Protesters clashed with police in the Serbian capital.", [("Belgrade", "rs")]),
        ("Shells fell near the southern Lebanese city of Marjayoun.", [("Marjayoun", "lb")]),
        ("Thousands marched in Atlanta, Georgia, against the law.", [("Atlanta", "us")]),
        ("The agreement was signed at Camp David.", [("Camp David", "us")]),
        ("The talks were held in the United States.", [("United States", "us")]),
        ("Residents fled from northern Syria.", [("northern Syria", "sy")]),
        ("Warships were deployed in the South China Sea.", [("South China Sea", None)]),
        ("Gunmen killed eleven people in Sudan's Darfur region.", [("Darfur region", "sd")]),
        ("Two policemen were killed in the Dagestan region of southern Russia.", [("Dagestan region", "ru")]),
        ("The minister was arrested at Manila's international airport.", [("Manila", "ph")]),
        ("Police raided the central Bangkok residence of the minister.", [("central Bangkok", "th")]),
        ("Militants seized a police station in Sorab in southwestern Pakistan.", [("Sorab", "pk")]),
        ("Thousands rallied in Tahrir Square in Cairo.", [("Cairo", "eg")]),
        ("Rebels entered Walikale, North Kivu, Democratic Republic of the Congo.", [("Walikale", "cd")]),
    ],
)
def test_a_place_is_found(sentence, expected):
    assert places(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The Russian minister met his Serbian colleague.",
        "The president said there was unrest in the country.",
        "He spoke in March.",
        "She believes in democracy.",
        "Opposition leaders accused the Chinese government of lying.",
        "The court acted in Navalny's absence.",
        "The soldiers guard the Turkish border.",
        "The talks failed in Moscow's view.",
        "The parties agreed in the Dayton accord.",
    ],
)
def test_no_place_is_found(sentence):
    assert places(sentence) == []


def test_an_outer_name_that_cannot_hold_the_town_is_no_part_of_it():
    found = find_places(load_model()("In Geneva, Russia rejected the proposal."))
    assert [(e.place.name, e.place.country, e.end) for e in found] == [("Geneva", "ch", 2)]


def test_a_village_no_table_knows_gets_the_country_it_is_said_to_lie_in():
    assert places("Clashes erupted in the town of Qorwadda in Somalia.")[0][1] == "so"
