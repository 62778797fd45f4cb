"""What somebody did and had done to him, or what was between two, as lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from verbale.record.queries.dealings import list_dealings
from verbale.record.queries.dossier import SPARE, load_lines
from verbale.record.queries.filters import Filters
from verbale.record.queries.lines import Line

STATES = frozenset(("hold_office", "belong", "align"))
"""Types that tell of no day: they are no part of a timeline."""
BATCH = 500


@dataclass(frozen=True, slots=True)
class Timeline:
    """Lines, the latest first; `complete` is False where earlier ones are left out."""

    lines: tuple[Line, ...]
    complete: bool

    def to_dict(self) -> dict[str, Any]:
        """The timeline for JSON."""
        return {"complete": self.complete, "lines": [line.to_dict() for line in self.lines]}


def load_timeline(
    conn: Connection,
    parties: Sequence[str],
    filters: Filters | None = None,
    *,
    limit: int = 100,
    as_of: datetime | None = None,
) -> Timeline:
    """The latest lines of one identity, or of those claims that two have a part in.

    Args:
        conn: a connection that reads.
        parties: one id, or two.
        filters: which claims.
        limit: lines at most.
        as_of: what the record knew at a moment; None is now.
    """
    one, other = (*parties, None)[:2]
    dealings = list_dealings(conn, str(one), other=other, filters=filters, as_of=as_of)
    told = [each for each in dealings.claims if each.type not in STATES and each.roles != {"attributed_to"}]
    chosen = told[: min(limit * SPARE, BATCH * SPARE)]
    lines = load_lines(conn, chosen, str(one), as_of)
    complete = dealings.complete and len(chosen) == len(told) and len(lines) <= limit
    return Timeline(lines[:limit], complete)
