"""The PLOVER tables as files: CSV or Parquet, the same bytes for the same record."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Literal

from verbale.export.plover.rows import COLUMNS, Row, code_event, gather_events
from verbale.export.spreadsheets import defuse
from verbale.record.queries.claim_rows import ClaimRow

Form = Literal["csv", "parquet"]

_NUMBERS = {"score": "double", "latitude": "double", "longitude": "double", "confidence": "double"}
_FLAGS = ("historical", "future", "hypothetical", "negation")


def write_plover(
    claims: Iterable[ClaimRow], titles: Mapping[str, Sequence[str]], folder: Path, form: Form = "csv"
) -> tuple[int, int]:
    """Write `events` (claims that have a PLOVER class) and `other` (the rest) into a folder.

    Args:
        claims: in the order that the rows are to have.
        titles: offices held, by identity, the most reported first.
        folder: is made if it is not there.
        form: how the tables are written; parquet needs the extra `export`.

    Returns:
        How many rows each table has.
    """
    rows = [row for event in gather_events(claims) for row in code_event(event, titles)]
    tables = {
        "events": [row for row in rows if row["event"]],
        "other": [row for row in rows if not row["event"]],
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in tables.items():
        path = folder / f"{name}.{form}"
        if form == "csv":
            _write_csv(table, path)
        else:
            _write_parquet(table, path)
    return len(tables["events"]), len(tables["other"])


def _write_csv(rows: Sequence[Row], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(COLUMNS), lineterminator="\n")
        writer.writeheader()
        for row in rows:
            writer.writerow({column: defuse(value) for column, value in row.items()})


def _write_parquet(rows: Sequence[Row], path: Path) -> None:
    import pyarrow as pa  # noqa: PLC0415 - an extra
    import pyarrow.parquet as pq  # noqa: PLC0415

    types = {c: pa.float64() if c in _NUMBERS else pa.int8() if c in _FLAGS else pa.string() for c in COLUMNS}
    columns = {c: pa.array([row[c] for row in rows], type=kind) for c, kind in types.items()}
    pq.write_table(pa.table(columns), path, compression="zstd")
