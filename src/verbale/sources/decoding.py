"""From bytes to text: UTF-8 unless a mark, a page or the user says otherwise; never a silent guess."""

import codecs

from verbale.errors import EncodingError
from verbale.sources.binary import check_is_text, unmarked_utf16
from verbale.sources.origin import Origin

# UTF-32 before UTF-16: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 65536


def decode_text(raw: bytes, origin: Origin, encoding: str | None = None) -> str:
    r"""The text that the bytes stand for; a byte order mark is honoured and left out.

    `encoding` None means UTF-8.

    Raises:
        BinaryFileError: the bytes are no text in any encoding.
        EncodingError: they are text in another encoding; the message names the likeliest one.

    >>> decode_text("Priština".encode("utf-16"), Origin("a.txt"))
    'Priština'
    >>> decode_text(b"caf\xe9", Origin("a.txt"), encoding="latin-1")
    'café'
    """
    check_is_text(raw, origin)
    expected = encoding or marked_encoding(raw)
    if expected is None and (wide := unmarked_utf16(raw)):
        raise EncodingError(
            origin.id,
            f"{origin.label} is not UTF-8; it looks like {wide}: give --encoding {wide}, or convert it",
        )
    expected = expected or "utf-8"
    try:
        return raw.decode(expected)
    except UnicodeDecodeError as error:
        raise _describe(raw, error, origin, expected) from error
    except LookupError as error:
        raise EncodingError(
            origin.id, f"{origin.label}: no encoding is called {expected!r}: give one such as utf-8 or cp1252"
        ) from error


def check_lines(opening: bytes, origin: Origin, encoding: str | None = None) -> None:
    """Nothing, if lines end with the byte of a line feed, as they do in every encoding but UTF-16 and UTF-32.

    Raises:
        EncodingError: `encoding`, or how the bytes open, says otherwise.
    """
    wide = encoding or marked_encoding(opening) or unmarked_utf16(opening) or ""
    if wide.lower().replace("_", "-").startswith(("utf-16", "utf-32", "utf16", "utf32")):
        raise EncodingError(
            origin.id,
            f"{origin.label} is JSONL in {wide}: convert it with `iconv -f {wide} -t utf-8`",
        )


def marked_encoding(raw: bytes) -> str | None:
    """The encoding that a byte order mark names."""
    return next((name for mark, name in _MARKS if raw.startswith(mark)), None)


def _describe(raw: bytes, error: UnicodeDecodeError, origin: Origin, expected: str) -> EncodingError:
    """Which byte is wrong, where, and what the text may be instead."""
    line = raw.count(b"\n", 0, error.start) + 1
    likely = _likely_encoding(raw)
    advice = (
        f"it looks like {likely}: give --encoding {likely}, or convert it"
        if likely
        else "convert it to UTF-8"
    )
    return EncodingError(
        origin.id,
        f"{origin.label} is not {expected.upper()} (byte 0x{raw[error.start]:02x} on line {line}); {advice}",
    )


def _likely_encoding(raw: bytes) -> str | None:
    """The encoding that fits best, where any fits."""
    # Only a text that fails pays for the import.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(raw[:_SAMPLE], preemptive_behaviour=False).best()
    return best.encoding if best else None
