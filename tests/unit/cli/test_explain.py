"""`verbale explain`: the trace of one claim."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]


@pytest.fixture
def two_reports(tmp_path: Path) -> Path:
    path = tmp_path / "wire.jsonl"
    rows = [{"id": each, "text": f"The envoy met the minister of {each}."} for each in ("Kenya", "Norway")]
    path.write_text("\n".join(map(json.dumps, rows)))
    return path


def test_text_names_row_and_steps(run: Run, report_path: Path) -> None:
    result = run("explain", report_path, "--claim", "c1")
    assert result.exit_code == 0
    for words in ("»met«", "predicate", "row meet-1 fired on “met”", "Confidence 0.75"):
        assert words in result.stdout


def test_json_has_claim_and_trace(run: Run, report_path: Path) -> None:
    row = json.loads(run("explain", report_path, "--claim", "c1", "--format", "json").stdout)
    assert row["claim"]["type"] == "meet"
    assert row["trace"][0] == {"step": "predicate", "note": "row meet-1 fired on “met”"}


def test_report_is_chosen_by_id(run: Run, two_reports: Path) -> None:
    assert "of Norway" in run("explain", two_reports, "--report", "Norway", "--claim", "c1").stdout


def test_several_reports_and_none_named(run: Run, two_reports: Path) -> None:
    result = run("explain", two_reports, "--claim", "c1")
    assert result.exit_code == 2
    assert "name one with --report, such as Kenya" in result.stderr


def test_unknown_claim_and_report(run: Run, two_reports: Path) -> None:
    claim = run("explain", two_reports, "--report", "Kenya", "--claim", "c9")
    report = run("explain", two_reports, "--report", "Chad", "--claim", "c1")
    assert (claim.exit_code, report.exit_code) == (2, 2)
    assert "has no claim 'c9': it has c1" in claim.stderr
    assert "holds no report Chad" in report.stderr


def test_report_that_cannot_be_read(run: Run, tmp_path: Path) -> None:
    result = run("explain", tmp_path / "none.txt", "--claim", "c1")
    assert result.exit_code == 4
    assert "does not exist" in result.stderr
