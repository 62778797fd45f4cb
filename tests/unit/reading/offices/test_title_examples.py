"""Every example of data/en/titles.yaml yields its holder and title, every counterexample nothing."""

import pytest
from spacy.tokens import Doc

from verbale.lexicon.titles import TitleExample, load_titles
from verbale.model import Kind
from verbale.reading.mention import Mention
from verbale.reading.offices import find_titles
from verbale.reading.parse import load_model


@pytest.mark.parametrize("example", load_titles().examples, ids=lambda example: example.text)
def test_example(example: TitleExample) -> None:
    doc = load_model()(example.text)
    names = (
        (example.holder, *example.others)
        if example.holder
        else ("Tom Hill", "John Hill", "Jane Miller", "Michael Jones")
    )
    mentions = [mention for name in names if (mention := _mention(doc, name))]
    found = {(m.name, t.office) for t in find_titles(doc, mentions) for m in mentions if t.holder == m.head}
    if example.holder is None:
        assert not found
        return
    offices = [office for name, office in found if name == example.holder and office.title == example.title]
    assert len(offices) == 1, found
    assert example.body in (None, offices[0].body)
    assert example.country in (None, offices[0].country)


def _mention(doc: Doc, name: str) -> Mention | None:
    at = doc.text.find(name)
    span = doc.char_span(at, at + len(name)) if at >= 0 else None
    return Mention(span.start, span.end, span.root.i, Kind.PERSON, name) if span else None
