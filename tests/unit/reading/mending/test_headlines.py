"""The headline present, where the parser misses the verb."""

import pytest

from verbale.reading.parse import load_model


@pytest.mark.parametrize(
    ("text", "verb", "subject", "object_"),
    [
        (
            "Kenyan President Wanjiru Otieno pardons Ross Albright, the founder of a website.",
            "pardons",
            "Otieno",
            "Albright",
        ),
        ("Poland and Latvia jail Ross Albright, the founder of a website.", "jail", "Poland", "Albright"),
        ("The Federal Police of Peru denigrate Hungary over its tariffs.", "denigrate", "Police", "Hungary"),
        ("Thousands of protesters blacklist Ross Albright.", "blacklist", "Thousands", "Albright"),
    ],
)
def test_the_verb_is_read_with_its_subject_and_object(
    text: str, verb: str, subject: str, object_: str
) -> None:
    doc = load_model()(text)
    token = next(token for token in doc if token.text == verb)
    assert (token.pos_, token.dep_) == ("VERB", "ROOT")
    assert subject in {c.text for c in token.children if c.dep_ == "nsubj"}
    assert object_ in {c.text for c in token.children if c.dep_ == "dobj"}


@pytest.mark.parametrize(
    "text",
    [
        "Arrest warrants for three mayors in northern Peru.",
        "The results of the protest vote in Nairobi",
        "A day of protests, strikes and marches in the capital.",
    ],
)
def test_a_phrase_without_a_verb_stays_one(text: str) -> None:
    doc = load_model()(text)
    assert not any(token.pos_ == "VERB" and token.dep_ == "ROOT" for token in doc)


def test_words_and_sentences_stay_as_they_are() -> None:
    text = "Roe pardons Ross Albright. Poland and Latvia jail Ross Albright, a trader."
    doc = load_model()(text)
    assert doc.text == text
    assert [sentence.text for sentence in doc.sents] == text.replace(". P", ".|P").split("|")
    assert [token.lemma_ for token in doc if token.text in ("pardons", "jail")] == ["pardon", "jail"]
