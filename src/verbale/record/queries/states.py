"""What somebody is over time: offices, memberships, sanctions, each with the claims for both ends."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, or_, select

from verbale.record import tables as t
from verbale.record.clock import held
from verbale.record.identity.profile import office_key
from verbale.record.queries.claim_rows import ClaimRow, PartyRow, load_claims
from verbale.record.queries.settled import settle_claims
from verbale.record.queries.verdicts import list_covered, verdicts_of
from verbale.record.states.saying import TYPES, list_said
from verbale.record.states.stretches import Contradiction, End, make_stretches
from verbale.record.wording.verdicts import say_verdict

MOST = 1000
"""Claims that are looked at: those published last, where there are more."""
BATCH = 400


class StateKind(StrEnum):
    """What holds over time."""

    OFFICE = "office"
    MEMBERSHIP = "membership"
    SANCTION = "sanction"


_KINDS = {
    "hold_office": StateKind.OFFICE,
    "appoint": StateKind.OFFICE,
    "dismiss": StateKind.OFFICE,
    "leave_office": StateKind.OFFICE,
    "belong": StateKind.MEMBERSHIP,
    "join": StateKind.MEMBERSHIP,
    "leave": StateKind.MEMBERSHIP,
    "sanction": StateKind.SANCTION,
    "lift_sanction": StateKind.SANCTION,
}
_HOLDER = {
    "appoint": "recipient",
    "dismiss": "recipient",
    "sanction": "recipient",
    "lift_sanction": "recipient",
}
"""Whose state a claim is about; the actor's where no row says otherwise."""


@dataclass(frozen=True, slots=True)
class State:
    """An office, a membership or sanctions, from `start` to `end`; None where no report tells.

    `title` is the office or the mode of a membership, `other` the body joined, or who imposes the sanctions.
    `standing` is what registers say of its claims, in words; `list_states` fills it in.
    """

    kind: StateKind
    title: str
    body: str | None
    country: str | None
    other: PartyRow | None
    start: End | None
    end: End | None
    seen: tuple[date, ...]
    claims: tuple[ClaimRow, ...]
    contradictions: tuple[Contradiction, ...]
    standing: tuple[str, ...] = ()

    @property
    def latest(self) -> date:
        """The last day that anything is said of."""
        days = [each.last for each in (self.start, self.end) if each]
        return max((*days, *self.seen), default=date.min)

    def to_dict(self) -> dict[str, Any]:
        """The state for JSON: ends with the claims that tell them."""
        return {
            "kind": self.kind.value,
            "title": self.title,
            "body": self.body,
            "country": self.country,
            "other": self.other.to_dict() if self.other else None,
            "start": _end_to_dict(self.start),
            "end": _end_to_dict(self.end),
            "seen": [day.isoformat() for day in self.seen],
            "contradictions": [
                {"note": each.note, "claims": [claim.id for claim in each.claims]}
                for each in self.contradictions
            ],
            "standing": list(self.standing),
        }


def _end_to_dict(end: End | None) -> dict[str, Any] | None:
    if end is None:
        return None
    return {
        "first": end.first.isoformat() if end.first else None,
        "last": end.last.isoformat(),
        "claims": [claim.id for claim in end.claims],
    }


def list_states(conn: Connection, identity: str, as_of: datetime | None = None) -> tuple[State, ...]:
    """The states of an identity, offices first, the latest of each kind first.

    What reviewers rejected is left out; planned, alleged and nominated ones are none.

    Args:
        conn: a connection that reads.
        identity: whose.
        as_of: what the record knew at a moment; None is now.
    """
    claims = settle_claims(conn, _load(conn, identity, as_of))
    states = make_states(claim for claim in claims if _is_held_by(identity, claim))
    ids = [claim.id for state in states for claim in state.claims]
    verdicts = verdicts_of(conn, ids, as_of=as_of)
    return tuple(
        replace(state, standing=tuple(map(say_verdict, list_covered([c.id for c in state.claims], verdicts))))
        for state in states
    )


def _is_held_by(identity: str, claim: ClaimRow) -> bool:
    parties = getattr(claim, _HOLDER.get(claim.type, "actor"))
    return any(party.identity == identity for party in parties)


def make_states(claims: Iterable[ClaimRow]) -> tuple[State, ...]:
    """The states that claims about one holder come to, offices first, the latest of each kind first."""
    groups: dict[tuple[StateKind, str], list[ClaimRow]] = defaultdict(list)
    for claim in claims:
        kind = _KINDS.get(claim.type)
        if kind:
            for name in _names(kind, claim):
                groups[kind, name].append(claim)
    found = [state for (kind, _), claims in sorted(groups.items()) for state in _make(kind, claims)]
    order = list(StateKind)
    return tuple(
        sorted(found, key=lambda each: (order.index(each.kind), -each.latest.toordinal(), each.title))
    )


def _load(conn: Connection, identity: str, as_of: datetime | None) -> list[ClaimRow]:
    """The claims that he has a part in, of types that states are made of or corrected to what may be one."""
    c, r, p, k, v = t.claims.c, t.reports.c, t.parties.c, t.links.c, t.reviews.c
    corrected = select(v.claim_id).where(v.verdict == "correct", held(t.reviews, as_of))
    linked = t.links.join(t.parties, p.actor_key == k.actor_key)
    own = select(p.claim_key).select_from(linked).where(k.identity_id == identity, held(t.links, as_of))
    query = (
        select(c.key)
        .select_from(t.claims.join(t.reports, r.id == c.report_id))
        .where(c.key.in_(own), or_(c.type.in_(sorted(TYPES)), c.id.in_(corrected)), held(t.claims, as_of))
        .where(c.reprint_of.is_(None), r.redacted_at.is_(None))
        .order_by(r.published.desc(), c.key.desc())
        .limit(MOST)
    )
    keys = conn.execute(query).scalars().all()
    starts = range(0, len(keys), BATCH)
    return [row for start in starts for row in load_claims(conn, keys[start : start + BATCH], as_of)]


def _names(kind: StateKind, claim: ClaimRow) -> Sequence[str]:
    """What makes claims speak of one state: the office, or who is on the other side."""
    if kind is StateKind.OFFICE:
        return (office_key(*claim.office),) if claim.office else ()
    sides = claim.recipient if kind is StateKind.MEMBERSHIP else claim.actor
    mode = (claim.mode or "member") if claim.type == "belong" else "member"
    return tuple(f"{party.identity or party.name}|{mode}" for party in sides)


def _make(kind: StateKind, claims: Sequence[ClaimRow]) -> Iterable[State]:
    said = [each for claim in claims for each in list_said(claim)]
    for stretch in make_stretches(said, renewed=kind is StateKind.SANCTION):
        told = tuple({claim.key: claim for claim in stretch.claims}.values())
        title, body, country = _call(kind, told)
        yield State(
            kind,
            title,
            body,
            country,
            _find_other(kind, told[0]),
            stretch.start,
            stretch.end,
            tuple(sorted(set(stretch.seen))),
            told,
            tuple(stretch.contradictions),
        )


def _call(kind: StateKind, claims: Sequence[ClaimRow]) -> tuple[str, str | None, str | None]:
    """What to call a state: an office by the title, body and country given most often."""
    if kind is not StateKind.OFFICE:
        modes = [claim.mode for claim in claims if claim.type == "belong" and claim.mode]
        return ((modes or ["member"])[0] if kind is StateKind.MEMBERSHIP else "sanctions", None, None)
    offices = [claim.office for claim in claims if claim.office]
    capital = [(title[:1].upper() + title[1:], body, country) for title, body, country in offices]
    return max(capital, key=lambda office: (capital.count(office), office[0]))


def _find_other(kind: StateKind, claim: ClaimRow) -> PartyRow | None:
    sides = {StateKind.OFFICE: (), StateKind.MEMBERSHIP: claim.recipient, StateKind.SANCTION: claim.actor}[
        kind
    ]
    return sides[0] if sides else None
