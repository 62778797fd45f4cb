"""Output for programs: JSON, JSONL and CSV, written as the readings come."""

import csv
import json
from typing import Protocol, TextIO

from verbale.errors import ReportError
from verbale.export.claim_columns import COLUMNS, flatten_claims
from verbale.model import Reading

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
        self._rows.writerows(flatten_claims(result))

    def close(self) -> None:
        """Nothing comes last."""


def _indented(result: Result) -> str:
    """A result as JSON for people's eyes too."""
    return json.dumps(result.to_dict(), ensure_ascii=False, indent=2)
