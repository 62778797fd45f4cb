"""Who was named together with whom before: evidence for names that are not clear by themselves."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, func, select

from verbale.record.tables import actors, links

RECENT = 200
"""Links of an identity that are looked through, the latest first: company is a hint, not a census."""


def count_company(conn: Connection, candidates: Sequence[str], others: Sequence[str]) -> Mapping[str, int]:
    """For each candidate, how many of the others share a report with it in its latest links."""
    return {candidate: _count_one(conn, candidate, others) for candidate in candidates} if others else {}


def _count_one(conn: Connection, candidate: str, others: Sequence[str]) -> int:
    recent = (
        select(actors.c.reading_key)
        .join(links, links.c.actor_key == actors.c.key)
        .where(links.c.identity_id == candidate, links.c.superseded_at.is_(None))
        .order_by(links.c.key.desc())
        .limit(RECENT)
        .subquery()
    )
    query = (
        select(func.count(links.c.identity_id.distinct()))
        .join(actors, actors.c.key == links.c.actor_key)
        .join(recent, recent.c.reading_key == actors.c.reading_key)
        .where(
            links.c.superseded_at.is_(None),
            links.c.identity_id.in_(sorted(set(others))),
            links.c.identity_id != candidate,
        )
    )
    return int(conn.execute(query).scalar_one())
