"""Output for programs: JSON, JSONL and CSV, written as the readings come."""

import csv
import json
from collections.abc import Iterable
from typing import Protocol, TextIO

from verbale.errors import ReportError
from verbale.model import Claim, Reading

Result = Reading | ReportError


class Writer(Protocol):
    """Writes results one by one, and whatever must come last on `close`."""

    def write(self, result: Result) -> None:
        """Write one result."""

    def close(self) -> None:
        """Write the end."""


class JsonWriter:
    """One object for one report; an array of them for several."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._first: Result | None = None
        self._count = 0

    def write(self, result: Result) -> None:
        """Hold the first back until it is known whether it stays alone; write the others at once."""
        self._count += 1
        if self._count == 1:
            self._first = result
            return
        if self._first is not None:
            self._out.write("[\n" + _indented(self._first))
            self._first = None
        self._out.write(",\n" + _indented(result))

    def close(self) -> None:
        """Write the object that stayed alone, or close the array."""
        if self._first is not None:
            self._out.write(_indented(self._first) + "\n")
        else:
            self._out.write("\n]\n" if self._count else "[]\n")


class JsonlWriter:
    """One line a report, in the order of input."""

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def write(self, result: Result) -> None:
        """Write the line and send it on its way."""
        self._out.write(json.dumps(result.to_dict(), ensure_ascii=False) + "\n")
        self._out.flush()

    def close(self) -> None:
        """Nothing comes last."""


COLUMNS = (
    "report", "title", "publisher", "url", "published",
    "claim", "type", "mode", "actor", "recipient", "object",
    "office_title", "office_body", "office_country", "topic", "quote",
    "when_start", "when_end", "when_text", "place", "place_country", "lat", "lon",
    "negated", "status", "attributed_to", "evidence", "evidence_start", "evidence_end",
    "trigger", "confidence", "error", "error_message",
)  # fmt: skip


class CsvWriter:
    """One row a claim; none for a report without claims; one with the error for a bad report."""

    def __init__(self, out: TextIO) -> None:
        self._rows = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n")
        self._rows.writeheader()

    def write(self, result: Result) -> None:
        """Write the rows of one report."""
        if isinstance(result, ReportError):
            self._rows.writerow(
                {"report": result.report_id, "error": result.slug, "error_message": result.message}
            )
            return
        names = actor_names(result)
        for claim in result.claims:
            self._rows.writerow(
                _report_cells(result) | _claim_cells(claim, names) | _circumstance_cells(claim)
            )

    def close(self) -> None:
        """Nothing comes last."""


def actor_names(reading: Reading) -> dict[str, str]:
    """The name of each actor of a reading by its id."""
    return {actor.id: actor.name for actor in reading.actors}


def join_names(ids: Iterable[str], names: dict[str, str], mark: str = "; ") -> str:
    """Names of actors in one string.

    >>> join_names(("a2", "a1"), {"a1": "Serbia", "a2": "Russia"})
    'Russia; Serbia'
    """
    return mark.join(names[each] for each in ids)


def _indented(result: Result) -> str:
    """A result as JSON for people's eyes too."""
    return json.dumps(result.to_dict(), ensure_ascii=False, indent=2)


def _report_cells(reading: Reading) -> dict[str, object]:
    """The columns that all claims of a report share."""
    report = reading.report
    return {
        "report": report.id,
        "title": report.title,
        "publisher": report.publisher,
        "url": report.url,
        "published": report.published or "",
    }


def _claim_cells(claim: Claim, names: dict[str, str]) -> dict[str, object]:
    """Who did what to whom."""
    office = claim.office
    return {
        "claim": claim.id,
        "type": claim.type,
        "mode": claim.mode,
        "actor": join_names(claim.actor, names),
        "recipient": join_names(claim.recipient, names),
        "object": claim.object,
        "office_title": office.title if office else "",
        "office_body": office.body if office else "",
        "office_country": office.country if office else "",
        "topic": claim.topic,
        "quote": claim.quote,
        "attributed_to": join_names(claim.attributed_to, names),
        "confidence": claim.confidence,
    }


def _circumstance_cells(claim: Claim) -> dict[str, object]:
    """When and where, how it stands, and the words that say it."""
    when = claim.when.to_dict() if claim.when else {}
    place = claim.place.to_dict() if claim.place else {}
    return {
        "when_start": when.get("start"),
        "when_end": when.get("end"),
        "when_text": when.get("text"),
        "place": place.get("name"),
        "place_country": place.get("country"),
        "lat": place.get("lat"),
        "lon": place.get("lon"),
        "negated": "true" if claim.negated else "false",
        "status": claim.status.value,
        "evidence": claim.evidence.text,
        "evidence_start": claim.evidence.start,
        "evidence_end": claim.evidence.end,
        "trigger": claim.trigger.text,
    }
