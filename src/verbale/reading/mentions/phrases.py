"""The extent of noun phrases around a head noun, and the country that their words name."""

from collections.abc import Mapping, Sequence

from verbale.lexicon.nouns import load_nouns
from verbale.lexicon.regions import load_regions
from verbale.lexicon.territories import Territory, load_territories
from verbale.reading.mentions.known import Known
from verbale.reading.mentions.words import NOUN_TAGS, Words

_MODIFIERS = NOUN_TAGS | {"JJ", "JJR", "JJS", "VBN", "VBG", "CD", "HYPH", "AFX", "NFP", "$"}
_PREFIXES = frozenset(
    {
        "far",
        "pro",
        "anti",
        "non",
        "ex",
        "semi",
        "self",
        "counter",
        "ultra",
        "centre",
        "center",
        "long",
        "high",
        "low",
    }
)
_NAMED_NOUNS = frozenset(
    {"party", "movement", "militia", "group", "alliance", "coalition", "bloc", "faction"}
)
_JOINING = frozenset({",", "and", "or", "the", "-", "–", "&"})
_NO_OPENERS = frozenset({"body", "department", "ministry", "tribunal", "party"})
_NO_MODIFIERS = frozenset({"such", "same", "said", "reportedly", "according"})


def left_edge(words: Words, head: int, people: frozenset[int] = frozenset()) -> int:
    """Where the modifiers of a noun begin, without articles and possessors; leftwards over adjectives and nouns."""
    at = head
    while words.same_sentence(at - 1, head):
        before = at - 1
        if words.tag[before] not in _MODIFIERS or words.lower[before] in _NO_MODIFIERS or before in people:
            break
        if (
            words.tag[before] in ("VBN", "VBG")
            and words.dep[before] not in ("amod", "compound", "nmod")
            and words.lower[at] != "-"
        ):
            break
        if words.tag[before] in NOUN_TAGS and not _modifies(words, before, at, head):
            break
        at = before
    joined = words.lower[at] == "-" and words.same_sentence(at - 1, head) and words.lower[at - 1] in _PREFIXES
    return at - 1 if joined else at


def _modifies(words: Words, noun: int, first: int, head: int) -> bool:
    """Whether the parser ties a noun to something to its right within the phrase."""
    target = words.head[noun]
    if words.dep[noun] == "conj" and target < noun and words.dep[target] in ("amod", "compound", "nmod"):
        target = words.head[target]
    return noun < target <= head or words.lower[first] == "-"


def is_one_of_people(words: Words, i: int) -> bool:
    """Whether a demonym stands for one of a people: "killed a Palestinian", and not "a Palestinian town"."""
    if words.dep[i] not in ("dobj", "nsubj", "nsubjpass", "pobj") or words.text[i].endswith("s"):
        return False
    start = left_edge(words, i)
    return start > 0 and words.same_sentence(start - 1, i) and words.lower[start - 1] in ("a", "an")


def follows_body_noun(words: Words, start: int) -> bool:
    """Whether a noun for a body stands right before a name: "the militant group Abu Salim"."""
    if not start or not words.same_sentence(start - 1, start) or words.tag[start - 1] != "NN":
        return False
    return words.lower[start - 1] in load_nouns().short_for and words.lower[start - 1] not in _NO_OPENERS


def precedes_body_noun(words: Words, end: int) -> bool:
    """Whether a name stands before the noun for the body that it names: "the Chadema party"."""
    if not words.same_sentence(end - 1, end) or words.lower[end] not in _NAMED_NOUNS:
        return False
    return words.head[end - 1] == end and words.dep[end - 1] in ("compound", "nmod", "amod")


def with_quantity(words: Words, start: int) -> int:
    """The start of a phrase with the number words before it: "at least 12", "dozens of", "more than 300"."""
    at = start
    while words.same_sentence(at - 1, start) and (
        words.tag[at - 1] == "CD" or words.lower[at - 1] in load_nouns().quantifiers
    ):
        at -= 1
    while (
        at < start
        and words.lower[at] in ("of", "to", "than", "between", "at", "up")
        and words.lower[at + 1] not in ("least", "to")
    ):
        at += 1
    return at


def tail_end(words: Words, start: int, known: Mapping[int, Known], limit: int = 9) -> int:
    """The end of a short noun phrase that starts at `start` after a preposition: up to a verb, comma or preposition."""
    end = start
    while words.same_sentence(start, end) and end - start < limit:
        tag = words.tag[end]
        if end in known:
            end = listed_end(words, known[end].end, known)
        elif tag in _MODIFIERS and tag != "VBG" or tag in ("POS", "PRP$") or tag == "DT" and end == start:
            end += 1
        elif (
            words.lower[end] == "and"
            and end > start
            and words.same_sentence(end, end + 1)
            and _same_case(words, end)
        ):
            end += 1
        else:
            break
    while end > start and words.tag[end - 1] not in NOUN_TAGS:
        end -= 1
    return end


def listed_end(words: Words, end: int, known: Mapping[int, Known]) -> int:
    """Past the rest of a list of territories that "and" closes: ", Togo and Benin" after "the presidents of Ghana"."""
    at = end
    while words.same_sentence(end, at) and words.lower[at] in (",", "and"):
        closed = words.lower[at] == "and"
        at += 1
        if not closed and words.same_sentence(end, at) and words.lower[at] == "and":
            closed, at = True, at + 1
        at += words.same_sentence(end, at) and words.lower[at] == "the"
        if at not in known or not known[at].territory or known[at].use != "name":
            return end
        at = known[at].end
        if closed:
            return at
    return end


def _same_case(words: Words, conjunction: int) -> bool:
    return (
        words.is_capital(conjunction - 1)
        and words.is_capital(conjunction + 1)
        and words.tag[conjunction + 1] in NOUN_TAGS | {"JJ"}
    )


def home(territory: Territory) -> str:
    """The code of a territory for those who belong to it: of the state for a subdivision that is a mere region."""
    if territory.kind == "subdivision" and territory.parent:
        return territory.parent
    return territory.code


def country_within(
    words: Words, start: int, end: int, known: Mapping[int, Known], *, parts: bool = False
) -> str | None:
    """The country that the first territory or national institution among the tokens names, None without one.

    `parts`: the part of a state where one with a government of its own is named ("us-wi"), and not the state.

    "pro-Russian" and "anti-French" say whom people are for or against, not whose they are; Afghan troops that
    are "U.S.-trained" are Afghan.
    """
    joined: str | None = None
    for i in range(start, end):
        hit = known.get(i)
        if hit and i > 1 and words.lower[i - 1] == "-" and words.lower[i - 2] in ("pro", "anti"):
            continue
        if hit is None:
            region = load_regions().at(words.text[i:end], 0)
            if region and region[1]:
                return joined or region[1]
            continue
        country = _country_of(hit, parts=parts)
        if country and (hit.end >= end or words.lower[hit.end] != "-"):
            return country
        joined = joined or country
    return joined


def _country_of(hit: Known, *, parts: bool) -> str | None:
    territory = hit.territory
    if territory and territory.code != "eu":
        exact = parts and territory.is_federated or territory.is_separate
        return territory.code if exact else home(territory)
    return hit.institution.country if hit.institution else None


def names_several(texts: Sequence[str]) -> bool:
    """Whether a phrase joins countries: "leaders of Peru and Chile", "Norwegian, Danish and Polish troops"."""
    table, last, codes, at = load_territories(), None, set[str](), 0
    while at < len(texts):
        hit = table.longest_at(texts, at) if texts[at][:1].isupper() else None
        if hit:
            joined = last is not None and all(word.lower() in _JOINING for word in texts[last:at])
            codes = {*codes, hit.territory.code} if joined else {hit.territory.code}
            if len(codes) > 1:
                return True
            last = hit.end
        at = hit.end if hit else at + 1
    return False


def possessor(words: Words, start: int, known: Mapping[int, Known]) -> Known | None:
    """The known name right before "'s" or "the" that owns the phrase ("Spain's", "the U.S."), None without one."""
    if start < 2 or words.tag[start - 1] != "POS":
        return None
    for first in range(start - 2, max(start - 8, -1), -1):
        hit = known.get(first)
        if hit and hit.end == start - 1:
            return hit
    return None
