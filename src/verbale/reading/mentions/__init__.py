"""Mentions: the noun phrases of a report that may stand for an actor."""

from spacy.tokens import Doc

from verbale.model import Kind
from verbale.reading.affiliations import find_affiliations
from verbale.reading.mention import Mention
from verbale.reading.mentions.bodies import find_bodies, short_names
from verbale.reading.mentions.gatherings import find_gatherings
from verbale.reading.mentions.groups import find_groups
from verbale.reading.mentions.known import find_known
from verbale.reading.mentions.namesakes import settle_namesakes
from verbale.reading.mentions.people import find_people
from verbale.reading.mentions.pronouns import find_pronouns
from verbale.reading.mentions.states import find_states
from verbale.reading.mentions.sufferers import find_sufferers
from verbale.reading.mentions.words import Words, read_words

__all__ = ["find_mentions"]


def find_mentions(doc: Doc) -> tuple[Mention, ...]:
    """Persons, bodies, states, groups and pronouns in order of the text, at most one for each head.

    A state may lie within a group or body phrase that it owns ("Spain" in "Spain's Supreme Court");
    offices without a name are left to the titles. Countries are those that the phrase itself names.
    """
    words = read_words(doc)
    known = settle_namesakes(words, find_known(words))
    spans = find_people(words, known)
    inside = frozenset(i for start, end in spans for i in range(start, end))
    bodies = find_bodies(words, known, inside)
    short = short_names(words, spans, bodies)
    bodies += short
    shortened = {m.start for m in short}
    spans = [span for span in spans if span[0] not in shortened]
    mentions = [Mention(s, e, words.root(s, e), Kind.PERSON, words.span_text(s, e)) for s, e in spans]
    mentions += bodies
    mentions += [
        Mention(a.token, a.token + 1, a.token, Kind.BODY, a.name, a.country)
        for a in find_affiliations(doc, inside.__contains__)
    ]
    taken = {i for m in bodies for i in range(m.start, m.end)}
    mentions += find_states(words, known, inside, taken)
    taken.update(m.head for m in mentions)
    groups = list(find_groups(words, known, inside, taken))
    groups += find_sufferers(words, known, inside, taken | {m.head for m in groups})
    within = {i for m in groups for i in range(m.start, m.head)}
    heads = {m.head for m in groups}
    mentions = [m for m in mentions if not (m.head in within and _modifies(words, m.head, heads))]
    mentions += groups
    mentions += find_gatherings(words, known, taken, within)
    mentions += find_pronouns(words)
    by_head: dict[int, Mention] = {}
    for mention in mentions:
        by_head.setdefault(mention.head, mention)
    return tuple(sorted(by_head.values(), key=lambda m: (m.start, m.end)))


def _modifies(words: Words, token: int, heads: set[int]) -> bool:
    """Whether a token is an adjective of one of these heads ("Israeli" in "Israeli forces")."""
    at = token
    while words.dep[at] == "conj" and words.head[at] < at:
        at = words.head[at]
    return words.tag[token] == "JJ" and words.head[at] in heads
