"""Groups: people without one name, by plural and collective nouns with their modifiers and short "of" phrases."""

from collections.abc import Iterator, Mapping

from verbale.lexicon.nouns import load_nouns
from verbale.model import Kind
from verbale.reading.mention import Mention
from verbale.reading.mentions.known import Known
from verbale.reading.mentions.phrases import (
    country_within,
    is_one_of_people,
    left_edge,
    listed_end,
    names_several,
    possessor,
    tail_end,
    with_quantity,
)
from verbale.reading.mentions.words import Words

_INDEFINITE = frozenset(
    {"a", "an", "one", "another", "the", "his", "her", "their", "its", "unidentified", "unknown"}
)
_EITHER = frozenset({"side", "party"})


def find_groups(
    words: Words, known: Mapping[int, Known], people: frozenset[int], taken: set[int]
) -> Iterator[Mention]:
    """Mentions of groups outside the tokens `taken`, those of bodies and states."""
    nouns = load_nouns()
    peoples = _people_tokens(words, known)
    for i, lower in enumerate(words.lower):
        if i in people or i in taken:
            continue
        tag = words.tag[i]
        if i in peoples:
            yield group_at(words, i, known, people)
        elif tag in ("NNS", "NNPS", "NN", "NNP", "CD", "JJ") and (
            lower in nouns.plurals or lower in nouns.collectives or lower in nouns.humans
        ):
            if _is_group(words, i, people):
                yield group_at(words, i, known, people)
        elif lower in _EITHER and i > 0 and words.lower[i - 1] == "each" and words.dep[i] == "nsubj":
            yield Mention(i, i + 1, i, Kind.GROUP, words.text[i], None, "description")


def _people_tokens(words: Words, known: Mapping[int, Known]) -> frozenset[int]:
    """Last tokens of nouns for a people: "Serbians", "the Kurds"."""
    nouns = load_nouns()
    named = {
        hit.end - 1
        for hit in known.values()
        if hit.use == "people"
        or hit.use == "adjective"
        and (words.tag[hit.end - 1] in ("NNS", "NNPS") or is_one_of_people(words, hit.end - 1))
    }
    plural = {
        i
        for i, text in enumerate(words.text)
        if text in nouns.peoples and words.tag[i] in ("NNS", "NNPS") and text[-1] == "s"
    }
    return frozenset(named | plural)


def _is_group(words: Words, i: int, people: frozenset[int]) -> bool:
    """Whether a noun for people heads a phrase of its own that stands for somebody without a name."""
    nouns = load_nouns()
    lower = words.lower[i]
    if i > 1 and words.lower[i - 1] == "-" and words.lower[i - 2] == "to":
        return False
    if lower in nouns.plurals and words.same_sentence(i, i + 2) and words.lower[i + 1] == "of":
        return True
    if (
        words.dep[i] in ("compound", "amod", "nmod", "npadvmod")
        and words.head[i] > i
        and words.tag[words.head[i]] in ("NN", "NNS", "NNP", "NNPS")
    ):
        return False
    if words.same_sentence(i, i + 1) and (i + 1 in people or words.lower[i + 1] == "-"):
        return False
    start = left_edge(words, i, people)
    if lower in nouns.counted:
        return _counts_people(words, i)
    if lower in nouns.humans and lower not in nouns.plurals and words.tag[i] in ("NN", "NNP"):
        determiner = words.lower[start - 1] if start else ""
        apposed = words.dep[i] in ("appos", "attr") and words.lower[words.head[i]] != "there"
        return (
            words.tag[i] == "NN"
            and not apposed
            and (determiner in _INDEFINITE or words.tag[start] == "CD" or start == i - 1)
        )
    return words.tag[i] != "JJ" and not (words.tag[i] == "NNP" and lower not in nouns.collectives)


def _counts_people(words: Words, i: int) -> bool:
    """Whether a word of number stands for people: "29 others", "dozens of MEK fighters", "hundreds were killed"."""
    nouns = load_nouns()
    if words.same_sentence(i, i + 2) and words.lower[i + 1] == "of" and words.tag[i + 2] != "VBG":
        for j in range(i + 2, min(i + 7, len(words))):
            if words.lower[j] in nouns.plurals or words.lower[j] in nouns.collectives:
                return True
            if words.tag[j] not in (
                "JJ",
                "NN",
                "NNP",
                "CD",
                "DT",
                "NNS",
                "NNPS",
                "HYPH",
                "PRP$",
                "VBN",
                "RB",
            ):
                return False
        return False
    if words.lower[i] in ("others", "hundreds", "thousands", "dozens"):
        return words.dep[i] in ("nsubj", "nsubjpass", "dobj", "conj", "pobj")
    return words.lower[i] in ("group", "crowd", "couple", "groups", "crowds", "members", "network") and (
        words.tag[i] in ("NNS", "NNPS") or i > 0 and words.lower[i - 1] in ("the", "a")
    )


def group_at(words: Words, i: int, known: Mapping[int, Known], people: frozenset[int]) -> Mention:
    """The group whose noun is at `i`, with its modifiers, number and origin: "two women from Peru"."""
    first = left_edge(words, i, people)
    joined = _peoples_left(words, first, known)
    start = with_quantity(words, joined)
    owner = possessor(words, start, known)
    if owner:
        start = owner.start
    end = _right(words, i + 1, known)
    several = joined < first or names_several(words.text[start:end])
    country = None if several else country_within(words, start, end, known)
    return Mention(start, end, i, Kind.GROUP, words.span_text(start, end), country, "description")


def _peoples_left(words: Words, start: int, known: Mapping[int, Known]) -> int:
    """Leftwards over further peoples that a group is of: "Cuban, Chilean and [Peruvian officials]"."""
    at = start
    if at not in known or known[at].use != "adjective":
        return start
    while words.same_sentence(at - 2, start) and words.lower[at - 1] == ("and" if at == start else ","):
        before = next((k for k in range(at - 2, max(at - 5, -1), -1) if k in known), None)
        if before is None or known[before].end != at - 1 or not known[before].territory:
            break
        if words.dep[at - 2] not in ("amod", "compound", "nmod", "conj"):
            break
        at = before
    return left_edge(words, at) if at < start else start


def _right(words: Words, end: int, known: Mapping[int, Known]) -> int:
    """Rightwards over "of the Sámi Parliament", "in Serbia", "from the Balkans", lists of names included."""
    at = end
    if not words.same_sentence(at, at + 1):
        return end
    if words.lower[at] == "of":
        at = tail_end(words, at + 1, known)
        if at <= end + 1:
            return end
    if words.same_sentence(at, at + 1) and words.lower[at] in ("in", "from", "at"):
        start = at + 1 + (words.lower[at + 1] == "the")
        if start in known and known[start].territory:
            return listed_end(words, known[start].end, known)
    return at
