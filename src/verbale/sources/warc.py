"""WARC files: the pages and texts of a crawl; a damaged record costs itself, not the rest."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO, cast

from verbale.errors import BrokenArchiveError, EmptyTextError, MissingExtraError, ReportError
from verbale.model import Report
from verbale.sources.options import SourceOptions
from verbale.sources.origin import Origin
from verbale.sources.resync import find_record
from verbale.sources.tails import find_broken_record

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord


def read_warc(stream: BinaryIO, origin: Origin, options: SourceOptions) -> Iterator[Report | ReportError]:
    """The reports of a WARC file, compressed or not: HTML pages answered with 200, and texts (WET).

    A record that is damaged, cut off or too long comes as an error; reading goes on at the next one, which
    takes a stream that can seek. Pictures, redirects and requests are passed over.

    Raises:
        MissingExtraError: fastwarc is not installed.
    """
    # Comes with an extra.
    try:
        from verbale.sources.warc_records import read_record  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError.of("record") from error

    found = False
    told: set[int] = set()
    for record in _walk(stream, origin, told):
        results = [record] if isinstance(record, ReportError) else read_record(record, origin, options)
        for result in results:
            found = True
            if not isinstance(record, ReportError):
                told.add(record.stream_pos)
            yield result
    if not found:
        yield EmptyTextError(origin.id, f"{origin.label} holds no page: name a WARC file with HTML pages")


def _walk(stream: BinaryIO, origin: Origin, told: set[int]) -> "Iterator[WarcRecord | ReportError]":
    """Every record that can be reached, and an error for each stretch of bytes that cannot.

    `told` are the records of which whoever takes them has said something.
    """
    position = stream.tell() if stream.seekable() else 0
    last: int | None = None  # the last good record before a damage that was not told yet
    while True:
        reached, broken = None, False
        try:
            for record in _records(stream, position):
                if last is not None:
                    yield _damage(origin, last)
                    last = None
                reached = record.stream_pos
                yield record
        except OSError:
            broken = True
            if reached is None:
                yield _damage(origin, position)
            # The record after the last good one may be damaged itself, or lie behind the damage.
            last = reached
            following = find_record(stream, (position if reached is None else reached) + 1)
            if following is not None:
                position = following
                continue
        if last is not None:
            yield _damage(origin, last)
            return
        # A record that is cut off may swallow those behind it without a word.
        following = _swallowed(stream, reached)
        if following is None:
            if not broken:
                yield from _check_tail(stream, origin, position if reached is None else reached, told)
            return
        position = following


def _swallowed(stream: BinaryIO, last: int | None) -> int | None:
    """Where a packed record begins that lies behind the last one reached; None where none does."""
    if last is None or not stream.seekable():
        return None
    stream.seek(last)
    return find_record(stream, last + 1) if stream.read(2) == b"\x1f\x8b" else None


def _check_tail(
    stream: BinaryIO, origin: Origin, position: int, told: set[int]
) -> Iterator[BrokenArchiveError]:
    """An error for a record from the last one reached on that breaks off, if nothing was said of it yet."""
    broken = find_broken_record(stream, position) if stream.seekable() else None
    if broken is not None and broken not in told:
        yield _damage(origin, broken)


def _records(stream: BinaryIO, position: int) -> "Iterator[WarcRecord]":
    """The records from a position on: answers, and what stands in a WARC file without a request."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415 - comes with an extra

    if stream.seekable():
        stream.seek(position)
    else:
        stream = cast("BinaryIO", _Forward(stream))
    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    return iter(ArchiveIterator(stream, record_types=wanted, parse_http=False))


class _Forward:
    """A pipe as fastwarc takes it: it asks every stream where it stands, and has no use for a refusal."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._position = 0

    def read(self, size: int = -1) -> bytes:
        found = self._stream.read(size)
        self._position += len(found)
        return found

    def tell(self) -> int:
        return self._position


def _damage(origin: Origin, position: int) -> BrokenArchiveError:
    """The error for bytes that are no record."""
    place = f"{origin.id}, byte {position}"
    return BrokenArchiveError(
        place, f"{place}: a record there is damaged or cut off: fetch the file again, or go on without it"
    )
