"""Readings of a batch taken up again, without reading the reports anew."""

import json
from collections.abc import Iterator
from pathlib import Path

from verbale.errors import MissingExtraError, ReportError, UnreadableFileError
from verbale.model import Reading

_ROWS = 500
"""Rows that are held at a time."""


def is_batch_output(path: str | Path) -> bool:
    """Whether a path is a folder that `verbale batch` wrote.

    >>> is_batch_output("."), is_batch_output("https://example.org/done")
    (False, False)
    """
    return all(Path(path, name).is_dir() for name in ("readings", "unread", "done"))


def read_back(folder: Path) -> Iterator[Reading | ReportError]:
    """The readings below a folder with their texts, then what could not be read, in the order of the files' names.

    Raises:
        MissingExtraError: pyarrow is not installed.
    """
    for row in _rows(folder / "readings", ("text", "reading")):
        yield _revive(folder, row)
    classes = {each.slug: each for each in ReportError.__subclasses__()}
    for row in _rows(folder / "unread", ("report", "error", "message")):
        yield classes.get(row["error"], ReportError)(row["report"], row["message"])


def _revive(folder: Path, row: dict[str, str]) -> Reading | ReportError:
    try:
        fields = json.loads(row["reading"])
        fields["report"]["text"] = row["text"] or ""
        return Reading.from_dict(fields)
    except (ValueError, KeyError, TypeError) as error:
        message = (
            f"{folder}: a row of readings is none ({error}): run `verbale batch` again into an empty folder"
        )
        return UnreadableFileError(str(folder), message)


def _rows(folder: Path, columns: tuple[str, ...]) -> Iterator[dict[str, str]]:
    try:
        import pyarrow.parquet as pq  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MissingExtraError.of("batch") from error
    for path in sorted(folder.glob("*.parquet")):
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches(_ROWS, columns=list(columns)):
                yield from batch.to_pylist()
