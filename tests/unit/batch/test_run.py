"""Batches on Ray: the same readings as in one process, resumed after a kill, documents set aside."""

import json
import os
import signal
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep

import duckdb
import pytest
from sqlalchemy import func, select

import verbale
from verbale.batch.options import BatchOptions
from verbale.batch.readings import read_back
from verbale.batch.run import BatchSummary, run_batch
from verbale.cli.app import app
from verbale.errors import BatchError, ReportError
from verbale.model import Reading
from verbale.record import Store
from verbale.record.tables import claims, reports
from verbale.sources import SourceOptions, read_inputs

SMALL = BatchOptions(jobs=2, partition_bytes=1500)
pytestmark = pytest.mark.usefixtures("ray_session")


def column(out: Path, table: str, name: str) -> list[str]:
    """A column of a table of a batch, sorted, as DuckDB reads it."""
    found = duckdb.sql(f"SELECT {name} FROM '{out}/{table}/*.parquet' ORDER BY 1")  # noqa: S608
    return [row[0] for row in found.fetchall()]


def read_here(path: Path, jobs: int) -> list[str]:
    """The lines of JSON that this process, or two, make of a file."""
    results = verbale.Reader().read_many(read_inputs([path], SourceOptions()), jobs=jobs)
    return sorted(
        json.dumps(each.to_dict(), ensure_ascii=False) for each in results if isinstance(each, Reading)
    )


@pytest.fixture(scope="module")
def undisturbed(
    wire: Path, tmp_path_factory: pytest.TempPathFactory, ray_session: None
) -> tuple[Path, BatchSummary]:
    """A batch that nothing happened to."""
    out = tmp_path_factory.mktemp("undisturbed")
    return out, run_batch([str(wire)], str(out), SMALL)


def test_readings_are_those_of_one_process_and_of_two(
    undisturbed: tuple[Path, BatchSummary], wire: Path
) -> None:
    out, _ = undisturbed
    found = column(out, "readings", "reading")
    assert len(found) == 24
    assert found == read_here(wire, 1) == read_here(wire, 2)


def test_every_document_is_counted(undisturbed: tuple[Path, BatchSummary]) -> None:
    out, summary = undisturbed
    counts = summary.counts
    assert summary.partitions > 2
    assert (counts.documents, counts.read, counts.other_language, counts.unread) == (27, 24, 1, 2)
    assert counts.claims == len(column(out, "claims", "claim")) > 24
    assert column(out, "unread", "error") == ["invalid-json", "missing-text"]
    assert "line 10 " in column(out, "unread", "message")[1] + column(out, "unread", "message")[0]


def test_what_is_done_is_left_alone(undisturbed: tuple[Path, BatchSummary], wire: Path) -> None:
    out, first = undisturbed
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*.parquet")}
    again = run_batch([str(wire)], str(out), SMALL)
    assert (again.done_before, again.counts) == (again.partitions, first.counts)
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*.parquet")} == before


def test_a_file_that_changed_is_read_anew(tmp_path: Path) -> None:
    path, out = tmp_path / "one.txt", tmp_path / "out"
    path.write_text("Kenya recalled its ambassador from Norway.")
    run_batch([str(path)], str(out), SMALL)
    path.write_text("Finance Minister Anna Kowalska resigned on Monday.")
    run_batch([str(path)], str(out), SMALL)
    assert column(out, "readings", "text") == ["Finance Minister Anna Kowalska resigned on Monday."]


def test_input_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(BatchError, match="holds no file"):
        run_batch([str(tmp_path / "none")], str(tmp_path / "out"), SMALL)


def actors() -> Iterator[int]:
    """The processes of this session's actors."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            command = (folder / "cmdline").read_bytes()
            parents = set(ancestors(int(folder.name)))
        except OSError:
            continue
        if command.startswith(b"ray::PartitionReader") and os.getpid() in parents:
            yield int(folder.name)


def ancestors(pid: int) -> Iterator[int]:
    while pid > 1:
        pid = int((Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()[1])
        yield pid


def kill_when(*moments: Callable[[], bool]) -> threading.Thread:
    """A thread that kills (9) every actor at each of the moments, one after the other."""

    def watch() -> None:
        end = monotonic() + 600
        for is_due in moments:
            while monotonic() < end and not (is_due() and kill_actors()):
                sleep(0.002)

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    return thread


def kill_actors() -> bool:
    """Whether there were any."""
    killed = list(actors())
    for pid in killed:
        os.kill(pid, signal.SIGKILL)
    return bool(killed)


def test_killed_workers_cost_nothing(
    undisturbed: tuple[Path, BatchSummary], wire: Path, tmp_path: Path
) -> None:
    out, summary = undisturbed
    thread = kill_when(lambda: any((tmp_path / "tmp").glob("readings-*")))
    disturbed = run_batch([str(wire)], str(tmp_path), SMALL)
    thread.join()
    assert disturbed.counts == summary.counts
    assert column(tmp_path, "readings", "reading") == column(out, "readings", "reading")


def test_a_document_that_ends_its_process_is_set_aside(tmp_path: Path) -> None:
    source, out = tmp_path / "wire.jsonl", tmp_path / "out"
    texts = {
        "a": "Kenya recalled its ambassador from Norway.",
        "poison": "The envoy met them. " * 4000,
        "c": "Anna Kowalska resigned as finance minister.",
    }
    source.write_text("".join(json.dumps({"id": name, "text": text}) + "\n" for name, text in texts.items()))

    def names_poison() -> bool:
        return any('"poison"' in note.read_text() for note in (out / "tmp").glob("*.reading.json"))

    thread = kill_when(lambda: any((out / "tmp").glob("readings-*")), names_poison)
    summary = run_batch([str(source)], str(out), BatchOptions(jobs=1))
    thread.join()
    assert column(out, "readings", "report") == ["a", "c"]
    assert column(out, "unread", "report") == ["poison"]
    assert column(out, "unread", "error") == ["reader-stopped"]
    assert (summary.counts.read, summary.counts.unread) == (2, 1)


def test_the_record_takes_the_readings_of_a_batch(
    undisturbed: tuple[Path, BatchSummary], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, summary = undisturbed
    with pytest.raises(SystemExit):
        app(["add", str(out), "--store", str(tmp_path / "record.db")])
    assert "added: 24" in capsys.readouterr().err
    with Store.open(str(tmp_path / "record.db")) as store, store.engine.connect() as conn:
        texts = sorted(conn.execute(select(reports.c.text)).scalars())
        assert conn.execute(select(func.count()).select_from(claims)).scalar() == summary.counts.claims
    assert texts == column(out, "readings", "text")


def test_readings_come_back_with_what_could_not_be_read(undisturbed: tuple[Path, BatchSummary]) -> None:
    out, _ = undisturbed
    found = list(read_back(out))
    assert sorted(each.slug for each in found if isinstance(each, ReportError)) == [
        "invalid-json",
        "missing-text",
    ]
    lines = [json.dumps(each.to_dict(), ensure_ascii=False) for each in found if isinstance(each, Reading)]
    assert sorted(lines) == column(out, "readings", "reading")
