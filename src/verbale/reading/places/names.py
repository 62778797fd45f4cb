"""Place names as nouns give them: "Munich, Germany", "the Serbian capital", "the port city of Aden"."""

from spacy.tokens import Token

from verbale.lexicon.places import is_site, load_place_words, resolve_place
from verbale.lexicon.territories import Territory, load_territories
from verbale.model import Place
from verbale.reading.places.naming import PlaceName, is_town
from verbale.reading.places.outer import read_outer
from verbale.reading.places.owned import read_region, read_town
from verbale.reading.places.spans import PLACE_LABELS, join_words, name_span, object_of

_OTHER_NAMES = frozenset(("PERSON", "ORG", "NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"))
_NO_NAMES = frozenset(("DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "LANGUAGE"))
_MODIFIERS = frozenset(("poss", "amod", "compound", "nmod"))
_STATES = frozenset(("country", "nation"))
_REACH = 60
_TAKING_UP = _STATES | frozenset(("city", "town"))


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
    return (
        read_region(head)
        or _read_kind(head, countries)
        or read_town(head, countries)
        or _read_name(head, countries, preposition)
    )


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
        elif not (head.lemma_ in _STATES and load_territories().by_demonym(head.doc[start].text)):
            end = start
            continue
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
            found = territories.by_name(join_words(head.doc, *name_span(inner))) if inner else None
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
    start, end = name_span(head)
    name = join_words(head.doc, start, end)
    if name.islower():
        return None
    last, within = read_outer(head.doc, name, end)
    if owner and not within:
        within = (owner,)
    place = resolve_place(", ".join((name, *within)), countries=countries)
    if place is None and not _is_named(name, head.ent_type_, within, preposition):
        return None
    if place is not None and place.country == "eu" and not preposition:
        return None
    if place is not None and not _is_meant(name, head.ent_type_, "in" if within else preposition):
        return None
    return PlaceName(start, last, place or Place(name, _country_of(within)))


def _country_of(within: tuple[str, ...]) -> str | None:
    outer = resolve_place(within[-1]) if within else None
    return outer.country if outer else None


def _is_named(name: str, label: str, within: tuple[str, ...], preposition: str) -> bool:
    """Whether words that no table knows name a place: by the parser's label, by "Prefecture" at their end, or by
    what is said to hold them.
    """
    if label in _NO_NAMES:
        return False
    is_located = preposition in load_place_words().locative
    return bool(within) or _ends_in_kind(name) or (is_located and label in PLACE_LABELS)


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
    words = load_place_words()
    return (
        bool(first) and kind[0].isupper() and (kind.lower() in words.kinds or kind.lower() in words.landmarks)
    )
