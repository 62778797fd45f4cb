"""Readings: what the reader found in one report."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

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

    @classmethod
    def from_dict(cls, fields: Mapping[str, Any]) -> Self:
        """The reading of an object that `to_dict` made; traces are lost, the text too unless `report` carries it.

        Raises:
            ValueError: a field is missing or wrong, or a claim names an actor that is not there; says which.

        >>> Reading.from_dict({"report": {}})
        Traceback (most recent call last):
        ValueError: no reading: 'published' is missing
        """
        try:
            found = cls(
                Report.from_dict(fields["report"]),
                tuple(map(Actor.from_dict, fields["actors"])),
                tuple(map(Claim.from_dict, fields["claims"])),
                fields["reader_version"],
            )
        except KeyError as error:
            raise ValueError(f"no reading: {error} is missing") from error
        except (AttributeError, TypeError, ValueError) as error:
            raise ValueError(f"no reading: {error}") from error
        found._check_refs()
        return found

    def _check_refs(self) -> None:
        known = {actor.id for actor in self.actors}
        for claim in self.claims:
            for ref in (*claim.actor, *claim.recipient, *claim.attributed_to):
                if ref not in known:
                    raise ValueError(
                        f"no reading: claim {claim.id} names actor {ref!r}, which it does not have"
                    )
