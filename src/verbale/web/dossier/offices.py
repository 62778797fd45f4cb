"""Offices over time, out of what reports say of them: from when, until when, and on which days they are held."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from verbale.record.queries.claim_rows import ClaimRow
from verbale.record.queries.states import State, make_states
from verbale.record.wording.names import country_name
from verbale.web.charts.bars import Bar

TYPES = ("hold_office", "appoint", "dismiss", "leave_office")


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """An office: since when and until when, None where no report says so, with the claims that say it."""

    title: str
    body: str
    start: date | None
    end: date | None
    seen: tuple[date, ...]
    claims: tuple[ClaimRow, ...]

    @property
    def bar(self) -> Bar:
        """The office on a chart."""
        return Bar(
            self.title, self.body, self.start, self.end, "power", f"/claims/{self.claims[0].id}", self.seen
        )


def list_offices(claims: Iterable[ClaimRow]) -> list[OfficeLine]:
    """The offices of one person, the latest first, as `record.queries.states` makes them of claims."""
    return [_line(state) for state in make_states(claim for claim in claims if claim.type in TYPES)]


def _line(state: State) -> OfficeLine:
    where = ", ".join(part for part in (state.body, country_name(state.country)) if part)
    start = state.start.first if state.start else None
    end = state.end.last if state.end else None
    return OfficeLine(state.title, where, start, end, state.seen, state.claims)
