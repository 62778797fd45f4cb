from dataclasses import fields

import pytest

from verbale.lexicon import arguments
from verbale.lexicon.arguments import ArgumentWords, load_argument_words

LISTS = [field.name for field in fields(ArgumentWords)]


@pytest.mark.parametrize("name", LISTS)
def test_lists_are_lemmas_in_lower_case(name: str) -> None:
    words = getattr(load_argument_words(), name)
    assert words
    assert all(isinstance(word, str) and word == word.lower() and word.strip() == word for word in words)


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("support", "launch"),
        ("subject_control", "promise"),
        ("gerund_of_object", "thank"),
        ("documents", "resolution"),
        ("quantities", "thousand"),
        ("deeds", "decision"),
        ("assertions", "allegation"),
        ("obliging", "should"),
    ],
)
def test_words_stand_in_their_lists(name: str, word: str) -> None:
    assert word in getattr(load_argument_words(), name)


def test_a_list_that_nobody_knows_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    lists = {name: ["word"] for name in LISTS}
    monkeypatch.setattr(arguments, "load_table", lambda *parts: {**lists, "verbs": ["word"]})
    with pytest.raises(TypeError, match="verbs"):
        load_argument_words.__wrapped__()
