"""The place that "here" means: the dateline's ("BEIJING, May 20 (Xinhua) -- ... signed here on Tuesday")."""

import re

from spacy.tokens import Doc, Token

from verbale.lexicon.places import resolve_place
from verbale.model import Place
from verbale.reading.datelines import find_datelines
from verbale.reading.places.expression import PlaceExpression

_NAME = re.compile(r"[ \t]*([^,(—–:/\n]+?)(?= -|[ ]*[,(—–:/]|\.? *$)")


def find_here(doc: Doc) -> tuple[PlaceExpression, ...]:
    """An expression for every "here" of the reporter's own, as the town of the dateline before it."""
    words = [t for t in doc if t.lower_ == "here" and t.dep_ == "advmod" and not _is_quoted(t)]
    if not words:
        return ()
    named = [
        (end, place) for start, end in find_datelines(doc.text) if (place := _place_of(doc.text[start:end]))
    ]
    found = []
    for token in words:
        before = [place for end, place in named if end <= token.idx]
        if before:
            head = token.head
            while head.dep_ in ("amod", "compound") or (
                head.dep_ != "ROOT" and head.pos_ not in ("VERB", "AUX")
            ):
                head = head.head
            found.append(PlaceExpression(token.i, token.i + 1, token.i, before[-1], "in", head.i))
    return tuple(found)


def _place_of(dateline: str) -> Place | None:
    found = _NAME.match(dateline)
    if found is None:
        return None
    name = found.group(1).strip()
    return resolve_place(name.title() if name.isupper() else name)


def _is_quoted(token: Token) -> bool:
    """Whether the word stands in a quotation that its sentence opens."""
    quotes = sum(t.text in ('"', "“", "”") for t in token.doc[token.sent.start : token.i])
    return quotes % 2 == 1
