"""Where the subject of a verb of visiting goes: whoever visits a country is not of it."""

from collections.abc import Iterator

from spacy.tokens import Token

from verbale.lexicon.arguments import load_argument_words

_NAMED = frozenset({"compound", "appos", "nmod"})
_WAYS = frozenset({"on", "for", "after", "during", "from", "before", "ahead", "following", "with"})


def holder_of(token: Token) -> Token:
    """The head of the noun phrase that a title or a part of a name stands in."""
    while token.dep_ in _NAMED and token.head.i != token.i:
        token = token.head
    return token


def ends_of_visit(token: Token) -> Iterator[Token]:
    """The heads of what the person at `token` visits, or travels to or in, where he is the subject of such a verb."""
    holder = holder_of(token)
    verbs = [c for c in holder.children if c.dep_ == "relcl"]
    if holder.dep_ == "nsubj":
        verbs.append(holder.head)
    for verb in verbs:
        yield from _ends_of(verb)


def _ends_of(verb: Token) -> Iterator[Token]:
    if verb.lemma_.lower() in load_argument_words().visiting:
        for way in (verb, *(c for c in verb.children if c.lower_ in ("to", "in"))):
            yield from (c for c in way.children if c.dep_ in ("dobj", "pobj"))
    for journey in _journeys(verb):
        for to in (c for c in journey.children if c.lower_ in ("to", "of")):
            yield from (c for c in to.children if c.dep_ == "pobj")


def _journeys(verb: Token) -> Iterator[Token]:
    """The visit that is a verb's object, or that its subject is on: "began a [visit]", "is back after a [visit]"."""
    journeys = load_argument_words().journeys
    for way in (verb, *(c for c in verb.children if c.lower_ in _WAYS)):
        yield from (c for c in way.children if c.dep_ in ("dobj", "pobj") and c.lemma_ in journeys)
