"""What screening found about somebody, and what people decided about it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, select

from verbale.record import tables as t
from verbale.record.clock import held
from verbale.record.decisions import Decision, list_decisions
from verbale.record.registers.entry_rows import entry_of
from verbale.registers import Entry


@dataclass(frozen=True, slots=True)
class ScreeningRow:
    """An entry of a list that somebody may be: score, its features, and the decision about it as things stand.

    `decision` is None where nobody decided, or either side has changed since.
    """

    register: str
    issued: date
    entry: Entry
    score: float
    level: str
    features: tuple[dict[str, Any], ...]
    found_at: datetime
    decision: Decision | None

    def to_dict(self) -> dict[str, Any]:
        """The result for JSON."""
        return {
            "register": self.register,
            "issued": self.issued.isoformat(),
            "entry": self.entry.id,
            "name": self.entry.name,
            "score": self.score,
            "level": self.level,
            "features": list(self.features),
            "found_at": self.found_at.isoformat(),
            "decision": self.decision.to_dict() if self.decision else None,
        }


def list_screened(conn: Connection, identity: str, as_of: datetime | None = None) -> tuple[ScreeningRow, ...]:
    """The results that stand for an identity, the likeliest first."""
    s, e, r = t.screening_results.c, t.register_entries.c, t.registers.c
    joined = t.screening_results.join(t.registers, r.key == s.register_key)
    query = (
        select(t.screening_results, r.issued)
        .select_from(joined)
        .where(s.subject == identity, held(t.screening_results, as_of))
        .order_by(s.score.desc(), s.register, s.entry_id)
    )
    rows = conn.execute(query).all()
    decisions = _decisions_about(conn, identity, as_of) if rows else {}
    found = []
    for row in rows:
        entries = select(e.data).where(e.entry_id == row.entry_id, e.register == row.register)
        data = (
            conn.execute(entries.order_by((e.digest == row.entry_digest).desc(), e.key.desc()))
            .scalars()
            .first()
        )
        if data is not None:
            digests = (row.register, row.entry_id, row.subject_digest, row.entry_digest)
            found.append(
                ScreeningRow(
                    row.register, row.issued, entry_of(row.entry_id, data), row.score, row.level,
                    tuple(row.features), row.recorded_at, decisions.get(digests),
                )
            )  # fmt: skip
    return tuple(found)


def _decisions_about(
    conn: Connection, identity: str, as_of: datetime | None
) -> dict[tuple[str, str, str, str], Decision]:
    """The last decision about each match of an identity as it stood then."""
    found = {}
    decisions = [each for kind in ("accept", "reject") for each in list_decisions(conn, kind, as_of=as_of)]
    for decision in sorted(decisions, key=lambda each: each.decided_at):
        about = decision.subject.get("screening")
        if about and about["subject"] == identity:
            pair = (about["register"], about["entry"], about["subject_digest"], about["entry_digest"])
            found[pair] = decision
    return found
