from collections.abc import Callable

import pytest

from verbale.model import Kind
from verbale.reading.mention import Mention
from verbale.reading.offices import Scene, survey
from verbale.reading.parse import load_model


@pytest.fixture
def scene_of() -> Callable[..., Scene]:
    """A function: the scene of a text in which exactly the given names are persons, and given bodies bodies."""

    def build(text: str, *names: str, bodies: tuple[str, ...] = ()) -> Scene:
        doc = load_model()(text)
        mentions = []
        for kind, words in [(Kind.PERSON, names), (Kind.BODY, bodies)]:
            for name in words:
                at = text.index(name)
                span = doc.char_span(at, at + len(name))
                assert span is not None, name
                mentions.append(Mention(span.start, span.end, span.root.i, kind, name))
        return survey(doc, mentions)

    return build
