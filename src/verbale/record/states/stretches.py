"""Stretches of time out of what is said of one state; what does not go together is flagged, not averaged."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from verbale.record.queries.claim_rows import ClaimRow
from verbale.record.states.saying import Said, Saying

TOLERANCE: Final = timedelta(days=31)
"""Days of one end that lie no further apart are one: an election, an oath and a first day in office."""
_OUTLIVED: Final = "said to hold after it is said to have ended"


@dataclass(frozen=True, slots=True)
class End:
    """One end of a stretch: the day lies between `first` and `last`, or (`first` None) is `last` at the latest."""

    first: date | None
    last: date
    claims: tuple[ClaimRow, ...]

    @property
    def exact(self) -> bool:
        """Whether a report gives a day, a month or another short time for it."""
        return self.first is not None and self.last - self.first <= TOLERANCE


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What claims say that does not go together, in words, with the claims on either side."""

    note: str
    claims: tuple[ClaimRow, ...]


@dataclass(slots=True)
class Stretch:
    """A state from its start to its end, None where no report tells; `seen` are days on which it is said to hold.

    `renewed`: what begins again while it holds, as sanctions do, is no contradiction.
    """

    renewed: bool = False
    start: End | None = None
    end: End | None = None
    seen: list[date] = field(default_factory=list)
    claims: list[ClaimRow] = field(default_factory=list)
    contradictions: list[Contradiction] = field(default_factory=list)
    _flagged: dict[str, dict[int, ClaimRow]] = field(default_factory=dict)

    def take(self, said: Said) -> None:
        """Add what a claim says."""
        self.claims.append(said.claim)
        match said.saying:
            case Saying.BEGINS:
                self.start = self._agree(self.start, said, "its beginning")
            case Saying.ENDS:
                self.end = self._agree(self.end, said, "its end")
            case Saying.HOLDS:
                self._hold(said)
            case Saying.HOLDS_NOT:
                self._deny(said)

    def _agree(self, known: End | None, said: Said, what: str) -> End:
        """The end with one more claim for it: an exact day wins over a bound.

        Two exact days are flagged; the one that a report tells soonest after it is believed.
        """
        fresh = End(said.first, said.last, (said.claim,))
        if known is None:
            return fresh
        if known.exact and fresh.exact and self.renewed and said.saying is Saying.BEGINS:
            return known
        if known.exact and fresh.exact and _apart(known, fresh) > TOLERANCE:
            self.contradictions.append(
                Contradiction(f"reports differ on {what}", (*known.claims, said.claim))
            )
            return min(known, fresh, key=_hindsight)
        if known.exact or not fresh.exact:
            return End(known.first, min(known.last, fresh.last), (*known.claims, said.claim))
        return fresh

    def _hold(self, said: Said) -> None:
        self.seen.append(said.last)
        if self.end and said.last > self.end.last + TOLERANCE:
            self._flag(_OUTLIVED, (*self.end.claims, said.claim))

    def _deny(self, said: Said) -> None:
        near = [day for day in self.seen if abs(day - said.last) <= TOLERANCE]
        if near and not self.end:
            held = [claim for claim in self.claims if claim.published in near]
            self._flag("denied while others say that it holds", (*held, said.claim))

    def _flag(self, note: str, claims: tuple[ClaimRow, ...]) -> None:
        """Note a contradiction, or more claims for the one there is of the same kind."""
        known = self._flagged.setdefault(note, {})
        for claim in claims:
            known.setdefault(claim.key, claim)

    def _take_back_end(self, end: End, known: dict[int, ClaimRow]) -> None:
        """Drop an end, and tell who says it: those claims are on the other side now, and come last."""
        told = len({claim.report_id for claim in end.claims})
        note = f"{'one report says' if told == 1 else f'{told} reports say'} that it ended earlier"
        ends = {claim.key: claim for claim in end.claims}
        del self._flagged[_OUTLIVED]
        self._flagged[note] = {key: claim for key, claim in known.items() if key not in ends} | ends
        self.end = None

    def is_over_before(self, said: Said) -> bool:
        """Whether a beginning is that of another stretch: this one ended before, and the report tells a day."""
        return (
            self.end is not None
            and said.saying is Saying.BEGINS
            and said.first is not None
            and said.first >= self.end.last
        )

    def close(self) -> None:
        """Take back an end that as many reports gainsay, and narrow what is known in bounds only."""
        if self.end and (known := self._flagged.get(_OUTLIVED)):
            later = [day for day in self.seen if day > self.end.last + TOLERANCE]
            if len(later) >= len(self.end.claims):
                self._take_back_end(self.end, known)
        self.contradictions += [
            Contradiction(note, tuple(claims.values())) for note, claims in self._flagged.items()
        ]
        if self.start and self.start.first is None and self.seen:
            self.start = End(None, min(self.start.last, *self.seen), self.start.claims)
        before = [day for day in self.seen if self.end and day <= self.end.last]
        if self.end and self.end.first is None and before:
            self.end = End(max(before), self.end.last, self.end.claims)


def _hindsight(end: End) -> timedelta:
    """How long after the day the first report of it came out."""
    days = [abs(claim.published - end.last) for claim in end.claims if claim.published]
    return min(days, default=timedelta.max)


def _apart(one: End, other: End) -> timedelta:
    return max(one.first or one.last, other.first or other.last) - min(one.last, other.last)


def make_stretches(said: Iterable[Said], *, renewed: bool = False) -> list[Stretch]:
    """The stretches of one state, the earliest first.

    Args:
        said: what claims say of it; a beginning after an end is another stretch.
        renewed: the state may begin anew while it holds, as sanctions do.
    """
    found: list[Stretch] = []
    for each in _in_order(said):
        if not found or found[-1].is_over_before(each):
            found.append(Stretch(renewed))
        found[-1].take(each)
    for stretch in found:
        stretch.close()
    return [stretch for stretch in found if stretch.start or stretch.end or stretch.seen]


def _in_order(said: Iterable[Said]) -> Sequence[Said]:
    return sorted(said, key=lambda each: (each.last, each.saying, each.claim.id))
