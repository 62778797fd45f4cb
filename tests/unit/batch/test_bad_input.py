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
from crawls import page, record

from verbale.batch.options import BatchOptions
from verbale.batch.readings import read_back
from verbale.batch.run import run_batch
from verbale.model import Reading

HUGE = 200_000_000


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
        end = monotonic() + 600
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
