"""Persons: the parser's names of people, corrected by titles, tables and the report itself."""

from collections.abc import Iterator, Mapping

from verbale.lexicon.nouns import NounLexicon, load_nouns
from verbale.lexicon.places import load_place_words
from verbale.lexicon.titles import load_titles
from verbale.reading.mentions.known import Known
from verbale.reading.mentions.name_extent import (
    Span,
    clean,
    is_honorific,
    is_name_shape,
    join_left,
    run_right,
)
from verbale.reading.mentions.name_guesses import looks_like_person, unlabelled
from verbale.reading.mentions.phrases import follows_body_noun, precedes_body_noun
from verbale.reading.mentions.words import Words

_NAME = frozenset({"NNP", "NNPS"})
_MISTAKEN = frozenset({"ORG", "GPE", "NORP", "LOC", "FAC", "WORK_OF_ART", "PRODUCT"})
_LOCATING = frozenset({"in", "at", "near", "outside", "around", "across", "inside"})


def find_people(words: Words, known: Mapping[int, Known]) -> list[Span]:
    """Spans of personal names without titles, in order; a name found once is found everywhere."""
    nouns = load_nouns()
    covered = {i for hit in known.values() for i in range(hit.start, hit.end)}
    spans: dict[int, Span] = {}
    for start, end in _candidates(words, covered, nouns):
        name = clean(words, start, end, covered, nouns)
        if name and not any(i in spans for i in range(*name)):
            for i in range(*name):
                spans[i] = name
    _spread(words, spans, covered, nouns)
    return sorted(set(spans.values()))


def _candidates(words: Words, covered: set[int], nouns: NounLexicon) -> Iterator[Span]:
    """Spans that may be names: after a title first, then the parser's PERSON entities."""
    titles = load_titles().nouns
    for i in range(1, len(words)):
        if not words.is_name(i) or i in covered or words.tag[i] not in _NAME:
            continue
        before = words.lower[i - 1].rstrip(".")
        if is_honorific(words, i - 1, nouns) or (
            (before in titles or before in nouns.titles) and _is_title_use(words, i - 1)
        ):
            end = run_right(words, i, covered, nouns)
            if is_name_shape(words, i, end, nouns) and not _names_a_thing(words, i, end, nouns):
                yield i, end
    for ent in words.doc.ents:
        if ent.label_ == "PERSON":
            if not _is_place_or_thing(words, ent.start, ent.end):
                yield ent.start, ent.end
        elif ent.label_ in _MISTAKEN:
            span = looks_like_person(words, ent.start, ent.end, covered, nouns)
            if span:
                yield span
    yield from unlabelled(words, covered, nouns)


def _is_title_use(words: Words, i: int) -> bool:
    return words.tag[i] not in ("NNS", "NNPS", "VB", "VBP", "VBZ") and words.same_sentence(i, i + 1)


def _names_a_thing(words: Words, start: int, end: int, nouns: NounLexicon) -> bool:
    """Whether a title and a name call a firm, a shop or a ship: "General Motors", "the Queen Mary hotel"."""
    if words.lower[start] in nouns.not_surnames:
        return True
    if words.lower[start - 1] not in nouns.brand_titles or not words.same_sentence(start, end):
        return False
    return words.tag[end] == "NN" and end <= words.head[end - 1] <= end + 2


def _is_place_or_thing(words: Words, start: int, end: int) -> bool:
    """Whether a PERSON entity is a place, a body ("the rebel group Abu Salim") or a thing ("Hong Hai 16")."""
    if precedes_body_noun(words, end) or follows_body_noun(words, start):
        return True
    if words.same_sentence(start, end) and words.tag[end] == "CD":
        return True
    if end - start == 1:
        return start > 0 and words.lower[start - 1] in _LOCATING
    first, last = words.lower[start], words.lower[end - 1]
    return last in load_place_words().kinds or first in load_nouns().opens_things


def _spread(words: Words, spans: dict[int, Span], covered: set[int], nouns: NounLexicon) -> None:
    """Find the surnames and single names of the persons found wherever else they stand. Changes `spans`."""
    last: set[str] = set()
    full: dict[str, list[list[str]]] = {}
    for start, stop in sorted(set(spans.values())):
        end = stop
        while end - 1 > start and words.lower[end - 1].rstrip(".") in nouns.suffixes | {","}:
            end -= 1
        name = words.text[start:end]
        last.add(name[-1])
        full.setdefault(name[0], []).append(name)
        if len(name) > 2 and name[-2] == "-":
            last.add(name[-3])
    for i in range(len(words)):
        if i in spans or i in covered or not words.is_capital(i):
            continue
        longest = max(
            (n for n in full.get(words.text[i], ()) if words.text[i : i + len(n)] == n), key=len, default=None
        )
        end = i + len(longest) if longest else i + 1 if words.text[i] in last else 0
        if end and _stands_alone(words, i, end, nouns):
            start = join_left(words, i, covered, nouns)
            start = i if start in spans or words.text[start].islower() else start
            for j in range(start, end):
                spans[j] = (start, end)


def _stands_alone(words: Words, start: int, end: int, nouns: NounLexicon) -> bool:
    """Whether a known surname is no part of another name ("Trump Tower", "Merkel Foundation")."""
    if words.tag[start] not in ("NNP", "NNPS", "NN", "JJ", "NNS", "VB", "VBP", "RB", "FW", "XX", "UH", "VBZ"):
        return False
    after = end if words.same_sentence(start, end) else -1
    if after > 0 and words.tag[after] in _NAME and words.is_capital(after) and words.head[start] == after:
        return words.lower[after] in nouns.governments
    return True
