"""Whether the last records of a WARC file are whole: fastwarc passes over one that breaks off without a word."""

import re
import zlib
from typing import BinaryIO

_GZIP = b"\x1f\x8b"
_LENGTH = re.compile(rb"\r\nContent-Length:\s*(\d+)\s*\r\n", re.IGNORECASE)
_BLOCK = 65536
_LONGEST_HEADER = 65536
_LINE_ENDS = b"\r\n\x00"
"""What may stand between two records, and behind the last one."""


def find_broken_record(stream: BinaryIO, position: int) -> int | None:
    r"""The byte at which the first record begins, at `position` or after it, that is not whole; None where all are.

    Takes a stream that can seek and a position at which a record begins. Records packed with zstd are taken on trust.

    >>> import gzip, io
    >>> record = gzip.compress(b"WARC/1.0\r\nContent-Length: 2\r\n\r\nab\r\n\r\n")
    >>> find_broken_record(io.BytesIO(record * 2), 0)
    >>> find_broken_record(io.BytesIO(record + record[:20]), 0) == len(record)
    True
    """
    stream.seek(position)
    opening = stream.read(5)
    if opening.startswith(_GZIP):
        return _find_broken_member(stream, position)
    return _find_broken_plain(stream, position) if opening.startswith(b"WARC/") else None


def _find_broken_member(stream: BinaryIO, position: int) -> int | None:
    """Unpacks member after member; what is unpacked is thrown away block by block."""
    stream.seek(position)
    rest = b""
    while True:
        member, start = zlib.decompressobj(zlib.MAX_WBITS | 16), position
        while not member.eof:
            # zlib keeps what it was given and did not need for the next block.
            piece = rest or stream.read(_BLOCK)
            rest = b""
            if not piece:
                return start
            try:
                member.decompress(piece, _BLOCK)
                while member.unconsumed_tail and not member.eof:
                    member.decompress(member.unconsumed_tail, _BLOCK)
            except zlib.error:
                return start
            position += len(piece) - len(member.unused_data)
        rest = member.unused_data
        if not rest.lstrip(_LINE_ENDS):
            rest = b""
            following = stream.read(_BLOCK)
            if not following.strip(_LINE_ENDS):
                return None
            rest = following


def _find_broken_plain(stream: BinaryIO, position: int) -> int | None:
    """Leaps from record to record by the lengths that they give."""
    stream.seek(0, 2)
    end = stream.tell()
    while True:
        stream.seek(position)
        header = stream.read(_LONGEST_HEADER)
        blank = len(header) - len(header.lstrip(_LINE_ENDS))
        header, position = header[blank:], position + blank
        if not header:
            return None
        head, blank_line, _ = header.partition(b"\r\n\r\n")
        length = _LENGTH.search(head + b"\r\n")
        if not (head.startswith(b"WARC/") and blank_line and length):
            return position
        following = position + len(head) + len(blank_line) + int(length[1])
        if following > end:
            return position
        position = following
