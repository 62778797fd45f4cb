"""The words that decide what a statement amounts to: `data/<language>/stances.yaml`."""

from dataclasses import dataclass
from functools import cache

from verbale.lexicon.tables import load_table


@dataclass(frozen=True, slots=True)
class StanceWords:
    """Lemmas and words, by what they make of a statement; the table explains each list."""

    terming: frozenset[str]
    blamed: frozenset[str]
    unblamed: frozenset[str]
    merits: frozenset[str]
    faint: frozenset[str]
    steps: frozenset[str]
    amounting: frozenset[str]
    virtues: frozenset[str]
    kinds: frozenset[str]
    worries: frozenset[str]
    vices: frozenset[str]
    gladness: frozenset[str]
    dismay: frozenset[str]
    thinking: frozenset[str]
    partaking: frozenset[str]
    shares: frozenset[str]
    misdeeds: frozenset[str]
    blameless: frozenset[str]
    refuted: frozenset[str]
    indictments: frozenset[str]
    grounds: frozenset[str]
    refusing: frozenset[str]
    candidacies: frozenset[str]
    facing: frozenset[str]
    penalties: frozenset[str]
    regretting: frozenset[str]
    unanswered: frozenset[str]
    undemanded: frozenset[str]
    wishing: frozenset[str]
    harms: frozenset[str]
    engaging: frozenset[str]
    exploiting: frozenset[str]
    ends: frozenset[str]
    cowed: frozenset[str]
    befalling: frozenset[str]
    undertaken: frozenset[str]
    punished: frozenset[str]
    acts_of_war: frozenset[str]
    idle_bids: frozenset[str]
    sinners: frozenset[str]
    penal: frozenset[str]


@cache
def load_stance_words(language: str = "en") -> StanceWords:
    """The word lists of a language.

    >>> "historic" in load_stance_words().merits
    True
    """
    lists: dict[str, list[str]] = load_table(language, "stances.yaml")
    return StanceWords(**{name: frozenset(words) for name, words in lists.items()})
