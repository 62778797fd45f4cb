"""Titles of a report, tied to those who hold them."""

from collections.abc import Sequence

from spacy.tokens import Doc

from verbale.lexicon.leaders import country_of_known
from verbale.model import Office
from verbale.reading.mention import Mention, Title
from verbale.reading.offices.countries import Countries, surname_of
from verbale.reading.offices.holders import (
    home_after,
    is_subject,
    name_after_comma,
    name_before,
    names_after_plural,
    share_international,
    share_neighbours,
    share_ranks,
)
from verbale.reading.offices.mirrors import MIRROR, is_title, mirrored_title
from verbale.reading.offices.names import is_post, name_after
from verbale.reading.offices.parts import part_at_home, part_led
from verbale.reading.offices.phrases import Phrase, find_phrases, title_text
from verbale.reading.offices.scene import Scene, survey

_SOUGHT = frozenset(
    {"nominee", "candidate", "pick", "choice", "contender", "hopeful", "nomination", "nominated", "favourite",
     "favorite", "frontrunner", "runner", "running", "run", "bid", "race", "vying", "tipped"}
)  # fmt: skip


def find_titles(doc: Doc, mentions: Sequence[Mention] = ()) -> tuple[Title, ...]:
    """Every title phrase of a report, each with its holder where the sentence names one.

    A plural title comes once for each of its holders. Without `mentions` the parser's entities serve.
    """
    return titles_in(survey(doc, mentions))


def titles_in(scene: Scene) -> tuple[Title, ...]:
    """As `find_titles`, for a report surveyed before."""
    phrases = find_phrases(scene)
    holders = find_holders(scene, phrases)
    phrases = share_international(scene, phrases, holders)
    tied = [
        (phrase, person)
        for phrase, held in zip(phrases, holders, strict=True)
        for person in (held or (None,))
    ]
    countries = Countries(scene)
    said = [_said_country(scene, phrase, person) for phrase, person in tied]
    for (phrase, person), country in zip(tied, said, strict=True):
        if person and phrase.international:
            countries.learn_international(surname_of(scene, person))
        if person and country:
            countries.learn(phrase, surname_of(scene, person), country, is_guest=phrase.country is None)
    found: list[Title] = []
    for (phrase, person), named in zip(tied, said, strict=True):
        if _is_rank_of_officer(scene, phrase, person, found):
            continue
        title = _written_title(scene, phrases, phrase)
        if title is None or (phrase.noun.scope == MIRROR and person is None):
            continue
        follows = named is None and not phrase.international
        country = _followed_country(scene, countries, phrase, person) if follows else named
        found.append(_title(scene, phrase, title, person, country))
    return tuple(found)


def find_holders(scene: Scene, phrases: Sequence[Phrase]) -> list[list[Mention]]:
    """The holders of each phrase, [] for none; runs parallel to `phrases`."""
    holders: list[list[Mention]] = []
    for phrase in phrases:
        sentence = scene.doc[phrase.head].sent
        last = holders[-1] if holders else []
        taken = last[-1].end if last and phrases[len(holders) - 1].head < last[-1].start else None
        holders.append(_holders_of(scene, phrase, sentence.start, sentence.end, taken))
    share_ranks(scene, phrases, holders)
    share_neighbours(scene, phrases, holders)
    return holders


def _holders_of(
    scene: Scene, phrase: Phrase, floor: int, ceiling: int, taken: int | None = None
) -> list[Mention]:
    """The holders of one phrase; the name that ends at `taken` has the title before it, a list goes on."""
    if _is_sought(scene, phrase):
        return []
    if phrase.many:
        return names_after_plural(scene, phrase.end, ceiling)
    person = name_after(scene, phrase.end, ceiling)
    if person is None and not (phrase.noun.named and phrase.country is None):
        person = None if is_subject(scene, phrase, ceiling) else name_before(scene, phrase.start, floor)
        apposed = name_after_comma(scene, phrase.end, ceiling)
        lists = person is not None and person.end == taken and phrase.definite
        person = apposed if lists and apposed else person or apposed
    return [person] if person else []


def _is_sought(scene: Scene, phrase: Phrase) -> bool:
    """Whether somebody is only put forward for the office: "the nominee for finance minister, Ann Roe"."""
    before = scene.words[max(0, phrase.start - 3) : phrase.start]
    return before[-1:] == ("for",) and bool(_SOUGHT.intersection(before[:-1]))


def _is_rank_of_officer(
    scene: Scene, phrase: Phrase, person: Mention | None, before: Sequence[Title]
) -> bool:
    """Whether a rank stands between its holder's title and his name: "army spokesman Colonel Stone"."""
    last = before[-1] if before else None
    return (
        phrase.noun.scope == "rank"
        and person is not None
        and last is not None
        and (last.end == phrase.start or _is_ministers(scene, last, phrase.start))
        and last.holder == person.head
        and is_post(scene, last.head)
    )


def _is_ministers(scene: Scene, title: Title, rank: int) -> bool:
    """Whether only a comma parts a title of state from a rank: "the defence minister, General Stone"."""
    state = scene.lexicon.nouns[scene.words[title.head]].scope == "state"
    return state and title.end + 1 == rank and scene.words[title.end] == ","


def _said_country(scene: Scene, phrase: Phrase, person: Mention | None) -> str | None:
    """The country that the phrase names, or that "of Israel" after the name does."""
    if phrase.international:
        return None
    if person and phrase.country is None and person.start >= phrase.head:
        return home_after(scene, person.end)
    return phrase.country


def _followed_country(
    scene: Scene, countries: Countries, phrase: Phrase, person: Mention | None
) -> str | None:
    """The country of an office that names none: from its owner ("Trump's adviser"), its holder, or its surroundings."""
    owner = scene.person_tokens.get(phrase.possessor) if phrase.possessor is not None else None
    if owner is not None:
        return owner.country or countries.seek(phrase, surname_of(scene, owner), owner.name)
    if person is None:
        return countries.seek(phrase, None)
    country = countries.seek(phrase, surname_of(scene, person), person.name)
    if country and phrase.body is None:
        countries.learn(phrase, surname_of(scene, person), country)
    return country


def _written_title(scene: Scene, phrases: Sequence[Phrase], phrase: Phrase) -> str | None:
    if phrase.noun.scope == MIRROR:
        return mirrored_title(scene, phrases, phrases.index(phrase))
    return title_text(scene, phrase) if is_title(phrase) else None


def _title(scene: Scene, phrase: Phrase, title: str, person: Mention | None, country: str | None) -> Title:
    body = scene.text(*phrase.body) if phrase.body else None
    end = person.end if person else phrase.end
    part = part_led(scene, phrase, end, country)
    if part is None and not (person and country_of_known(person.name)):
        part = part_at_home(scene, phrase, country)
    office = Office(title, body, part or country)
    return Title(
        phrase.start,
        phrase.end,
        phrase.head,
        office,
        person.head if person else None,
        phrase.former,
        phrase.international,
    )
