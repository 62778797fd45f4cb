"""The cast: entities as actors with ids, names and offsets, and the actor of each token."""

from collections.abc import Sequence

from spacy.tokens import Doc

from verbale.model import Actor, Kind
from verbale.reading.coreference.entities import Entity, Roll
from verbale.reading.mention import Cast, Mention, Title


def make_cast(roll: Roll, doc: Doc, mentions: Sequence[Mention], titles: Sequence[Title]) -> Cast:
    """The actors in order of first mention, and the tokens that stand for them.

    Every token of a person's name and the noun of its title stand for the person as well, whichever of
    them the parser takes for the head.
    """
    order = sorted(range(len(roll.entities)), key=lambda i: (min(roll.entities[i].spans), i))
    place = {old: new for new, old in enumerate(order)}
    actors = tuple(_actor(f"a{n}", roll.entities[old], doc) for n, old in enumerate(order, start=1))
    by_token = {token: tuple(place[i] for i in found) for token, found in roll.by_token.items()}
    for mention in mentions:
        if mention.form == "name" and mention.kind in (Kind.PERSON, Kind.BODY) and mention.head in by_token:
            for token in range(mention.start, mention.end):
                by_token.setdefault(token, by_token[mention.head])
    for title in titles:
        if title.holder is not None and title.holder in by_token:
            by_token.setdefault(title.head, by_token[title.holder])
    return Cast(actors, by_token)


def _actor(id_: str, entity: Entity, doc: Doc) -> Actor:
    name = _best_name(entity)
    spans = sorted(set(entity.spans))
    offsets = tuple((doc[start].idx, doc[end - 1].idx + len(doc[end - 1].text)) for start, end in spans)
    aliases = tuple(n for n in entity.names if n != name)
    return Actor(id_, name, entity.kind, entity.country, aliases, offsets)


def _best_name(entity: Entity) -> str:
    """The fullest name of a person, the first name of anything else."""
    if entity.kind is Kind.PERSON:
        return max(entity.names, key=lambda n: (len(n.split()), len(n)))
    return entity.names[0]
