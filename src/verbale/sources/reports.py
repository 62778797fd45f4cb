"""From paths to reports: files, folders and streams, in order, one at a time."""

import io
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO, cast

from verbale.errors import (
    BinaryFileError,
    BrokenArchiveError,
    EmptyFolderError,
    MissingFileError,
    ReportError,
    TextTooLongError,
    UnreadableFileError,
)
from verbale.model import Report
from verbale.sources.binary import check_is_text
from verbale.sources.compressed import DAMAGE, is_compressed, peek_unpacked, unpack
from verbale.sources.decoding import check_lines
from verbale.sources.formats import Format, format_of_bytes, format_of_name
from verbale.sources.html import read_html
from verbale.sources.json_reports import read_json, read_jsonl
from verbale.sources.options import SourceOptions
from verbale.sources.origin import Origin
from verbale.sources.pages import read_feed
from verbale.sources.parquet import read_parquet
from verbale.sources.plain import read_plain
from verbale.sources.warc import read_warc

_PEEK = 65536


def read_paths(
    paths: Iterable[str | Path], options: SourceOptions, stdin: BinaryIO | None = None
) -> Iterator[Report | ReportError]:
    """The reports at the paths, in the order given, folders sorted by path; "-" is `stdin`.

    A report that cannot be read comes as the error that says why, in its place.
    JSONL of any size takes the memory of one line.
    """
    for path in paths:
        if str(path) == "-":
            yield from _guarded("standard input", lambda: nullcontext(stdin or io.BytesIO()), options)
        elif Path(path).is_dir():
            yield from _read_folder(Path(path), options)
        else:
            yield from _read_file(Path(path), options)


def read_stream(
    stream: BinaryIO, origin: Origin, options: SourceOptions, form: Format | None = None
) -> Iterator[Report | ReportError]:
    """The reports of an open stream of bytes; `form` None means told by how it begins."""
    buffered = (
        stream
        if isinstance(stream, io.BufferedReader)
        else io.BufferedReader(cast("io.RawIOBase", stream), _PEEK)
    )
    opening = buffered.peek(_PEEK)
    if is_compressed(opening) and form is not Format.WARC:
        yield from _read_compressed(buffered, opening, origin, options, form)
        return
    form = form or format_of_bytes(opening)
    if form is Format.WARC:
        yield from read_warc(buffered, origin, options)
    elif form is Format.PARQUET:
        yield from read_parquet(buffered, origin, options)
    elif form is Format.JSONL:
        yield from _read_lines(buffered, opening, origin, options)
    else:
        yield from _read_whole(buffered, origin, options, form)


def _read_whole(
    stream: BinaryIO, origin: Origin, options: SourceOptions, form: Format
) -> Iterator[Report | ReportError]:
    """The reports of a stream that is loaded at once."""
    raw = stream.read(options.max_bytes + 1)
    if len(raw) > options.max_bytes or (form is Format.TEXT and len(raw) > 4 * options.max_chars):
        yield _too_long(origin, options, form)
    elif form is Format.JSON:
        yield from read_json(raw, origin, options)
    elif form is Format.FEED:
        yield from read_feed(raw, origin, options)
    else:
        yield _read_document(raw, origin, options, form)


def _read_compressed(
    stream: io.BufferedReader, opening: bytes, origin: Origin, options: SourceOptions, form: Format | None
) -> Iterator[Report | ReportError]:
    """The reports within a compressed stream; a WARC file is read packed, so that damage can be passed."""
    try:
        start = peek_unpacked(opening)
        if form is None and format_of_bytes(start) is Format.WARC:
            yield from read_warc(stream, origin, options)
        elif is_compressed(start):
            yield _packed_twice(origin)
        else:
            yield from read_stream(unpack(stream, opening), origin, options, form)
    except DAMAGE as error:
        yield BrokenArchiveError(
            origin.id, f"{origin.label} is damaged or cut off ({str(error).lower()}): fetch the file again"
        )


def _packed_twice(origin: Origin) -> BinaryFileError:
    return BinaryFileError(origin.id, f"{origin.label} is compressed twice: unpack it once")


def list_files(folder: Path) -> list[Path]:
    """The files under a folder, sorted by path; hidden files and folders are passed over."""
    found = []
    for here, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(here, name) for name in names if not name.startswith(".")]
    return sorted(found, key=lambda path: path.parts)


def _read_folder(folder: Path, options: SourceOptions) -> Iterator[Report | ReportError]:
    """The reports of all files under a folder."""
    files = list_files(folder)
    if not files:
        yield _empty_folder(folder)
    for path in files:
        yield from _read_file(path, options)


def _empty_folder(folder: Path) -> ReportError:
    """Why a folder gave no file."""
    if not os.access(folder, os.R_OK | os.X_OK):
        return UnreadableFileError(
            str(folder), f"{folder} cannot be opened: permission denied: check its owner and mode"
        )
    return EmptyFolderError(
        str(folder), f"{folder} has no files in it: name a folder with text, HTML, JSON, JSONL or WARC"
    )


def _read_file(path: Path, options: SourceOptions) -> Iterator[Report | ReportError]:
    """The reports of one file."""
    yield from _guarded(str(path), lambda: path.open("rb"), options)


def _guarded(
    name: str, open_stream: Callable[[], AbstractContextManager[BinaryIO]], options: SourceOptions
) -> Iterator[Report | ReportError]:
    """The reports of a stream to be opened, or the error of the system that keeps it shut."""
    try:
        with open_stream() as stream:
            yield from read_stream(stream, Origin(name), options, format_of_name(name))
    except FileNotFoundError:
        yield MissingFileError(name, f"{name} does not exist: check the path")
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        yield UnreadableFileError(
            name, f"{name} cannot be read: {reason.lower()}: check the file and its mode"
        )


def _read_lines(
    stream: BinaryIO, opening: bytes, origin: Origin, options: SourceOptions
) -> Iterator[Report | ReportError]:
    """The reports of a JSONL stream, if lines can be found in it at all."""
    try:
        check_is_text(opening, origin)
        check_lines(opening, origin, options.encoding)
    except ReportError as error:
        yield error
        return
    yield from read_jsonl(stream, origin, options)


def _read_document(raw: bytes, origin: Origin, options: SourceOptions, form: Format) -> Report | ReportError:
    """The one report of a text or a page, or what is wrong with it."""
    try:
        return read_html(raw, origin, options) if form is Format.HTML else read_plain(raw, origin, options)
    except ReportError as error:
        return error


def _too_long(origin: Origin, options: SourceOptions, form: Format) -> TextTooLongError:
    """The error for a file of which no more than the beginning was read."""
    if form is Format.TEXT:
        limit, setting = f"{options.max_chars:,} characters", "VERBALE_MAX_CHARS"
    else:
        limit, setting = f"{options.max_bytes:,} bytes", "VERBALE_MAX_BYTES"
    advice = "write one report a line (JSONL)" if form is Format.JSON else "split it into reports"
    return TextTooLongError(origin.id, f"{origin.label} is longer than {limit}: {advice}, or raise {setting}")
