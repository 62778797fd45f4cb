"""The input cut into partitions: a stretch of a file each, so that any of them can be read anew by itself."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO
from urllib.parse import quote

from verbale.batch.options import BatchOptions
from verbale.batch.places import Place, StoredFile
from verbale.errors import BatchError
from verbale.pipeline import stamp_of
from verbale.sources.compressed import is_compressed
from verbale.sources.formats import Format, format_of_bytes, format_of_name
from verbale.sources.parquet import find_row_groups
from verbale.sources.resync import find_record

_PEEK = 65536
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Partition:
    """The bytes `start` to `end` of the file at `uri`; `key` names what was read, how and by which reader.

    `first` is the number of the first line in JSONL; `form` None leaves the format to the stream.
    """

    uri: str
    start: int
    end: int
    key: str
    form: Format | None = None
    first: int = 1

    @property
    def label(self) -> str:
        """How a message speaks of it."""
        return f"{self.uri}, bytes {self.start} to {self.end}"


def plan_partitions(inputs: Iterable[str], options: BatchOptions) -> Iterator[Partition]:
    """The partitions of all inputs, in their order, folders sorted by path.

    Raises:
        BatchError: an input is not there, or is standard input.
    """
    for uri in inputs:
        place = Place.at(uri)
        found = False
        for file in place.files():
            found = True
            yield from _cut_file(Place(place.system, file.path), file, _uri_of(uri, place, file), options)
        if not found:
            raise BatchError(
                f"{uri} holds no file: give files or folders that are there, or s3://… addresses"
            )


def _uri_of(uri: str, place: Place, file: StoredFile) -> str:
    """The input's own way to write a file below it, so that rows and messages speak as the user does."""
    below = file.path[len(place.path.rstrip("/")) :]
    if "://" not in uri:
        return uri.rstrip("/") + below
    # What follows the question mark says how the store is reached.
    address, mark, query = uri.partition("?")
    return address.rstrip("/") + quote(below) + mark + query


def _cut_file(place: Place, file: StoredFile, uri: str, options: BatchOptions) -> Iterator[Partition]:
    with place.open() as stream:
        opening = stream.read(_PEEK)
        step = options.partition_bytes if file.in_parts else file.size
        form = format_of_name(file.path) or (None if is_compressed(opening) else format_of_bytes(opening))
        for start, end, first in _cuts(stream, opening, form, file.size, step):
            key = _key(uri, file, (start, end), options)
            yield Partition(uri, start, end, key, form, first)


def _cuts(
    stream: BinaryIO, opening: bytes, form: Format | None, size: int, step: int
) -> Iterator[tuple[int, int, int]]:
    """Start, end and first line of each stretch; one for a file that cannot be entered in the middle."""
    if form is Format.WARC and size > step:
        yield from _cut_records(stream, size, step)
    elif form is Format.JSONL and size > step and not is_compressed(opening):
        yield from _cut_lines(stream, size, step)
    elif form is Format.PARQUET and size > step:
        yield from _cut_row_groups(find_row_groups(stream), size, step)
    else:
        yield 0, size, 1


def _cut_records(stream: BinaryIO, size: int, step: int) -> Iterator[tuple[int, int, int]]:
    start = 0
    while start < size:
        end = find_record(stream, start + step) if start + step < size else None
        yield start, end or size, 1
        start = end or size


def _cut_lines(stream: BinaryIO, size: int, step: int) -> Iterator[tuple[int, int, int]]:
    """Stretches that end with a line; counts the lines, since messages name them."""
    start, first = 0, 1
    stream.seek(0)
    while start < size:
        lines, end = 0, start
        while end - start < step and (block := stream.read(min(_BLOCK, step))):
            lines, end = lines + block.count(b"\n"), end + len(block)
        while block := stream.readline(_BLOCK):
            end += len(block)
            if block.endswith(b"\n"):
                lines += 1
                break
        yield start, end, first
        start, first = end, first + lines


def _cut_row_groups(starts: list[int], size: int, step: int) -> Iterator[tuple[int, int, int]]:
    """Stretches that begin with a row group; what comes out of each are the groups that begin there."""
    start = 0
    for first in starts[1:]:
        if first >= start + step:
            yield start, first, 1
            start = first
    yield start, size, 1


def _key(uri: str, file: StoredFile, stretch: tuple[int, int], options: BatchOptions) -> str:
    """What a partition is known by: the same file, stretch, options and reader have the same key."""
    sources = options.sources
    asked = {name: str(getattr(sources, name)) for name in sources.__slots__ if name != "today"}
    named = [
        uri,
        file.size,
        file.modified,
        *stretch,
        asked,
        stamp_of(options.settings),
        options.only_relevant,
    ]
    return hashlib.sha256(json.dumps(named, sort_keys=True).encode()).hexdigest()[:20]
