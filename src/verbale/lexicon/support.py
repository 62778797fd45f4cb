"""Support verbs: verbs that lend a noun their subject ("launched an invasion", "held talks")."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from verbale.lexicon.tables import load_table


@dataclass(frozen=True, slots=True)
class SupportVerbs:
    """Lemmas of the support verbs that say that the thing is done."""

    verbs: frozenset[str]


@cache
def load_support(language: str = "en") -> SupportVerbs:
    """The support verbs of a language.

    >>> "hold" in load_support().verbs
    True
    """
    content: Mapping[str, list[str]] = load_table(language, "support_verbs.yaml")
    return SupportVerbs(frozenset(verb for verbs in content.values() for verb in verbs))
