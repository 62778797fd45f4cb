"""The tables of a batch: readings and claims as Parquet, row by row, so that memory stays flat."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from verbale.batch.places import Place
from verbale.errors import ReportError
from verbale.export.claim_columns import COLUMNS, flatten_claims
from verbale.model import Reading

_NUMBERS = ("lat", "lon", "confidence")
_OFFSETS = ("evidence_start", "evidence_end")
_LEFT_OUT = ("error", "error_message")
_ROWS = 2000
"""Rows that are held before they are written as one row group."""

READINGS = pa.schema(
    [
        (name, pa.string())
        for name in (
            *(
                "report",
                "title",
                "publisher",
                "url",
                "published",
                "language",
                "text",
                "reader_version",
                "reading",
            ),
        )
    ]
)
CLAIMS = pa.schema(
    [
        (
            name,
            pa.float64()
            if name in _NUMBERS
            else pa.int64()
            if name in _OFFSETS
            else pa.bool_()
            if name == "negated"
            else pa.string(),
        )
        for name in COLUMNS
        if name not in _LEFT_OUT
    ]
)
UNREAD = pa.schema([(name, pa.string()) for name in ("report", "error", "message")])
SCHEMAS: Mapping[str, pa.Schema] = {"readings": READINGS, "claims": CLAIMS, "unread": UNREAD}
"""The tables by the folder that they stand in."""


class Tables:
    """The three tables of one partition while they are written."""

    def __init__(self, writers: Mapping[str, pq.ParquetWriter]) -> None:
        self._writers = writers
        self._rows: dict[str, list[dict[str, Any]]] = {name: [] for name in writers}

    def add(self, result: Reading | ReportError) -> None:
        """A reading with its claims, or the document that could not be read."""
        if isinstance(result, ReportError):
            row = {"report": result.report_id, "error": result.slug, "message": result.message}
            self._put("unread", [row])
        else:
            self._put("readings", [_reading_row(result)])
            self._put("claims", [_claim_row(row) for row in flatten_claims(result)])

    def flush(self, name: str) -> None:
        """Write what is held of a table."""
        rows, self._rows[name] = self._rows[name], []
        if rows:
            self._writers[name].write_table(pa.Table.from_pylist(rows, SCHEMAS[name]))

    def _put(self, name: str, rows: list[dict[str, Any]]) -> None:
        self._rows[name] += rows
        if len(self._rows[name]) >= _ROWS:
            self.flush(name)


@contextmanager
def write_tables(out: Place, key: str) -> Iterator[Tables]:
    """Tables that appear in `out` under `key` when the block ends well, and not at all otherwise."""
    drafts = {name: out.child("tmp", f"{name}-{key}.parquet") for name in SCHEMAS}
    writers = {
        name: pq.ParquetWriter(place.path, SCHEMAS[name], filesystem=place.system, compression="zstd")
        for name, place in drafts.items()
    }
    try:
        tables = Tables(writers)
        yield tables
        for name in SCHEMAS:
            tables.flush(name)
    finally:
        for writer in writers.values():
            writer.close()
    for name, place in drafts.items():
        place.move_to(out.child(name, f"{key}.parquet"))


def _reading_row(reading: Reading) -> dict[str, Any]:
    """The columns of a reading; `reading` is its line of JSON as `verbale read` prints it."""
    report = reading.report
    line = json.dumps(reading.to_dict(), ensure_ascii=False)
    return {
        name: _clean(value) for name, value in report.to_dict().items() if name != "id"
    } | {
        "report": report.id,
        "text": _clean(report.text),
        "reader_version": reading.reader_version,
        "reading": _clean(line),
    }  # fmt: skip


def _claim_row(row: Mapping[str, Any]) -> dict[str, Any]:
    """A claim's columns as CLAIMS has them: empty text where there is none is null."""
    return {
        name: _clean(row[name]) if isinstance(row[name], str) else row[name]
        for name in CLAIMS.names
        if name != "negated"
    } | {"negated": row["negated"] == "true"}


def _clean(value: str | None) -> str | None:
    """The text as UTF-8 can hold it (half a surrogate pair as its escape), None where it is empty."""
    return value.encode("utf-8", "backslashreplace").decode() if value else None
