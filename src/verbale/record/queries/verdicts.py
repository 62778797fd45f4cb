"""What the registers say of claims, as `verbale check` last found it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, select

from verbale.record import tables as t
from verbale.record.clock import held


@dataclass(frozen=True, slots=True)
class ClaimVerdict:
    """A verdict as kept: borne_out, contradicted or not_covered; by which rule, list and row."""

    claim_id: str
    verdict: str
    rule: str
    note: str
    register: str | None
    issued: date | None
    evidence: dict[str, Any]

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "claim": self.claim_id,
            "verdict": self.verdict,
            "rule": self.rule,
            "note": self.note,
            "register": self.register,
            "issued": self.issued.isoformat() if self.issued else None,
            "row": self.evidence,
        }


def list_covered(claim_ids: Iterable[str], verdicts: Mapping[str, ClaimVerdict]) -> tuple[ClaimVerdict, ...]:
    """Of verdicts on several claims those that a register speaks to, one of each list and kind, in order."""
    found = (verdicts[claim_id] for claim_id in claim_ids if claim_id in verdicts)
    covered = (verdict for verdict in found if verdict.verdict != "not_covered")
    return tuple({(one.verdict, one.register, one.issued): one for one in covered}.values())


def verdicts_of(
    conn: Connection, claim_ids: Sequence[str], *, as_of: datetime | None = None
) -> dict[str, ClaimVerdict]:
    """The verdicts on these claims by their ids; claims that were never checked are left out."""
    v, r = t.verdicts.c, t.registers.c
    found = {}
    for start in range(0, len(claim_ids), 500):
        query = (
            select(v.claim_id, v.verdict, v.rule, v.note, v.register, r.issued, v.evidence)
            .outerjoin(t.registers, r.key == v.register_key)
            .where(v.claim_id.in_(claim_ids[start : start + 500]), held(t.verdicts, as_of))
            .order_by(v.claim_id)
        )
        found.update({row.claim_id: ClaimVerdict(*row) for row in conn.execute(query)})
    return found
