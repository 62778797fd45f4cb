"""Files that are no text, told by their first bytes."""

from verbale.errors import BinaryFileError
from verbale.sources.origin import Origin

# First bytes, what they stand for, how to get at the text.
_KINDS = (
    (b"%PDF-", "a PDF document", "extract its text first, for instance with `pdftotext`"),
    (b"PK\x03\x04", "a ZIP archive or Office document", "unpack it, or save it as plain text"),
    (b"\xd0\xcf\x11\xe0", "an old Office document", "save it as plain text"),
    (b"{\\rtf", "a rich text document", "save it as plain text"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first, for instance with `gunzip`"),
    (b"BZh", "a bzip2 archive", "unpack it first, for instance with `bunzip2`"),
    (b"\xfd7zXZ\x00", "an xz archive", "unpack it first, for instance with `unxz`"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive", "unpack it first with `unzstd`, or install 'verbale[batch]'"),
    (b"\x89PNG", "a PNG image", "read the text off it first (OCR)"),
    (b"\xff\xd8\xff", "a JPEG image", "read the text off it first (OCR)"),
    (b"GIF8", "a GIF image", "read the text off it first (OCR)"),
    (b"\x7fELF", "a program", "name a file with text"),
    (b"SQLite format 3\x00", "an SQLite database", "export the reports as JSONL"),
)
_SAMPLE = 8192
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_TEXT_CONTROLS = frozenset(b"\t\n\x0b\x0c\r\x1b\x85")


def check_is_text(raw: bytes, origin: Origin) -> None:
    r"""Nothing, if the bytes may be text in some encoding; a stray control character does no harm.

    Raises:
        BinaryFileError: the bytes open like a known binary format, or a tenth of them are control bytes.

    >>> check_is_text(b"The minister\x07 resigned.", Origin("a.txt"))
    >>> check_is_text(b"%PDF-1.7 ...", Origin("a.pdf"))
    Traceback (most recent call last):
    verbale.errors.BinaryFileError: a.pdf is a PDF document, not text: extract its text first, ...
    """
    for opening, kind, advice in _KINDS:
        if raw.startswith(opening):
            raise BinaryFileError(origin.id, f"{origin.label} is {kind}, not text: {advice}")
    if raw.startswith(_WIDE_MARKS) or unmarked_utf16(raw):
        return
    sample = raw[:_SAMPLE]
    controls = sum(byte < 32 and byte not in _TEXT_CONTROLS for byte in sample)
    if controls * 10 > len(sample):
        raise BinaryFileError(
            origin.id,
            f"{origin.label} is binary, not text ({controls} control bytes in the first {len(sample)}): "
            "name a file with text, HTML, JSON or JSONL",
        )


def unmarked_utf16(raw: bytes) -> str | None:
    """The UTF-16 that bytes without a mark look like: Latin letters, every other byte 0; None for others.

    >>> unmarked_utf16("The minister".encode("utf-16-be"))
    'utf-16-be'
    """
    sample = raw[: _SAMPLE - len(raw[:_SAMPLE]) % 2]
    low, high = sample[::2].count(0), sample[1::2].count(0)
    if high > 0.7 * len(sample) / 2 and low == 0:
        return "utf-16-le"
    return "utf-16-be" if low > 0.7 * len(sample) / 2 and high == 0 else None
