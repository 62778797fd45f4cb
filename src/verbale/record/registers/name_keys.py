"""Words and sounds under which an entry of a register is found."""

import re
from collections.abc import Iterable
from functools import lru_cache

from anyascii import anyascii
from jellyfish import metaphone

_WORDS = re.compile(r"[a-z0-9]+")
_LONGEST_WORD = 40


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name in small Latin letters, whatever its script.

    >>> name_words("Александар ВУЛИН"), name_words("N’Golo Al-Saïd")
    (('aleksandar', 'vulin'), ('ngolo', 'al', 'said'))
    """
    plain = (name if name.isascii() else anyascii(name)).lower()
    return tuple(_WORDS.findall(plain.replace("'", "").replace("’", "")))


def name_keys(names: Iterable[str]) -> set[str]:
    """The keys of names: every word, how it sounds (in capitals), and the whole written as one.

    >>> sorted(name_keys(["Aleksandar Vulin"]))
    ['=aleksandarvulin', 'ALKSNTR', 'FLN', 'aleksandar', 'vulin']
    """
    keys: set[str] = set()
    for name in names:
        words = name_words(name)
        for word in words:
            keys.update(_word_keys(word))
        if words:
            keys.add("=" + "".join(words)[:_LONGEST_WORD])
    return keys


@lru_cache(maxsize=200_000)
def _word_keys(word: str) -> tuple[str, ...]:
    """A word and its sound; a letter or two sound like too many others."""
    sound = metaphone(word) if len(word) > 2 and word.isalpha() else ""
    return (word[:_LONGEST_WORD], sound) if len(sound) > 1 else (word[:_LONGEST_WORD],)
