"""What adding came to: for one report, and for all together."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum


class Outcome(StrEnum):
    """What became of one report."""

    ADDED = "added"
    """It is new."""
    REREAD = "reread"
    """It was known: read by another version of the reader, or corrected by its publisher."""
    UNCHANGED = "unchanged"
    """This reading of it was there already."""
    FORGOTTEN = "forgotten"
    """Its content was redacted on request and stays so."""
    UNREAD = "unread"
    """It could not be read; `unread` has the reason."""


@dataclass(frozen=True, slots=True)
class ClaimChanges:
    """How many claims are new, gone, or the same with another date, or with another detail.

    >>> str(ClaimChanges(added=12, removed=3, redated=5))
    '+12 claims, −3, 5 redated'
    >>> str(ClaimChanges())
    'no claim changed'
    """

    added: int = 0
    removed: int = 0
    redated: int = 0
    revised: int = 0

    def __add__(self, other: "ClaimChanges") -> "ClaimChanges":
        return ClaimChanges(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    def __str__(self) -> str:
        parts = [f"+{self.added} claims"] if self.added or self.removed else []
        parts += [f"−{self.removed}"] if self.removed else []
        parts += [f"{self.redated} redated"] if self.redated else []
        parts += [f"{self.revised} revised"] if self.revised else []
        return ", ".join(parts) or "no claim changed"


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one report: its id, the report it is a copy of, how its claims changed."""

    report_id: str
    outcome: Outcome
    copy_of: str | None = None
    changes: ClaimChanges = ClaimChanges()


@dataclass(frozen=True, slots=True)
class AddSummary:
    """How many reports came to what. `copies` are counted among `added` too; `changes` are of re-read ones.

    >>> AddSummary().plus(Added("r1", Outcome.ADDED, changes=ClaimChanges(added=7))).claims
    7
    """

    added: int = 0
    copies: int = 0
    reread: int = 0
    unchanged: int = 0
    forgotten: int = 0
    unread: int = 0
    claims: int = 0
    changes: ClaimChanges = ClaimChanges()

    def passed_over(self, outcomes: Mapping[Outcome, int]) -> "AddSummary":
        """The summary with reports that did not have to be read, so many of each outcome.

        >>> AddSummary(unchanged=1).passed_over({Outcome.UNCHANGED: 3}).unchanged
        4
        """
        counts = {outcome.value: getattr(self, outcome.value) + n for outcome, n in outcomes.items()}
        return replace(self, **counts)

    def plus(self, one: Added) -> "AddSummary":
        """The summary with one more report."""
        counts = {f.name: getattr(self, f.name) for f in fields(self)}
        counts[one.outcome.value] += 1
        counts["copies"] += one.copy_of is not None and one.outcome is Outcome.ADDED
        if one.outcome is Outcome.ADDED:
            counts["claims"] += one.changes.added
        else:
            counts["changes"] = self.changes + one.changes
        return AddSummary(**counts)
