"""JSON and JSONL: reports with their own id and metadata, FollowTheMoney entities among them."""

import json
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import BinaryIO

from verbale.errors import (
    EmptyTextError,
    FieldTypeError,
    InvalidJsonError,
    MissingTextError,
    ReportError,
    TextTooLongError,
)
from verbale.model import Report, derive_report_id
from verbale.sources.checks import check_report
from verbale.sources.dates import parse_published
from verbale.sources.decoding import decode_text
from verbale.sources.ftm import describe_entity, is_document, is_entity
from verbale.sources.options import SourceOptions
from verbale.sources.origin import Origin


def read_json(raw: bytes, origin: Origin, options: SourceOptions) -> Iterator[Report | ReportError]:
    """The reports of a JSON file: one object, or an array of objects; objects line by line are read as JSONL."""
    try:
        value = json.loads(decode_text(raw, origin, options.encoding))
    except ReportError as error:
        yield error
    except (json.JSONDecodeError, RecursionError) as error:
        if raw.count(b"\n") and str(error).startswith("Extra data: line 2"):
            yield from read_jsonl(BytesIO(raw), origin, options)
            return
        yield InvalidJsonError(
            origin.id, f"{origin.label} is not valid JSON: {_complaint(error)}: correct it there"
        )
    else:
        if value == []:
            yield _no_reports(origin)
        for number, item in enumerate(value if isinstance(value, list) else [value], 1):
            place = f"{origin.label}, report {number}" if isinstance(value, list) else origin.label
            yield from read_object(item, place, options)


def read_jsonl(
    lines: BinaryIO, origin: Origin, options: SourceOptions, first: int = 1
) -> Iterator[Report | ReportError]:
    """The reports of a JSONL file, line by line; blank lines are skipped, no more than a line is kept.

    `first` is the number of the first line, where the stream is a stretch of a file.
    """
    found = first > 1
    for number, line in _bounded_lines(lines, options.max_bytes, first):
        found = found or line is None or bool(line.strip())
        place = f"{origin.label}, line {number}"
        if line is None:
            yield TextTooLongError(
                place,
                f"{place} is longer than {options.max_bytes:,} bytes: split it, or raise VERBALE_MAX_BYTES",
            )
        elif line.strip():
            yield from _read_line(line, place, options)
    if not found:
        yield _no_reports(origin)


def read_report(fields: dict[str, object], origin: Origin, options: SourceOptions) -> Report:
    """The report that a JSON object with `text`, and maybe `id`, `title`, `published` ..., describes.

    Fields it lacks are taken from `options`; fields nobody knows are passed over.

    Raises:
        ReportError: `text` is missing, a field has the wrong type, or the text is no report.

    >>> read_report({"text": "The minister resigned.", "id": 7}, Origin("a.json"), SourceOptions()).id
    '7'
    """
    text = fields.get("text")
    if text is None:
        raise MissingTextError(
            origin.id, f"{origin.label} has no `text`: add the text of the report under that name"
        )
    if not isinstance(text, str):
        raise _wrong_type(origin, "text", text)
    published = _published(fields, origin) or options.published
    report = Report(
        id=_identify(fields, origin) or derive_report_id(text, published),
        text=text,
        title=_string(fields, "title", origin) or options.title,
        publisher=_string(fields, "publisher", origin) or options.publisher,
        url=_string(fields, "url", origin) or options.url,
        published=published,
    )
    return check_report(report, options, origin, _string(fields, "language", origin) or None)


def _read_line(line: bytes, place: str, options: SourceOptions) -> Iterator[Report | ReportError]:
    """The report on one line, or what is wrong with it."""
    origin = Origin(place)
    try:
        value = json.loads(decode_text(line, origin, options.encoding))
    except ReportError as error:
        yield error
    except (json.JSONDecodeError, RecursionError) as error:
        yield InvalidJsonError(place, f"{place} is not valid JSON: {_complaint(error)}: correct it there")
    else:
        yield from read_object(value, place, options)


def read_object(value: object, place: str, options: SourceOptions) -> Iterator[Report | ReportError]:
    """The report that a JSON value describes, or what is wrong with it; none for an entity without text."""
    try:
        if not isinstance(value, dict):
            raise InvalidJsonError(
                place, f'{place} is {_json_type(value)}, not an object: write reports as {{"text": "…"}}'
            )
        if is_entity(value) and not is_document(value):
            return
        fields = describe_entity(value) if is_entity(value) else value
        fields = options.fields.apply(fields) if options.fields else fields
        yield read_report(fields, Origin(_identify(fields, Origin(place)) or place, place), options)
    except ReportError as error:
        yield error


def _no_reports(origin: Origin) -> EmptyTextError:
    """The error for a file in which there is no report at all."""
    return EmptyTextError(origin.id, f"{origin.label} holds no report: write one JSON object a report")


def _bounded_lines(lines: BinaryIO, limit: int, first: int) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines, None for one longer than `limit` bytes (which is never held as a whole)."""
    number = first - 1
    while line := lines.readline(limit + 1):
        number += 1
        if len(line) <= limit or line.endswith(b"\n"):
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = lines.readline(limit)
        yield number, None


def _identify(fields: dict[str, object], origin: Origin) -> str | None:
    """The id a report gives itself, as a string; None where it gives none."""
    value = fields.get("id")
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise _wrong_type(origin, "id", value)
    return str(value)


def _string(fields: dict[str, object], name: str, origin: Origin) -> str:
    """A field that is a string, empty where it is left out or null."""
    value = fields.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise _wrong_type(origin, name, value)
    return value


def _published(fields: dict[str, object], origin: Origin) -> date | None:
    """The date of publication; None where it is left out, null or empty."""
    value = _string(fields, "published", origin)
    return parse_published(value, origin) if value else None


def _wrong_type(origin: Origin, name: str, value: object) -> FieldTypeError:
    """The error that names a field whose value is no string."""
    return FieldTypeError(
        origin.id, f"{origin.label}: `{name}` is {_json_type(value)}, not a string: put it in quotation marks"
    )


def _json_type(value: object) -> str:
    """The JSON type of a value, with its article."""
    names = {dict: "an object", list: "an array", str: "a string", bool: "a boolean", type(None): "null"}
    return names.get(type(value), "a number")


def _complaint(error: json.JSONDecodeError | RecursionError) -> str:
    """What the parser of JSON found, and where."""
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    where = f"line {error.lineno}, " if error.lineno > 1 else ""
    return f"{error.msg} ({where}column {error.colno})"
