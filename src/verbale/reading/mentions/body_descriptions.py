"""Bodies described in lower case: "the Jordanian interior ministry", "a court in Argentina", "police"."""

from collections.abc import Mapping
from dataclasses import replace

from verbale.lexicon.nouns import load_nouns
from verbale.reading.mention import Mention
from verbale.reading.mentions.body_names import BANKS, lower_before, make_body
from verbale.reading.mentions.known import Known
from verbale.reading.mentions.phrases import country_within, left_edge, possessor, tail_end
from verbale.reading.mentions.words import Words

_NAME = frozenset({"NNP", "NNPS"})
_OFFICER = frozenset({"JJ", "NN", "NNP"})


def body_of_plain(words: Words, i: int, known: Mapping[int, Known], people: frozenset[int]) -> Mention | None:
    """A body described in lower case: "the Jordanian interior ministry", "a court in Argentina", "police"."""
    nouns = load_nouns()
    lower = words.lower[i]
    if (
        words.dep[i] in ("compound", "amod", "nmod")
        and words.head[i] > i
        and words.sentence[words.head[i]] == words.sentence[i]
    ):
        return None
    if words.same_sentence(i, i + 1) and words.lower[i + 1] == "-":
        return None
    if lower == "bank" and lower_before(words, i) in BANKS:
        return None
    if lower in nouns.acting_only and not _acts(words, i):
        return None
    start = left_edge(words, i, people)
    if any(words.tag[at] == "CD" and len(words.text[at]) == 4 for at in range(start, i)):
        return None  # "his 2024 presidential campaign" is an undertaking of that year
    if lower == "office":
        start = _before_officer(words, start, people)
    officers = lower == "office" and (start < i and words.tag[i - 1] == "POS" or _is_of_officer(words, i))
    owner = possessor(words, start, known)
    named_from = owner.start if owner else start
    start = start if owner and _is_body(owner) else named_from
    end = _officer_end(words, i) if _is_of_officer(words, i) else plain_right(words, i + 1, known, people)
    country = country_within(words, named_from, end, known)
    bare = start == i and end == i + 1
    determiner = words.lower[start - 1] if start else ""
    public = officers or any(words.lower[at] in nouns.public for at in range(start, i))
    organised = lower in nouns.organised_heads and any(
        words.lower[at] in nouns.organised for at in range(start, i)
    )
    strong = public or organised or _has_name(words, start, end)
    if lower in nouns.weak_heads and country is None and not strong:
        if determiner not in ("the", "its", "their") or not bare or lower in nouns.never_bare:
            return None
    if (
        bare
        and nouns.body_heads[lower] not in nouns.local_sorts
        and determiner not in ("the", "its", "his", "her", "their")
    ):
        return None
    found = make_body(words, start, end, i, known, "description")
    return found if named_from == start else replace(found, name=words.span_text(named_from, end))


def _acts(words: Words, i: int) -> bool:
    """Whether a noun for a body or a term does something: "the presidency said", not "its presidency of the bloc"."""
    if words.same_sentence(i, i + 1) and words.lower[i + 1] == "of":
        return False
    return words.dep[i] in ("nsubj", "poss") or (
        words.dep[i] == "pobj" and words.lower[words.head[i]] in ("by", "from")
    )


def _is_body(owner: Known) -> bool:
    """Whether the owner is a body itself, whose name stands for it: "[the EU]'s top court"."""
    return owner.institution is not None or owner.territory is not None and owner.territory.code == "eu"


def _before_officer(words: Words, start: int, people: frozenset[int]) -> int:
    """Where the officer begins whose office it is: in "the attorney general's office" the attorney."""
    owner = start - 2
    if owner < 0 or words.tag[start - 1] != "POS" or not words.same_sentence(owner, start) or owner in people:
        return start
    titles = load_nouns().titles
    titled = any(words.lower[i] in titles for i in (owner, max(owner - 1, 0)))
    return left_edge(words, owner, people) if titled else start


def _is_of_officer(words: Words, i: int) -> bool:
    """Whether an office is that of an officer: "the [office] of the prime minister"."""
    return _officer_end(words, i) > i + 1


def _officer_end(words: Words, i: int) -> int:
    """Where "of the prime minister" behind an office ends; right behind the office where no officer follows."""
    if (
        words.lower[i] != "office"
        or not words.same_sentence(i, i + 3)
        or words.lower[i + 1 : i + 3] != ["of", "the"]
    ):
        return i + 1
    at = i + 3
    while words.same_sentence(i, at) and words.tag[at] in _OFFICER and at - i < 8:
        at += 1
    return at if at > i + 3 and words.lower[at - 1] in load_nouns().titles else i + 1


def _has_name(words: Words, start: int, end: int) -> bool:
    return any(words.is_name(i) and words.tag[i] in _NAME for i in range(start, end))


def plain_right(words: Words, end: int, known: Mapping[int, Known], people: frozenset[int]) -> int:
    """Rightwards over "of internal affairs of Belarus", "in Argentina"; nothing where no name or portfolio follows."""
    at = end
    while words.same_sentence(at, at + 1) and words.lower[at] in ("of", "in", "for"):
        start = at + 1 + (words.lower[at + 1] == "the")
        if start in people or not words.same_sentence(at, start):
            break
        if words.lower[at] == "of":
            stop = tail_end(words, at + 1, known, 6)
        else:
            stop = known[start].end if start in known and known[start].territory else start
            while stop > start and stop == start and words.is_name(stop):
                stop += 1
            if stop == start and words.is_name(start) and words.tag[start] in _NAME:
                stop = start + 1
        if stop <= start or (words.lower[at] != "of" and not words.ends_phrase(stop)):
            break
        at = stop
        if words.lower[at - 1] != "affairs" and not (
            words.same_sentence(at, at + 1) and words.lower[at] == "of"
        ):
            break
    return at
