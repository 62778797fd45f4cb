"""Quotations: pairs, paragraphs, missing marks, quoted words."""

import pytest
import spacy

from verbale.reading.parse import load_model
from verbale.reading.quotations import find_quotations

BLANK = spacy.blank("en")


def spans(text: str) -> list[str]:
    doc = BLANK(text)
    return [doc[q.start : q.end].text for q in find_quotations(doc)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"We won," she said.', ['"We won,"']),
        ('"We won," she said, "and they lost."', ['"We won,"', '"and they lost."']),
        ("The parties' leaders said it's over.", []),
        ("He left. It's over, they said.", []),
        ('She said: "We won. They lost."', ['"We won. They lost."']),
        ('"We won.\n"They lost," she said.', ['"We won.\n"They lost,"']),
        ('"We won, she said.\nNobody replied.', ['"We won, she said.']),
        ("", []),
    ],
)
def test_spans(text: str, found: list[str]) -> None:
    assert spans(text) == found


def test_missing_mark_is_told() -> None:
    assert [q.is_closed for q in find_quotations(BLANK('"We won, she said.'))] == [False]


def test_quoted_words_are_no_speech() -> None:
    doc = load_model()('He called it "destabilizing" and said "we will answer".')
    assert [q.is_speech for q in find_quotations(doc)] == [False, True]
