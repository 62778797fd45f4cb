"""Which types of claim may tell of one happening, and how a claim speaks of it."""

from enum import StrEnum
from typing import Final

from verbale.model import Status

FAMILIES: Final = {
    "contact": ("meet", "call", "visit", "attend", "negotiate"),
    "accord": ("agree", "pledge", "cooperate", "aid", "recognise"),
    "favour": ("praise", "support", "honour"),
    "dispute": ("criticise", "accuse", "deny", "oppose", "demand", "warn"),
    "statement": ("say",),
    "sanction": ("sanction", "lift_sanction"),
    "relations": ("sever",),
    "justice": ("prosecute", "rule"),
    "force": ("attack",),
    "forces": ("deploy", "deescalate"),
    "home": ("restrict", "protest"),
    "office": ("appoint", "dismiss", "leave_office"),
    "election": ("contest",),
    "measure": ("propose", "adopt", "vote"),
    "membership": ("join", "leave"),
}
"""Families of types. `hold_office`, `belong` and `align` hold rather than happen: they are states, not events."""

_FAMILY_OF: Final = {each: family for family, types in FAMILIES.items() for each in types}


class Relation(StrEnum):
    """How a claim speaks of an event."""

    REPORTS = "reports"
    PLANS = "plans"
    ALLEGES = "alleges"
    DEMANDS = "demands"
    DENIES = "denies"


_RELATIONS: Final = {
    Status.HAPPENED: Relation.REPORTS,
    Status.PLANNED: Relation.PLANS,
    Status.ALLEGED: Relation.ALLEGES,
    Status.CALLED_FOR: Relation.DEMANDS,
}


def family_of(type: str) -> str | None:
    """The family of a type; None of one that tells of no happening.

    >>> family_of("visit"), family_of("hold_office")
    ('contact', None)
    """
    return _FAMILY_OF.get(type)


def relation_of(status: str, *, negated: bool) -> Relation:
    """How a claim of a status speaks of an event.

    >>> relation_of("planned", negated=False).value, relation_of("planned", negated=True).value
    ('plans', 'denies')
    """
    return Relation.DENIES if negated else _RELATIONS[Status(status)]
