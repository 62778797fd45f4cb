"""Personal names that the parser missed or took for something else."""

from collections.abc import Iterator
from functools import cache

from verbale.lexicon.nouns import NounLexicon, load_nouns
from verbale.lexicon.spelling import fold
from verbale.lexicon.titles import load_titles
from verbale.reading.mentions.name_extent import Span, run_right
from verbale.reading.mentions.words import Words

_NAME = frozenset({"NNP", "NNPS"})
_PASSIVE = frozenset({"was", "is", "has", "had", "been", "will", "be"})
_CHOSEN = frozenset(
    {"elected", "re-elected", "appointed", "named", "chosen", "nominated", "sworn", "reappointed"}
)
_BECOMING = frozenset({"DT", "PRP$", "JJ", "NN", "NNP", "VBG", "HYPH", "POS"})


def looks_like_person(
    words: Words, start: int, end: int, covered: set[int], nouns: NounLexicon
) -> Span | None:
    """The person's name in an entity of another sort: after a country ("Israel Ann Roe"), or by its first name."""
    last = max((i for i in range(start, end) if i in covered), default=start - 1)
    if last >= start and end - last > 2 and words.lower[last + 1] not in ("'s", "'", "and", ",", "-"):
        start = last + 1
    while start < end and (start in covered or words.lower[start] in title_like()):
        start += 1
    end = next(
        (i for i in range(start, end) if words.lower[i] in ("of", "'s", "'", ",", "and", "for", "in")), end
    )
    if end - start == 1 and is_known_surname(words, start, end, nouns):
        return None if start and words.lower[start - 1] in ("the", "-") else (start, end)
    if not 2 <= end - start <= 5 or start and words.lower[start - 1] in ("the", "a", "an"):
        return None
    if any(
        words.tag[i] not in _NAME and words.lower[i] not in nouns.particles and words.lower[i] != "-"
        for i in range(start, end)
    ):
        return None
    if any(
        words.text[i].isupper() and len(words.text[i]) > 2 or words.lower[i] in nouns.body_heads
        for i in range(start, end)
    ):
        return None
    if any(
        words.lower[i] in nouns.collectives
        or words.lower[i] in nouns.humans
        or words.lower[i] in nouns.not_bodies
        for i in range(start, end)
    ):
        return None
    first = fold(words.lower[start])
    after = words.lower[end : end + 2]
    led = words.lower[max(start - 2, 0) : start] in (["led", "by"], ["headed", "by"], ["chaired", "by"])
    named = led or _named_as(words, end, nouns)
    if named or is_given_name(first) or after == [",", "who"] or _after_person_noun(words, start, nouns):
        return start, end
    return None


def _named_as(words: Words, end: int, nouns: NounLexicon) -> bool:
    """Whether what a person becomes follows: "named Alaba Idris as his successor", "... was elected chairman"."""
    if end >= len(words) or not words.same_sentence(end - 1, end):
        return False
    chosen = _election_after(words, end)
    if chosen is None and words.lower[end] != "as":
        return False
    end = end if chosen is None else chosen
    for at in range(end + 1, min(end + 9, len(words))):
        if not words.same_sentence(end, at) or words.tag[at] not in _BECOMING:
            return False
        if words.lower[at] in nouns.titles or words.lower[at] in load_titles().no_offices:
            return words.lower[at] not in nouns.collectives
    return False


def _election_after(words: Words, at: int) -> int | None:
    """The last token of "was elected", "was sworn in as" from token `at` on; None for no such words."""
    start = at
    while at < len(words) - 1 and words.lower[at] in _PASSIVE:
        at += 1
    if at == start or words.lower[at] not in _CHOSEN:
        return None
    while at + 1 < len(words) and words.lower[at + 1] in ("in", "as"):
        at += 1
    return at


@cache
def title_like(nouns_language: str = "en") -> frozenset[str]:
    """Every noun that can stand before a name as a title."""
    return frozenset(load_titles(nouns_language).nouns) | load_nouns(nouns_language).titles


def _after_person_noun(words: Words, start: int, nouns: NounLexicon) -> bool:
    """Whether a noun for a person stands right before, with or without a comma ("his lawyer, Ann Roe")."""
    at = start - 1
    if at > 0 and words.lower[at] == ",":
        at -= 1
    lower = words.lower[at] if at >= 0 and words.same_sentence(at, start) else ""
    return (
        lower in load_titles().nouns
        or lower in nouns.titles
        or lower in nouns.humans
        and lower not in nouns.plurals
    )


def is_given_name(word: str) -> bool:
    """Whether a folded lower-case word is a usual first name."""
    nouns = load_nouns()
    return word in nouns.female or word in nouns.male


def unlabelled(words: Words, covered: set[int], nouns: NounLexicon) -> Iterator[Span]:
    """Runs of names that the parser took for no entity: a first name with a surname, or a lone subject that speaks."""
    i = 0
    while i < len(words):
        if i in covered or not words.is_capital(i) or words.doc[i].ent_type_:
            i += 1
            continue
        if words.tag[i] not in _NAME:
            if i in words.starts and _opens_sentence(words, i, nouns):
                yield i, i + 1
            i += 1
            continue
        end = run_right(words, i, covered, nouns)
        plain = all(
            not words.doc[j].ent_type_ and words.tag[j] in _NAME | {"HYPH", "IN", "FW"} for j in range(i, end)
        )
        if plain and end - i > 1 and is_given_name(fold(words.lower[i])):
            yield i, end
        elif plain and is_known_surname(words, i, end, nouns):
            yield i, end
        elif plain and _subject_that_acts(words, i, end, nouns):
            yield i, end
        elif plain and end - i > 1 and _described_as_human(words, i, end, nouns):
            yield i, end
        i = end


def _opens_sentence(words: Words, i: int, nouns: NounLexicon) -> bool:
    """Whether a known surname that the tagger took for a plain noun stands where a subject does ("Trump signs ...")."""
    known = (
        words.lower[i] in nouns.known_people
        and len(words.text[i]) > 4
        and words.lower[i] not in ("brown", "leader")
    )
    return (
        known
        and words.same_sentence(i, i + 1)
        and words.tag[i + 1] in ("NNS", "VBZ", "VBD", "MD", "VBN", "POS", "RB")
    )


def is_known_surname(words: Words, start: int, end: int, nouns: NounLexicon) -> bool:
    """Whether one word is the surname of somebody whom every reader knows."""
    if words.lower[start] in nouns.humans or words.lower[start] in nouns.titles:
        return False
    return (
        end - start == 1
        and fold(words.lower[start]) in nouns.known_people
        and not is_given_name(fold(words.lower[start]))
    )


def _described_as_human(words: Words, start: int, end: int, nouns: NounLexicon) -> bool:
    """Whether an apposition says that an unknown run is somebody: "Ann Roe, a veteran lawmaker, ..."."""
    if start and words.lower[start - 1] in ("the", "a", "an", "-"):
        return False
    if any(
        words.lower[j] in nouns.body_heads or words.lower[j] in nouns.not_bodies for j in range(start, end)
    ):
        return False
    return any(
        c.dep_ == "appos"
        and c.i > end
        and (c.lower_ in nouns.humans or c.lower_ in load_titles().nouns)
        and c.lower_ not in nouns.plurals
        for c in words.doc[end - 1].children
    )


def _subject_that_acts(words: Words, start: int, end: int, nouns: NounLexicon) -> bool:
    """Whether an unknown run is the subject of a verb that only people and bodies take, and looks like no body."""
    last = end - 1
    if words.dep[last] != "nsubj" or words.head[last] < last or not 1 <= end - start <= 3:
        return False
    if (
        start
        and words.lower[start - 1] in ("the", "a", "an", "-", "this")
        or any(words.text[j].isupper() for j in range(start, end))
    ):
        return False
    if any(
        words.lower[j] in nouns.body_heads
        or words.lower[j] in nouns.humans
        or words.lower[j] in nouns.collectives
        or words.lower[j] in load_titles().nouns
        or words.lower[j] in nouns.not_bodies
        for j in range(start, end)
    ):
        return False
    return words.doc[words.head[last]].lemma_ in nouns.personal_verbs
