"""Place names as nouns give them: "Munich, Germany", "the Serbian capital", "the port city of Aden"."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from verbale.lexicon.places import is_site, load_place_words, resolve_place
from verbale.lexicon.territories import Territory, load_territories
from verbale.model import Place

PLACE_LABELS = frozenset(("GPE", "LOC", "FAC"))

_OTHER_NAMES = frozenset(("PERSON", "ORG", "NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"))
_NO_NAMES = frozenset(("DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "LANGUAGE"))
_MODIFIERS = frozenset(("poss", "amod", "compound", "nmod"))
_MAX_OUTER = 3
_STATES = frozenset(("country", "nation"))
_REACH = 60
_TAKING_UP = _STATES | frozenset(("city", "town"))


class PlaceName(NamedTuple):
    """Tokens `start` to `end` (half-open) and the place that they name."""

    start: int
    end: int
    place: Place


def read_place_name(head: Token, countries: tuple[str, ...], preposition: str = "in") -> PlaceName | None:
    """The place that the noun `head` and its modifiers name, None where they name none.

    Args:
        head: a noun, as the object of a preposition.
        countries: codes of the countries in context.
        preposition: the one before it, "" for none. After one that says where, a place that no table knows is
            kept, without coordinates, where the parser takes it for a place; after "in", a town that a table
            knows is one, whatever the parser calls it.
    """
    if head.lemma_ == "capital":
        return _read_capital(head) or _read_kind(head, countries)
    return _read_kind(head, countries) or _read_name(head, countries, preposition)


def read_said_before(head: Token) -> PlaceName | None:
    """The state or town that "the country" or "the city" takes up: the one named last before it in its sentence."""
    article = head.lemma_ in _TAKING_UP and [c.lower_ for c in head.children if c.i < head.i] in (
        ["the"],
        ["that"],
    )
    if not article:
        return None
    end = head.i
    while end > max(head.sent.start, head.i - _REACH):
        start = end - 1
        if head.doc[start].ent_type_ in ("GPE", "NORP"):
            while head.doc[start].ent_iob_ == "I":
                start -= 1
            name = join_words(head.doc, start, end)
            place = _state_named(name) if head.lemma_ in _STATES else resolve_place(name)
            if place and is_town(place) is (head.lemma_ not in _STATES):
                return PlaceName(head.left_edge.i, head.i + 1, place)
        end = start
    return None


def _state_named(text: str) -> Place | None:
    territories = load_territories()
    found = territories.by_name(text) or territories.by_demonym(text)
    return resolve_place(found.name) if found and found.parent is None else None


def is_town(place: Place) -> bool:
    """Whether a table has the place with coordinates, as no state, region, palace or sea."""
    return place.lat is not None and not is_site(place.name) and not _is_region(place.name)


def _read_capital(head: Token) -> PlaceName | None:
    """The town behind "the Serbian capital", "Niger's capital", "the capital of Sudan"."""
    for child in head.children:
        if child.dep_ == "appos" and child.pos_ == "PROPN":
            return _read_name(child, (), "in")
    owner = _find_owner(head)
    if owner is None or owner.capital is None:
        return None
    place = resolve_place(owner.capital, countries=(owner.parent or owner.code,))
    return PlaceName(head.left_edge.i, head.i + 1, place) if place else None


def _find_owner(head: Token) -> Territory | None:
    """The territory that "capital" belongs to: its adjective, possessor or "of" phrase."""
    territories = load_territories()
    for child in head.children:
        if child.dep_ in _MODIFIERS:
            name = join_words(child.doc, child.left_edge.i, child.i + 1)
            found = territories.by_demonym(name) or territories.by_name(name)
        else:
            inner = object_of(child) if child.lower_ == "of" else None
            found = territories.by_name(join_words(head.doc, *_name_span(inner))) if inner else None
        if found:
            return found
    return None


def _read_kind(head: Token, countries: tuple[str, ...]) -> PlaceName | None:
    """The name in "the southern city of Aden", "the coast of Libya", "the capital of Khartoum"."""
    if head.lemma_ not in load_place_words().kinds_of:
        return None
    owners = (load_territories().by_demonym(c.text) for c in head.children if c.dep_ == "amod")
    owner = next((t.name for t in owners if t), "")
    for child in head.children:
        inner = object_of(child) if child.lower_ == "of" else child if child.dep_ == "appos" else None
        if inner is not None:
            return _read_name(inner, countries, "in", owner)
    return None


def _read_name(
    head: Token, countries: tuple[str, ...], preposition: str, owner: str = ""
) -> PlaceName | None:
    """A place called by its name, with what it lies in, or with its `owner` said before it."""
    if head.pos_ != "PROPN" and head.ent_type_ not in PLACE_LABELS:
        return None
    start, end = _name_span(head)
    name = join_words(head.doc, start, end)
    if name.islower():
        return None
    last, within = _read_outer(head.doc, name, end)
    if owner and not within:
        within = (owner,)
    place = resolve_place(", ".join((name, *within)), countries=countries)
    if place is None and not _is_named(name, head.ent_type_, "in" if within else preposition):
        return None
    if place is not None and place.country == "eu" and not preposition:
        return None
    if place is not None and not _is_meant(name, head.ent_type_, "in" if within else preposition):
        return None
    return PlaceName(start, last, place or Place(name))


def _is_named(name: str, label: str, preposition: str) -> bool:
    """Whether words that no table knows name a place: by the parser's label, or by "Prefecture" at their end."""
    if label in _NO_NAMES:
        return False
    is_located = preposition in load_place_words().locative
    return _ends_in_kind(name) or (is_located and label in PLACE_LABELS)


def _is_meant(name: str, label: str, preposition: str) -> bool:
    """Whether a name that a table has is the place here: where the parser sees another name, not always."""
    if label in PLACE_LABELS or (label not in _OTHER_NAMES and label not in _NO_NAMES):
        return True
    if label in _NO_NAMES:
        return False
    if preposition == "in" and label in ("ORG", "PERSON", "NORP"):
        return True
    return is_site(name) or _ends_in_kind(name) or load_territories().by_name(name) is not None


def _ends_in_kind(name: str) -> bool:
    first, _, kind = name.rpartition(" ")
    return bool(first) and kind[0].isupper() and kind.lower() in load_place_words().kinds


def _name_span(head: Token) -> tuple[int, int]:
    """The words of a name, half-open: the entity around its head, else the run of names that ends there."""
    doc = head.doc
    start, end = head.i, head.i + 1
    while start and doc[start - 1].head.i <= head.i and _continues(doc[start - 1], head):
        start -= 1
    if head.ent_type_ in PLACE_LABELS:
        while end < len(doc) and doc[end].ent_iob_ == "I" and doc[end].lower_ != "'s":
            end += 1
        while (
            start
            and doc[start].ent_iob_ == "I"
            and doc[start - 1].text != ","
            and doc[start - 1].pos_ != "NOUN"
        ):
            start -= 1
    if doc[end - 1].lower_ == "of":
        end -= 1
    end = _extend_over_of(doc, start, end)
    return _without_article(doc, start, end)


def _extend_over_of(doc: Doc, start: int, end: int) -> int:
    """The end of the name with its "of" phrase where the whole is a known name: "Strait of Hormuz"."""
    if end + 1 >= len(doc) or doc[end].lower_ != "of":
        return end
    stop = end + 1
    while stop < len(doc) and (doc[stop].pos_ == "PROPN" or (doc[stop].lower_ == "the" and stop == end + 1)):
        stop += 1
    name = join_words(doc, start, stop)
    return stop if is_site(name) or load_territories().by_name(name) else end


def _continues(token: Token, head: Token) -> bool:
    """Whether a token before a name is the name's: another part of it, or "eastern" before "Ukraine"."""
    if token.ent_type_ not in (head.ent_type_, "", "NORP", *PLACE_LABELS):
        return False
    if token.pos_ == "PROPN" and token.dep_ in ("compound", "nmod", "amod"):
        return True
    is_part = token.lower_ in load_place_words().parts or token.text == "-"
    return is_part and token.dep_ in ("amod", "compound", "punct", "nmod", "advmod", "npadvmod")


def _without_article(doc: Doc, start: int, end: int) -> tuple[int, int]:
    if doc[start].lower_ == "the" and end - start > 1:
        start += 1
    return start, end


def _read_outer(doc: Doc, name: str, end: int) -> tuple[int, tuple[str, ...]]:
    """What the place lies in, named after commas ("Munich, Germany"), and where those words end.

    "In Geneva, Russia said" names two things: the outer name must hold the place or be set off by commas.
    """
    parts: list[str] = []
    for start, stop in _comma_names(doc, end):
        parts.append(join_words(doc, start, stop))
        if _is_region(parts[-1]):
            return (stop, tuple(parts)) if _holds(name, tuple(parts), doc, stop) else (end, ())
    if parts and resolve_place(name) is None and resolve_place(parts[0]):
        return end, (parts[0],)
    return end, ()


def _comma_names(doc: Doc, end: int) -> Iterator[tuple[int, int]]:
    """The runs of proper names that follow `end`, each after a comma."""
    for _ in range(_MAX_OUTER):
        if end + 1 >= len(doc) or doc[end].text != ",":
            return
        start = stop = end + 1
        while stop < len(doc) and (doc[stop].pos_ == "PROPN" or (stop > start and doc[stop].text == "-")):
            stop += 1
        if stop == start or (stop < len(doc) and doc[stop].text == "'s"):
            return
        yield start, stop
        end = stop


def _is_region(text: str) -> bool:
    territories = load_territories()
    return bool(territories.candidates(text)) or territories.by_abbreviation(text) is not None


def _holds(name: str, parts: tuple[str, ...], doc: Doc, last: int) -> bool:
    """Whether the place lies in the region named last, or, being unknown, is set off as if it did."""
    inside = resolve_place(", ".join((name, *parts)))
    if inside and inside.lat is not None:
        return True
    return last >= len(doc) or doc[last].is_punct or doc[last].is_space


def object_of(preposition: Token) -> Token | None:
    """The object of a preposition; through a second one in "from inside Syria"."""
    for child in preposition.rights:
        if child.dep_ in ("pobj", "pcomp"):
            return child
        if child.dep_ == "prep" and child.i == preposition.i + 1:
            return object_of(child)
    return None


def join_words(doc: Doc, start: int, end: int) -> str:
    """The text of tokens `start` to `end` (half-open)."""
    return doc[start:end].text
