"""Claims as the API writes them: the record's object with what the registers say of it, or a flat row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from sqlalchemy import Connection

from verbale.record.queries.claim_rows import ClaimRow
from verbale.record.queries.flat import COLUMNS, flatten
from verbale.record.queries.verdicts import ClaimVerdict, verdicts_of
from verbale.web.api.rows import Shape

BATCH = 200
"""Claims whose verdicts are looked up together."""


@dataclass(frozen=True, slots=True)
class JudgedClaim:
    """A claim with what the registers say of it; None where it was never checked."""

    row: ClaimRow
    verdict: ClaimVerdict | None

    def to_dict(self) -> dict[str, Any]:
        """The claim for JSON."""
        return {**self.row.to_dict(), "verdict": self.verdict.to_dict() if self.verdict else None}

    def cells(self) -> list[object]:
        """The claim as a row of FLAT."""
        flat = {**flatten(self.row), "verdict": self.verdict.verdict if self.verdict else None}
        return [flat[name] for name in FLAT]


def judge(conn: Connection, claims: Sequence[ClaimRow], as_of: datetime | None = None) -> list[JudgedClaim]:
    """Claims with their verdicts, in their order."""
    verdicts = verdicts_of(conn, [claim.id for claim in claims], as_of=as_of)
    return [JudgedClaim(claim, verdicts.get(claim.id)) for claim in claims]


def judge_each(
    conn: Connection, claims: Iterator[ClaimRow], as_of: datetime | None = None
) -> Iterator[JudgedClaim]:
    """Claims with their verdicts, as many as there are."""
    while some := list(islice(claims, BATCH)):
        yield from judge(conn, some, as_of)


FLAT = (*COLUMNS, "verdict")

CLAIMS: Shape[JudgedClaim] = Shape("claims", JudgedClaim.to_dict, FLAT, JudgedClaim.cells)
