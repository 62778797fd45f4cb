"""Compressed files, read as if they were not: gzip, and zstd where its package is installed."""

import gzip
import io
import zlib
from collections.abc import Callable
from importlib.util import find_spec
from typing import Any, BinaryIO

_GZIP = b"\x1f\x8b"
_ZSTD = b"\x28\xb5\x2f\xfd"
_BLOCK = 65536
_START = 16

DAMAGE = (EOFError, zlib.error, gzip.BadGzipFile)
"""What reading raises where compressed bytes are damaged or cut off ."""


def is_compressed(opening: bytes) -> bool:
    r"""Whether a stream that opens so can be unpacked here.

    >>> is_compressed(b"\x1f\x8b\x08"), is_compressed(b"PK")
    (True, False)
    """
    return opening.startswith(_GZIP) or (opening.startswith(_ZSTD) and find_spec("zstandard") is not None)


def peek_unpacked(opening: bytes) -> bytes:
    """The first bytes behind a compressed opening, without touching what follows; empty where it is damaged."""
    if not opening.startswith(_GZIP):
        return _peek_zstd(opening)
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(opening, _START)
    except zlib.error:
        return b""


def unpack(stream: BinaryIO, opening: bytes) -> BinaryIO:
    """The unpacked stream, from its beginning to its end; a few blocks are held at a time, however much there is."""
    if opening.startswith(_GZIP):
        return io.BufferedReader(_OneWay(gzip.GzipFile(fileobj=stream).readinto), _BLOCK)
    return io.BufferedReader(_OneWay(_zstd_reader(stream)), _BLOCK)


class _OneWay(io.RawIOBase):
    """A stream that cannot seek: going back would unpack everything anew."""

    def __init__(self, readinto: Callable[[Any], int | None]) -> None:
        self._readinto = readinto

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        return self._readinto(buffer)


def _peek_zstd(opening: bytes) -> bytes:
    import zstandard  # noqa: PLC0415 - comes with an extra

    try:
        return zstandard.ZstdDecompressor().stream_reader(opening).read(_START)
    except zstandard.ZstdError:
        return b""


def _zstd_reader(stream: BinaryIO) -> Callable[[Any], int]:
    """Reads a zstd stream; its damage comes as that of gzip does."""
    import zstandard  # noqa: PLC0415 - comes with an extra

    reader = zstandard.ZstdDecompressor().stream_reader(stream, read_across_frames=True)

    def readinto(buffer: Any) -> int:
        try:
            return reader.readinto(buffer)
        except zstandard.ZstdError as error:
            raise gzip.BadGzipFile(f"damaged zstd data: {error}") from error

    return readinto
