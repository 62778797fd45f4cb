"""Whom a noun phrase of the text stands for among the actors of the report."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from verbale.lexicon.arguments import load_argument_words
from verbale.model import Kind
from verbale.reading.arguments.phrases import conjuncts
from verbale.reading.mention import Cast

_OWNERS = frozenset({Kind.STATE, Kind.BODY, Kind.GROUP})


def stand_for(token: Token, cast: Cast, depth: int = 0) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The actors that a noun phrase's head stands for, looking through "hundreds of" and into appositions."""
    actors = cast.at(token.i)
    named = _named_after(token, actors, cast)
    if named:
        yield named
        return
    if actors:
        yield from _named_before(token, actors, cast)
        yield token.i, actors
        yield from _listed(token, actors, cast)
        yield from _titled(token, actors, cast)
        return
    if depth > 3:
        return
    for child in token.children:
        if child.dep_ == "appos" and child.i > token.i and cast.at(child.i):
            yield child.i, cast.at(child.i)
            return
    words = load_argument_words()
    if token.lemma_.lower() in words.quantities or token.tag_ == "CD":
        for child in token.children:
            if child.lower_ == "of":
                for inner in child.children:
                    yield from stand_for(inner, cast, depth + 1)
    yield from _owners(token, cast)


def _owners(token: Token, cast: Cast) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Whose arms, or members of what body, a noun means: "Peruvian drones", "Boko Haram fighters"."""
    words = load_argument_words()
    lemma = token.lemma_.lower()
    kinds = _OWNERS if lemma in words.tools else _OWNERS - {Kind.STATE} if lemma in words.members else None
    if kinds is None:
        return
    for child in token.children:
        if child.i < token.i and child.dep_ in ("poss", "compound", "amod", "nmod"):
            found = False
            for owner in conjuncts(child):
                owners = cast.at(owner.i)
                if owners and {cast.actors[a].kind for a in owners} <= kinds:
                    found = True
                    yield owner.i, owners
            if found:
                return


def actors_at(doc: Doc, heads: Iterable[int], cast: Cast) -> tuple[int, ...]:
    """The actors that noun phrases with these head tokens stand for, each once."""
    found = (actors for head in heads for _, actors in stand_for(doc[head], cast))
    return tuple(dict.fromkeys(actor for actors in found for actor in actors))


def _named_after(token: Token, actors: tuple[int, ...], cast: Cast) -> tuple[int, tuple[int, ...]] | None:
    """The person that an apposition names: "his Austrian counterpart, Johanna Brandl"."""
    kinds = {cast.actors[a].kind for a in actors}
    if kinds == {Kind.BODY} and token.tag_ == "NN":
        return _body_named_after(token, actors, cast)
    if not actors or not kinds <= {Kind.GROUP, Kind.OFFICE}:
        return None
    for child in token.children:
        other = cast.at(child.i)
        if child.dep_ == "appos" and other and {cast.actors[a].kind for a in other} == {Kind.PERSON}:
            if child.tag_ == "NNP" and token.tag_ in ("NN", "NNP"):
                return child.i, other
    return None


def _body_named_after(
    token: Token, actors: tuple[int, ...], cast: Cast
) -> tuple[int, tuple[int, ...]] | None:
    """The body that an apposition names: "the West African bloc [ECOWAS]"."""
    for child in token.children:
        other = cast.at(child.i)
        if child.dep_ == "appos" and child.tag_ == "NNP" and other and other != actors:
            if {cast.actors[a].kind for a in other} == {Kind.BODY} and child.left_edge.i == token.i + 1:
                return child.i, other
    return None


def _named_before(token: Token, actors: tuple[int, ...], cast: Cast) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Persons whom the parser put inside the name after them: "president A and European Commission president B"."""
    if {cast.actors[a].kind for a in actors} != {Kind.PERSON} or token.left_edge.i > token.i - 4:
        return
    joined: dict[tuple[int, ...], int] = {}
    pending: tuple[tuple[int, ...], int] | None = None
    for word in token.doc[token.left_edge.i : token.i]:
        if word.pos_ in ("ADP", "VERB", "PART"):
            break
        other = cast.at(word.i)
        if other and other != actors and all(cast.actors[a].kind is Kind.PERSON for a in other):
            pending = (other, word.i)
        elif pending and (word.dep_ == "cc" or word.text == ","):
            joined.setdefault(*pending)
    yield from ((at, other) for other, at in joined.items())


def _listed(token: Token, actors: tuple[int, ...], cast: Cast) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Further members of a list that the parser took for appositions: "Benin, Togo and Ghana"."""
    kinds = {cast.actors[a].kind for a in actors}
    if kinds not in ({Kind.PERSON}, {Kind.STATE}):
        return
    for child in token.children:
        other = cast.at(child.i)
        if child.dep_ == "appos" and other and set(other).isdisjoint(actors):
            if {cast.actors[a].kind for a in other} == kinds and _coordinated(token, child):
                yield child.i, other
                for late in child.children:
                    if late.dep_ == "conj" and cast.at(late.i):
                        yield late.i, cast.at(late.i)


def _titled(token: Token, actors: tuple[int, ...], cast: Cast) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The further persons that share a title in the plural: "presidents Ann Roe and [Bo Li]"."""
    if token.tag_ not in ("NNS", "NNPS") or {cast.actors[a].kind for a in actors} != {Kind.PERSON}:
        return
    for child in token.children:
        if child.dep_ == "appos" and child.i > token.i and set(cast.at(child.i)) & {*actors}:
            for other in conjuncts(child)[1:]:
                if cast.at(other.i) and {cast.actors[a].kind for a in cast.at(other.i)} == {Kind.PERSON}:
                    yield other.i, cast.at(other.i)


def _coordinated(head: Token, apposition: Token) -> bool:
    """Whether what the parser took for an apposition is a further member of a list."""
    if any(c.dep_ in ("cc", "conj") for c in apposition.children):
        return True
    return any(t.lower_ == "and" for t in head.doc[head.i + 1 : apposition.i])
