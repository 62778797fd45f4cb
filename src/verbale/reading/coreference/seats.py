"""Where a body or group sits by its own phrase: "the Higher Regional Court of Dresden", "protesters in Lyon"."""

from spacy.tokens import Doc, Span, Token

from verbale.lexicon.places import resolve_place
from verbale.lexicon.territories import load_territories

_SITTING = frozenset({"in", "of", "at", "from", "near"})
_REACH = 6


def country_of_seat(doc: Doc, head: int) -> str | None:
    """The country of the place that a noun's own "in", "of" or "at" names, None without one.

    What follows the place after a comma decides ("a court in Gauteng, South Africa").
    """
    for child in doc[head].rights:
        if child.dep_ == "prep" and child.lower_ in _SITTING:
            for place in child.children:
                code = _country_of(doc, place) if place.dep_ == "pobj" else None
                if code:
                    return code
    return None


def _country_of(doc: Doc, place: Token) -> str | None:
    span = _place_at(doc, place)
    if span is None:
        return None
    after = doc[span.end : span.end + _REACH]
    if len(after) > 1 and after[0].text == ",":
        match = load_territories().longest_at([t.text for t in after], 1)
        if match and match.use in ("name", "capital"):
            return match.territory.code if match.territory.is_country else match.territory.parent
    found = resolve_place(span.text)
    return found.country if found else None


def _place_at(doc: Doc, place: Token) -> Span | None:
    """The name of the place that a token heads, where the parser takes it for one."""
    if place.ent_type_ in ("GPE", "LOC", "FAC"):
        return next((ent for ent in place.sent.ents if ent.start <= place.i < ent.end), None)
    start = place.i
    while start > place.sent.start and doc[start - 1].tag_ == "NNP" and doc[start - 1].head.i == place.i:
        start -= 1
    alone = place.tag_ == "NNP" and (place.ent_type_ == "ORG" or not place.ent_type_)
    return doc[start : place.i + 1] if alone else None
