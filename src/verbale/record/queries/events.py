"""Events with the claims that tell of them: who reported it first and last, what the reports say differently."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, func, select

from verbale.record import tables as t
from verbale.record.clock import held
from verbale.record.events.families import Relation
from verbale.record.queries.claim_rows import ClaimRow, load_claims

BATCH = 400


@dataclass(frozen=True, slots=True)
class Difference:
    """A field in which reports of one event differ: each value with the claims that give it, the commonest first."""

    field: str
    values: tuple[tuple[str, tuple[ClaimRow, ...]], ...]

    def to_dict(self) -> dict[str, Any]:
        """The difference for JSON."""
        told = [
            {
                "value": value,
                "publishers": list(list_publishers(claims)),
                "claims": [each.id for each in claims],
            }
            for value, claims in self.values
        ]
        return {"field": self.field, "values": told}


@dataclass(frozen=True, slots=True)
class Event:
    """A happening that claims of several reports tell of, the claim that was published first first.

    `reprints` are claims of copies that repeat one of `claims` word by word: they are no further sources.
    """

    id: str
    family: str
    claims: tuple[ClaimRow, ...]
    reprints: tuple[ClaimRow, ...] = ()

    @property
    def first_reported(self) -> date | None:
        """The day on which the first report of it came out; None where none is dated."""
        return min((claim.published for claim in self.claims if claim.published), default=None)

    @property
    def last_reported(self) -> date | None:
        """The day on which the last report of it came out."""
        return max((claim.published for claim in self.claims if claim.published), default=None)

    @property
    def publishers(self) -> tuple[str, ...]:
        """Who reported it independently, in the order of the alphabet: reprints count with what they repeat."""
        return list_publishers(self.claims)

    @property
    def relations(self) -> frozenset[Relation]:
        """How its claims speak of it."""
        return frozenset(Relation(claim.relation) for claim in self.claims if claim.relation)

    @property
    def speaker(self) -> ClaimRow:
        """The claim that speaks for it."""
        return find_speaker(self.claims)

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Days, places, modes and standing that reports give differently.

        What one leaves unsaid is no difference, nor is a month in which another report's day lies.
        """
        exact = [claim for claim in self.claims if not any(_is_vaguer(claim, other) for other in self.claims)]
        fields = (
            ("when", _say_days),
            ("place", lambda claim: claim.place),
            ("mode", lambda claim: claim.mode),
            ("relation", lambda claim: claim.relation),
        )
        found = (_differ(name, exact if name == "when" else self.claims, value) for name, value in fields)
        return tuple(each for each in found if each)

    def to_dict(self) -> dict[str, Any]:
        """The event for JSON, its claims among it."""
        return {
            "id": self.id,
            "family": self.family,
            "first_reported": self.first_reported.isoformat() if self.first_reported else None,
            "last_reported": self.last_reported.isoformat() if self.last_reported else None,
            "publishers": list(self.publishers),
            "differences": [each.to_dict() for each in self.differences],
            "claims": [claim.to_dict() for claim in self.claims],
            "reprints": [claim.to_dict() for claim in self.reprints],
        }


def event(conn: Connection, event_id: str, as_of: datetime | None = None) -> Event | None:
    """The event of an id; None where the record has none that stands.

    Args:
        conn: a connection that reads.
        event_id: `event:` and twelve hexadecimal digits.
        as_of: as the record held it at that moment; None is now.
    """
    return load_events(conn, [event_id], as_of).get(event_id)


def load_events(conn: Connection, ids: Iterable[str], as_of: datetime | None = None) -> dict[str, Event]:
    """The events of the ids with their claims and what reprints them."""
    found: dict[str, Event] = {}
    wanted = sorted(set(ids))
    for start in range(0, len(wanted), BATCH):
        some = wanted[start : start + BATCH]
        e = t.events.c
        families = {row.id: row.family for row in conn.execute(select(e.id, e.family).where(e.id.in_(some)))}
        claims = _load_members(conn, some, as_of)
        reprints = _load_reprints(conn, [claim for each in claims.values() for claim in each], as_of)
        for name, told in claims.items():
            again = tuple(copy for claim in told for copy in reprints.get(claim.id, ()))
            found[name] = Event(name, families[name], tuple(told), again)
    return found


def find_speaker(claims: Sequence[ClaimRow]) -> ClaimRow:
    """The claim that speaks for several: of the strongest relation, the most exactly dated, the day that most give."""
    order = list(Relation)
    days = Counter(_say_days(claim) for claim in claims)
    return min(
        claims,
        key=lambda claim: (
            order.index(Relation(claim.relation or Relation.REPORTS)),
            claim.when_start is None,
            _count_days(claim),
            -days[_say_days(claim)],
            claim.place is None,
            -claim.confidence,
            claim.id,
        ),
    )


def list_publishers(claims: Iterable[ClaimRow]) -> tuple[str, ...]:
    """Who published claims, in the order of the alphabet; copies are left out where there are originals."""
    listed = list(claims)
    own = [claim for claim in listed if claim.copy_of is None] or listed
    return tuple(sorted({claim.publisher or claim.report_id for claim in own}))


def _load_members(conn: Connection, ids: Sequence[str], as_of: datetime | None) -> dict[str, list[ClaimRow]]:
    m, c, r = t.event_claims.c, t.claims.c, t.reports.c
    query = (
        select(m.event_id, m.claim_key)
        .select_from(t.event_claims.join(t.claims, c.key == m.claim_key).join(t.reports, r.id == c.report_id))
        .where(m.event_id.in_(ids), held(t.event_claims, as_of), r.redacted_at.is_(None))
        .order_by(r.published.is_(None), r.published, r.id, c.evidence_start)
    )
    keys: dict[str, list[int]] = defaultdict(list)
    for name, key in conn.execute(query):
        keys[name].append(key)
    rows = _load_all(conn, [key for each in keys.values() for key in each], as_of)
    return {name: [rows[key] for key in each] for name, each in keys.items()}


def _load_all(conn: Connection, keys: Sequence[int], as_of: datetime | None) -> dict[int, ClaimRow]:
    starts = range(0, len(keys), BATCH)
    return {row.key: row for start in starts for row in load_claims(conn, keys[start : start + BATCH], as_of)}


def _load_reprints(
    conn: Connection, claims: Sequence[ClaimRow], as_of: datetime | None
) -> dict[str, list[ClaimRow]]:
    c = t.claims.c
    found: dict[str, list[ClaimRow]] = defaultdict(list)
    for start in range(0, len(claims), BATCH):
        ids = [claim.id for claim in claims[start : start + BATCH]]
        query = (
            select(c.key, c.reprint_of).where(c.reprint_of.in_(ids), held(t.claims, as_of)).order_by(c.key)
        )
        repeats: dict[int, str] = {row.key: row.reprint_of for row in conn.execute(query)}
        for key, row in _load_all(conn, list(repeats), as_of).items():
            found[repeats[key]].append(row)
    return found


def count_reprints(
    conn: Connection, claim_ids: Sequence[str], as_of: datetime | None = None
) -> dict[str, int]:
    """How many claims of copies repeat each claim word by word; claims that none repeats are left out."""
    c = t.claims.c
    found: dict[str, int] = {}
    for start in range(0, len(claim_ids), BATCH):
        some = list(claim_ids[start : start + BATCH])
        query = select(c.reprint_of, func.count()).where(c.reprint_of.in_(some), held(t.claims, as_of))
        found |= {row[0]: row[1] for row in conn.execute(query.group_by(c.reprint_of))}
    return found


def _say_days(claim: ClaimRow) -> str | None:
    """Days as ISO 8601 has them: one day, or an interval."""
    if claim.when_start is None:
        return None
    if claim.when_end == claim.when_start:
        return claim.when_start.isoformat()
    return f"{claim.when_start}/{claim.when_end or '..'}"


def _count_days(claim: ClaimRow) -> int:
    """Over how many days a claim is dated; one without an end counts as vague."""
    if claim.when_start is None:
        return 0
    return (claim.when_end - claim.when_start).days if claim.when_end else 366


def _is_vaguer(claim: ClaimRow, other: ClaimRow) -> bool:
    """Whether the days of another claim lie within those of a claim, and are fewer."""
    if claim.when_start is None or claim.when_end is None or other.when_start is None or not other.when_end:
        return False
    within = claim.when_start <= other.when_start and other.when_end <= claim.when_end
    return within and _count_days(other) < _count_days(claim)


def _differ(name: str, claims: Sequence[ClaimRow], value: Any) -> Difference | None:
    groups: dict[str, list[ClaimRow]] = defaultdict(list)
    for claim in claims:
        found = value(claim)
        if found:
            groups[found].append(claim)
    if len(groups) < 2:
        return None
    ranked = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    return Difference(name, tuple((said, tuple(told)) for said, told in ranked))
