"""Places that a common noun names by what stands before it: "Sudan's Darfur region", "a Nairobi court"."""

from spacy.tokens import Token

from verbale.lexicon.places import load_place_words, resolve_place, whole_of
from verbale.lexicon.territories import load_territories
from verbale.model import Place
from verbale.reading.places.naming import PlaceName, is_town
from verbale.reading.places.outer import read_outer
from verbale.reading.places.spans import PLACE_LABELS, join_words, object_of

_BEFORE = frozenset(("compound", "nmod", "amod", "poss"))


def read_region(head: Token) -> PlaceName | None:
    """The region that the noun `head` ends the name of: "Sudan's Darfur region", "the Bari region, Somalia".

    "The Turkish border" and "the Asian region" are none.
    """
    if head.pos_ != "NOUN" or head.lemma_ not in load_place_words().regions:
        return None
    start, end = _name_before(head)
    if start == end:
        return None
    name = join_words(head.doc, start, end)
    if not name[0].isupper() or _is_state(name):
        return None
    last, within = read_outer(head.doc, name, head.i + 1)
    outer = next((o for o in (*within, _owner(head), _whole(head)) if o), "")
    place = resolve_place(f"{name}, {outer}") if outer else resolve_place(name)
    if place is None and not outer and head.doc[end - 1].pos_ != "PROPN":
        return None
    full = f"{name} {head.text}" if head.tag_ == "NN" else name
    known = place or Place(name)
    return PlaceName(start, max(last, head.i + 1), Place(full, known.country, known.lat, known.lon))


def _name_before(head: Token) -> tuple[int, int]:
    """The proper name before a noun: all of it before "region", the first of several before "regions"."""
    doc, start = head.doc, head.i
    if head.tag_ == "NNS":
        first = next((c for c in head.lefts if c.dep_ in _BEFORE and _names(c, head)), None)
        return (first.left_edge.i, first.i + 1) if first is not None else (start, start)
    while start > head.sent.start and _names(doc[start - 1], head):
        start -= 1
    return start, head.i


def _names(token: Token, head: Token) -> bool:
    is_name = token.pos_ == "PROPN" or token.ent_type_ in ("NORP", *PLACE_LABELS) or token.text == "-"
    return is_name and token.tag_ != "POS" and token.dep_ != "poss" and token.head.i <= head.i


def _is_state(name: str) -> bool:
    territories = load_territories()
    found = territories.by_name(name) or territories.by_demonym(name) or territories.by_abbreviation(name)
    return found is not None and found.parent is None


def _owner(head: Token) -> str:
    """The state before the name: "Sudan's", "the Pakistani"."""
    for child in head.lefts:
        if child.dep_ in _BEFORE:
            name = whole_of(join_words(head.doc, child.left_edge.i, child.i + 1))
            found = load_territories().by_name(name) or load_territories().by_demonym(name)
            if found is not None and found.parent is None:
                return found.name
    return ""


def _whole(head: Token) -> str:
    """The state after the name: "the Dagestan region of southern Russia"."""
    for child in head.rights:
        inner = object_of(child) if child.lower_ == "of" else None
        if inner is not None and inner.ent_type_ in PLACE_LABELS:
            return inner.text
    return ""


def read_town(head: Token, countries: tuple[str, ...]) -> PlaceName | None:
    """The town of "Manila's international airport", "a Nairobi court", "the central Bangkok residence"."""
    nouns = (head, *head.conjuncts)
    if head.pos_ != "NOUN" or not any(n.lemma_.lower() in load_place_words().grounds for n in nouns):
        return None
    for child in reversed(list(head.lefts)):
        if (
            child.dep_ in _BEFORE
            and child.pos_ == "PROPN"
            and child.ent_type_ in (*PLACE_LABELS, "PERSON", "")
        ):
            start = child.left_edge.i
            while start < child.i and head.doc[start].pos_ in ("DET", "PRON"):
                start += 1
            name = join_words(head.doc, start, child.i + 1)
            place = resolve_place(name, countries=countries)
            if place is not None and is_town(place):
                return PlaceName(start, head.i + 1, place)
    return None
