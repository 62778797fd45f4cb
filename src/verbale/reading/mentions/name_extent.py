"""The extent of personal names: what belongs to a name, and what only stands around it."""

from verbale.lexicon.nouns import NounLexicon
from verbale.lexicon.titles import load_titles
from verbale.reading.mentions.words import Words

Span = tuple[int, int]
_NAME = frozenset({"NNP", "NNPS"})
_LIKE_NAMES = frozenset({"JJ", "NN", "NNS", "FW"})
_NO_LETTERS = frozenset("0123456789[]()@#/&+=_*|:;")


def clean(words: Words, start: int, end: int, covered: set[int], nouns: NounLexicon) -> Span | None:
    """The name within a span: no titles, possessives or articles; None where no person is meant."""
    titles = load_titles()
    while start < end and (
        is_honorific(words, start, nouns)
        or not words.is_capital(start)
        and words.lower[start] not in nouns.particles
        or words.lower[start] in ("the", "then", "mr.", "mrs.", "ms.", "dr.")
        or (end - start > 1 and (words.lower[start] in titles.nouns or words.lower[start] in titles.ranks))
        or (end - start > 1 and (words.lower[start] in nouns.titles or words.lower[start] in nouns.humans))
        or (end - start > 2 and words.lower[start] in titles.portfolios)
        or start in covered
        and end - start > 1
    ):
        start += 1
    start = _past_short_title(words, start, end)
    for i in range(start, end):
        if (
            words.lower[i] == "'"
            and i + 3 < len(words)
            and words.lower[i + 1] in nouns.particles
            and words.lower[i + 2] == "-"
        ):
            continue
        if (
            words.lower[i] in ("'s", "'", ",", "(", "and", "\n", ":")
            or words.text[i].isspace()
            or is_dash(words, i)
        ):
            end = i
            break
    while end - start > 1 and _is_post_nominal(words, end - 1, nouns):
        end -= 1
    if start >= end or any(i in covered for i in range(start, end)):
        return None
    end = max(end, _join_right(words, start, end, covered, nouns))
    start = join_left(words, start, covered, nouns)
    return (start, end) if _is_person(words, start, end, nouns) else None


def _past_short_title(words: Words, start: int, end: int) -> int:
    """The start of a name behind the short title that the parser drew into it: "Kawe MP [Ann Roe]", "TD [Bo Li]"."""
    nouns = load_titles().nouns
    short = (i for i in range(end - 2, start - 1, -1) if words.text[i].isupper() and words.lower[i] in nouns)
    return next(short, start - 1) + 1


def is_honorific(words: Words, i: int, nouns: NounLexicon) -> bool:
    """Whether a word before a name is no part of it, two that go together ("Tan Sri", "Datuk Seri") included."""
    lower = words.lower[i]
    if lower.rstrip(".") in nouns.honorifics:
        return True
    if lower in nouns.honorific_firsts and i + 1 < len(words):
        return words.lower[i + 1] in nouns.honorific_seconds
    return lower in nouns.honorific_seconds and i > 0 and words.lower[i - 1] in nouns.honorific_firsts


def _is_post_nominal(words: Words, i: int, nouns: NounLexicon) -> bool:
    """Whether a word behind a name is a rank or degree in short: "Ann Roe QC", but "the Kawe MP Ann Roe"."""
    if words.lower[i] not in nouns.post_nominals or not words.text[i].isupper():
        return False
    return not (words.same_sentence(i, i + 1) and words.is_name(i + 1))


def run_right(words: Words, start: int, covered: set[int], nouns: NounLexicon) -> int:
    """Where the capitalised run that starts at `start` ends; particles and initials belong to it."""
    end = start + 1
    while words.same_sentence(start, end) and end not in covered and end - start < 7:
        lower, capital = words.lower[end], words.is_capital(end)
        if (
            capital
            and not _is_post_nominal(words, end, nouns)
            and (
                words.tag[end] in _NAME
                or end == start + 1
                and words.tag[end] in _LIKE_NAMES
                or lower in nouns.particles
                or lower.rstrip(".") in nouns.suffixes
            )
        ):
            end += 1
        elif (
            lower in nouns.particles
            and words.same_sentence(end, end + 2)
            and words.lower[end + 1] == "-"
            and words.is_capital(end + 2)
        ):
            end += 3
        elif (
            lower in nouns.particles
            and lower != "y"
            and words.same_sentence(end, end + 1)
            and words.is_capital(end + 1)
        ):
            end += 2
        elif (
            lower in nouns.particles
            and words.same_sentence(end, end + 2)
            and words.lower[end + 1] in nouns.particles
            and words.is_capital(end + 2)
        ):
            end += 3
        elif lower == "-" and end + 1 < len(words) and not _spaced(words, end):
            end += 2
        elif lower == "'" and words.same_sentence(end, end + 3) and words.lower[end + 1] in nouns.particles:
            end += 1
        else:
            break
    return end


def is_dash(words: Words, i: int) -> bool:
    """Whether a token is a dash between words, and no hyphen within one."""
    return words.lower[i] in ("-", "–", "—") and i > 0 and _spaced(words, i)


def _spaced(words: Words, i: int) -> bool:
    return bool(words.doc[i - 1].whitespace_)


def _join_right(words: Words, start: int, end: int, covered: set[int], nouns: NounLexicon) -> int:
    """The end of the name with what the parser cut off ("Recep | Tayyip Erdoğan", "Biden, Jr.")."""
    if (
        words.same_sentence(start, end + 1)
        and words.lower[end] == ","
        and words.lower[end + 1].rstrip(".") in ("jr", "sr")
    ):
        return end + 2
    if end - 1 == start and (end >= len(words) or not words.is_capital(end)) and words.text[start].islower():
        return end
    run = run_right(words, start, covered, nouns)
    return run if run > end and is_name_shape(words, end, run, nouns) else end


def join_left(words: Words, start: int, covered: set[int], nouns: NounLexicon) -> int:
    """The start of the name with what the parser cut off to the left of it ("Ajit | Doval")."""
    titles = load_titles()
    at = start
    while at > 0 and words.same_sentence(at - 1, start) and at - 1 not in covered:
        lower = words.lower[at - 1]
        if (
            lower in nouns.particles
            and words.tag[at - 1] != "IN"
            and (words.is_capital(at - 1) or at - 2 >= 0 and words.is_name(at - 2))
        ):
            at -= 1
        elif (
            words.tag[at - 1] in _NAME
            and words.is_capital(at - 1)
            and words.dep[at - 1] == "compound"
            and lower not in titles.nouns
            and lower not in titles.ranks
            and lower not in titles.portfolios
            and lower.rstrip(".") not in nouns.titles
            and not is_honorific(words, at - 1, nouns)
            and lower not in nouns.humans
            and lower not in nouns.body_heads
            and lower not in nouns.no_names
            and not words.text[at - 1].isupper()
        ):
            at -= 1
        else:
            break
    return at


def is_name_shape(words: Words, start: int, end: int, nouns: NounLexicon) -> bool:
    """Whether a run after a title looks like a name, and not like more of a title or a body."""
    titles = load_titles()
    for i in range(start, end):
        lower = words.lower[i]
        if (
            lower in titles.nouns
            or lower in nouns.titles
            or lower in nouns.body_heads
            or lower in nouns.not_bodies
            or lower in nouns.no_names
        ):
            return False
        if lower in titles.portfolios and end - start == 1:
            return False
        if len(lower) > 2 and words.text[i].isupper() and end - start == 1:
            return False
    return True


def _is_person(words: Words, start: int, end: int, nouns: NounLexicon) -> bool:
    if not any(words.is_capital(i) and len(words.text[i].rstrip(".")) > 1 for i in range(start, end)):
        return False
    if end - start == 1 and (words.lower[start] in nouns.titles or words.lower[start] in nouns.humans):
        return False
    return not any(
        words.lower[i] in nouns.no_names
        or words.lower[i] in nouns.body_heads
        and (i == end - 1 or end - start > 2)
        or words.lower[i] in nouns.not_bodies
        and i == end - 1
        or words.lower[i] in nouns.humans
        and words.text[i].islower()
        or words.lower[i] in nouns.no_last_names
        and i == end - 1
        or any(c in _NO_LETTERS for c in words.text[i])
        for i in range(start, end)
    )
