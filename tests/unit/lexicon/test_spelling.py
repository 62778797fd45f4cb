"""Spelling: accents, apostrophes and dashes make no difference."""

import pytest

from verbale.lexicon.spelling import fold, strip_article


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Malé", "Male"),
        ("Łódź", "Lodz"),
        ("Sana’a", "Sana'a"),
        ("North Ossetia–Alania", "North Ossetia-Alania"),
    ],
)
def test_fold(text, folded):
    assert fold(text) == folded


def test_strip_article_leaves_words_that_only_begin_so():
    assert strip_article("The Hague") == "Hague"
    assert strip_article("Theodosia") == "Theodosia"
