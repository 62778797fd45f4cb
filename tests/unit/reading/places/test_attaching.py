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
        ("Police detained nine migrants found in a lorry in Dover.", "detained", "Dover"),
        ("Four students were killed when soldiers opened fire in Khartoum.", "killed", "Khartoum"),
        ("The ministers met in Niamey, where they signed a treaty.", "signed", "Niamey"),
        ("Russia sent tanks through the Roki Tunnel.", "sent", "Roki Tunnel"),
        ("The rebels fired rockets into northern Israel.", "fired", "northern Israel"),
        ("The two leaders met on the island of Jeju on Sunday.", "met", "Jeju"),
        ("Thousands took to the streets of Tbilisi.", "took", "Tbilisi"),
        ("Clashes left nine people dead in Mubende, Uganda.", "Clashes", "Mubende"),
        ("The party won the election in Peru.", "won", "Peru"),
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
        ("The embassy in Oslo arrested a guard.", "arrested"),
        ("The minister sent a letter to Oslo.", "sent"),
    ],
)
def test_a_predicate_has_no_place_of_another(sentence, word):
    assert place_of(sentence, word) is None


def test_places_of_other_sentences_do_not_count():
    assert place_of("He resigned. She was arrested in Baku.", "resigned") is None


def test_the_nearer_of_two_places_wins():
    sentence = "Blinken arrived in Israel from Dammam, Saudi Arabia."
    assert place_of(sentence, "arrived") == "Israel"


def test_the_only_place_of_a_scene_is_that_of_every_event_in_it():
    doc = load_model()("Police arrested a man in Perth after he threw a bomb into a crowd of protesters.")
    march = next(t.i for t in doc if t.text == "crowd")
    assert attach_place(doc, march, find_places(doc)) is None
    found = attach_place(doc, march, find_places(doc), is_event=True)
    assert found is not None
    assert found.name == "Perth"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BEIJING, May 20 (Xinhua) -- The two premiers met here on Tuesday.", "Beijing"),
        ("The two premiers met here on Tuesday.", None),
        ('BEIJING, May 20 (Xinhua) -- "We met here before," he said.', None),
    ],
)
def test_here_is_the_dateline(text, expected):
    assert place_of(text, "met") == expected
