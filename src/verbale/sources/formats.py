"""Which format a file or stream is in: by its suffix, else by how it begins."""

import json
import re
from enum import StrEnum
from pathlib import PurePath


class Format(StrEnum):
    """The formats reports come in."""

    TEXT = "text"
    HTML = "html"
    JSON = "json"
    JSONL = "jsonl"
    WARC = "warc"
    FEED = "feed"
    PARQUET = "parquet"


_SUFFIXES = {
    ".txt": Format.TEXT, ".text": Format.TEXT, ".md": Format.TEXT,
    ".html": Format.HTML, ".htm": Format.HTML, ".xhtml": Format.HTML,
    ".json": Format.JSON, ".jsonl": Format.JSONL, ".ndjson": Format.JSONL,
    ".warc": Format.WARC, ".wet": Format.WARC, ".rss": Format.FEED, ".atom": Format.FEED,
    ".parquet": Format.PARQUET,
}  # fmt: skip
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|div)\b",
    re.IGNORECASE | re.DOTALL,
)
_FEED = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:(?:<!--.*?-->|<\?.*?\?>)\s*)*<(?:rss|feed|rdf:RDF|urlset|sitemapindex)\b",
    re.DOTALL,
)


def format_of_name(name: str) -> Format | None:
    """The format that a file's suffix names, that of compression left out; None where it names none.

    >>> format_of_name("Wire.JSONL"), format_of_name("crawl.warc.gz")
    (<Format.JSONL: 'jsonl'>, <Format.WARC: 'warc'>)
    """
    path = PurePath(name.lower())
    return _SUFFIXES.get(PurePath(path.stem).suffix if path.suffix in (".gz", ".zst") else path.suffix)


def format_of_bytes(opening: bytes) -> Format:
    r"""The format that the first bytes of a stream speak for; text where they speak for no other.

    >>> format_of_bytes(b'{"text": "One."}\n{"text": "Two."}\n')
    <Format.JSONL: 'jsonl'>
    >>> format_of_bytes(b'{sic} said the minister.')
    <Format.TEXT: 'text'>
    """
    opening = opening.removeprefix(b"\xef\xbb\xbf")
    start = opening.lstrip()[:1]
    if opening.startswith(b"WARC/"):
        return Format.WARC
    if opening.startswith(b"PAR1"):
        return Format.PARQUET
    if start == b"<" and _FEED.match(opening):
        return Format.FEED
    if start == b"<" and _HTML.match(opening):
        return Format.HTML
    if start == b"{":
        return _format_of_object(opening.lstrip())
    if start == b"[" and re.match(rb"\[\s*(?:\{|\])", opening.lstrip()):
        return Format.JSON
    return Format.TEXT


def _format_of_object(opening: bytes) -> Format:
    """JSONL where the first line is an object by itself, JSON where an object goes on, else text."""
    line, newline, _ = opening.partition(b"\n")
    try:
        json.loads(line)
    except ValueError:
        return _format_of_open_object(opening, line, newline)
    return Format.JSONL


def _format_of_open_object(opening: bytes, line: bytes, newline: bytes) -> Format:
    """JSON where an object goes on past its first line, else what a broken first line looks like."""
    if not re.match(rb'\{\s*(?:"|\}|\Z)', opening):
        return Format.TEXT
    return Format.JSON if line.strip() == b"{" or not newline else _format_of_broken(line)


def _format_of_broken(line: bytes) -> Format:
    """JSONL where a first line that does not parse at least closes its object, else JSON."""
    return Format.JSONL if line.rstrip().endswith(b"}") else Format.JSON
