"""From a score to what an analyst is told; every threshold, measured on labelled pairs (docs/screening.md)."""

from enum import StrEnum

from verbale.record.registers.name_keys import name_words

ALERT = 0.80
"""From here on a match is an alert: on the labelled pairs 86 % of these are right."""

POSSIBLE = 0.70
"""From here on a match is worth a look: where precision and recall together are best."""

SURE = 0.90
"""From here on a match is taken for the same without a person's look, where registers bear claims out."""

FAINT = 0.50
"""Below this an entry is surely somebody else: 98 % of the labelled pairs that are the same score higher."""


class Level(StrEnum):
    """How a match is told."""

    ALERT = "alert"
    POSSIBLE = "possible"
    NONE = "none"


def level_of(score: float, names: tuple[str, ...], *, person: bool) -> Level:
    """The level of a score for someone known by these names.

    A bare surname never counts, whatever its score: too many people share it. Bodies may have one word.

    >>> level_of(0.93, ("Aleksandar Vulin", "Vulin"), person=True).value
    'alert'
    >>> level_of(1.0, ("Vulin",), person=True).value
    'none'
    >>> level_of(1.0, ("Rosneft",), person=False).value, level_of(0.72, ("Rosneft Oil",), person=False).value
    ('alert', 'possible')
    """
    if score < POSSIBLE or (person and is_bare(names)):
        return Level.NONE
    return Level.ALERT if score >= ALERT else Level.POSSIBLE


def is_bare(names: tuple[str, ...]) -> bool:
    """Whether none of the names has more than a surname: two words of two letters or more, or an initial and one.

    >>> is_bare(("Vulin",)), is_bare(("A. Vulin",)), is_bare(("Mr Vulin",)), is_bare(("Aleksandar Vulin",))
    (True, True, True, False)
    """
    return all(
        sum(len(word) > 1 and word not in _NO_NAMES for word in name_words(name)) < 2 for name in names
    )


_NO_NAMES = frozenset({"mr", "mrs", "ms", "dr", "sir", "lord", "prof", "gen", "col", "president", "minister"})
