"""Bodies of HTTP answers, unpacked without ever holding more than is allowed."""

import zlib

_WINDOWS = {"gzip": zlib.MAX_WBITS | 16, "x-gzip": zlib.MAX_WBITS | 16, "deflate": zlib.MAX_WBITS}


class BodyTooLargeError(Exception):
    """A body that unpacks to more than the limit."""


class BrokenBodyError(Exception):
    """A body that is not in the encoding that its header names, or in one that Verbale has no decoder for."""


def decode_body(raw: bytes, encoding: str, limit: int) -> bytes:
    """The body behind a Content-Encoding (several, the last applied named last); "" and identity change nothing.

    Raises:
        BodyTooLargeError: it unpacks to more than `limit` bytes.
        BrokenBodyError: the encoding is unknown, or the bytes are not in it.

    >>> import gzip
    >>> decode_body(gzip.compress(b"The minister resigned."), "gzip", 100)
    b'The minister resigned.'
    >>> decode_body(gzip.compress(bytes(1_000_000)), "gzip", 1_000)
    Traceback (most recent call last):
    verbale.sources.fetching.bodies.BodyTooLargeError
    """
    for name in reversed([part.strip().lower() for part in encoding.split(",")]):
        if name not in ("", "identity"):
            raw = _unpack(raw, name, limit)
    if len(raw) > limit:
        raise BodyTooLargeError
    return raw


def decode_chunks(raw: bytes) -> bytes:
    r"""The body behind Transfer-Encoding chunked (RFC 9112, 7.1).

    Raises:
        BrokenBodyError: a chunk is shorter than it says.

    >>> decode_chunks(b"4\r\nWiki\r\n3;x=y\r\npea\r\n0\r\n\r\n")
    b'Wikipea'
    """
    parts: list[bytes] = []
    position = 0
    while True:
        line, found, _ = raw[position : position + 1024].partition(b"\r\n")
        try:
            size = int(line.partition(b";")[0].strip(), 16)
        except ValueError:
            raise BrokenBodyError("a chunk has no size") from None
        position += len(line) + 2
        if size == 0:
            return b"".join(parts)
        if not found or size < 0 or position + size > len(raw):
            raise BrokenBodyError("a chunk is cut off")
        parts.append(raw[position : position + size])
        position += size + 2


def _unpack(raw: bytes, name: str, limit: int) -> bytes:
    """The bytes behind one encoding."""
    if name not in _WINDOWS:
        raise BrokenBodyError(f"its encoding {name!r} is not one of gzip, deflate")
    windows = [_WINDOWS[name]] + ([-zlib.MAX_WBITS] if name == "deflate" else [])
    for window in windows:
        unpacker = zlib.decompressobj(window)
        try:
            found = unpacker.decompress(raw, limit + 1)
        except zlib.error as error:
            problem = error
            continue
        if len(found) > limit:
            raise BodyTooLargeError
        if not unpacker.eof:
            raise BrokenBodyError(f"its {name} data is cut off")
        return found
    raise BrokenBodyError(f"its {name} data is damaged ({problem})")
