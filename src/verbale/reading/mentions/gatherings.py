"""Those who protest, where only the event is named ("protests erupted in Luanda"), and what they are against."""

from collections.abc import Iterator, Mapping

from verbale.lexicon.nouns import load_nouns
from verbale.model import Kind
from verbale.reading.mention import Mention
from verbale.reading.mentions.known import Known
from verbale.reading.mentions.phrases import home, left_edge
from verbale.reading.mentions.words import NOUN_TAGS, Words

_PLACING = frozenset({"in", "across", "throughout", "around", "at", "near"})
_LODGED = frozenset({"formal", "diplomatic", "official", "strong", "written", "verbal", "solemn"})
_NOTES = frozenset({"note", "notes", "letter", "letters", "cry", "cries", "gesture"})
_REACH = 25


def find_gatherings(
    words: Words, known: Mapping[int, Known], taken: set[int], within: set[int]
) -> Iterator[Mention]:
    """A group for each event noun that stands for those who take part, and the state in "anti-government"."""
    events = load_nouns().gatherings
    for i, lower in enumerate(words.lower):
        if i in taken:
            continue
        if (
            lower in events
            and i not in within
            and words.tag[i] in ("NN", "NNS", "NNP", "NNPS")
            and _is_event(words, i)
        ):
            start = left_edge(words, i)
            country = _country(words, i, known)
            yield Mention(start, i + 1, i, Kind.GROUP, events[lower], country, "description")
        elif lower in load_nouns().governments and _is_opposed(words, i):
            yield Mention(i, i + 1, i, Kind.STATE, words.text[i], None, "description")


def _is_event(words: Words, i: int) -> bool:
    """Whether the noun heads its phrase and means a gathering, not a note or a gesture ("in protest")."""
    if words.dep[i] in ("compound", "amod", "nmod") and words.head[i] > i:
        return False
    before = words.lower[i - 1] if words.same_sentence(i - 1, i) else ""
    noted = before == "of" and words.same_sentence(i - 2, i) and words.lower[i - 2] in _NOTES
    if noted or before in _LODGED or words.tag[i] == "NN" and before in ("in", "under", "no", "without"):
        return False
    return not (words.same_sentence(i, i + 1) and words.tag[i] == "NN" and words.tag[i + 1] in NOUN_TAGS)


def _is_opposed(words: Words, i: int) -> bool:
    return words.same_sentence(i - 2, i) and words.lower[i - 1] == "-" and words.lower[i - 2] == "anti"


def _country(words: Words, event: int, known: Mapping[int, Known]) -> str | None:
    """The country of the first place named after "in", "across" ... behind the event, None without one."""
    at = event + 1
    while words.same_sentence(event, at) and at - event < _REACH:
        if words.lower[at] in _PLACING:
            found = _named_place(words, at + 1, known)
            if found:
                return found
        at += 1
    return None


def _named_place(words: Words, start: int, known: Mapping[int, Known]) -> str | None:
    """The territory within a run of names and commas ("Luanda, Angola"), articles and "cities across" looked over."""
    at = start
    while words.same_sentence(start, at) and at - start < 9:
        hit = known.get(at)
        if hit and hit.territory and hit.use in ("name", "capital"):
            return home(hit.territory)
        if not (words.is_capital(at) or words.lower[at] in (",", "the", "of", "and") or at == start):
            return None
        at += 1
    return None
