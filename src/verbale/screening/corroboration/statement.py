"""A claim as it is checked: what it says, who its parties are, what else its report says."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from verbale.model import Claim, Interval, Office, Reading, Status

COVERED = frozenset(
    {
        "sanction", "lift_sanction", "hold_office", "appoint", "dismiss", "leave_office", "vote", "support", "oppose",
        "belong", "join", "leave",
    }
)  # fmt: skip
"""Types of claim that a register can speak to."""


@dataclass(frozen=True, slots=True)
class Party:
    """An actor of a claim with all the names that the report, or the record, has for him."""

    name: str
    kind: str
    country: str | None = None
    names: tuple[str, ...] = ()

    @property
    def all_names(self) -> tuple[str, ...]:
        """Every name, the main one first."""
        return tuple(dict.fromkeys((self.name, *self.names)))


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim with its parties. `when` is None where it says no day; `published` is the day of the report.

    `others` are what the same report says besides: a vote finds its day in the adoption it tells of.
    """

    claim_id: str
    type: str
    mode: str | None
    status: Status
    negated: bool
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    object: str | None
    topic: str | None
    office: Office | None
    when: Interval | None
    published: date | None
    evidence: str
    others: tuple["Statement", ...] = field(default=(), compare=False, repr=False)

    @property
    def day(self) -> date | None:
        """The last day that the claim speaks of: its end, else its start, else the day of the report."""
        if self.when:
            return self.when.end or self.when.start or self.published
        return self.published

    def with_others(self, others: Sequence["Statement"]) -> "Statement":
        """The same with the rest of its report."""
        values = {name: getattr(self, name) for name in self.__slots__ if name != "others"}
        return Statement(**values, others=tuple(others))


def statements_of_reading(reading: Reading) -> tuple[Statement, ...]:
    """The claims of a reading that a register can speak to, in their order."""
    parties = {
        actor.id: Party(actor.name, actor.kind.value, actor.country, actor.aliases)
        for actor in reading.actors
    }
    everything = [_statement(claim, parties, reading.report.published) for claim in reading.claims]
    return tuple(one.with_others(everything) for one in everything if one.type in COVERED)


def _statement(claim: Claim, parties: dict[str, Party], published: date | None) -> Statement:
    """The statement of a claim, without the rest of its report."""
    return Statement(
        claim_id=claim.id,
        type=claim.type,
        mode=claim.mode,
        status=claim.status,
        negated=claim.negated,
        actors=tuple(parties[ref] for ref in claim.actor if ref in parties),
        recipients=tuple(parties[ref] for ref in claim.recipient if ref in parties),
        object=claim.object,
        topic=claim.topic,
        office=claim.office,
        when=claim.when.interval if claim.when else None,
        published=published,
        evidence=claim.evidence.text,
    )
