"""Weights of the evidence for and against two being one, and the thresholds (docs/identity.md says how they were set).

Weights are log odds: they add up, and 0 is even chances. They were set by hand for what each piece of evidence is
worth and checked on data; no sum of weak pieces against outweighs a decision of a person, which is no evidence.
"""

from math import exp
from typing import Final

from verbale.record.identity.person_names import NameMatch

PERSON_NAMES: Final = {
    NameMatch.SAME: 4.0,
    NameMatch.VARIANT: 2.5,
    NameMatch.LONGER: 2.5,
    NameMatch.INITIAL: 0.5,
    NameMatch.FAMILY: -1.0,
}
"""How the names of two persons agree."""

SINGLE_NAME: Final = 1.0
"""Both go by the same single word ("Lula"): much less than two words that agree."""

BODY_NAMES: Final = {"same name": 4.0, "same words": 2.5, "acronym": 1.0}
"""How the names of two bodies or groups agree."""

OTHER_SUFFIX: Final = -6.0
"""Only one of the two is called junior, senior or the third."""

COMMON_NAME: Final = -1.5
"""More identities than `COMMON_FROM` share the family name: names that agree say less."""

COMMON_FROM: Final = 20
"""Identities of one family name from which it is common."""

SAME_COUNTRY: Final = 1.5
OTHER_COUNTRY: Final = -2.0
"""The reader took the country from the context on one side at least: it is wrong once in twenty."""

SURE_OTHER_COUNTRY: Final = -4.5
"""Both countries come from offices held there."""

BODY_OTHER_COUNTRY: Final = -3.0
"""Bodies of one name in two countries are two, unless the name stands for itself."""

SAME_OFFICE: Final = 2.0

FAR_APART: Final = -2.0
"""Nothing was reported of one within `FAR_YEARS` of the other."""

FAR_YEARS: Final = 30

SHARED_COMPANY: Final = 1.0
"""One of the others in the report was named with this identity before; counted twice at most."""

ONLY_BEARER: Final = 1.0
"""Nobody else of that family name is known in the record, and the report gives the family name alone."""

SAME_REPORT: Final = 3.0
"""An earlier reading of the same report made this link under the same name."""

LINK: Final = 1.0
"""Least sum for a link: about three in four. Below it an actor becomes an identity of its own."""

CLEAR_BY: Final = 1.0
"""How much better the best candidate must be than the next; else the actor stays by itself."""


def strength_of(total: float) -> float:
    """The sum of weights as a number between 0 and 1, rounded to hundredths.

    >>> strength_of(0.0), strength_of(5.5)
    (0.5, 1.0)
    """
    return round(1 / (1 + exp(-total)), 2)
