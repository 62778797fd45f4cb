"""The word lists by which predicates find their arguments: `data/<language>/arguments.yaml`."""

from dataclasses import dataclass
from functools import cache

from verbale.lexicon.tables import load_table


@dataclass(frozen=True, slots=True)
class ArgumentWords:
    """Lemmas, by what they do to the arguments of a predicate; the table explains each list."""

    support: frozenset[str]
    subject_control: frozenset[str]
    gerund_of_object: frozenset[str]
    happen: frozenset[str]
    documents: frozenset[str]
    quoting: frozenset[str]
    pleading: frozenset[str]
    quantities: frozenset[str]
    deeds: frozenset[str]
    assertions: frozenset[str]
    obliging: frozenset[str]
    obliging_verbs: frozenset[str]
    stative: frozenset[str]
    performing: frozenset[str]
    counting: frozenset[str]
    terming: frozenset[str]
    wrongs: frozenset[str]
    wrong_states: frozenset[str]
    tampering: frozenset[str]
    tampered: frozenset[str]
    faults: frozenset[str]
    unpromised: frozenset[str]
    retorts: frozenset[str]
    standing: frozenset[str]
    ranks: frozenset[str]
    striking: frozenset[str]
    giving: frozenset[str]
    defending: frozenset[str]
    helping: frozenset[str]
    collectives: frozenset[str]
    tools: frozenset[str]
    members: frozenset[str]
    patients: frozenset[str]
    making: frozenset[str]
    calling: frozenset[str]
    finding: frozenset[str]
    found: frozenset[str]
    naming: frozenset[str]
    harming: frozenset[str]
    suspecting: frozenset[str]
    addressing: frozenset[str]
    handing: frozenset[str]
    clause_openers: frozenset[str]
    judging: frozenset[str]
    judges: frozenset[str]
    burdens: frozenset[str]
    visiting: frozenset[str]
    journeys: frozenset[str]
    floating: frozenset[str]
    settings: frozenset[str]
    abstaining: frozenset[str]
    casualties: frozenset[str]
    measures: frozenset[str]
    leading: frozenset[str]
    handling: frozenset[str]
    occasions: frozenset[str]
    coercing: frozenset[str]
    coercers: frozenset[str]
    voices: frozenset[str]
    addressed: frozenset[str]
    lashing: frozenset[str]
    feelings: frozenset[str]
    readiness: frozenset[str]


@cache
def load_argument_words(language: str = "en") -> ArgumentWords:
    """The word lists of a language.

    >>> "hold" in load_argument_words().support
    True
    """
    lists: dict[str, list[str]] = load_table(language, "arguments.yaml")
    return ArgumentWords(**{name: frozenset(words) for name, words in lists.items()})
