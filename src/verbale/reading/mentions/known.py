"""Names known from the tables: territories with all their forms, and institutions."""

from collections.abc import Mapping
from dataclasses import dataclass

from verbale.lexicon.nouns import Institution, NounLexicon, load_nouns
from verbale.lexicon.territories import Territory, Use, load_territories
from verbale.lexicon.titles import load_titles
from verbale.reading.mentions.words import Words

_LONGEST = 9
_CONTINENTS = frozenset({"central", "south", "north", "latin", "spanish"})


@dataclass(frozen=True, slots=True)
class Known:
    """Tokens `start` to `end` that a table knows: a territory in some use, or an institution."""

    start: int
    end: int
    territory: Territory | None = None
    use: Use | None = None
    institution: Institution | None = None


def find_known(words: Words) -> dict[int, Known]:
    """Known names by their first token, the longest at each place, left to right without overlap."""
    nouns, territories = load_nouns(), load_territories()
    persons = _longer_persons(words)
    found: dict[int, Known] = {}
    at, text, count = 0, words.text, len(words)
    while at < count:
        hit = None
        if text[at][:1].isupper() or text[at].startswith("al"):
            hit = _institution_at(words, at, nouns)
            place = territories.longest_at(text, at) if text[at][:1].isupper() else None
            if place and _is_continent(words, at):
                place = None
            if place and (hit is None or place.end > hit.end):
                hit = Known(at, place.end, territory=place.territory.as_now(), use=place.use)
            if hit and (_within_name(words, hit, persons) or _is_first_name(words, hit)):
                hit = None
        if hit:
            found[at] = hit
        at = hit.end if hit else at + 1
    return found


def _is_continent(words: Words, at: int) -> bool:
    """Whether a word ends the name of a continent: "Central [America]", "South [American] leaders"."""
    of_america = words.lower[at] in ("america", "american", "americans")
    return of_america and at > 0 and words.text[at - 1].istitle() and words.lower[at - 1] in _CONTINENTS


def _longer_persons(words: Words) -> Mapping[int, tuple[int, int]]:
    """Tokens of PERSON entities of two words and more, with the bounds of the entity."""
    return {
        i: (ent.start, ent.end)
        for ent in words.doc.ents
        if ent.label_ == "PERSON" and ent.end - ent.start > 1
        for i in range(ent.start, ent.end)
    }


def _within_name(words: Words, hit: Known, persons: Mapping[int, tuple[int, int]]) -> bool:
    """Whether a match is only a part of a longer name of a person ("Chad Wolf", "Paris Hilton")."""
    bounds = persons.get(hit.start)
    if bounds is None:
        return False
    if hit.use in ("adjective", "people"):
        return _is_surname(words, hit, bounds)
    if hit.institution and hit.end - hit.start > 1:
        return False
    inside = bounds[0] <= hit.start and hit.end <= bounds[1] and hit.end - hit.start < bounds[1] - bounds[0]
    return inside and all(words.is_name(i) for i in range(*bounds))


def _is_surname(words: Words, hit: Known, bounds: tuple[int, int]) -> bool:
    """Whether a people's name ends the name of a person and tells of nothing that follows ("Peter Magyar")."""
    last = hit.end - 1
    if hit.end != bounds[1] or hit.start == bounds[0] or words.tag[last] not in ("NNP", "NNPS"):
        return False
    first = words.lower[bounds[0]]
    return first not in load_titles().nouns and words.dep[last] not in ("amod", "compound", "nmod")


def _is_first_name(words: Words, hit: Known) -> bool:
    """Whether a territory's name right after a title and before a name is a first name ("minister Israel Katz")."""
    at = hit.start
    if hit.end - at != 1 or hit.territory is None or at == 0 or not words.same_sentence(at - 1, at + 1):
        return False
    follows = words.is_name(at + 1) and words.tag[at + 1] in ("NNP", "NNPS")
    title = load_titles().nouns.get(words.lower[at - 1])
    return (
        title is not None and not title.plural and follows and words.lower[at + 1] not in load_titles().nouns
    )


def _institution_at(words: Words, start: int, nouns: NounLexicon) -> Known | None:
    if words.text[start] not in nouns.first_words:
        return None
    key, best = "", None
    for end in range(start + 1, min(start + _LONGEST, len(words)) + 1):
        key += words.text[end - 1]
        hit = nouns.institutions.get(key)
        if hit:
            best = Known(start, end, institution=hit)
    if best and (best.end == start + 1 and _is_ordinary(words, start) or _begins_longer(words, best)):
        return None
    return best


def _begins_longer(words: Words, hit: Known) -> bool:
    """Whether a name only begins another: "The Times Literary Supplement", "the National Conference of Bishops"."""
    after = hit.end
    if not words.same_sentence(hit.start, after + 1):
        return False
    if words.lower[hit.start] == "the":
        return words.is_name(after)
    goes_on = words.lower[after] == "of" and words.is_name(after + 1) and after - hit.start > 1
    return goes_on and load_territories().longest_at(words.text, after + 1) is None


def _is_ordinary(words: Words, i: int) -> bool:
    """Whether a one-word name that is also a plain word stands in no place for a name."""
    if words.lower[i] not in load_nouns().ordinary:
        return False
    neighbour_left = i > 0 and words.is_name(i - 1) and i - 1 not in words.starts
    neighbour_right = i + 1 < len(words) and words.is_name(i + 1)
    return i in words.starts or words.tag[i] not in ("NNP", "NNPS") or neighbour_left or neighbour_right
