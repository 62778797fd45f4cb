"""Parquet: a report a row, in columns named like the fields of JSON reports; row group by row group."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any, BinaryIO

from verbale.errors import (
    BrokenArchiveError,
    MissingExtraError,
    MissingTextError,
    ReportError,
    UnreadableFileError,
)
from verbale.model import Report
from verbale.sources.fields import FIELDS
from verbale.sources.json_reports import read_object
from verbale.sources.options import SourceOptions
from verbale.sources.origin import Origin

_ROWS = 64
"""Rows that are held at a time."""


def read_parquet(
    stream: BinaryIO, origin: Origin, options: SourceOptions, start: int = 0, end: int | None = None
) -> Iterator[Report | ReportError]:
    """The reports of a Parquet file; of a stretch of it, those of the row groups that begin there.

    Only the columns that reports are made of are read. A damaged row group comes as an error, the next one is read.

    Args:
        stream: the whole file, to be searched.
        origin: where it comes from.
        options: `fields` names the columns where they are called otherwise.
        start: the byte from which on row groups are taken.
        end: the byte before which they must begin; None for all.

    Raises:
        MissingExtraError: pyarrow is not installed.
    """
    if not stream.seekable():
        yield UnreadableFileError(
            origin.id, f"{origin.label} is Parquet and must be searched: name the file, no pipe"
        )
        return
    try:
        file = _open(stream)
    except _damage() as error:
        yield _broken(origin, error)
        return
    columns = _choose_columns(file.schema_arrow.names, options)
    if not any(_leads_to(path, columns) for path in options.fields.paths.get("text", ("text",))):
        names = ", ".join(file.schema_arrow.names)
        yield MissingTextError(
            origin.id,
            f"{origin.label} has no column `text` (it has {names}): name it with --fields text=COLUMN",
        )
        return
    row = 1
    for number, first in enumerate(row_group_starts(file)):
        if start <= first and (end is None or first < end):
            yield from _read_group(file, number, columns, row, origin, options)
        row += file.metadata.row_group(number).num_rows


def find_row_groups(stream: BinaryIO) -> list[int]:
    """The bytes at which the row groups of a file begin; none where it is damaged."""
    try:
        return row_group_starts(_open(stream))
    except _damage():
        return []


def row_group_starts(file: Any) -> list[int]:
    """The first byte of each row group, in their order."""
    groups = (file.metadata.row_group(number) for number in range(file.metadata.num_row_groups))
    return [min(_column_start(group.column(n)) for n in range(group.num_columns)) for group in groups]


def _column_start(column: Any) -> int:
    pages = (column.dictionary_page_offset, column.data_page_offset)
    return min(int(page) for page in pages if page is not None)


def _open(stream: BinaryIO) -> Any:
    try:
        import pyarrow.parquet as pq  # noqa: PLC0415 - comes with an extra
    except ImportError as error:
        raise MissingExtraError.of("batch") from error
    return pq.ParquetFile(stream)


def _damage() -> tuple[type[Exception], ...]:
    """What reading raises where a file is damaged."""
    from pyarrow import ArrowException  # noqa: PLC0415 - comes with an extra

    return (ArrowException, OSError)


def _choose_columns(names: Sequence[str], options: SourceOptions) -> list[str]:
    """The columns that a field of a report is found in, or inside of which it is."""
    paths = [*FIELDS, *(path for paths in options.fields.paths.values() for path in paths)]
    return [name for name in names if any(path == name or path.startswith(f"{name}.") for path in paths)]


def _leads_to(path: str, columns: Sequence[str]) -> bool:
    return path in columns or path.partition(".")[0] in columns


def _read_group(
    file: Any, number: int, columns: Sequence[str], row: int, origin: Origin, options: SourceOptions
) -> Iterator[Report | ReportError]:
    """The reports of one row group, whose first row is the file's `row`th."""
    try:
        for batch in file.iter_batches(_ROWS, row_groups=[number], columns=columns):
            for fields in batch.to_pylist():
                yield from read_object(_plain(fields), f"{origin.label}, row {row}", options)
                row += 1
    except _damage() as error:
        place = f"{origin.label}, row {row} and after"
        yield _broken(Origin(place), error)


def _plain(fields: dict[str, object]) -> dict[str, object]:
    """A row as JSON would have it: days and moments in ISO 8601, text of bytes."""
    return {name: _plain_value(value) for name, value in fields.items() if value is not None}


def _plain_value(value: object) -> object:
    if isinstance(value, datetime | date):
        return value.isoformat()
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value


def _broken(origin: Origin, error: Exception) -> BrokenArchiveError:
    reason = " ".join(str(error).split())[:200]
    return BrokenArchiveError(
        origin.id, f"{origin.label} is damaged ({reason}): write the file again, or go on without it"
    )
