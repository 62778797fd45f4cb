"""The day of issue that a list carries in itself, and the hash of its files."""

import hashlib
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from verbale.errors import RegisterError
from verbale.registers.dates import parse_date

_HEAD = 16_384
_MARKS = (
    (re.compile(rb'dateGenerated="([^"]+)"'), False),
    (re.compile(rb'generationDate="([^"]+)"'), False),
    (re.compile(rb"<Publish_Date>([^<]+)<"), True),
    (re.compile(rb"Report Date:?[, ]*(\d{1,2}-[A-Za-z]{3}-\d{4}|\d{1,2}/\d{1,2}/\d{4})"), False),
)
_PARTS = re.compile(
    rb"<DateOfIssue[^>]*>\s*<Year>(\d{4})</Year>\s*<Month>(\d{1,2})</Month>\s*<Day>(\d{1,2})</Day>"
)


def find_issue_date(paths: Sequence[Path]) -> date | None:
    """The day that the head of a file gives (UN, EU, UK, OFAC's XML); None where none does.

    Raises:
        RegisterError: a file cannot be opened.
    """
    for path in paths:
        head = _read_head(path)
        if parts := _PARTS.search(head):
            return date(*(int(part) for part in parts.groups()))
        for mark, month_first in _MARKS:
            if match := mark.search(head):
                day = parse_date(match[1].decode("ascii", "replace"), month_first=month_first)
                if day and len(day) == 10:
                    return date.fromisoformat(day)
    return None


def _read_head(path: Path) -> bytes:
    """The first bytes of a file."""
    try:
        with path.open("rb") as stream:
            return stream.read(_HEAD)
    except OSError as error:
        raise RegisterError(f"{path} cannot be read: {error.strerror}; check the path") from error


def hash_files(paths: Sequence[Path]) -> str:
    """SHA-256 (hex) of one file, or of the hashes of several.

    Raises:
        RegisterError: a file cannot be read.
    """
    hashes = []
    for path in paths:
        try:
            with path.open("rb") as stream:
                hashes.append(hashlib.file_digest(stream, "sha256").hexdigest())
        except OSError as error:
            raise RegisterError(f"{path} cannot be read: {error.strerror}; check the path") from error
    return hashes[0] if len(hashes) == 1 else hashlib.sha256("".join(hashes).encode()).hexdigest()
