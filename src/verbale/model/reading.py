"""Readings: what the reader found in one report."""

from dataclasses import dataclass

from verbale.model.actor import Actor
from verbale.model.claim import Claim
from verbale.model.report import Report


@dataclass(frozen=True, slots=True)
class Reading:
    """The actors and claims of one report, with the version of the reader and the digest of its data."""

    report: Report
    actors: tuple[Actor, ...] = ()
    claims: tuple[Claim, ...] = ()
    reader_version: str = ""

    def to_dict(self) -> dict[str, object]:
        """The JSON object of claims.md, ready for `json.dumps`."""
        return {
            "report": self.report.to_dict(),
            "reader_version": self.reader_version,
            "actors": [a.to_dict() for a in self.actors],
            "claims": [c.to_dict() for c in self.claims],
        }
