"""Annotated reports and readings as files: loaded, and refused with a reason where they cannot be used."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from verbale.errors import GoldError
from verbale.gold.matching import Fields
from verbale.model import Report


def load_gold(folder: Path) -> dict[str, Fields]:
    """The annotated reports of a folder by report id, one JSON file a report, in order of file names.

    Raises:
        GoldError: no folder, no file in it, a file that is no such JSON object, or an id given twice.
    """
    files = sorted(folder.glob("*.json")) if folder.is_dir() else []
    if not files:
        raise GoldError(f"{folder} holds no annotated report: give a folder with one JSON file a report")
    golds: dict[str, Fields] = {}
    for file in files:
        gold = _load_object(file.read_bytes(), str(file))
        report = gold.get("report")
        if not isinstance(report, Mapping) or not isinstance(report.get("id"), str):
            raise GoldError(f"{file} has no `report` with an `id`: add them, as docs/gold.md shows")
        if report["id"] in golds:
            raise GoldError(
                f"{file} has the report id {report['id']!r}, which another file has: ids are unique"
            )
        golds[report["id"]] = gold
    return golds


def load_readings(path: Path) -> dict[str, Fields]:
    """Readings by report id from a JSONL file, as `verbale read --format jsonl` writes it; error rows are left out.

    Raises:
        GoldError: the file cannot be read, or a line is no reading.
    """
    readings: dict[str, Fields] = {}
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise GoldError(f"{path} cannot be read ({error.strerror}): give a JSONL file of readings") from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        reading = _load_object(line, f"{path}, line {number}")
        if "error" in reading:
            continue
        report = reading.get("report")
        if not isinstance(report, Mapping) or "id" not in report:
            raise GoldError(f"{path}, line {number} is no reading: it has no `report` with an `id`")
        readings[str(report["id"])] = reading
    return readings


def make_report(gold: Fields) -> Report:
    """The report that was annotated, ready to be read.

    Raises:
        GoldError: no text, or `published` is no date.
    """
    fields = gold["report"]
    if not isinstance(fields.get("text"), str):
        raise GoldError(f"report {fields['id']!r} has no `text`: it cannot be read")
    day = fields.get("published")
    try:
        published = date.fromisoformat(day) if day else None
    except (TypeError, ValueError) as error:
        raise GoldError(f"report {fields['id']!r} is published {day!r}: write YYYY-MM-DD") from error
    words = {key: fields.get(key) or "" for key in ("title", "publisher", "url")}
    return Report(id=fields["id"], text=fields["text"], published=published, **words)


def _load_object(content: bytes, where: str) -> dict[str, Any]:
    try:
        found = json.loads(content.decode("utf-8"))
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise GoldError(f"{where} is no JSON in UTF-8 ({error})") from error
    if not isinstance(found, dict):
        raise GoldError(f"{where} holds {type(found).__name__}, not an object")
    return found
