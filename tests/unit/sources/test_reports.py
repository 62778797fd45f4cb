"""From paths to reports: formats, order, memory."""

import io
import json
import tracemalloc
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from verbale.model import Report, derive_report_id
from verbale.sources import Origin, SourceOptions, read_paths, read_stream

GOOD = "The foreign minister of Norway met her colleague from Kenya."
OPTIONS = SourceOptions(
    published=date(2024, 6, 11), title="Talks", publisher="The Wire", url="https://w.example/1"
)


def only_report(content: bytes, options: SourceOptions = OPTIONS) -> Report:
    (result,) = read_stream(io.BytesIO(content), Origin("standard input"), options)
    assert isinstance(result, Report), result
    return result


def test_plain_text_takes_its_metadata_from_the_options() -> None:
    report = only_report(GOOD.encode())
    assert report == Report(
        id=derive_report_id(GOOD, date(2024, 6, 11)),
        text=GOOD,
        title="Talks",
        publisher="The Wire",
        url="https://w.example/1",
        published=date(2024, 6, 11),
    )


def test_plain_text_is_kept_as_given() -> None:
    text = "“Peace”,\r\n said\u00a0the envoy.\r\n\r\nThe union\u00ad agreed.\n"
    assert only_report(text.encode()).text == text


def test_json_speaks_for_itself() -> None:
    own = {"id": "w:1", "text": GOOD, "title": "Own", "published": "2020-02-03T10:00:00Z", "publisher": None}
    report = only_report(json.dumps(own).encode())
    assert (report.id, report.title, report.published) == ("w:1", "Own", date(2020, 2, 3))
    assert report.publisher == "The Wire"


def test_json_array_and_jsonl_give_the_same_reports() -> None:
    rows = [{"id": str(number), "text": f"{GOOD} It was meeting {number}."} for number in range(3)]
    array = list(read_stream(io.BytesIO(json.dumps(rows).encode()), Origin("a"), OPTIONS))
    lines = list(read_stream(io.BytesIO("\n".join(map(json.dumps, rows)).encode()), Origin("a"), OPTIONS))
    assert array == lines
    assert [report.id for report in lines if isinstance(report, Report)] == ["0", "1", "2"]


PAGE = """<!DOCTYPE html><html><head><title>Ministers meet - The Daily Example</title>
<meta property="og:title" content="Ministers meet in Oslo"/>
<meta property="og:site_name" content="The Daily Example"/>
<meta property="article:published_time" content="2023-03-04T08:30:00+01:00"/>
<link rel="canonical" href="https://daily.example/ministers"/></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Ministers meet in Oslo</h1>
<p>The foreign minister of Norway met her colleague from Kenya in Oslo on Friday, the ministry said.</p>
<p>They discussed fisheries, the climate and the war in the region, and agreed to meet again in spring.</p>
<p>The Kenyan minister was expected to travel on to Stockholm for talks with the government of Sweden.</p>
</article><footer>Copyright The Daily Example</footer></body></html>"""


def test_html_gives_date_title_publisher_and_article() -> None:
    report = only_report(PAGE.encode(), SourceOptions())
    assert report.published == date(2023, 3, 4)
    assert report.title == "Ministers meet in Oslo"
    assert report.publisher == "The Daily Example"
    assert report.url == "https://daily.example/ministers"
    assert "met her colleague" in report.text
    assert "Sport" not in report.text
    assert "Copyright" not in report.text


def test_what_the_user_says_of_a_page_wins() -> None:
    report = only_report(PAGE.encode())
    assert (report.published, report.publisher) == (date(2024, 6, 11), "The Wire")


def test_html_in_the_encoding_it_declares() -> None:
    page = PAGE.replace("<head>", '<head><meta charset="windows-1252">').replace("Oslo", "Tromsø")
    assert "Tromsø" in only_report(page.encode("cp1252"), SourceOptions()).text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks(encoding: str) -> None:
    assert only_report(GOOD.encode(encoding)).text == GOOD


def test_paths_in_the_order_given_and_folders_sorted(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a.jsonl", "b/.hidden/3.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            json.dumps({"id": name, "text": GOOD}) if name == "a.jsonl" else f"{GOOD} {name} was signed."
        )
    paths = [tmp_path / "b", "-", tmp_path / "a.jsonl"]
    reports = list(read_paths(paths, SourceOptions(), io.BytesIO(GOOD.encode())))
    texts = [report.text for report in reports if isinstance(report, Report)]
    assert texts == [f"{GOOD} b/1.txt was signed.", f"{GOOD} b/2.txt was signed.", GOOD, GOOD]


def test_jsonl_takes_the_memory_of_a_line() -> None:
    class Endless(io.RawIOBase):
        """5,000 lines of 1 kB, made as they are asked for."""

        def __init__(self) -> None:
            line = json.dumps({"text": GOOD * 16}).encode() + b"\n"
            self.lines: Iterator[bytes] = iter([line] * 5_000)

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            line = next(self.lines, b"")
            buffer[: len(line)] = line
            return len(line)

    stream = io.BufferedReader(Endless(), 2048)
    tracemalloc.start()
    count = sum(1 for _ in read_stream(stream, Origin("-"), SourceOptions()))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 5_000
    assert peak < 1_000_000
