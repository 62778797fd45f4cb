"""Where the next record of a damaged WARC file begins."""

import re
import zlib
from typing import BinaryIO

_STARTS = {
    b"\x1f\x8b": re.compile(rb"\x1f\x8b\x08"),
    b"\x28\xb5": re.compile(rb"\x28\xb5\x2f\xfd"),
    b"WA": re.compile(rb"WARC/1\."),
}
_ANY = re.compile(rb"\x1f\x8b\x08|\x28\xb5\x2f\xfd|WARC/1\.")
_LONGEST = 7
_BLOCK = 1 << 20
_SAMPLE = 512


def find_record(stream: BinaryIO, position: int) -> int | None:
    r"""The byte at which a record begins, at `position` or after it; None where none does, or the stream cannot seek.

    Records are packed as the file's first one is.

    >>> import gzip, io
    >>> record = gzip.compress(b"WARC/1.0\r\nWARC-Type: response\r\n")
    >>> find_record(io.BytesIO(b"rubbish \x1f\x8b\x08 rubbish" + record), 3)
    19
    """
    if not stream.seekable():
        return None
    stream.seek(0)
    starts = _STARTS.get(stream.read(2), _ANY)
    while True:
        stream.seek(position)
        block = stream.read(_BLOCK)
        for match in starts.finditer(block):
            if _is_record(stream, position + match.start()):
                return position + match.start()
        if len(block) < _BLOCK:
            return None
        position += len(block) - _LONGEST


def _is_record(stream: BinaryIO, position: int) -> bool:
    """Whether what looks like the beginning of a record is one. Frames of zstd are taken on trust."""
    stream.seek(position)
    sample = stream.read(_SAMPLE)
    if not sample.startswith(b"\x1f\x8b"):
        return True
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(sample, 8).startswith(b"WARC/")
    except zlib.error:
        return False
