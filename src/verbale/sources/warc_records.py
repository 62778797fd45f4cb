"""One record of a WARC file as a report."""

import re
from collections.abc import Iterator
from dataclasses import replace

from fastwarc.warc import WarcRecord, WarcRecordType

from verbale.errors import BrokenArchiveError, ReportError, TextTooLongError
from verbale.model import Report
from verbale.sources.fetching.bodies import BodyTooLargeError, BrokenBodyError, decode_body, decode_chunks
from verbale.sources.html import declared_charset, read_html
from verbale.sources.options import SourceOptions
from verbale.sources.origin import Origin
from verbale.sources.plain import read_plain

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_SHA1 = re.compile(r"sha1:[A-Z2-7]{32}\Z")


def read_record(record: WarcRecord, origin: Origin, options: SourceOptions) -> Iterator[Report | ReportError]:
    """The report of a record, or what is wrong with it; nothing for a record that is no page and no text."""
    url = (record.headers.get("WARC-Target-URI") or "").strip("<>")
    place = Origin(url or record.record_id or origin.id, f"{origin.id}, byte {record.stream_pos}")
    own = replace(options, url=options.url or url)
    try:
        intact = _is_intact(record, options.max_bytes)
        if record.record_type == WarcRecordType.response and record.is_http:
            record.parse_http()
        kind = _media_type(record)
        if kind not in _PAGES and kind != "text/plain":
            return
        if not intact:
            raise _broken(place, "its bytes are not those that its digest was made of")
        body = _read_body(record, place, options.max_bytes)
        if kind == "text/plain":
            yield read_plain(body, place, own)
        else:
            charset = options.encoding or declared_charset(body) or _known(record.http_charset)
            yield read_html(body, place, replace(own, encoding=charset))
    except ReportError as error:
        yield error
    except OSError as error:
        yield _broken(place, str(error).lower())


def _is_intact(record: WarcRecord, limit: int) -> bool:
    """Whether the record is what its SHA-1 says, where it has one and is short enough to be read anyway."""
    digest = record.headers.get("WARC-Block-Digest") or ""
    if not _SHA1.match(digest) or record.content_length > limit:
        return True
    return record.verify_block_digest()


def _media_type(record: WarcRecord) -> str:
    """What a record holds; empty for an answer that is no success."""
    if record.is_http_parsed:
        if record.http_headers.status_code != 200:
            return ""
        found = record.http_content_type or ""
    else:
        found = record.headers.get("Content-Type") or ""
    return found.partition(";")[0].strip().lower()


def _read_body(record: WarcRecord, place: Origin, limit: int) -> bytes:
    """The page itself, unpacked.

    Raises:
        TextTooLongError: it is longer than `limit` bytes, as sent or unpacked.
        BrokenArchiveError: it is cut off, or packed in a way that cannot be undone.
    """
    promised = record.content_length
    if promised > limit:
        raise _too_long(place, limit)
    raw = record.reader.read(limit + 1)
    if len(raw) < promised:
        raise _broken(place, f"{len(raw):,} of its {promised:,} bytes are there")
    if not record.is_http_parsed:
        return raw
    try:
        if "chunked" in (record.http_headers.get("Transfer-Encoding") or "").lower():
            raw = decode_chunks(raw)
        return decode_body(raw, record.http_headers.get("Content-Encoding") or "", limit)
    except BodyTooLargeError:
        raise _too_long(place, limit) from None
    except BrokenBodyError as error:
        raise _broken(place, str(error)) from error


def _known(charset: str | None) -> str | None:
    """A charset that Python knows."""
    try:
        return charset if charset and "".encode(charset) == b"" else None
    except LookupError:
        return None


def _too_long(place: Origin, limit: int) -> TextTooLongError:
    return TextTooLongError(
        place.id, f"{place.label} is longer than {limit:,} bytes: leave it out, or raise VERBALE_MAX_BYTES"
    )


def _broken(place: Origin, reason: str) -> BrokenArchiveError:
    return BrokenArchiveError(
        place.id, f"{place.label} is damaged: {reason}: fetch the file again, or go on without it"
    )
