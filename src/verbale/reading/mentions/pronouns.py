"""Pronouns that may stand for an actor."""

from collections.abc import Iterator

from verbale.lexicon.arguments import load_argument_words
from verbale.lexicon.nouns import load_nouns
from verbale.model import Kind
from verbale.reading.mention import Mention
from verbale.reading.mentions.words import Words

PERSONAL = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves", "both"})
NEUTER = frozenset({"it", "its", "itself"})
# What stands for all of the people told of last: "All were freed", "Each was fined".
QUANTIFIERS = frozenset({"all", "each", "none", "neither"})
RELATIVE = frozenset({"who", "whom", "whose", "which"})
_EMPTY_VERBS = frozenset({"be", "seem", "appear", "become", "remain", "take", "happen"})
ALL = PERSONAL | PLURAL | NEUTER | RELATIVE


def find_pronouns(words: Words) -> Iterator[Mention]:
    """Mentions of form "pronoun"; their kind is a guess that coreference settles."""
    for i, lower in enumerate(words.lower):
        if lower in QUANTIFIERS and _stands_alone(words, i):
            yield Mention(i, i + 1, i, Kind.GROUP, words.text[i], None, "pronoun")
        elif lower in ALL and not (lower == "it" and _is_empty(words, i)):
            kind = (
                Kind.PERSON
                if lower in PERSONAL or lower.startswith("who")
                else Kind.BODY
                if lower in NEUTER
                else Kind.GROUP
            )
            yield Mention(i, i + 1, i, kind, words.text[i], None, "pronoun")


def _stands_alone(words: Words, i: int) -> bool:
    """Whether a quantifier is a subject without a noun that suffers something: "all were jailed", not "all is well"."""
    if words.dep[i] != "nsubjpass" or any(c.dep_ != "punct" for c in words.doc[i].children):
        return False
    verb = words.doc[words.head[i]]
    return (
        verb.lemma_.lower() in load_nouns().suffered or verb.lemma_.lower() in load_argument_words().coercing
    )


def _is_empty(words: Words, i: int) -> bool:
    """Whether "it" stands for nobody: "it is likely that", "it was agreed to", "signed it"."""
    if words.dep[i] == "dobj":
        return words.doc[words.head[i]].lemma_.lower() not in load_argument_words().addressing
    if words.dep[i] not in ("nsubj", "nsubjpass"):
        return True
    verb = words.doc[words.head[i]]
    if verb.lemma_ not in _EMPTY_VERBS and words.dep[i] != "nsubjpass":
        return False
    deps = {child.dep_ for child in verb.children}
    clause = bool(deps & {"ccomp", "csubj", "xcomp", "advcl", "acomp"})
    return clause or any(
        g.dep_ in ("xcomp", "ccomp", "relcl", "acl") for c in verb.children for g in c.children
    )
