"""Parties that only the words around them give away: "the Unity for Norland coalition", "Ana Kos of NDK"."""

from collections.abc import Iterator, Mapping

from verbale.lexicon.memberships import load_membership_words
from verbale.model import Kind
from verbale.reading.mention import Mention
from verbale.reading.mentions.known import Known
from verbale.reading.mentions.phrases import country_within
from verbale.reading.mentions.words import Words

_JOINERS = frozenset({"and", "for", "of", "to", "in", "the", "-", "–", "&"})
_LONGEST = 8


def find_parties(words: Words, known: Mapping[int, Known], people: frozenset[int]) -> Iterator[Mention]:
    """Mentions of parties and alliances whose names end in a plain noun, and of acronyms that vote in this report."""
    party = load_membership_words()
    voting = None
    for i, lower in enumerate(words.lower):
        if lower in party.own and not words.is_capital(i):
            mention = _named_before(words, i, known, people)
            if mention:
                yield mention
        elif lower == "of" and i - 1 in people and _is_acronym(words, i + 1, known):
            if voting is None:
                voting = not party.votes.isdisjoint(words.lower)
            if voting:
                yield Mention(i + 1, i + 2, i + 1, Kind.BODY, words.text[i + 1])


def _named_before(
    words: Words, noun: int, known: Mapping[int, Known], people: frozenset[int]
) -> Mention | None:
    """The party whose name stands before a plain noun: "the Unity for Norland coalition" is "Unity for Norland"."""
    start = _name_start(words, noun, people)
    if start is None or not any(_is_own_word(words, i, known) for i in range(start, noun)):
        return None
    name = words.span_text(start, noun)
    return Mention(start, noun + 1, noun, Kind.BODY, name, country_within(words, start, noun, known))


def _name_start(words: Words, noun: int, people: frozenset[int]) -> int | None:
    """Where the capitalised name before `noun` begins, None where none stands right before it."""
    start = at = noun
    while at > 0 and noun - at < _LONGEST and words.same_sentence(at - 1, noun):
        at -= 1
        if at in people or words.lower[at] == "the" and not words.is_capital(at) and start == at + 1:
            break
        if words.is_name(at):
            start = at
        elif words.lower[at] not in _JOINERS or start == noun:
            break
    return start if start < noun else None


def _is_own_word(words: Words, i: int, known: Mapping[int, Known]) -> bool:
    """Whether a word of a name is more than a country, a title or the beginning of the sentence."""
    if not words.is_name(i) or words.tag[i] not in ("NNP", "NNPS") or i in words.starts:
        return False
    return not any(start in known and known[start].end > i for start in range(max(0, i - 3), i + 1))


def _is_acronym(words: Words, i: int, known: Mapping[int, Known]) -> bool:
    if not words.same_sentence(i - 1, i) or i in known:
        return False
    return words.text[i].isalpha() and words.text[i].isupper() and 2 <= len(words.text[i]) <= 7
