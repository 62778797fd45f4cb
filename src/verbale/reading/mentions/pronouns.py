"""Pronouns that may stand for an actor."""

from collections.abc import Iterator

from verbale.model import Kind
from verbale.reading.mention import Mention
from verbale.reading.mentions.words import Words

PERSONAL = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves", "both"})
NEUTER = frozenset({"it", "its", "itself"})
RELATIVE = frozenset({"who", "whom", "whose", "which"})
ALL = PERSONAL | PLURAL | NEUTER | RELATIVE


def find_pronouns(words: Words) -> Iterator[Mention]:
    """Mentions of form "pronoun"; their kind is a guess that coreference settles."""
    for i, lower in enumerate(words.lower):
        if lower in ALL and not (lower in ("it", "which") and words.dep[i] == "expl"):
            kind = Kind.PERSON if lower in PERSONAL or lower.startswith("who") else Kind.BODY if lower in NEUTER else Kind.GROUP
            yield Mention(i, i + 1, i, kind, words.text[i], None, "pronoun")
