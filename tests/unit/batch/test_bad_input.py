"""Crawls with a damaged record, a page of 200 MB and one that unpacks to more than memory: the rest comes out as ever."""

import gzip
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep

import pytest

from verbale.batch.options import BatchOptions
from verbale.batch.readings import read_back
from verbale.batch.run import run_batch
from verbale.model import Reading

HUGE = 200_000_000


def page(number: int) -> bytes:
    return (
        f"<html><head><title>Talks {number}</title></head><body><article><h1>Talks {number}</h1>"
        f"<p>Foreign Minister Anna Kowalska met her colleague Peter Novak in Oslo for the time number {number}, the ministry said.</p>"
        "<p>They discussed fisheries, the climate and the war in the region, and agreed to meet again in spring.</p>"
        "</article></body></html>"
    ).encode()


def record(number: int, body: bytes, http: str = "") -> bytes:
    """A packed record of a crawl."""
    block = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{http}\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number:032d}>\r\n"
        f"WARC-Date: 2024-06-12T00:00:00Z\r\nWARC-Target-URI: https://wire.example/{number}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + block + b"\r\n\r\n", 1)


def readings(out: Path) -> dict[str, object]:
    """What was read, by the address of the page."""
    found = [each for each in read_back(out) if isinstance(each, Reading)]
    return {each.report.url: each.to_dict() for each in found}


@pytest.mark.usefixtures("ray_session")
def test_bad_records_cost_themselves(tmp_path: Path) -> None:
    good = [record(number, page(number)) for number in range(12)]
    bomb = gzip.compress(b"<html>" + b" " * HUGE, 1)
    damaged = bytearray(record(90, page(90)))
    damaged[len(damaged) // 2 :] = bytes(len(damaged) - len(damaged) // 2)
    bad = [
        bytes(damaged),
        record(91, b"<html>" + b" " * HUGE),
        record(92, bomb, "Content-Encoding: gzip\r\n"),
    ]
    (tmp_path / "good").mkdir()
    (tmp_path / "bad").mkdir()
    (tmp_path / "good" / "crawl.warc.gz").write_bytes(b"".join(good))
    mixed = [*good[:3], bad[0], *good[3:6], bad[1], *good[6:9], bad[2], *good[9:]]
    (tmp_path / "bad" / "crawl.warc.gz").write_bytes(b"".join(mixed))
    options = BatchOptions(jobs=2)
    run_batch([str(tmp_path / "good")], str(tmp_path / "one"), options)
    run_batch([str(tmp_path / "bad")], str(tmp_path / "two"), options)
    assert readings(tmp_path / "two") == readings(tmp_path / "one")
    assert len(readings(tmp_path / "one")) == 12
    slugs = sorted(each.slug for each in read_back(tmp_path / "two") if not isinstance(each, Reading))
    assert slugs == ["broken-archive", "text-too-long", "text-too-long"]


def test_a_killed_driver_goes_on_where_it_was(tmp_path: Path) -> None:
    folder, out = tmp_path / "pages", tmp_path / "out"
    folder.mkdir()
    for number in range(30):
        (folder / f"{number:02}.html").write_bytes(page(number))
    command = [
        sys.executable,
        "-c",
        "from verbale.cli import main; main()",
        "batch",
        str(folder),
        "-o",
        str(out),
    ]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as first:
        end = monotonic() + 60
        while monotonic() < end and not any((out / "done").glob("*.json")):
            sleep(0.005)
        os.kill(first.pid, signal.SIGKILL)
    done = {path: path.stat().st_mtime_ns for path in (out / "done").glob("*.json")}
    assert 0 < len(done) < 30
    second = subprocess.run(command, capture_output=True, text=True, check=False)
    assert second.returncode == 0, second.stderr
    assert "documents: 30, read: 30" in second.stderr
    told = re.search(r"(\d+) of 30 partitions were done before", second.stderr)
    # What an actor had in hand when its driver died may be marked a moment later.
    assert told
    assert len(done) <= int(told[1]) < 30
    assert done.items() <= {path: path.stat().st_mtime_ns for path in (out / "done").glob("*.json")}.items()
    assert len([each for each in read_back(out) if isinstance(each, Reading)]) == 30
