"""Lines and rows of text files with their numbers; what is not text ends the file with its place."""

import codecs
import csv
from collections.abc import Iterator
from pathlib import Path

from verbale.errors import RegisterError

MAX_FIELD = 1_000_000
"""Longest field of a CSV file, in characters: what is longer is a quotation mark never closed."""


END_OF_FILE = "\x1a"
"""What ends files of OFAC's, as it did in CP/M."""


def read_lines(path: Path, encoding: str = "utf-8") -> Iterator[str]:
    """The lines of a file with their ends, without a byte order mark.

    Raises:
        RegisterError: the file cannot be opened, or a line is not in that encoding.
    """
    try:
        with path.open("rb") as stream:
            for number, line in enumerate(stream, 1):
                yield _decode(
                    line if number > 1 else line.removeprefix(codecs.BOM_UTF8), encoding, path, number
                )
    except OSError as error:
        raise RegisterError(f"{path} cannot be read: {error.strerror}; check the path") from error


def _decode(line: bytes, encoding: str, path: Path, number: int) -> str:
    """One line as text."""
    try:
        text = line.decode(encoding)
    except UnicodeDecodeError as error:
        raise RegisterError(
            f"{path}, line {number}: not {encoding} (byte {error.start + 1} of the line); name the encoding of "
            "the file with --encoding, cp1252 for instance"
        ) from error
    except LookupError as error:
        raise RegisterError(f"there is no encoding {encoding!r}: give one such as utf-8 or cp1252") from error
    if "\0" in text:
        raise RegisterError(
            f"{path}, line {number}: a NUL character; this is no text file: export it as text"
        )
    return text


def read_csv(path: Path, encoding: str = "utf-8", delimiter: str = ",") -> Iterator[tuple[int, list[str]]]:
    """The rows of a CSV file with the line on which each begins; empty rows are passed over.

    Raises:
        RegisterError: no text, a quotation mark that is never closed, a field longer than `MAX_FIELD`; the last row is
            shorter than others and has no end of line, as in a file that was cut off.
    """
    csv.field_size_limit(MAX_FIELD)
    lines = _Lines(read_lines(path, encoding))
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    line, width = 1, 0
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            raise RegisterError(f"{path}, line {line}: {_explain(error)}") from error
        width = max(width, len(row))
        if lines.open_end and len(row) < width and row != [END_OF_FILE]:
            raise RegisterError(
                f"{path}, line {line}: the file ends in the middle of this row, which has {len(row)} fields where "
                f"others have {width}; download it anew, or end the line if the row is whole"
            )
        if row:
            yield line, row
        line = rows.line_num + 1


def _explain(error: csv.Error) -> str:
    """What the csv module found, and what is most likely wrong with the file."""
    if "new-line character" in str(error):
        return "lines end with a carriage return alone; save the file with line ends of today (LF or CRLF)"
    return f"{error}; most likely a quotation mark in the row that begins there is not closed"


class _Lines:
    """Lines that remember whether the last one that was read has its end."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self.open_end = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.open_end = not line.endswith(("\n", "\r"))
        return line


def read_table(path: Path, encoding: str = "utf-8") -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a CSV file with a header as dicts; a row of another length has the key "" with what is wrong.

    Raises:
        RegisterError: as `read_csv`; no header.
    """
    rows = read_csv(path, encoding)
    try:
        _, header = next(rows)
    except StopIteration:
        raise RegisterError(f"{path} is empty: give a CSV file with a header") from None
    names = [name.strip() for name in header]
    for line, row in rows:
        if len(row) == len(names):
            yield line, dict(zip(names, row, strict=True))
        else:
            yield line, {"": f"{len(row)} fields where the header has {len(names)}"}
