"""What claims of several reports tell alike, as one thing that is said to happen."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from verbale.export.plover.rows import gather_events
from verbale.record.queries.claim_rows import ClaimRow


@dataclass(frozen=True, slots=True)
class Happening:
    """Claims of one event, type, mode, status and negation, the one that speaks for it first."""

    event: str
    claims: tuple[ClaimRow, ...]

    @property
    def id(self) -> str:
        """The same as long as the record holds the event and the claim to be the same."""
        first = self.claims[0]
        said = "-".join(filter(None, (first.type, first.mode, first.status)))
        return first.id if first.event is None else f"{self.event}-{said}"

    @property
    def publishers(self) -> tuple[str, ...]:
        """Who reported it, reprints left out, in the order of the alphabet."""
        own = [claim for claim in self.claims if claim.copy_of is None] or self.claims
        return tuple(sorted({claim.publisher for claim in own if claim.publisher}))

    @property
    def start(self) -> date | None:
        """Its first day, None where open or unsaid."""
        return self.claims[0].when_start

    @property
    def end(self) -> date | None:
        """Its last day, None where open or unsaid."""
        return self.claims[0].when_end


def gather_happenings(claims: Iterable[ClaimRow]) -> list[Happening]:
    """The happenings that are said to be so; what is negated is none."""
    return [
        Happening(event.id, event.claims)
        for event in gather_events(claim for claim in claims if not claim.negated)
    ]
