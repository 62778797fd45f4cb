"""Why the record takes names in reports for one identity: each link with its evidence."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, func, select

from verbale.record import tables as t
from verbale.record.clock import held


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A name in a report taken for an identity: how sure (0 to 1), why, and by whose decision, if anybody's."""

    key: int
    actor: int
    name: str
    kind: str
    report_id: str
    title: str
    publisher: str
    published: date | None
    strength: float
    evidence: tuple[dict[str, Any], ...]
    decided_by: str | None

    def to_dict(self) -> dict[str, Any]:
        """The link for JSON."""
        return {
            "name": self.name,
            "kind": self.kind,
            "report": self.report_id,
            "title": self.title,
            "publisher": self.publisher,
            "published": self.published.isoformat() if self.published else None,
            "strength": self.strength,
            "evidence": list(self.evidence),
            "decided_by": self.decided_by,
        }


def list_links(
    conn: Connection, identity: str, *, limit: int = 100, as_of: datetime | None = None
) -> tuple[LinkRow, ...]:
    """The links of an identity, the weakest first: those are what a reviewer looks for.

    Args:
        conn: a connection that reads.
        identity: whose.
        limit: links at most.
        as_of: those that held at that moment; None is now.
    """
    k, a, r = t.links.c, t.actors.c, t.reports.c
    columns = (
        k.key, k.actor_key.label("actor"), a.name, a.kind, r.id.label("report_id"), r.title, r.publisher,
        r.published, k.strength, k.evidence, k.decided_by,
    )  # fmt: skip
    query = (
        select(*columns)
        .select_from(t.links.join(t.actors, a.key == k.actor_key).join(t.reports, r.id == a.report_id))
        .where(k.identity_id == identity, held(t.links, as_of))
        .order_by(k.strength, r.published.desc(), k.key)
        .limit(limit)
    )
    rows = conn.execute(query).mappings()
    return tuple(LinkRow(**{**row, "evidence": tuple(row["evidence"] or ())}) for row in rows)


def count_links(conn: Connection, identity: str, as_of: datetime | None = None) -> int:
    """In how many places of reports an identity is recognised."""
    query = select(func.count()).select_from(t.links)
    return conn.execute(query.where(t.links.c.identity_id == identity, held(t.links, as_of))).scalar_one()
