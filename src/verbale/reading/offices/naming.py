"""Persons that a title gives away: a name in a holder's place is a person's, whatever the parser took it for."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from verbale.model import Kind
from verbale.reading.mention import Mention
from verbale.reading.offices.phrases import Phrase, find_phrases
from verbale.reading.offices.run_on import split_mentions
from verbale.reading.offices.scene import Scene, survey

LONGEST_NAME = 5
MOST_NAMES = 8


def name_holders(doc: Doc, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions of a report, with those names made persons that a title puts in a holder's place.

    "President Patrice Talon" is a person even where the parser took "Patrice Talon" for an organisation or
    for nothing. Names that hold a territory or a word for an institution are left alone.
    """
    mentions = split_mentions(doc, mentions)
    scene = survey(doc, mentions)
    covered = {token: mention for mention in mentions for token in range(mention.start, mention.end)}
    found: dict[int, Mention] = {}
    for phrase in find_phrases(scene):
        for start in _places(scene, phrase):
            person = _person_at(scene, covered, start)
            if person:
                found[person.start] = person
    replaced = {token for person in found.values() for token in range(person.start, person.end)}
    kept = [mention for mention in mentions if not replaced.intersection(range(mention.start, mention.end))]
    return tuple(sorted([*kept, *found.values()], key=lambda mention: (mention.start, mention.end)))


def _places(scene: Scene, phrase: Phrase) -> Iterator[int]:
    """First tokens of the names that may hold the office of a phrase: after it, after a comma, in its list."""
    if phrase.many:
        yield from _list_places(scene, phrase)
        return
    ceiling = scene.doc[phrase.head].sent.end
    yield phrase.end
    if (
        phrase.end < ceiling
        and scene.words[phrase.end] == ","
        and (phrase.definite or phrase.country or phrase.body)
    ):
        yield phrase.end + 1
    floor = scene.doc[phrase.head].sent.start
    if phrase.start - 1 > floor and scene.words[phrase.start - 1] == ",":
        start = phrase.start - 1
        while start > max(floor, phrase.start - 1 - LONGEST_NAME) and _is_name_token(scene, start - 1):
            start -= 1
        yield start


def _list_places(scene: Scene, phrase: Phrase) -> Iterator[int]:
    at, ceiling = phrase.end, scene.doc[phrase.head].sent.end
    for _ in range(MOST_NAMES):
        start = at
        while at < ceiling and _is_name_token(scene, at):
            at += 1
        if at == start:
            return
        yield start
        if at + 1 < ceiling and scene.words[at] == "of" and at + 1 in scene.territories_at:
            at = scene.territories_at[at + 1].end
        if at >= ceiling or scene.words[at] not in (",", "and"):
            return
        at += 1 + (at + 1 < ceiling and scene.words[at + 1] == "and")


def _person_at(scene: Scene, covered: dict[int, Mention], start: int) -> Mention | None:
    """The person whose name begins at `start`, where it is not one already; None where no name does."""
    while start + 1 < len(scene.words) and scene.words[start] in scene.lexicon.honorifics:
        start += 1
    if start >= len(scene.words) or start in scene.person_tokens or not scene.is_capital(start):
        return None
    mention = covered.get(start)
    end = start
    while end < min(len(scene.words), start + LONGEST_NAME) and _is_name_token(scene, end):
        end += 1
    while end > start and not scene.is_capital(end - 1):
        end -= 1
    alone = (
        end - start == 1 and mention is None and scene.doc[start].is_sent_start and scene.words[end] == ","
    )
    drawn = mention is not None and mention.kind is Kind.OFFICE and mention.end == end
    fits = mention is None or drawn or (mention.start, mention.end, mention.kind) == (start, end, Kind.BODY)
    if all(scene.words[at] in scene.lexicon.honorifics for at in range(start, end)):
        return None
    if (end - start == 1 and not alone) or not fits:
        return None
    return Mention(start, end, scene.doc[start:end].root.i, Kind.PERSON, scene.text(start, end))


def _is_name_token(scene: Scene, at: int) -> bool:
    word, token = scene.words[at], scene.doc[at]
    if at in scene.person_tokens or at in scene.territories_at or word in scene.lexicon.nouns:
        return False
    if word in scene.lexicon.institutions or word in scene.lexicon.portfolios or word in scene.lexicon.ranks:
        return False
    return (
        token.tag_ in ("NNP", "NNPS") and token.text[:1].isupper() and token.ent_type_ not in ("DATE", "TIME")
    ) or word in scene.lexicon.name_particles
