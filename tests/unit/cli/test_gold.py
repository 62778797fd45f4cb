"""`verbale gold`: check and score."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]

SENTENCE = "Kenya recalled its ambassador from Norway on Monday."
GOLD = {
    "report": {"id": "r1", "published": "2024-06-11", "text": SENTENCE},
    "actors": [
        {"id": "a1", "name": "Kenya", "kind": "state", "country": "ke"},
        {"id": "a2", "name": "Norway", "kind": "state", "country": "no"},
    ],
    "claims": [
        {"type": "sever", "mode": "recall", "actor": ["a1"], "recipient": ["a2"], "evidence": SENTENCE}
    ],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "r1.json").write_text(json.dumps(GOLD), "utf-8")
    return tmp_path / "gold"


def test_check_says_that_nothing_is_wrong(run: Run, folder: Path) -> None:
    result = run("gold", "check", str(folder))
    assert (result.exit_code, result.stdout) == (0, "1 reports, 0 problems\n")


def test_check_names_each_problem_and_exits_with_3(run: Run, folder: Path) -> None:
    (folder / "r2.json").write_text(json.dumps({"report": {"id": "r2"}, "actors": [], "claims": []}), "utf-8")
    result = run("gold", "check", str(folder))
    assert result.exit_code == 3
    assert "r2, report: has no `text`" in result.stdout


@pytest.mark.parametrize(
    ("content", "part"),
    [
        ("{", "is no JSON"),
        ("[]", "not an object"),
        ("{}", "no `report`"),
        (json.dumps(GOLD), "which another file has"),
    ],
)
def test_files_that_cannot_be_used_are_an_error(run: Run, folder: Path, content: str, part: str) -> None:
    (folder / "r2.json").write_text(content, "utf-8")
    result = run("gold", "check", str(folder))
    assert result.exit_code == 2
    assert part in result.stderr
    assert "r2.json" in result.stderr


def test_empty_folder_is_an_error(run: Run, tmp_path: Path) -> None:
    result = run("gold", "score", str(tmp_path))
    assert result.exit_code == 2
    assert "holds no annotated report" in result.stderr


def test_score_reads_the_reports(run: Run, folder: Path) -> None:
    met = {**GOLD, "report": {**GOLD["report"], "text": "Kenya's envoy met Ola Nordmann in Oslo."}}
    (folder / "r1.json").write_text(json.dumps(met), "utf-8")
    result = run("gold", "score", str(folder), "--format", "json")
    assert result.exit_code == 0
    figures = json.loads(result.stdout)
    assert (figures["reports"], figures["core"]["gold"]) == (1, 1)
    assert (figures["core"]["said"], figures["core"]["right"]) == (1, 0)


def test_score_of_readings_made_before_with_differences(run: Run, folder: Path, tmp_path: Path) -> None:
    readings = tmp_path / "readings.jsonl"
    row = {**GOLD, "claims": [{**GOLD["claims"][0], "actor": ["a2"], "recipient": ["a1"]}]}
    readings.write_text(f"{json.dumps(row)}\n\n{json.dumps({'report': 'r9', 'error': {}})}\n", "utf-8")
    result = run("gold", "score", str(folder), "--pred", str(readings), "--show")
    assert result.exit_code == 0
    assert "r1  missed   sever/recall(Kenya -> Norway)" in result.stdout
    assert "claims, core     F1 0.000" in result.stdout


def test_score_refuses_what_cannot_be_scored(run: Run, folder: Path) -> None:
    bad = {**GOLD, "report": {**GOLD["report"], "id": "r2"}, "claims": [{"type": "resign"}]}
    (folder / "r2.json").write_text(json.dumps(bad), "utf-8")
    result = run("gold", "score", str(folder))
    assert result.exit_code == 2
    assert "gold check" in result.stderr


def test_readings_that_are_none_are_an_error(run: Run, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text('{"a": 1}\n', "utf-8")
    assert (
        "line 1 is no reading"
        in run("gold", "score", str(folder), "--pred", str(tmp_path / "x.jsonl")).stderr
    )
    assert "cannot be read" in run("gold", "score", str(folder), "--pred", str(tmp_path / "y.jsonl")).stderr
