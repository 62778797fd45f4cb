"""Guests that an opening "Visiting" goes before."""

from verbale.reading.parse import load_model


def subject(text: str, verb: str) -> list[str]:
    token = next(token for token in load_model()(text) if token.text == verb)
    return [child.text for child in token.children if child.dep_ == "nsubj"]


def test_a_guest_is_the_subject_of_the_verb_behind_him() -> None:
    text = "Visiting Peruvian Foreign Minister Ana Ruiz said on Monday that Peru would help."
    assert subject(text, "said") == ["Ruiz"]


def test_who_visits_a_place_stays_the_subject() -> None:
    assert subject("Visiting Oslo on Monday, Minister Ana Ruiz said that Peru would help.", "said") == [
        "Ruiz"
    ]
