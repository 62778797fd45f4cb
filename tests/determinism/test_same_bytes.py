"""Reading the same reports twice, in another order, in other processes gives the same bytes."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from verbale import Reader, Report

SAMPLE = 24


def dump(readings: Iterable[object]) -> dict[str, bytes]:
    """The bytes of each reading by report id."""
    return {r.report.id: json.dumps(r.to_dict(), ensure_ascii=False).encode() for r in readings}


def examples() -> list[Report]:
    folder = Path(__file__).parents[2] / "examples"
    return [
        Report(file.stem, file.read_text(encoding="utf-8"), published=date(2024, 9, 12))
        for file in sorted(folder.glob("*.txt"))
    ]


@pytest.fixture(scope="module")
def corpus(shared: Path) -> list[Report]:
    lines = (
        (shared / "data" / "reports" / "wikinews_2019-2020.jsonl").read_text(encoding="utf-8").splitlines()
    )
    rows = [json.loads(line) for line in lines[:: max(1, len(lines) // SAMPLE)]]
    gold = [
        json.loads(f.read_text(encoding="utf-8"))["report"]
        for f in sorted((shared / "gold" / "train").glob("*.json"))[::24]
    ]
    return [
        Report(row["id"], row["text"], published=date.fromisoformat(row["published"])) for row in rows + gold
    ]


@pytest.fixture(scope="module")
def first(reader: Reader, corpus: list[Report]) -> dict[str, bytes]:
    return dump(reader.read_many(corpus))


def test_twice(reader: Reader, corpus: list[Report], first: dict[str, bytes]) -> None:
    assert len(first) == len(corpus)
    assert dump(reader.read_many(corpus)) == first


def test_in_another_order(reader: Reader, corpus: list[Report], first: dict[str, bytes]) -> None:
    assert dump(reader.read_many(corpus[::-1])) == first


def test_one_by_one(reader: Reader, corpus: list[Report], first: dict[str, bytes]) -> None:
    assert dump(map(reader.read, corpus)) == first


def test_in_two_processes(reader: Reader, corpus: list[Report], first: dict[str, bytes]) -> None:
    readings = list(reader.read_many(corpus, jobs=2))
    assert [r.report.id for r in readings] == [r.id for r in corpus]
    assert dump(readings) == first


def test_in_a_process_with_another_hash_seed(reader: Reader, tmp_path: Path) -> None:
    outputs = []
    for seed in ("1", "2"):
        code = (
            "import json, sys, verbale; from datetime import date\n"
            "text = sys.stdin.read()\n"
            "print(json.dumps(verbale.read(text, published=date(2024, 9, 12)).to_dict()))"
        )
        run = subprocess.run(
            [sys.executable, "-c", code],
            input="\n\n".join(r.text for r in examples()),
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        outputs.append(run.stdout)
    assert outputs[0] == outputs[1]
    assert json.loads(outputs[0])["claims"]
