"""The claims of a reading joined to events: those that the record has, or new ones with a claim of another report."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Row, bindparam, func, insert, select, update

from verbale.record import tables as t
from verbale.record.clock import held
from verbale.record.counting import next_key
from verbale.record.events.comparison import compare_tellings
from verbale.record.events.families import FAMILIES, relation_of
from verbale.record.events.keys import find_candidates, keep_keys
from verbale.record.events.telling import Telling, load_tellings
from verbale.record.events.weights import IMPOSSIBLE, LINK
from verbale.record.identity.comparison import Comparison, Evidence
from verbale.record.ids import derive_id

SPEAKERS: Final = 4
"""Claims of one event that new ones are compared with: what a report costs does not grow with how often it is told."""
TYPES: Final = tuple(each for types in FAMILIES.values() for each in types)


_c, _e = t.claims.c, t.event_claims.c
_OWN: Final = (
    select(_c.key)
    .where(_c.reading_key == bindparam("reading"), _c.type.in_(TYPES), _c.reprint_of.is_(None))
    .order_by(_c.key)
)
_EVENTS: Final = select(_e.claim_key, _e.event_id).where(
    _e.claim_key.in_(bindparam("keys", expanding=True)), held(t.event_claims)
)


def join_reading(conn: Connection, reading_key: int, now: datetime) -> None:
    """Join each claim of a reading to the event that claims of other reports tell of, if there is one.

    Reprints are left to the claim that they repeat. The cost depends on the reading, not on the size of the record.
    """
    tellings = load_tellings(conn, conn.execute(_OWN, {"reading": reading_key}).scalars().all())
    if not tellings:
        return
    joining = _Joining(conn, now, _load_known(conn, list(tellings.values())))
    for telling in tellings.values():
        joining.join(telling)
    joining.write()
    keep_keys(conn, joining.speakers)


@dataclass(slots=True)
class Known:
    """An event, or a claim that is none yet (`id` None), with the claims of it that new ones are compared with."""

    id: str | None
    members: list[Telling]


def _load_known(conn: Connection, tellings: Sequence[Telling]) -> list[Known]:
    """Events and single claims of other reports that the tellings may belong to."""
    reports = {telling.report_id for telling in tellings}
    found = load_tellings(conn, find_candidates(conn, tellings))
    others = {key: each for key, each in found.items() if each.report_id not in reports}
    events = _load_events(conn, others)
    groups: dict[str, list[Telling]] = defaultdict(list)
    for key, telling in others.items():
        groups[events.get(key, telling.id)].append(telling)
    standing = set(events.values())
    return [
        Known(name if name in standing else None, sorted(members, key=lambda each: each.id))
        for name, members in sorted(groups.items())
    ]


def _load_events(conn: Connection, keys: Iterable[int]) -> dict[int, str]:
    wanted = list(keys)
    return {row.claim_key: row.event_id for row in conn.execute(_EVENTS, {"keys": wanted})} if wanted else {}


@dataclass(slots=True)
class _Joining:
    """What joining one reading changes in the record; written at once, in the end."""

    conn: Connection
    now: datetime
    known: Sequence[Known]
    speakers: list[Telling] = field(default_factory=list)
    taken: set[tuple[int, str, str]] = field(default_factory=set)
    made: list[dict[str, Any]] = field(default_factory=list)
    rows: list[dict[str, Any]] = field(default_factory=list)

    def join(self, telling: Telling) -> None:
        """Join one claim to the event that it goes with best, or leave it to be joined by later ones."""
        chosen = self._choose(telling)
        if chosen is None:
            self.speakers.append(telling)
            return
        event, likeness = chosen
        if event.id is None:
            self._begin(event)
        self._add(event, telling, likeness.evidence)
        if len(event.members) < SPEAKERS:
            self.speakers.append(telling)

    def _choose(self, telling: Telling) -> tuple[Known, Comparison] | None:
        """The best of those whose claims, taken together, weigh enough; a report tells of an event once in a way."""
        best: tuple[float, Known, Comparison] | None = None
        for nth, event in enumerate(self.known):
            likenesses = [compare_tellings(telling, member) for member in event.members]
            totals = [each.total if each else IMPOSSIBLE for each in likenesses]
            mean = sum(totals) / len(totals)
            closest = max((each for each in likenesses if each), key=lambda each: each.total, default=None)
            if closest is None or mean < LINK or (nth, telling.type, telling.status) in self.taken:
                continue
            if best is None or mean > best[0]:
                best = (mean, event, closest)
        if best is None:
            return None
        self.taken.add((self.known.index(best[1]), telling.type, telling.status))
        return best[1:]

    def _begin(self, event: Known) -> None:
        """Make an event of a claim that stood alone."""
        first = event.members[0]
        event.id = self._new_id(first.id)
        row = {"id": event.id, "family": first.family, "recorded_at": self.now, "superseded_at": None}
        self.made.append(row)
        self._add(event, first, (Evidence("first", "the claim that others are held against", 0.0),))

    def _new_id(self, claim_id: str) -> str:
        """An id after the first claim; another one where an event that is no more had it."""
        nth = 0
        while True:
            found = derive_id("event", claim_id, *((nth,) if nth else ()))
            there = self.conn.execute(select(t.events.c.id).where(t.events.c.id == found)).first()
            if there is None and all(row["id"] != found for row in self.made):
                return found
            nth += 1

    def _add(self, event: Known, telling: Telling, evidence: Sequence[Evidence]) -> None:
        self.rows.append(
            {
                "event_id": event.id,
                "claim_key": telling.key,
                "relation": relation_of(telling.status, negated=telling.negated).value,
                "evidence": [piece.to_dict() for piece in evidence],
                "recorded_at": self.now,
                "superseded_at": None,
            }
        )

    def write(self) -> None:
        """Write the events and their claims."""
        if self.made:
            self.conn.execute(insert(t.events), self.made)
        if self.rows:
            first = next_key(self.conn, t.event_claims.c.key)
            rows = [{"key": key, **row} for key, row in enumerate(self.rows, first)]
            self.conn.execute(insert(t.event_claims), rows)


def close_events(conn: Connection, event_ids: Iterable[str], now: datetime) -> None:
    """End those of the events that claims of fewer than two reports tell of any more.

    Of the others, claims that stand take the place of those that were compared with new ones and are no more.
    """
    ids = sorted(event_ids)
    if not ids:
        return
    e, c = t.event_claims.c, t.claims.c
    query = (
        select(e.event_id, func.count(c.report_id.distinct()).label("reports"))
        .join_from(t.event_claims, t.claims, c.key == e.claim_key)
        .where(e.event_id.in_(ids), held(t.event_claims))
        .group_by(e.event_id)
    )
    left: Mapping[str, Row[Any]] = {row.event_id: row for row in conn.execute(query)}
    over = [event for event in ids if event not in left or left[event].reports < 2]
    for table, column in ((t.event_claims, e.event_id), (t.events, t.events.c.id)):
        gone = update(table).where(column.in_(over), table.c.superseded_at.is_(None))
        conn.execute(gone.values(superseded_at=now))
    for event in left.keys() - set(over):
        first = select(e.claim_key).where(e.event_id == event, held(t.event_claims)).order_by(e.claim_key)
        speakers = conn.execute(first.limit(SPEAKERS)).scalars().all()
        keep_keys(conn, load_tellings(conn, speakers).values())


def list_events_of(conn: Connection, claim_keys: Sequence[int]) -> frozenset[str]:
    """The events that claims tell of, now."""
    return frozenset(_load_events(conn, claim_keys).values())
