"""What could not be read, and why."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from verbale.record import tables as t
from verbale.record.clock import held


@dataclass(frozen=True, slots=True)
class UnreadRow:
    """A document that could not be read: its id or path, where it came from, the reason, when that was noted."""

    report_id: str
    origin: str
    slug: str
    message: str
    recorded_at: datetime

    def to_dict(self) -> dict[str, Any]:
        """The row for JSON."""
        return {
            "report": self.report_id,
            "origin": self.origin,
            "error": {"slug": self.slug, "message": self.message},
            "recorded_at": self.recorded_at.isoformat(),
        }


def list_unread(conn: Connection, as_of: datetime | None = None) -> tuple[UnreadRow, ...]:
    """What could not be read yet, now or (None) at a moment, in the order in which it was noted."""
    u = t.unread.c
    query = select(u.report_id, u.origin, u.slug, u.message, u.recorded_at).where(held(t.unread, as_of))
    return tuple(UnreadRow(*row) for row in conn.execute(query.order_by(u.recorded_at, u.key)))
