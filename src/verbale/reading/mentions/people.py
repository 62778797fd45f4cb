"""Persons: the parser's names of people, corrected by titles, tables and the report itself."""

from collections.abc import Iterator, Mapping
from functools import cache

from verbale.lexicon.nouns import NounLexicon, load_nouns
from verbale.lexicon.spelling import fold
from verbale.lexicon.titles import load_titles
from verbale.reading.mentions.known import Known
from verbale.reading.mentions.words import Words

Span = tuple[int, int]
_NAME = frozenset({"NNP", "NNPS"})
_NO_NAMES = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february",
                       "march", "april", "june", "july", "august", "september", "october", "november", "december", "i", "covid",
                       "covid-19", "coronavirus", "brexit", "utc", "elect", "designate", "photo", "image", "file", "copyright", "readout"})  # fmt: skip

_LIKE_NAMES = frozenset({"JJ", "NN", "NNS", "FW"})
_MISTAKEN = frozenset({"ORG", "GPE", "NORP", "LOC", "FAC", "WORK_OF_ART", "PRODUCT"})
_PERSONAL_VERBS = frozenset({"say", "tell", "meet", "resign", "reply", "respond", "thank", "visit", "tweet", "add", "speak", "travel",
                             "explain", "vow", "urge", "announce", "win", "defeat", "sign", "arrive", "congratulate",
                             "criticise", "criticize", "appoint", "praise", "write", "insist", "argue", "declare", "order",
                             "reiterate", "emphasize", "emphasise", "stress", "note", "express", "discuss", "welcome"})  # fmt: skip

_LOCATING = frozenset({"in", "at", "near", "outside", "around", "across", "inside"})
_NO_LETTERS = frozenset("0123456789[]()@#/&+=_*|:;")
_NO_LAST_NAMES = frozenset({"bill", "act", "treaty", "deal", "war", "cup", "award", "church", "street", "fire", "tower", "today"})


def find_people(words: Words, known: Mapping[int, Known]) -> list[Span]:
    """Spans of personal names without titles, in order; a name found once is found everywhere."""
    nouns = load_nouns()
    covered = {i for hit in known.values() for i in range(hit.start, hit.end)}
    spans: dict[int, Span] = {}
    for start, end in _candidates(words, covered, nouns):
        name = _clean(words, start, end, covered, nouns)
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
        if before in nouns.honorifics or ((before in titles or before in nouns.titles) and _is_title_use(words, i - 1)):
            end = _run_right(words, i, covered, nouns)
            if _is_name_shape(words, i, end, nouns):
                yield i, end
    for ent in words.doc.ents:
        if ent.label_ == "PERSON":
            if not _is_place_or_thing(words, ent.start, ent.end):
                yield ent.start, ent.end
        elif ent.label_ in _MISTAKEN:
            span = _looks_like_person(words, ent.start, ent.end, covered, nouns)
            if span:
                yield span
    yield from _unlabelled(words, covered, nouns)


def _is_place_or_thing(words: Words, start: int, end: int) -> bool:
    """Whether a PERSON entity is a lone name after "in" or "near", or a thing with a number ("Hong Hai 16")."""
    before = words.lower[start - 1] if start else ""
    numbered = words.same_sentence(start, end) and words.tag[end] == "CD"
    return numbered or end - start == 1 and before in _LOCATING


def _looks_like_person(words: Words, start: int, end: int, covered: set[int], nouns: NounLexicon) -> Span | None:
    """The person's name in an entity of another sort: after a country ("Israel Ann Roe"), or by its first name."""
    last = max((i for i in range(start, end) if i in covered), default=start - 1)
    if last >= start and end - last > 2 and words.lower[last + 1] not in ("'s", "'", "and", ",", "-"):
        start = last + 1
    while start < end and (start in covered or words.lower[start] in _title_like()):
        start += 1
    end = next((i for i in range(start, end) if words.lower[i] in ("of", "'s", "'", ",", "and", "for", "in")), end)
    if end - start == 1 and _is_known_surname(words, start, end, nouns):
        return None if start and words.lower[start - 1] in ("the", "-") else (start, end)
    if not 2 <= end - start <= 5 or start and words.lower[start - 1] in ("the", "a", "an"):
        return None
    if any(words.tag[i] not in _NAME and words.lower[i] not in nouns.particles and words.lower[i] != "-" for i in range(start, end)):
        return None
    if any(words.text[i].isupper() and len(words.text[i]) > 2 or words.lower[i] in nouns.body_heads for i in range(start, end)):
        return None
    if any(words.lower[i] in nouns.collectives or words.lower[i] in nouns.humans or words.lower[i] in nouns.not_bodies for i in range(start, end)):
        return None
    first = fold(words.lower[start])
    after = words.lower[end : end + 2]
    if is_given_name(first) or after == [",", "who"] or _after_person_noun(words, start, nouns):
        return start, end
    return None


@cache
def _title_like(nouns_language: str = "en") -> frozenset[str]:
    return load_titles(nouns_language).nouns.keys() | load_nouns(nouns_language).titles


def _after_person_noun(words: Words, start: int, nouns: NounLexicon) -> bool:
    """Whether a noun for a person stands right before, with or without a comma ("his lawyer, Ann Roe")."""
    at = start - 1
    if at > 0 and words.lower[at] == ",":
        at -= 1
    lower = words.lower[at] if at >= 0 and words.same_sentence(at, start) else ""
    return lower in load_titles().nouns or lower in nouns.titles or lower in nouns.humans and lower not in nouns.plurals


def is_given_name(word: str) -> bool:
    """Whether a folded lower-case word is a usual first name."""
    nouns = load_nouns()
    return word in nouns.female or word in nouns.male


def _unlabelled(words: Words, covered: set[int], nouns: NounLexicon) -> Iterator[Span]:
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
        end = _run_right(words, i, covered, nouns)
        plain = all(not words.doc[j].ent_type_ and words.tag[j] in _NAME | {"HYPH", "IN", "FW"} for j in range(i, end))
        if plain and end - i > 1 and is_given_name(fold(words.lower[i])):
            yield i, end
        elif plain and _is_known_surname(words, i, end, nouns):
            yield i, end
        elif plain and _subject_that_acts(words, i, end, nouns):
            yield i, end
        i = end


def _opens_sentence(words: Words, i: int, nouns: NounLexicon) -> bool:
    """Whether a known surname that the tagger took for a plain noun stands where a subject does ("Trump signs ...")."""
    known = words.lower[i] in nouns.known_people and len(words.text[i]) > 4 and words.lower[i] not in ("brown", "leader")
    return known and words.same_sentence(i, i + 1) and words.tag[i + 1] in ("NNS", "VBZ", "VBD", "MD", "VBN", "POS", "RB")


def _is_known_surname(words: Words, start: int, end: int, nouns: NounLexicon) -> bool:
    if words.lower[start] in nouns.humans or words.lower[start] in nouns.titles:
        return False
    return end - start == 1 and fold(words.lower[start]) in nouns.known_people and not is_given_name(fold(words.lower[start]))


def _subject_that_acts(words: Words, start: int, end: int, nouns: NounLexicon) -> bool:
    """Whether an unknown run is the subject of a verb that only people and bodies take, and looks like no body."""
    last = end - 1
    if words.dep[last] not in ("nsubj",) or words.head[last] < last or not 1 <= end - start <= 3:
        return False
    if start and words.lower[start - 1] in ("the", "a", "an", "-", "this") or any(words.text[j].isupper() for j in range(start, end)):
        return False
    if any(words.lower[j] in nouns.body_heads or words.lower[j] in nouns.humans or words.lower[j] in nouns.collectives
           or words.lower[j] in load_titles().nouns or words.lower[j] in nouns.not_bodies for j in range(start, end)):
        return False
    return words.doc[words.head[last]].lemma_ in _PERSONAL_VERBS


def _is_title_use(words: Words, i: int) -> bool:
    return words.tag[i] not in ("NNS", "NNPS", "VB", "VBP", "VBZ") and words.same_sentence(i, i + 1)


def _is_name_shape(words: Words, start: int, end: int, nouns: NounLexicon) -> bool:
    """Whether a run after a title looks like a name, and not like more of a title or a body."""
    titles = load_titles()
    for i in range(start, end):
        lower = words.lower[i]
        if lower in titles.nouns or lower in nouns.titles or lower in nouns.body_heads or lower in nouns.not_bodies or lower in _NO_NAMES:
            return False
        if lower in titles.portfolios and end - start == 1:
            return False
        if len(lower) > 2 and words.text[i].isupper() and end - start == 1:
            return False
    return True


def _run_right(words: Words, start: int, covered: set[int], nouns: NounLexicon) -> int:
    """Where the capitalised run that starts at `start` ends; particles and initials belong to it."""
    end = start + 1
    while words.same_sentence(start, end) and end not in covered and end - start < 7:
        lower, capital = words.lower[end], words.is_capital(end)
        if capital and (words.tag[end] in _NAME or end == start + 1 and words.tag[end] in _LIKE_NAMES or lower in nouns.particles or lower.rstrip(".") in nouns.suffixes):
            end += 1
        elif lower in nouns.particles and words.same_sentence(end, end + 2) and words.lower[end + 1] == "-" and words.is_capital(end + 2):
            end += 3
        elif lower in nouns.particles and lower != "y" and words.same_sentence(end, end + 1) and words.is_capital(end + 1):
            end += 2
        elif lower in nouns.particles and words.same_sentence(end, end + 2) and words.lower[end + 1] in nouns.particles and words.is_capital(end + 2):
            end += 3
        elif lower == "-" and end + 1 < len(words) and not _spaced(words, end):
            end += 2
        elif lower == "'" and words.same_sentence(end, end + 3) and words.lower[end + 1] in nouns.particles:
            end += 1
        else:
            break
    return end


def _is_dash(words: Words, i: int) -> bool:
    return words.lower[i] in ("-", "–", "—") and i > 0 and _spaced(words, i)


def _spaced(words: Words, i: int) -> bool:
    return bool(words.doc[i - 1].whitespace_)


def _clean(words: Words, start: int, end: int, covered: set[int], nouns: NounLexicon) -> Span | None:
    """The name within a span: no titles, possessives or articles; None where no person is meant."""
    titles = load_titles()
    while start < end and (
        words.lower[start].rstrip(".") in nouns.honorifics
        or not words.is_capital(start) and words.lower[start] not in nouns.particles
        or words.lower[start] in ("the", "then", "mr.", "mrs.", "ms.", "dr.")
        or (end - start > 1 and (words.lower[start] in titles.nouns or words.lower[start] in titles.ranks))
        or (end - start > 1 and (words.lower[start] in nouns.titles or words.lower[start] in nouns.humans))
        or (end - start > 2 and words.lower[start] in titles.portfolios)
        or start in covered and end - start > 1
    ):
        start += 1
    for i in range(start, end):
        if words.lower[i] == "'" and i + 3 < len(words) and words.lower[i + 1] in nouns.particles and words.lower[i + 2] == "-":
            continue
        if words.lower[i] in ("'s", "'", ",", "(", "and", "\n", ":") or words.text[i].isspace() or _is_dash(words, i):
            end = i
            break
    if start >= end or any(i in covered for i in range(start, end)):
        return None
    end = max(end, _join_right(words, start, end, covered, nouns))
    start = _join_left(words, start, covered, nouns)
    return (start, end) if _is_person(words, start, end, nouns) else None


def _join_right(words: Words, start: int, end: int, covered: set[int], nouns: NounLexicon) -> int:
    """The end of the name with what the parser cut off ("Recep | Tayyip Erdoğan", "Biden, Jr.")."""
    if words.same_sentence(start, end + 1) and words.lower[end] == "," and words.lower[end + 1].rstrip(".") in ("jr", "sr"):
        return end + 2
    if end - 1 == start and (end >= len(words) or not words.is_capital(end)) and words.text[start].islower():
        return end
    run = _run_right(words, start, covered, nouns)
    return run if run > end and _is_name_shape(words, end, run, nouns) else end


def _join_left(words: Words, start: int, covered: set[int], nouns: NounLexicon) -> int:
    titles = load_titles()
    at = start
    while at > 0 and words.same_sentence(at - 1, start) and at - 1 not in covered:
        lower = words.lower[at - 1]
        if lower in nouns.particles and words.tag[at - 1] != "IN" and (words.is_capital(at - 1) or at - 2 >= 0 and words.is_name(at - 2)):
            at -= 1
        elif (
            words.tag[at - 1] in _NAME
            and words.is_capital(at - 1)
            and words.dep[at - 1] == "compound"
            and lower not in titles.nouns
            and lower not in titles.ranks
            and lower not in titles.portfolios
            and lower.rstrip(".") not in nouns.titles
            and lower.rstrip(".") not in nouns.honorifics
            and lower not in nouns.humans
            and lower not in nouns.body_heads
            and lower not in _NO_NAMES
            and not words.text[at - 1].isupper()
        ):
            at -= 1
        else:
            break
    return at


def _is_person(words: Words, start: int, end: int, nouns: NounLexicon) -> bool:
    if not any(words.is_capital(i) and len(words.text[i].rstrip(".")) > 1 for i in range(start, end)):
        return False
    if end - start == 1 and (words.lower[start] in nouns.titles or words.lower[start] in nouns.humans):
        return False
    return not any(
        words.lower[i] in _NO_NAMES
        or words.lower[i] in nouns.body_heads and (i == end - 1 or end - start > 2)
        or words.lower[i] in nouns.not_bodies and i == end - 1
        or words.lower[i] in nouns.humans and words.text[i].islower()
        or words.lower[i] in _NO_LAST_NAMES and i == end - 1
        or any(c in _NO_LETTERS for c in words.text[i])
        for i in range(start, end)
    )


def _spread(words: Words, spans: dict[int, Span], covered: set[int], nouns: NounLexicon) -> None:
    """Find the surnames and single names of the persons found wherever else they stand. Changes `spans`."""
    last: set[str] = set()
    full: dict[str, list[list[str]]] = {}
    for start, end in set(spans.values()):
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
        longest = max((n for n in full.get(words.text[i], ()) if words.text[i : i + len(n)] == n), key=len, default=None)
        end = i + len(longest) if longest else i + 1 if words.text[i] in last else 0
        if end and _stands_alone(words, i, end, nouns):
            for j in range(i, end):
                spans[j] = (i, end)


def _stands_alone(words: Words, start: int, end: int, nouns: NounLexicon) -> bool:
    """Whether a known surname is no part of another name ("Trump Tower", "Merkel Foundation")."""
    if words.tag[start] not in ("NNP", "NNPS", "NN", "JJ", "NNS", "VB", "VBP", "RB", "FW", "XX", "UH", "VBZ"):
        return False
    after = end if words.same_sentence(start, end) else -1
    if after > 0 and words.tag[after] in _NAME and words.is_capital(after) and words.head[start] == after:
        return words.lower[after] in nouns.governments
    return True
