"""Input and output elsewhere: a real server that speaks S3, and real web servers with and without parts of files."""

import asyncio
import functools
import http.server
import json
import os
import socket
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep

import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest
from aiohttp import web
from crawls import page, record
from pyarrow import fs

from verbale.batch.options import BatchOptions
from verbale.batch.places import Place
from verbale.batch.run import run_batch
from verbale.errors import BatchError

MOTO = Path(
    os.environ.get("VERBALE_TEST_MOTO") or Path(__file__).parents[3] / ".venv-s3" / "bin" / "moto_server"
)
"""The S3 server, in an environment of its own (requirements/s3.in)."""
SMALL = BatchOptions(jobs=2, partition_bytes=1500)
pytestmark = pytest.mark.usefixtures("ray_session")


@pytest.fixture(scope="module")
def crawl(wire: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a file of every kind, a blank in a name among them."""
    folder = tmp_path_factory.mktemp("crawl")
    (folder / "sub").mkdir()
    (folder / "wire.jsonl").write_bytes(wire.read_bytes())
    (folder / "sub" / "crawl.warc.gz").write_bytes(b"".join(record(n, page(n)) for n in range(8)))
    (folder / "sub" / "a note, 1.txt").write_text("Kenya recalled its ambassador from Norway.")
    rows = [json.loads(line) for line in wire.read_text("utf-8").splitlines()[:5]]
    rows = [{**row, "id": f"p{row['id']}"} for row in rows]
    pq.write_table(pa.Table.from_pylist(rows), folder / "wire.parquet", row_group_size=2)
    return folder


def column(out: str, table: str, name: str) -> list[str]:
    """A column of a table of a batch, sorted."""
    place = Place.at(out).child(table)
    found = ds.dataset(place.path, filesystem=place.system, format="parquet").to_table(columns=[name])
    return sorted(found.column(name).to_pylist())


@pytest.fixture(scope="module")
def here(crawl: Path, tmp_path_factory: pytest.TempPathFactory, ray_session: None) -> list[str]:
    """The readings of the folder on the disk."""
    out = tmp_path_factory.mktemp("here")
    summary = run_batch([str(crawl)], str(out), SMALL)
    assert (summary.counts.read, summary.counts.unread) == (24 + 8 + 1 + 5, 2)
    return column(str(out), "readings", "reading")


@pytest.fixture(scope="module")
def bucket(crawl: Path) -> Iterator[str]:
    """The folder in a bucket of a server that speaks S3; what the address of the store ends with."""
    if not MOTO.exists():
        missing = f"no server that speaks S3: {MOTO} is not there (make unit makes it)"
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [MOTO, "-H", "127.0.0.1", "-p", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        wait_for(port)
        ends = f"endpoint_override=127.0.0.1:{port}&scheme=http&region=us-east-1"
        system, _ = fs.FileSystem.from_uri(f"s3://news?{ends}&allow_bucket_creation=true")
        system.create_dir("news")
        fs.copy_files(str(crawl), "news/crawl", destination_filesystem=system)
        yield ends
    finally:
        server.terminate()
        server.wait()


def wait_for(port: int) -> None:
    """Wait until somebody listens."""
    end = monotonic() + 600
    while monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            sleep(0.1)
        else:
            return
    pytest.fail(f"nobody listens at port {port}")


def test_a_bucket_is_read_and_written_as_a_folder_is(bucket: str, here: list[str]) -> None:
    source, out = f"s3://news/crawl?{bucket}", f"s3://news/coded?{bucket}"
    first = run_batch([source], out, SMALL)
    assert column(out, "readings", "reading") == here
    again = run_batch([source], out, SMALL)
    assert (again.done_before, again.counts) == (first.partitions, first.counts)
    assert first.partitions > 6
    unread = " ".join(column(out, "unread", "message"))
    assert "s3://news/crawl/wire.jsonl" in unread


def test_a_key_in_an_address_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BatchError, match="AWS_ACCESS_KEY_ID") as caught:
        run_batch(["s3://me:hidden@news/crawl"], str(tmp_path), SMALL)
    assert "hidden" not in str(caught.value)


def test_a_store_that_does_not_answer_is_said(tmp_path: Path) -> None:
    with pytest.raises(BatchError, match=r"cannot be listed: .*check the address"):
        run_batch(["s3://news/x?endpoint_override=127.0.0.1:9&scheme=http&region=x"], str(tmp_path), SMALL)


@pytest.fixture(scope="module")
def parts_server(crawl: Path) -> Iterator[str]:
    """A web server that sends parts of files, in a thread of its own: browser tests leave a loop running in this one."""
    app = web.Application()
    app.router.add_static("/", crawl)
    runner, loop = web.AppRunner(app), asyncio.new_event_loop()

    async def start() -> None:
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()

    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    asyncio.run_coroutine_threadsafe(start(), loop).result()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    asyncio.run_coroutine_threadsafe(runner.cleanup(), loop).result()
    loop.call_soon_threadsafe(loop.stop)
    thread.join()


class WholeFiles(http.server.SimpleHTTPRequestHandler):
    """A web server that sends files as a whole only."""

    def log_message(self, *_: object) -> None:
        """Nothing is logged."""


@pytest.fixture(scope="module")
def whole_server(crawl: Path) -> Iterator[str]:
    """A web server that knows nothing of parts."""
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(WholeFiles, directory=str(crawl))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.mark.parametrize("kind", ["parts_server", "whole_server"])
def test_files_on_the_web_are_read_as_files_on_the_disk(
    kind: str, here: list[str], crawl: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    host = request.getfixturevalue(kind)
    names = ["wire.jsonl", "wire.parquet", "sub/crawl.warc.gz", "sub/a%20note,%201.txt"]
    summary = run_batch([f"{host}/{name}" for name in names], str(tmp_path), SMALL)
    assert column(str(tmp_path), "readings", "reading") == here
    assert (summary.partitions > len(names)) == (kind == "parts_server")


def test_a_web_file_that_is_not_there_is_said(whole_server: str, tmp_path: Path) -> None:
    with pytest.raises(BatchError, match=r"none\.jsonl cannot be fetched: 404"):
        run_batch([f"{whole_server}/none.jsonl"], str(tmp_path), SMALL)


def test_nothing_is_written_to_the_web(whole_server: str, crawl: Path) -> None:
    with pytest.raises(BatchError, match="nothing can be written"):
        run_batch([str(crawl)], f"{whole_server}/out", SMALL)
