"""Lists of the record as answers: a page in JSON, or rows sent one after the other, however many there are."""

import csv
import hashlib
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import chain, islice
from threading import BoundedSemaphore
from typing import Any, Generic, TypeVar

from fastapi import Request, Response
from sqlalchemy import Connection
from starlette.responses import StreamingResponse

from verbale.export.spreadsheets import defuse
from verbale.record.queries.prominent import find_version
from verbale.web.answers import dump
from verbale.web.api.negotiation import MEDIA
from verbale.web.errors import Refusal
from verbale.web.opening import reading_on
from verbale.web.templating import tagged

T = TypeVar("T")

BATCH = 200
"""Rows that are sent together."""
STREAMS = 5
"""Streams that are sent at once; whoever else asks for one waits, so that slow readers leave connections to others."""


@dataclass(frozen=True, slots=True)
class Shape(Generic[T]):
    """How the items of a list are written: its name, the object of an item, and the columns and cells of a row."""

    name: str
    to_object: Callable[[T], Mapping[str, Any]]
    columns: tuple[str, ...]
    to_cells: Callable[[T], Sequence[object]]


def stream_rows(
    request: Request, form: str, shape: Shape[T], find: Callable[[Connection], Iterator[T]]
) -> Response:
    """All rows as CSV or JSON lines, sent as they are found: memory holds a batch of them.

    The tag follows from the state of the record and the address, so that an unchanged list costs one look.

    Args:
        request: what is asked.
        form: `csv` or `jsonl`.
        shape: how the rows are written.
        find: gives the rows on a connection that reads, and refuses what cannot be asked with the first of them.

    Raises:
        Refusal: too many are being sent already.
    """
    with ExitStack() as stack:
        stack.callback(take_turn(request).release)
        conn, deadline = stack.enter_context(reading_on(request))
        headers = _headers(request, conn, form, shape.name)
        if headers["ETag"] in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        rows = find(conn)
        first = list(islice(rows, 1))
        opened = stack.pop_all()
    write = write_csv if form == "csv" else write_jsonl

    def send() -> Iterator[bytes]:
        with opened:
            for part in write(shape, chain(first, rows)):
                yield part
                deadline.renew()

    return StreamingResponse(send(), headers=headers, media_type=MEDIA[form][0])


def take_turn(request: Request) -> BoundedSemaphore:
    """One of the streams that may be sent at once, to be released: each holds a connection for as long as it takes.

    Raises:
        Refusal: all are being sent.
    """
    streams: BoundedSemaphore = request.app.state.streams
    if not streams.acquire(blocking=False):
        text = f"{STREAMS} long answers are being sent already: wait a moment, or ask for pages with `limit`"
        raise Refusal(503, "busy", text, {"Retry-After": "5"})
    return streams


def answer_rows(
    request: Request, form: str, shape: Shape[T], rows: Sequence[T], headers: Mapping[str, str]
) -> Response:
    """Some rows as CSV or JSON lines, all at once."""
    write = write_csv if form == "csv" else write_jsonl

    saved = {**headers, "Content-Disposition": f'attachment; filename="{shape.name}.{form}"'}
    return tagged(request, b"".join(write(shape, rows)), MEDIA[form][0], headers=saved)


def write_csv(shape: Shape[T], rows: Iterator[T] | Sequence[T]) -> Iterator[bytes]:
    """CSV with a header, in parts; cells that a spreadsheet would run as formulas begin with an apostrophe."""
    yield _csv_lines([shape.columns])
    items = iter(rows)
    while some := list(islice(items, BATCH)):
        yield _csv_lines([[_cell(cell) for cell in shape.to_cells(item)] for item in some])


def write_jsonl(shape: Shape[T], rows: Iterator[T] | Sequence[T]) -> Iterator[bytes]:
    """One object a line, in parts."""
    items = iter(rows)
    while some := list(islice(items, BATCH)):
        yield b"".join(dump(shape.to_object(item)) + b"\n" for item in some)


def _csv_lines(rows: Sequence[Sequence[object]]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode("utf-8", "replace")


def _cell(value: object) -> object:
    """A value as a cell has it: truth in words, nothing for None, text defused."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return defuse(value) if isinstance(value, str) else value


def _headers(request: Request, conn: Connection, form: str, name: str) -> dict[str, str]:
    """What is said of a stream before it begins."""
    asked = (*find_version(conn), form, request.url.path, request.url.query)
    tag = hashlib.blake2b(repr(asked).encode("utf-8", "replace"), digest_size=12).hexdigest()
    return {
        "ETag": f'W/"{tag}"',
        "Vary": "Accept, Cookie, Authorization",
        "Content-Disposition": f'attachment; filename="{name}.{form}"',
    }
