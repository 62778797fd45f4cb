"""`verbale add` and `verbale export`: reports into the record and out of it as tables."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from typer.testing import Result

from verbale.errors import ReportError
from verbale.model import Report

Run = Callable[..., Result]


@pytest.fixture
def wire(tmp_path: Path) -> Path:
    """Two reports that the stand-in reader finds a meeting in, and a line that is none."""
    rows = [
        {"id": "w1", "text": "Kenya's envoy met Ola Nordmann in Oslo.", "publisher": "The Wire"},
        {
            "id": "w2",
            "text": "A day later the envoy met with nobody else in Bergen.",
            "publisher": "The Paper",
        },
    ]
    path = tmp_path / "wire.jsonl"
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows) + "{\n", "utf-8")
    return path


def test_added_once_and_exported(run: Run, wire: Path, tmp_path: Path) -> None:
    store = str(tmp_path / "record.db")
    first = run("add", str(wire), "--store", store)
    assert first.exit_code == 3
    assert "added: 2 (2 claims, 0 reprints), not readable: 1" in first.stderr
    again = run("add", str(wire), "--store", store)
    assert "added: 0, there already: 2" in again.stderr
    out = tmp_path / "tables"
    assert run("export", "plover", "-o", str(out), "--store", store).exit_code == 0
    with (out / "events.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["report_ids"] for row in rows} == {"w1|w2"}
    assert {row["event"] for row in rows} == {"CONSULT"}
    assert {row["future"] + row["negation"] for row in rows} == {"11"}
    only = run(
        "export", "plover", "-o", str(out), "--store", store, "--publisher", "The Paper", "--as", "parquet"
    )
    assert "1 rows of events" in only.stderr


def test_what_is_there_is_not_read_again(
    run: Run, wire: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = str(tmp_path / "record.db")
    run("add", str(wire), "--store", store)
    monkeypatch.setattr("verbale.pipeline.stamp_of", lambda settings: "0.1.0+test")
    read: list[str] = []

    class Watched:
        def read_many(
            self, reports: Iterable[Report | ReportError], jobs: int | None = None
        ) -> Iterator[ReportError]:
            for each in reports:
                if isinstance(each, Report):
                    read.append(each.id)
                else:
                    yield each

    monkeypatch.setattr("verbale.cli.reader.open_reader", lambda settings: Watched())
    wire.write_text(wire.read_text("utf-8").replace("Bergen", "Paris"), "utf-8")
    assert "added: 0, there already: 1" in run("add", str(wire), "--store", store).stderr
    assert read == ["w2"]


def test_nothing_readable_is_said(run: Run, tmp_path: Path) -> None:
    result = run("add", str(tmp_path / "none.txt"), "--store", str(tmp_path / "record.db"))
    assert result.exit_code == 4
    assert "none.txt" in result.stderr


def test_export_without_a_store_or_with_a_type_that_is_none(run: Run, tmp_path: Path) -> None:
    out = str(tmp_path / "tables")
    missing = run("export", "plover", "-o", out, "--store", str(tmp_path / "none.db"))
    assert missing.exit_code == 2
    assert "none.db" in missing.stderr
    for option in ("--type", "--status"):
        wrong = run("export", "plover", "-o", out, option, "smile")
        assert wrong.exit_code == 2
        assert "'smile'" in wrong.stderr


@pytest.mark.parametrize("format_", ["plover", "gold", "ftm", "geojson"])
def test_where_nothing_can_be_written_is_said(run: Run, wire: Path, tmp_path: Path, format_: str) -> None:
    store = str(tmp_path / "record.db")
    run("add", str(wire), "--store", store)
    result = run("export", format_, "-o", str(wire / "new"), "--store", store)
    assert result.exit_code == 2
    assert "cannot write" in result.stderr
