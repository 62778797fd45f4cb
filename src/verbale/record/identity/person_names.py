"""Whether two names can be one person's, and how well they agree."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from verbale.lexicon.names import load_name_words
from verbale.record.identity.spelling import closeness, romanise, skeleton

VARIANT_CLOSENESS = 0.80
"""Jaro-Winkler that two words of one skeleton need to be spellings of one name: "putin" is not "patten"."""

TYPO_CLOSENESS = 0.94
"""Jaro-Winkler from which two words of five letters and more count as one name misspelt."""


class NameMatch(StrEnum):
    """How two names agree, the strongest first."""

    SAME = "same name"
    VARIANT = "same name spelt otherwise"
    LONGER = "one name is part of the other"
    INITIAL = "family name and initial"
    FAMILY = "family name only"


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in its words; `words` without honorifics, particles and suffixes, `suffix` kept apart."""

    words: tuple[str, ...]
    suffix: str | None = None

    @property
    def family(self) -> str:
        """The last word, which is the family name in most reports; "" for no words."""
        return self.words[-1] if self.words else ""


@lru_cache(maxsize=50_000)
def parse_person_name(name: str) -> PersonName:
    """The words of a person's name that tell persons apart.

    >>> parse_person_name("Dr. Ahmed al-Sharaa").words
    ('ahmed', 'sharaa')
    >>> parse_person_name("Robert F. Kennedy Jr.")
    PersonName(words=('robert', 'f', 'kennedy'), suffix='jr')
    """
    table = load_name_words()
    words = romanise(name).split()
    while len(words) > 1 and words[0] in table.honorifics:
        del words[0]
    suffix = None
    while len(words) > 1 and words[-1] in table.suffixes:
        suffix = words.pop()
    told = [word for word in words if word not in table.particles]
    return PersonName(tuple(told or words), suffix)


def match_person_names(one: str, other: str) -> NameMatch | None:
    """How two persons' names agree; None where they cannot be one person's.

    >>> match_person_names("Aleksandar Vulin", "A. Vulin").value
    'family name and initial'
    >>> match_person_names("Aleksandar Vulin", "Aleksandr Vulin").value
    'same name spelt otherwise'
    >>> match_person_names("Donald Trump", "Ivanka Trump") is None
    True
    """
    a, b = parse_person_name(one), parse_person_name(other)
    if not a.words or not b.words or (a.suffix and b.suffix and a.suffix != b.suffix):
        return None
    if a.words == b.words or "".join(a.words) == "".join(b.words):
        return NameMatch.SAME
    short, long = sorted((a.words, b.words), key=len)
    if len(short) == 1:
        return NameMatch.FAMILY if match_words(short[0], long[-1]) == "same" else None
    return _match_full(short, long)


def _match_full(short: Sequence[str], long: Sequence[str]) -> NameMatch | None:
    """Two names of two words and more: every word of the shorter must be in the longer."""
    left = list(long)
    found: list[str] = []
    for word in sorted(
        short, key=len, reverse=True
    ):  # initials last, or they would take a full word's partner
        hits = [(match_words(word, other), other) for other in left]
        best = min((hit for hit in hits if hit[0]), key=lambda hit: _ORDER.index(hit[0]), default=None)
        if best is None:
            return None
        found.append(best[0])
        left.remove(best[1])
    full = [
        how for word, how in zip(sorted(short, key=len, reverse=True), found, strict=True) if how != "initial"
    ]
    if not full:
        return None
    if len(full) < 2:
        ends = match_words(short[-1], long[-1]) in ("same", "variant")
        return NameMatch.INITIAL if ends else None
    if left or len(full) < len(found):
        return NameMatch.LONGER if _share_an_end(short, long) else None
    return NameMatch.SAME if set(found) == {"same"} else NameMatch.VARIANT


def _share_an_end(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether the shorter begins the longer, or ends it whole ("Tayyip Erdoğan")."""
    if match_words(short[0], long[0]) or match_words(short[-1], long[0]):
        return True
    return all(match_words(*pair) for pair in zip(short, long[-len(short) :], strict=True))


_ORDER = ("same", "short", "variant", "initial")


@lru_cache(maxsize=100_000)
def match_words(one: str, other: str) -> str:
    """How two words of names agree: "same", "short", "variant", "initial", or "" where they do not.

    >>> match_words("joe", "joseph"), match_words("j", "joseph"), match_words("vucic", "vuchich")
    ('short', 'initial', 'variant')
    """
    if one == other:
        return "same"
    if min(len(one), len(other)) == 1:
        return "initial" if skeleton(one)[0] == skeleton(other)[0] else ""
    if other in load_name_words().short_forms.get(one, ()):
        return "short"
    near = closeness(one, other)
    if skeleton(one) == skeleton(other) and near >= VARIANT_CLOSENESS:
        return "variant"
    return "variant" if near >= TYPO_CLOSENESS and min(len(one), len(other)) >= 5 else ""
