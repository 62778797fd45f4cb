"""The log of what people decided, which no machine overrules."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from verbale.record import tables as t
from verbale.record.clock import held
from verbale.record.ids import derive_id


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided about what, by whom, why and when."""

    id: str
    kind: str
    subject: dict[str, Any]
    by: str
    why: str
    decided_at: datetime

    def to_dict(self) -> dict[str, Any]:
        """The decision as JSON keeps it."""
        return {
            "id": self.id,
            "kind": self.kind,
            "subject": self.subject,
            "by": self.by,
            "why": self.why,
            "decided_at": self.decided_at.isoformat(),
        }


def decide(
    conn: Connection, kind: str, subject: dict[str, Any], *, by: str, why: str, now: datetime
) -> Decision:
    """Write a decision into the log; the same one at the same moment is written once.

    Args:
        conn: a connection that writes.
        kind: merge, split, confirm, accept, reject, correct, forget …
        subject: what it is about, as JSON: ids and values.
        by: who decided.
        why: the reason given, for those who read the log later.
        now: when, with a time zone.
    """
    decision_id = derive_id("decision", kind, subject, by, why, now.isoformat())
    if conn.execute(select(t.decisions.c.id).where(t.decisions.c.id == decision_id)).first() is None:
        row = {"id": decision_id, "kind": kind, "subject": subject, "by": by, "why": why}
        conn.execute(insert(t.decisions), {**row, "decided_at": now, "recorded_at": now})
    return Decision(decision_id, kind, subject, by, why, now)


def list_decisions(
    conn: Connection, kind: str | None = None, *, as_of: datetime | None = None
) -> tuple[Decision, ...]:
    """The decisions of a kind (None: of all), oldest first, that stood at a moment (None: now)."""
    d = t.decisions.c
    query = select(d.id, d.kind, d.subject, d.by, d.why, d.decided_at).where(held(t.decisions, as_of))
    if kind is not None:
        query = query.where(d.kind == kind)
    rows = conn.execute(query.order_by(d.decided_at, d.id))
    return tuple(Decision(*row) for row in rows)
