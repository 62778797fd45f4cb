"""WARC files: what is read of them, and what one damaged record costs."""

import base64
import gzip
import hashlib
import io
from datetime import date
from pathlib import Path

import pytest

from verbale.errors import ReportError
from verbale.model import Report
from verbale.sources import Origin, SourceOptions, read_paths, read_stream

Result = Report | ReportError
TODAY = SourceOptions(today=date(2024, 12, 31))


def page(number: int) -> bytes:
    return f"""<!DOCTYPE html><html><head><title>Talks, part {number}</title>
<meta property="article:published_time" content="2024-06-11T08:30:00Z"/></head><body><article><h1>Talks, part {number}</h1>
<p>The foreign minister of Norway met her colleague from Kenya in Oslo for the time number {number}, the ministry said.</p>
<p>They discussed fisheries, the climate and the war in the region, and agreed to meet again in spring.</p>
<p>The Kenyan minister was expected to travel on to Stockholm for talks with the government of Sweden.</p>
</article></body></html>""".encode()


def record(
    number: int,
    body: bytes | None = None,
    *,
    status: str = "200 OK",
    kind: str = "text/html",
    http: str = "",
    warc: str = "",
) -> bytes:
    body = page(number) if body is None else body
    block = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{http}\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number:032d}>\r\n"
        f"WARC-Date: 2024-06-12T00:00:00Z\r\nWARC-Target-URI: https://wire.example/{number}\r\n"
        f"Content-Type: application/http; msgtype=response\r\n{warc}Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def digest(block: bytes) -> str:
    return "sha1:" + base64.b32encode(hashlib.sha1(block).digest()).decode()  # noqa: S324 (what WARC uses)


def read_all(raw: bytes, options: SourceOptions = TODAY) -> list[Result]:
    return list(read_stream(io.BytesIO(raw), Origin("crawl.warc"), options))


def summary(results: list[Result]) -> list[str]:
    """Addresses of reports, slugs of errors."""
    return [each.url if isinstance(each, Report) else each.slug for each in results]


def urls(*numbers: int) -> list[str]:
    return [f"https://wire.example/{number}" for number in numbers]


def test_pages_with_their_metadata() -> None:
    first, second = read_all(record(1) + record(2))
    assert isinstance(first, Report)
    assert (first.title, first.published, first.url) == (
        "Talks, part 1",
        date(2024, 6, 11),
        "https://wire.example/1",
    )
    assert "for the time number 1" in first.text
    assert summary([first, second]) == urls(1, 2)


def test_packed_and_plain_give_the_same() -> None:
    assert read_all(gzip.compress(record(1)) + gzip.compress(record(2))) == read_all(record(1) + record(2))


def test_file_is_told_by_name_and_by_content(tmp_path: Path) -> None:
    for name in ("a.warc.gz", "a.bin", "a.gz"):
        (tmp_path / name).write_bytes(gzip.compress(record(1)))
        assert summary(list(read_paths([tmp_path / name], TODAY))) == urls(1)


def test_what_is_no_page_is_passed_over() -> None:
    raw = record(1, status="404 Not Found") + record(2, b"\x89PNG", kind="image/png") + record(3)
    raw += record(4).replace(b"WARC-Type: response", b"WARC-Type: request ")
    assert summary(read_all(raw)) == urls(3)


def test_file_without_a_page_says_so() -> None:
    assert summary(read_all(record(1, status="301 Moved"))) == ["empty-text"]


def test_text_of_a_wet_file() -> None:
    text = b"The minister resigned on Monday, and the president thanked her for her work."
    raw = b"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://wire.example/9\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
    raw += (
        b"WARC-Date: 2024-06-12T00:00:00Z\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n"
        % len(text)
        + text
    )
    (report,) = read_all(raw + b"\r\n\r\n")
    assert isinstance(report, Report)
    assert (report.text, report.url) == (text.decode(), "https://wire.example/9")


def test_packed_and_chunked_pages() -> None:
    chunks = b"%x\r\n" % len(page(2)) + page(2) + b"\r\n0\r\n\r\n"
    raw = record(1, gzip.compress(page(1)), http="Content-Encoding: gzip\r\n")
    raw += record(2, chunks, http="Transfer-Encoding: chunked\r\n")
    raw += record(3, b"\x0b\x02\x80", http="Content-Encoding: br\r\n")
    assert summary(read_all(raw)) == [*urls(1, 2), "broken-archive"]


def members(count: int = 5) -> list[bytes]:
    return [gzip.compress(record(number)) for number in range(1, count + 1)]


def scramble(member: bytes) -> bytes:
    return member[:100] + bytes(byte ^ 0x55 for byte in member[100:140]) + member[140:]


@pytest.mark.parametrize("bad", [0, 1, 3, 4])
def test_damaged_record_costs_itself_alone(bad: int) -> None:
    parts = members()
    parts[bad] = scramble(parts[bad])
    expected = urls(1, 2, 3, 4, 5)
    expected[bad] = "broken-archive"
    assert summary(read_all(b"".join(parts))) == expected


def test_several_damaged_records_each_cost_themselves() -> None:
    parts = members()
    parts[1], parts[2] = scramble(parts[1]), scramble(parts[2])
    assert summary(read_all(b"".join(parts))) == [*urls(1), "broken-archive", "broken-archive", *urls(4, 5)]


@pytest.mark.parametrize("rubbish", [b"rubbish" * 50, bytes(5000), b"\x1f\x8b\x08 but no gzip"])
def test_rubbish_between_records(rubbish: bytes) -> None:
    parts = members()
    found = read_all(parts[0] + rubbish + parts[1] + parts[2])
    assert [slug for slug in summary(found) if slug != "broken-archive"] == urls(1, 2, 3)
    assert summary(found).count("broken-archive") == 1


def test_plain_file_with_a_broken_header() -> None:
    raw = record(1) + record(2).replace(b"WARC/1.0", b"WORC/1.0") + record(3)
    assert summary(read_all(raw)) == [*urls(1), "broken-archive", *urls(3)]


def test_file_that_is_cut_off() -> None:
    parts = members(3)
    assert summary(read_all(b"".join(parts)[:-50])) == [*urls(1, 2), "broken-archive"]
    assert summary(read_all(record(1) + record(2)[:-300])) == [*urls(1), "broken-archive"]


def test_large_page_cut_off_in_the_middle_names_its_address() -> None:
    large = gzip.compress(record(1, page(1) + b"<!--" + hashlib.sha512(b"x").digest() * 20_000 + b"-->"), 0)
    results = read_all(large[:600_000] + gzip.compress(record(2)))
    assert summary(results) == ["broken-archive", *urls(2)]
    assert isinstance(results[0], ReportError)
    assert results[0].report_id == "https://wire.example/1"


def test_page_that_is_not_what_its_digest_was_made_of() -> None:
    block = record(1).partition(b"\r\n\r\n")[2][:-4]
    good = record(1, warc=f"WARC-Block-Digest: {digest(block)}\r\n")
    bad = record(2, warc=f"WARC-Block-Digest: {digest(block)}\r\n")
    assert summary(read_all(good + bad + record(3))) == [*urls(1), "broken-archive", *urls(3)]


def test_page_longer_than_allowed_is_not_loaded() -> None:
    small = SourceOptions(max_bytes=5000)
    assert summary(read_all(record(1) + record(2, bytes(6000)) + record(3), small)) == [
        *urls(1),
        "text-too-long",
        *urls(3),
    ]
    bomb = record(2, gzip.compress(bytes(5_000_000)), http="Content-Encoding: gzip\r\n")
    assert summary(read_all(record(1) + bomb + record(3), SourceOptions(max_bytes=9000))) == [
        *urls(1),
        "text-too-long",
        *urls(3),
    ]


def test_pipe_is_read_up_to_the_damage() -> None:
    class Pipe(io.RawIOBase):
        def __init__(self, raw: bytes) -> None:
            self.inner = io.BytesIO(raw)

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: bytearray) -> int:
            return self.inner.readinto(buffer)

    parts = members(3)
    for name in ("standard input", "crawl.warc.gz"):
        results = list(read_paths(["-"], TODAY, io.BufferedReader(Pipe(b"".join(parts)))))
        assert summary(results) == urls(1, 2, 3), name
    parts[1] = scramble(parts[1])
    assert summary(list(read_paths(["-"], TODAY, io.BufferedReader(Pipe(b"".join(parts)))))) == [
        *urls(1),
        "broken-archive",
    ]


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("share", [0.05, 0.1, 0.3, 0.5, 0.8, 0.97])
@pytest.mark.parametrize("before", [0, 2])
def test_last_record_that_breaks_off_is_told_once(packed: bool, share: float, before: int) -> None:
    parts = [gzip.compress(record(n)) if packed else record(n) for n in range(1, before + 2)]
    parts[-1] = parts[-1][: int(len(parts[-1]) * share)]
    assert summary(read_all(b"".join(parts))) == [*urls(*range(1, before + 1)), "broken-archive"]


@pytest.mark.parametrize("packed", [True, False])
def test_last_record_that_is_no_page_is_told_where_it_breaks_off(packed: bool) -> None:
    request = record(2).replace(b"WARC-Type: response", b"WARC-Type: request ")
    whole, cut = record(1), request[: len(request) // 2]
    if packed:
        whole, request = gzip.compress(whole), gzip.compress(request)
        cut = request[: len(request) // 2]
    assert summary(read_all(whole + cut)) == [*urls(1), "broken-archive"]
    assert summary(read_all(whole + request + request)) == urls(1)
