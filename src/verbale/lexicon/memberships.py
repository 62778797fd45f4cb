"""Words around the membership of persons in parties and armed groups (`data/en/memberships.yaml`)."""

from dataclasses import dataclass
from functools import cache

from verbale.lexicon.tables import load_table


@dataclass(frozen=True, slots=True)
class MembershipWords:
    """All lower case. `names` mark a party's name, `not_names` as its last word unmark it; `own`: "his party";
    `people`: "Green Party member Roe"; `votes`: a sentence with one of them is about an election.
    """

    names: frozenset[str]
    not_names: frozenset[str]
    own: frozenset[str]
    people: frozenset[str]
    votes: frozenset[str]


@cache
def load_membership_words(language: str = "en") -> MembershipWords:
    """The words of a language, frozen; read once a process.

    >>> "party" in load_membership_words().names
    True
    """
    table = load_table(language, "memberships.yaml")
    return MembershipWords(**{name: frozenset(words.split()) for name, words in table.items()})
