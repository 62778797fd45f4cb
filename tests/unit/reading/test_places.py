"""Places: which expression belongs to which predicate."""

import pytest

from verbale.reading.parse import load_model
from verbale.reading.places import attach_place, find_places


def place_of(sentence, word):
    doc = load_model()(sentence)
    trigger = next(token.i for token in doc if token.text == word)
    place = attach_place(doc, trigger, find_places(doc))
    return place.name if place else None


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("The two ministers met in Vienna on Tuesday.", "met", "Vienna"),
        ("In Vienna, the two ministers met on Tuesday.", "met", "Vienna"),
        ("The two sides held talks in Doha.", "talks", "Doha"),
        ("Clashes erupted in Tripoli on Friday.", "Clashes", "Tripoli"),
        ("Macron travelled to Kyiv to meet Zelenskyy.", "meet", "Kyiv"),
        ("Macron travelled to Kyiv to meet Zelenskyy.", "travelled", "Kyiv"),
        ("The minister attended a summit in Johannesburg.", "attended", "Johannesburg"),
        ("The envoy visited Pyongyang in May.", "visited", "Pyongyang"),
        ("Police in Minsk arrested a journalist.", "arrested", "Minsk"),
        ("Forces withdrew from Kherson.", "withdrew", "Kherson"),
        ("Two men were killed and ten were injured in clashes in Lima.", "killed", "Lima"),
        ("The president was sworn in at a ceremony in Nairobi.", "sworn", "Nairobi"),
    ],
)
def test_a_predicate_has_its_place(sentence, word, expected):
    assert place_of(sentence, word) == expected


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("The government sent aid to Sudan.", "sent"),
        ("The Senate imposed sanctions on Russia.", "imposed"),
        ("The minister thanked a man who was born in Cairo.", "thanked"),
        ("The two ministers met on Tuesday.", "met"),
        ("The two ministers met to discuss the fighting in Sudan.", "met"),
        ("The minister condemned the killing of journalists in Gaza.", "condemned"),
    ],
)
def test_a_predicate_has_no_place_of_another(sentence, word):
    assert place_of(sentence, word) is None


def test_places_of_other_sentences_do_not_count():
    assert place_of("He resigned. She was arrested in Baku.", "resigned") is None


def test_the_nearer_of_two_places_wins():
    sentence = "Blinken arrived in Israel from Dammam, Saudi Arabia."
    assert place_of(sentence, "arrived") == "Israel"
