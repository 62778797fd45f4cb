"""`verbale read`: formats, exit codes, bad reports."""

import csv
import io
import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from typer.testing import Result

Run = Callable[..., Result]
SCHEMA = json.loads((files("verbale") / "data" / "reading.schema.json").read_text("utf-8"))


def validate(value: object) -> None:
    jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker()).validate(value)


def write_lines(path: Path, *rows: dict[str, object] | str) -> Path:
    path.write_text("".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows))
    return path


def test_json_of_one_report_is_one_object(run: Run, report_path: Path) -> None:
    result = run(
        "read", report_path, "--published", "2024-06-11", "--title", "Talks", "--publisher", "The Wire"
    )
    reading = json.loads(result.stdout)
    validate(reading)
    assert result.exit_code == 0
    assert result.stderr == ""
    assert reading["report"]["published"] == "2024-06-11"
    assert (reading["report"]["title"], reading["report"]["publisher"]) == ("Talks", "The Wire")


def test_json_of_several_reports_is_an_array(run: Run, report_path: Path) -> None:
    result = run("read", report_path, "-", "--format", "json", stdin="The envoy met the minister of Kenya.")
    readings = json.loads(result.stdout)
    validate(readings)
    assert len(readings) == 2


def test_jsonl_is_one_line_a_report_in_order(run: Run, tmp_path: Path) -> None:
    rows = [{"id": f"r{number}", "text": "The envoy met\u2028the minister of Kenya."} for number in range(5)]
    result = run("read", write_lines(tmp_path / "a.jsonl", *rows), "-f", "jsonl")
    readings = [json.loads(line) for line in result.stdout.split("\n")[:-1]]
    for reading in readings:
        validate(reading)
    assert [reading["report"]["id"] for reading in readings] == ["r0", "r1", "r2", "r3", "r4"]


def test_a_bad_report_becomes_a_row_and_the_rest_go_on(run: Run, tmp_path: Path) -> None:
    good = {"id": "good", "text": "The envoy met the minister."}
    path = write_lines(tmp_path / "a.jsonl", good, "{oops", {"id": "r7"}, {**good, "id": "last"})
    result = run("read", path, tmp_path / "none.txt", "--format", "jsonl")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    for row in rows:
        validate(row)
    assert [row.get("error", {}).get("slug") for row in rows] == [
        None,
        "invalid-json",
        "missing-text",
        None,
        "missing-file",
    ]
    assert rows[2]["report"] == "r7"
    assert result.exit_code == 3
    assert "a.jsonl, line 2 is not valid JSON" in result.stderr
    assert "3 of 5 reports could not be read" in result.stderr


def test_nothing_read_at_all(run: Run, tmp_path: Path) -> None:
    result = run("read", tmp_path / "none.txt")
    validate(json.loads(result.stdout))
    assert result.exit_code == 4
    assert "none.txt does not exist" in result.stderr


def test_csv_quotes_what_needs_quoting(run: Run, tmp_path: Path) -> None:
    text = 'Ann "Ace" Otieno,\nthe envoy, met Ola; the union\'s minister.'
    path = write_lines(tmp_path / "a.jsonl", {"id": "a,b", "text": text, "title": 'Say "yes"'}, {"id": "bad"})
    result = run("read", path, "--format", "csv")
    first, bad = csv.DictReader(io.StringIO(result.stdout, newline=""))
    assert first["evidence"] == text
    assert (first["report"], first["title"]) == ("a,b", 'Say "yes"')
    assert first["actor"] == 'Ann "Ace" Otieno; Ola Nordmann'
    assert (first["when_start"], first["lat"], first["negated"]) == ("2024-06-10", "59.91", "true")
    assert (bad["report"], bad["error"], bad["claim"]) == ("bad", "missing-text", "")


def test_table_says_who_did_what(run: Run, report_path: Path) -> None:
    result = run("read", report_path, "--format", "table", "--title", "Talks [in] Oslo")
    for words in (
        "Talks [in] Oslo",
        "Who",
        "According to",
        "Ola Nordmann",
        "meet",
        "planned not to",
        "2024-06-10",
    ):
        assert words in result.stdout
    assert "»" not in result.stdout


def test_evidence_marks_the_trigger(run: Run, report_path: Path) -> None:
    result = run("read", report_path, "--format", "table", "--evidence")
    assert "Otieno, »met« Ola Nordmann" in result.stdout


def test_table_of_a_report_without_claims(run: Run) -> None:
    assert "No claims found." in run("read", "-", "--format", "table", stdin="The weather was fine.").stdout


def test_a_report_cannot_steer_the_terminal(run: Run) -> None:
    text = "The envoy \x1b[2J\x9b31m met the minister."
    result = run("read", "-", "--format", "table", "--evidence", "--title", "\x1b]0;title\x07", stdin=text)
    assert not set("\x1b\x9b\x07") & set(result.stdout)


def test_half_a_surrogate_pair_is_still_json(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "The \\ud800 envoy met the minister."}')
    assert "\ud800" in json.loads(run("read", path).stdout)["claims"][0]["evidence"]["text"]


def test_standard_input_of_every_format(run: Run) -> None:
    text = "The envoy met the minister."
    page = f"<html><body><article><p>{text}</p></article></body></html>"
    row = json.dumps({"id": "r1", "text": text})
    for content in (text, row, f"[{row}]", json.dumps({"text": text}, indent=1), page):
        assert json.loads(run("read", "-", stdin=content).stdout)["claims"][0]["type"] == "meet"


@pytest.mark.parametrize("value", ["11 June", "1750-01-01", "2999-01-01"])
def test_bad_date_option(run: Run, report_path: Path, value: str) -> None:
    result = run("read", report_path, "--published", value)
    assert result.exit_code == 2
    assert value in result.stderr
    assert result.stdout == ""


def test_bad_setting_is_named(run: Run, report_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERBALE_JOBS", "many")
    result = run("read", report_path)
    assert result.exit_code == 2
    assert "VERBALE_JOBS is 'many'" in result.stderr


def test_force_reads_other_languages(run: Run) -> None:
    text = "Die Ministerin traf am Montag in Berlin den Botschafter."
    assert run("read", "-", stdin=text).exit_code == 4
    assert run("read", "-", "--force", stdin=text).exit_code == 0


def test_encoding(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("The envoy met the minister at the café.".encode("cp1252"))
    assert json.loads(run("read", path).stdout)["error"]["slug"] == "wrong-encoding"
    assert "café" in run("read", path, "--encoding", "cp1252").stdout


def test_no_path_is_a_usage_error(run: Run) -> None:
    assert run("read").exit_code == 2
