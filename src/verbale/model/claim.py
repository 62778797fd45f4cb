"""Claims: what a report says happened, holds, or is planned."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self

from verbale.model.actor import Office
from verbale.model.interval import When
from verbale.model.place import Place


class Status(StrEnum):
    """How a claim stands in its report (claims.md, "Status, negation, attribution")."""

    HAPPENED = "happened"
    PLANNED = "planned"
    ALLEGED = "alleged"
    CALLED_FOR = "called_for"


@dataclass(frozen=True, slots=True)
class TextSpan:
    """Words of the report: `text` is always exactly `report.text[start:end]`."""

    start: int
    end: int
    text: str

    def to_dict(self) -> dict[str, object]:
        """Start, end and text."""
        return {"start": self.start, "end": self.end, "text": self.text}

    @classmethod
    def from_dict(cls, fields: Mapping[str, Any]) -> Self:
        """The words of an object that `to_dict` made.

        Raises:
            ValueError: they are not as long as their offsets say.
        """
        found = cls(fields["start"], fields["end"], fields["text"])
        if found.end - found.start != len(found.text):
            raise ValueError(f"the words from {found.start} to {found.end} are {len(found.text)} characters")
        return found


@dataclass(frozen=True, slots=True)
class TraceStep:
    """One line of why a claim is there: the step of the reader and what it found or changed."""

    step: str
    note: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing a report says; `actor`, `recipient` and `attributed_to` hold ids of actors."""

    id: str
    type: str
    evidence: TextSpan
    trigger: TextSpan
    mode: str | None = None
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    object: str | None = None
    office: Office | None = None
    topic: str | None = None
    quote: str | None = None
    when: When | None = None
    place: Place | None = None
    negated: bool = False
    status: Status = Status.HAPPENED
    attributed_to: tuple[str, ...] = ()
    confidence: float = 0.5
    trace: tuple[TraceStep, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The claim object of claims.md; the trace is left out (`verbale explain` shows it)."""
        return {
            "id": self.id,
            "type": self.type,
            "mode": self.mode,
            "actor": list(self.actor),
            "recipient": list(self.recipient),
            "object": self.object,
            "office": self.office.to_dict() if self.office else None,
            "topic": self.topic,
            "quote": self.quote,
            "when": self.when.to_dict() if self.when else None,
            "place": self.place.to_dict() if self.place else None,
            "negated": self.negated,
            "status": self.status.value,
            "attributed_to": list(self.attributed_to),
            "evidence": self.evidence.to_dict(),
            "trigger": self.trigger.to_dict(),
            "confidence": self.confidence,
        }

    @classmethod
    def from_dict(cls, fields: Mapping[str, Any]) -> Self:
        """The claim of an object that `to_dict` made, without its trace."""
        office, when, place = (fields[name] for name in ("office", "when", "place"))
        return cls(
            id=fields["id"],
            type=fields["type"],
            evidence=TextSpan.from_dict(fields["evidence"]),
            trigger=TextSpan.from_dict(fields["trigger"]),
            mode=fields["mode"],
            actor=tuple(fields["actor"]),
            recipient=tuple(fields["recipient"]),
            object=fields["object"],
            office=Office.from_dict(office) if office else None,
            topic=fields["topic"],
            quote=fields["quote"],
            when=When.from_dict(when) if when else None,
            place=Place.from_dict(place) if place else None,
            negated=fields["negated"],
            status=Status(fields["status"]),
            attributed_to=tuple(fields["attributed_to"]),
            confidence=fields["confidence"],
        )
