"""The place expressions of a report: which words name a place, and what they depend on."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from verbale.lexicon.places import load_place_words, resolve_place
from verbale.lexicon.territories import load_territories
from verbale.model import Place
from verbale.reading.places.dateline import find_here
from verbale.reading.places.expression import PlaceExpression
from verbale.reading.places.movement import is_motion
from verbale.reading.places.names import read_place_name, read_said_before
from verbale.reading.places.naming import is_town
from verbale.reading.places.spans import object_of

_ONWARD = frozenset({"back", "on", "onward", "over", "across", "home", "away"})
_PREPOSITIONAL = frozenset(("prep", "dative", "pcomp"))


def find_places(doc: Doc) -> tuple[PlaceExpression, ...]:
    """The place expressions of a report, in the order of the text.

    Places that no table knows are kept without coordinates where the parser takes them for places; "the
    country" is the one named last before it in its sentence; "here" is the dateline's; "there" stays out.
    """
    countries = _list_countries(doc)
    found = [expression for token in doc for expression in _read_at(token, countries)]
    here = find_here(doc)
    return tuple(
        sorted((*_complete(found, doc), *here), key=lambda e: e.start) if here else _complete(found, doc)
    )


def _list_countries(doc: Doc) -> tuple[str, ...]:
    """The countries that a report names, each once: the context in which its towns are looked up."""
    territories = load_territories()
    found: dict[str, None] = {}
    for entity in doc.ents:
        if entity.label_ in ("GPE", "NORP"):
            territory = territories.by_name(entity.text) or territories.by_demonym(entity.text)
            if territory:
                found[territory.code] = None
    return tuple(found)


def _read_at(token: Token, countries: tuple[str, ...]) -> Iterator[PlaceExpression]:
    """The place expression that begins with the preposition `token`, or is the object `token` itself."""
    words = load_place_words()
    if token.dep_ in _PREPOSITIONAL and token.lower_ in words.prepositions:
        head, preposition, anchor = object_of(token), token.lower_, _anchor_of(token)
    elif token.dep_ in ("dobj", "npadvmod") and token.head.lemma_ in words.entering:
        head, preposition, anchor = token, "", token.head.i
    elif token.lemma_ in words.polls:
        yield from _read_poll(token)
        return
    else:
        return
    if head is None:
        return
    if preposition in ("on", "to") and head.lemma_.lower() in words.trodden:
        preposition = "in"
    is_goal = preposition in words.direction and is_motion(token.doc[anchor], preposition)
    name = read_place_name(head, countries, "in" if is_goal else preposition) or read_said_before(head)
    if name:
        yield PlaceExpression(name.start, name.end, head.i, name.place, preposition, anchor)


def _read_poll(vote: Token) -> Iterator[PlaceExpression]:
    """The region that a vote is called by: "the Nevada caucuses"; the whole of "the United States election" is none."""
    for child in vote.lefts:
        if child.dep_ in ("compound", "nmod") and child.ent_type_ == "GPE" and child.pos_ == "PROPN":
            name = vote.doc[child.left_edge.i : child.i + 1].text
            territory, place = load_territories().by_name(name), resolve_place(name)
            if place is not None and (territory is None or territory.parent is not None):
                yield PlaceExpression(child.left_edge.i, child.i + 1, child.i, place, "in", vote.i)


def _anchor_of(preposition: Token) -> int:
    """The token that the phrase modifies; that of the outer one in "from inside Syria", "is back in Syria"."""
    head = preposition.head
    if head.dep_ == "advmod" and head.lower_ in _ONWARD and head.head.pos_ in ("VERB", "AUX"):
        return head.head.i
    while head.dep_ == "prep" and head.i == preposition.i - 1:
        preposition, head = head, head.head
    return head.i


def _complete(found: Sequence[PlaceExpression], doc: Doc) -> Iterator[PlaceExpression]:
    """The expressions, each once: "Azaz in Syria" is Azaz, of Syria; "the Astoria Palace in Oslo" is Oslo."""
    heads = {i: at for at, e in enumerate(found) for i in (*range(e.start, e.end), e.head)}
    ends = {e.end: at for at, e in enumerate(found)}
    outer: dict[int, str] = {}
    towns: dict[int, Place] = {}
    inner: set[int] = set()
    for at, expression in enumerate(found):
        holder = heads.get(expression.anchor)
        if holder is None and expression.preposition == "in":
            opener = _opener_of(expression, doc)
            holder = ends.get(opener, ends.get(opener - 1) if doc[opener - 1].text == "," else None)
        if holder is not None and holder != at:
            inner.add(at)
            outer.setdefault(holder, expression.place.country or "")
            if expression.preposition == "in" and is_town(expression.place):
                towns.setdefault(holder, expression.place)
    for at, expression in enumerate(found):
        if at in inner:
            continue
        place = expression.place
        if at in towns and not is_town(place) and place.country in (None, towns[at].country):
            yield replace(expression, place=towns[at])
        elif place.country is None and place.lat is None and outer.get(at):
            yield replace(expression, place=replace(place, country=outer[at]))
        else:
            yield expression


def _opener_of(expression: PlaceExpression, doc: Doc) -> int:
    """The index of the preposition before an expression."""
    at = expression.start - 1
    while at > 0 and doc[at].lower_ != expression.preposition:
        at -= 1
    return at
