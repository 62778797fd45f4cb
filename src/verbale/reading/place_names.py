"""Place names as nouns give them: "Munich, Germany", "the Serbian capital", "the port city of Aden"."""

from collections.abc import Iterator
from dataclasses import replace
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


class PlaceName(NamedTuple):
    """Tokens `start` to `end` (half-open) and the place that they name."""

    start: int
    end: int
    place: Place


def read_place_name(head: Token, countries: tuple[str, ...], *, is_located: bool = True) -> PlaceName | None:
    """The place that the noun `head` and its modifiers name, None where they name none.

    Args:
        head: a noun, as the object of a preposition.
        countries: codes of the countries in context.
        is_located: whether the words around say that it is a place; then one that no table knows is kept,
            without coordinates, where the parser takes it for a place.
    """
    if head.lemma_ == "capital":
        return _read_capital(head) or _read_kind(head, countries)
    return _read_kind(head, countries) or _read_name(head, countries, is_located=is_located)


def _read_capital(head: Token) -> PlaceName | None:
    """The town behind "the Serbian capital", "Niger's capital", "the capital of Sudan"."""
    for child in head.children:
        if child.dep_ == "appos" and child.pos_ == "PROPN":
            return _read_name(child, (), is_located=True)
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
    if head.lower_ not in load_place_words().kinds_of:
        return None
    owner = load_territories().by_demonym
    near = next(
        (t.parent or t.code for c in head.children if c.dep_ == "amod" and (t := owner(c.text))), None
    )
    for child in head.children:
        inner = object_of(child) if child.lower_ == "of" else child if child.dep_ == "appos" else None
        if inner is not None and inner.pos_ == "PROPN":
            found = _read_name(inner, (near,) if near else countries, is_located=True)
            unknown = found is not None and found.place.country is None and found.place.lat is None
            return found._replace(place=replace(found.place, country=near)) if found and unknown else found
    return None


def _read_name(head: Token, countries: tuple[str, ...], *, is_located: bool) -> PlaceName | None:
    """A place called by its name, with what it lies in."""
    if head.pos_ != "PROPN" and head.ent_type_ not in PLACE_LABELS:
        return None
    start, end = _name_span(head)
    name = join_words(head.doc, start, end)
    last, within = _read_outer(head.doc, name, end)
    place = resolve_place(", ".join((name, *within)), countries=countries)
    if not _is_plausible(name, head.ent_type_, place, is_certain=is_located or bool(within)):
        return None
    return PlaceName(start, last, place or Place(name))


def _is_plausible(name: str, label: str, place: Place | None, *, is_certain: bool) -> bool:
    """Whether the words are a place here: where the parser sees another name, states and sites only."""
    if label in _NO_NAMES:
        return False
    if label in PLACE_LABELS:
        return is_certain or place is not None
    if place is None:
        return False
    return label not in _OTHER_NAMES or is_site(name) or load_territories().by_name(name) is not None


def _name_span(head: Token) -> tuple[int, int]:
    """The words of a name, half-open: the entity around its head, else the run of names that ends there."""
    doc = head.doc
    start, end = head.i, head.i + 1
    while start and doc[start - 1].head.i <= head.i and _continues(doc[start - 1], head):
        start -= 1
    if head.ent_type_ in PLACE_LABELS:
        while end < len(doc) and doc[end].ent_iob_ == "I" and doc[end].lower_ != "'s":
            end += 1
        while start and doc[start].ent_iob_ == "I" and doc[start - 1].text != ",":
            start -= 1
    if end < len(doc) - 1 and doc[end].lower_ == "of" and doc[end + 1].pos_ == "PROPN":
        longer = _name_span(doc[end + 1])[1] if doc[end + 1].i > head.i else end
        end = longer if is_site(join_words(doc, start, longer)) else end
    return _without_article(doc, start, end)


def _continues(token: Token, head: Token) -> bool:
    """Whether a token before a name is the name's: another part of it, or "eastern" before "Ukraine"."""
    if token.ent_type_ not in (head.ent_type_, ""):
        return False
    if token.pos_ == "PROPN" and token.dep_ in ("compound", "nmod", "amod"):
        return True
    is_part = token.lower_ in load_place_words().parts or token.text == "-"
    return is_part and token.dep_ in ("amod", "compound", "punct", "nmod", "advmod")


def _without_article(doc: Doc, start: int, end: int) -> tuple[int, int]:
    if doc[start].lower_ == "the" and end - start > 1:
        start += 1
    return start, end


def _read_outer(doc: Doc, name: str, end: int) -> tuple[int, tuple[str, ...]]:
    """What the place lies in, named after commas ("Munich, Germany"), and where those words end.

    "In Geneva, Russia said" names two things: the outer name must hold the place or be closed by a comma.
    """
    parts: list[str] = []
    last = end
    for start, stop in _comma_names(doc, end):
        parts.append(join_words(doc, start, stop))
        if _is_region(parts[-1]):
            last = stop
            break
    if last == end or not _holds(name, tuple(parts), doc, last):
        return end, ()
    return last, tuple(parts)


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
    closed = last >= len(doc) or doc[last].is_punct or doc[last].is_space
    return closed and resolve_place(name) is None


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
