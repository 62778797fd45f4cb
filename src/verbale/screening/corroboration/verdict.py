"""Verdicts: what a register says of a claim."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from verbale.record.registers.versions import Version

TOLERANCE_DAYS = 3
"""A newspaper's date this many days off the register's still is the same: time zones, entry into force, print."""

COMPLETE_WITHIN_DAYS = 31
"""A complete list speaks of days up to this many before its issue: who is not on it was not on it then."""


class Standing(StrEnum):
    """The three verdicts."""

    BORNE_OUT = "borne_out"
    CONTRADICTED = "contradicted"
    NOT_COVERED = "not_covered"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a register says of a claim: verdict, rule, list and row that says so, and a note in words.

    `row` is the row of the register as JSON; empty where no row speaks. `tolerance_days` is how far dates
    may differ under the rule; 0 where it compares none.
    """

    claim_id: str
    standing: Standing
    rule: str
    note: str
    version: Version | None = None
    row: dict[str, Any] = field(default_factory=dict)
    tolerance_days: int = 0

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "claim": self.claim_id,
            "verdict": self.standing.value,
            "rule": self.rule,
            "note": self.note,
            "register": self.version.name if self.version else None,
            "issued": self.version.issued.isoformat() if self.version else None,
            "row": self.row,
            "tolerance_days": self.tolerance_days,
        }


def strongest(verdicts: list[Verdict], otherwise: Verdict) -> Verdict:
    """The verdict that counts of several registers: borne out before contradicted before not covered.

    One register that bears a claim out outweighs another that knows less.
    """
    order = list(Standing)
    return min(verdicts, key=lambda verdict: order.index(verdict.standing), default=otherwise)
