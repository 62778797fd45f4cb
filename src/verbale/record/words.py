"""Words as they are searched: plain small Latin letters, without the endings of plurals and verb forms.

Both databases index and look for these, so both find the same claims.
"""

import re
from functools import lru_cache

from anyascii import anyascii

_WORD = re.compile(r"[a-z0-9]+")
_VOWEL = re.compile(r"[aeiouy]")
_DOUBLED = re.compile(r"([bdfgmnprt])\1$")
_SHORT = re.compile(r"^[^aeiouy]*[aeiouy][^aeiouywx]$")
"""One vowel between consonants: "hop", whose "hoping" has lost an e."""


def list_words(text: str) -> list[str]:
    """The words of a text in their order, each without its ending.

    >>> list_words("Vučić visited Łódź; the U.S. envoys' visits")
    ['vucic', 'visit', 'lodz', 'the', 'u', 's', 'envoy', 'visit']
    """
    return [strip_ending(word) for word in split_words(text)]


def split_words(text: str) -> list[str]:
    """The words of a text as written, in plain small Latin letters.

    >>> split_words("Шойгу’s envoys")
    ['shoygu', 's', 'envoys']
    """
    plain = text if text.isascii() else anyascii(text)
    return _WORD.findall(plain.lower())


@lru_cache(maxsize=100_000)
def strip_ending(word: str) -> str:
    """A word without the ending of a plural or of a verb form; what it is derived from stays apart from it.

    >>> [strip_ending(word) for word in ("trade", "trades", "traded", "trading")]
    ['trade', 'trade', 'trade', 'trade']
    >>> [strip_ending(word) for word in ("hope", "hoping", "hopping", "settling", "settle", "parties", "news", "king")]
    ['hope', 'hope', 'hop', 'settl', 'settl', 'party', 'news', 'king']
    """
    if len(word) < 4 or not word.isalpha():
        return word
    return _strip_e(_strip_verb(_strip_plural(word)))


def _strip_plural(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if word.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return word[:-2]
    kept = (
        word in ("news", "series", "species") or not word.endswith("s") or word.endswith(("ss", "us", "is"))
    )
    return word if kept else word[:-1]


def _strip_verb(word: str) -> str:
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    ending = next((end for end in ("ing", "ed") if word.endswith(end)), "")
    left = word[: -len(ending)] if ending else ""
    if len(left) < 2 or not _VOWEL.search(left) or word.endswith("eed"):
        return word
    if _DOUBLED.search(left):
        return left[:-1]
    return left + "e" if _SHORT.match(left) else left


def _strip_e(word: str) -> str:
    left = word[:-1]
    return left if word.endswith("e") and len(left) > 2 and not _SHORT.match(left) else word
