"""An office held, and when two offices are the same."""

import re
from dataclasses import dataclass

from verbale.lexicon.titles import load_titles
from verbale.model import Office


@dataclass(frozen=True, slots=True)
class Holding:
    """That somebody holds, held or takes an office.

    `holder` is the head token of a person's mention or a pronoun; `start` to `end` are the tokens that
    say the office, `trigger` its noun or the verb; `former`: it lies in the past ("former", "served as");
    `begins` is the verb that says that it begins ("is sworn in as", "becomes"), None where none does;
    `predecessor` is the token of the person who leaves it thereby ("succeeds Roe as"), None where nobody is named.
    """

    holder: int
    office: Office
    start: int
    end: int
    trigger: int
    former: bool = False
    begins: int | None = None
    predecessor: int | None = None


def same_office(one: Office, other: Office) -> bool:
    """Whether two offices named in one report for one person are the same.

    >>> same_office(Office("Foreign Minister", None, "rs"), Office("minister", None, "rs"))
    True
    >>> same_office(Office("Prime Minister", None, "rs"), Office("Deputy Prime Minister", None, "rs"))
    False
    """
    if one.country and other.country and one.country != other.country:
        return False
    a, b = _title_words(one), _title_words(other)
    if not (a <= b or b <= a) or (a ^ b) & load_titles().distinct:
        return False
    bodies = _words(one.body or ""), _words(other.body or "")
    return not all(bodies) or bool(bodies[0] & bodies[1])


def _title_words(office: Office) -> frozenset[str]:
    nouns = load_titles().nouns
    return frozenset(nouns[word].word if word in nouns else word for word in _words(office.title))


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.lower())) - {"of", "the", "for", "and", "to"}
