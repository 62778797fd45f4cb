"""What one claim says of a state: that it begins, ends, holds, or does not hold, and on which day."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum
from typing import Final

from verbale.model import Status
from verbale.record.queries.claim_rows import ClaimRow

SHORT: Final = timedelta(days=31)
"""A date of an office taken that is no longer than this is that of its beginning; a longer one is the tenure."""

BEGINS: Final = frozenset(("appoint", "join", "sanction"))
ENDS: Final = frozenset(("dismiss", "leave_office", "leave", "lift_sanction"))
HOLDS: Final = frozenset(("hold_office", "belong"))
TYPES: Final = BEGINS | ENDS | HOLDS
"""Types of claim that states are made of."""


class Saying(IntEnum):
    """What is said of a state; of one day, in the order in which it is believed."""

    BEGINS = 0
    HOLDS = 1
    ENDS = 2
    HOLDS_NOT = 3


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said of a state: the day lies between `first` and `last`; without `first` it is `last` or before."""

    saying: Saying
    first: date | None
    last: date
    claim: ClaimRow


def list_said(claim: ClaimRow) -> tuple[Said, ...]:
    """What a claim says of a state; () where it is planned, alleged, nominates only, or tells no day at all."""
    if claim.status != Status.HAPPENED or claim.mode == "nominate" or claim.type not in TYPES:
        return ()
    if claim.negated:
        day = claim.when_start or claim.published
        return (Said(Saying.HOLDS_NOT, day, day, claim),) if day and claim.type in HOLDS else ()
    if claim.type in HOLDS:
        return _list_held(claim)
    last = claim.when_end or claim.when_start or claim.published
    saying = Saying.BEGINS if claim.type in BEGINS else Saying.ENDS
    return (Said(saying, claim.when_start, last, claim),) if last else ()


def _list_held(claim: ClaimRow) -> tuple[Said, ...]:
    """An office held or a membership: its beginning, its end, both, or that it holds on the day of the report."""
    start, end, published = claim.when_start, claim.when_end, claim.published
    if start and end and end - start <= SHORT:
        return (Said(Saying.BEGINS, start, end, claim),)
    ends = (Said(Saying.BEGINS, start, start, claim),) if start else ()
    if end and (published is None or end <= published):
        first = (
            end if end != published or start else None
        )  # "former": over on the day of the report at the latest
        return (*ends, Said(Saying.ENDS, first, end, claim))
    if published and not start:
        return (Said(Saying.HOLDS, published, published, claim),)
    return ends
