"""What people decide about who is who: two that are one, one that is two, a recognition that is right.

Links are superseded, never changed, and carry the decision: no machine undoes it, and re-reading keeps it.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, select, update

from verbale.errors import IdentityError
from verbale.record import tables as t
from verbale.record.clock import held
from verbale.record.counting import insert_new
from verbale.record.decisions import Decision, decide
from verbale.record.events.keys import drop_keys, keep_keys
from verbale.record.events.telling import load_tellings
from verbale.record.identity.known import Block, Known, load_known
from verbale.record.identity.scene import make_profile
from verbale.record.identity.writing import Link, Writing
from verbale.record.ids import derive_id

BATCH = 500


def merge_identities(
    conn: Connection, kept: str, other: str, *, by: str, why: str, now: datetime
) -> Decision:
    """Make two identities one: `other` is from now on `kept`, with all its names and links.

    Args:
        conn: a connection that writes.
        kept: the identity that stays.
        other: the one that goes into it; its id goes on leading there.
        by: who decides.
        why: the reason given.
        now: when, with a time zone.

    Raises:
        IdentityError: one is not in the record, or was merged already, or they are of different kinds.
    """
    if kept == other:
        raise IdentityError(f"{kept} is one already: name two identities")
    block = _load(conn, kept, other)
    one, two = block.known[kept], block.known[other]
    if one.kind != two.kind:
        raise IdentityError(
            f"{one.name} is a {one.kind} and {two.name} a {two.kind}: only like is merged with like"
        )
    subject = {"identity": kept, "merged": other, "names": [one.name, two.name]}
    decision = decide(conn, "merge", subject, by=by, why=why, now=now)
    _move(conn, _links(conn, other), two, one, decision, block)
    gone = update(t.identities).where(t.identities.c.id == other)
    conn.execute(gone.values(merged_into=kept, superseded_at=now))
    return decision


def split_identity(
    conn: Connection, identity: str, actors: Sequence[int], *, by: str, why: str, now: datetime
) -> tuple[Decision, str]:
    """Make one identity two: some of its links (`LinkRow.actor`) go to a new one, whose id is returned too.

    Raises:
        IdentityError: the identity is not in the record, or the links are none of it, or all of it.
    """
    block = _load(conn, identity)
    moved = _links(conn, identity, actors)
    if not moved or len(moved) == len(_links(conn, identity)):
        raise IdentityError(
            f"{identity} is split by naming some of the reports it is recognised in, not none or all"
        )
    first = moved[0]
    fresh = Known(_new_id(conn, first), first.name, block.known[identity].kind, first.country)
    block.known[fresh.id] = fresh
    subject = {"identity": identity, "split": fresh.id, "mentions": _mentions(moved)}
    decision = decide(conn, "split", subject, by=by, why=why, now=now)
    _move(conn, moved, block.known[identity], fresh, decision, block, create=True)
    return decision, fresh.id


def confirm_links(
    conn: Connection, identity: str, actors: Sequence[int], *, by: str, why: str, now: datetime
) -> Decision:
    """Say that links (`LinkRow.actor`) of an identity are right: re-reading and merging machines keep them.

    Raises:
        IdentityError: the identity is not in the record, or the links are none of it.
    """
    block = _load(conn, identity)
    rows = _links(conn, identity, actors)
    if not rows:
        raise IdentityError(
            f"{identity} is confirmed by naming reports that it is recognised in: none was named"
        )
    subject = {"identity": identity, "mentions": _mentions(rows)}
    decision = decide(conn, "confirm", subject, by=by, why=why, now=now)
    known = block.known[identity]
    _move(conn, rows, known, known, decision, block)
    return decision


def _load(conn: Connection, *ids: str) -> Block:
    """The identities with what is known of them.

    Raises:
        IdentityError: one is not there, or no more.
    """
    block = Block()
    load_known(conn, block, ids)
    for identity in ids:
        if identity not in block.known:
            raise IdentityError(
                f"the record has no {identity}, or it was merged: `verbale who NAME` shows the ids"
            )
    return block


def _links(conn: Connection, identity: str, actors: Sequence[int] | None = None) -> list[Row[Any]]:
    """Actors that are linked to an identity now (None: all), with when their reports came out."""
    k, a, r = t.links.c, t.actors.c, t.reports.c
    chosen: ColumnElement[bool] = k.identity_id == identity
    if actors is not None:
        chosen &= k.actor_key.in_(list(actors))
    query = (
        select(t.actors, r.published, k.key.label("link"), k.strength)
        .select_from(t.links.join(t.actors, a.key == k.actor_key).join(t.reports, r.id == a.report_id))
        .where(chosen, held(t.links))
        .order_by(r.published, a.key)
    )
    return list(conn.execute(query))


def _mentions(rows: Sequence[Row[Any]]) -> list[dict[str, str]]:
    """What a decision says of links, for those who read the log."""
    return [{"report": row.report_id, "name": row.name} for row in rows[:50]]


def _new_id(conn: Connection, row: Row[Any]) -> str:
    """An id for an identity of its own, named after where it is first recognised."""
    nth = 0
    while True:
        found = derive_id("identity", row.report_id, row.name, row.kind, *((nth,) if nth else ()))
        taken = conn.execute(select(t.identities.c.id).where(t.identities.c.id == found)).first()
        if taken is None:
            return found
        nth += 1


def _move(
    conn: Connection,
    rows: Sequence[Row[Any]],
    old: Known,
    new: Known,
    decision: Decision,
    block: Block,
    *,
    create: bool = False,
) -> None:
    """Link actors to another identity (or the same) by a decision; names, traits and offices held go with them."""
    writing = Writing(conn, decision.decided_at)
    if create:
        writing.create(new)
    evidence = ({"name": "decision", "note": f"{decision.kind} by {decision.by}", "weight": 0.0},)
    for row in rows:
        profile = make_profile(row, row.published)
        if row.kind != "office" or old.kind == "office":
            writing.leave(old, profile)
        writing.join(new, profile, Link(row.key, new.id, row.strength, evidence, decision.id), block)
    for start in range(0, len(rows), BATCH):
        some = rows[start : start + BATCH]
        gone = update(t.links).where(t.links.c.key.in_([row.link for row in some]))
        conn.execute(gone.values(superseded_at=decision.decided_at))
    writing.finish("", 0)
    if old.id != new.id:
        for start in range(0, len(rows), BATCH):
            actors = [row.key for row in rows[start : start + BATCH]]
            _move_holdings(conn, actors, old.id, new.id, decision.decided_at)
            _renew_event_keys(conn, actors)


def _renew_event_keys(conn: Connection, actors: Sequence[int]) -> None:
    """Let claims that others are compared with be found under the identities that their parties are now."""
    p, k = t.parties.c, t.event_keys.c
    kept = select(k.claim_key).join_from(t.event_keys, t.parties, p.claim_key == k.claim_key)
    keys = conn.execute(kept.where(p.actor_key.in_(list(actors))).distinct()).scalars().all()
    drop_keys(conn, keys)
    keep_keys(conn, load_tellings(conn, keys).values())


def _move_holdings(conn: Connection, actors: Sequence[int], old: str, new: str, now: datetime) -> None:
    """Let the offices that actors are said to hold be those of another identity."""
    h, p = t.holdings.c, t.parties.c
    of_them = select(p.claim_key).where(p.actor_key.in_(list(actors)), p.role == "actor")
    chosen = h.claim_key.in_(of_them) & (h.identity_id == old) & held(t.holdings)
    rows = conn.execute(select(h.claim_key, h.office, h.day).where(chosen)).mappings().all()
    insert_new(conn, t.holdings, [{**row, "identity_id": new, "recorded_at": now} for row in rows])
    conn.execute(update(t.holdings).where(chosen).values(superseded_at=now))
