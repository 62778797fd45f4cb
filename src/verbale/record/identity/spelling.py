"""Names in plain Latin letters, and what is left of a word whoever wrote it down."""

import re
from functools import lru_cache

import jellyfish
from anyascii import anyascii

_ROMANISATIONS = (
    ("shch", "s"), ("sch", "s"), ("tch", "c"), ("tsch", "c"), ("dzh", "j"), ("zh", "z"), ("kh", "h"),
    ("sh", "s"), ("ch", "c"), ("ts", "c"), ("tz", "c"), ("ph", "f"), ("th", "t"), ("gh", "g"), ("ks", "x"),
    ("ck", "k"), ("cz", "c"), ("sz", "s"), ("dj", "j"), ("gy", "j"), ("ou", "u"), ("q", "k"), ("w", "v"),
)  # fmt: skip
"""Digraphs and letters that romanisations of Cyrillic, Arabic and Slavic Latin write differently."""


@lru_cache(maxsize=50_000)
def romanise(text: str) -> str:
    """The text in lower-case plain Latin letters; apostrophes go, other signs become blanks.

    >>> romanise("Aleksandar Vučić"), romanise("Сергей Шойгу"), romanise("Michelle O’Neill")
    ('aleksandar vucic', 'sergey shoygu', 'michelle oneill')
    """
    plain = text if text.isascii() else anyascii(text)
    return " ".join(re.findall(r"[a-z0-9]+", re.sub(r"['`]", "", plain.lower())))


@lru_cache(maxsize=50_000)
def skeleton(word: str) -> str:
    """What all romanisations of a word share: its consonants, and one sign for a vowel or y in front.

    >>> skeleton("aleksandr") == skeleton("aleksandar") == skeleton("alexander")
    True
    >>> skeleton("zelenskyy") == skeleton("zelensky"), skeleton("sergei") == skeleton("serguei")
    (True, True)
    >>> skeleton("putin") == skeleton("patten")
    True
    """
    folded = word
    for written, sound in _ROMANISATIONS:
        folded = folded.replace(written, sound)
    front = "a" if folded[:1] in "aeiouyj" else folded[:1]
    rest = re.sub(r"[aeiouyjh]", "", folded[1:])
    rest = re.sub(r"(.)\1+", r"\1", rest.replace("ov", "of") if rest.endswith("ov") else rest)
    return front + rest.replace("gn", "n")


@lru_cache(maxsize=50_000)
def sound_of(word: str) -> str:
    """A phonetic key for looking names up; never empty for a word.

    >>> sound_of("shoigu") == sound_of("shoygu")
    True
    """
    return str(jellyfish.metaphone(skeleton(word))) or word


@lru_cache(maxsize=100_000)
def closeness(one: str, other: str) -> float:
    """Jaro-Winkler similarity of two words, 0 to 1.

    >>> closeness("lavrov", "lavrov")
    1.0
    """
    return float(jellyfish.jaro_winkler_similarity(one, other))
