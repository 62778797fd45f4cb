"""`verbale search` and `who`: the record asked from the command line."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]


@pytest.fixture
def store(run: Run, tmp_path: Path) -> str:
    """A record of two reports in which the stand-in reader finds a meeting each."""
    texts = ["Kenya's envoy met Ola Nordmann in Oslo.", "A day later the envoy met with nobody in Bergen."]
    rows = [
        {
            "id": f"w{nth}",
            "text": text,
            "publisher": "The Wire",
            "title": "=Talks",
            "published": f"2024-06-1{nth}",
        }
        for nth, text in enumerate(texts)
    ]
    path = tmp_path / "wire.jsonl"
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    address = str(tmp_path / "record.db")
    assert run("add", path, "--store", address).exit_code == 0
    return address


def test_search_in_every_format(run: Run, store: str) -> None:
    found = json.loads(run("search", "oslo", "--store", store, "--facets").stdout)
    assert (found["total"], found["counted"], found["after"]) == (1, True, None)
    assert [claim["report"]["id"] for claim in found["claims"]] == ["w0"]
    assert found["facets"]["type"] == [{"value": "meet", "label": "meet", "count": 1}]
    lines = run("search", "--store", store, "-f", "jsonl").stdout.splitlines()
    assert [json.loads(line)["report"]["id"] for line in lines] == ["w1", "w0"]
    (row, *_) = csv.DictReader(run("search", "--store", store, "-f", "csv").stdout.splitlines())
    assert (row["title"], row["actor"], row["negated"]) == (
        "'=Talks",
        'Ann "Ace" Otieno; Ola Nordmann',
        "true",
    )
    table = run("search", "--store", store, "-f", "table", "--evidence", "--facets")
    assert "planned not to" in table.stdout
    assert "»met«" in table.stdout
    assert "publisher: The Wire 2" in table.stdout
    assert "claims found: 2" in table.stderr


def test_an_event_shows_all_reports_of_it(run: Run, store: str, tmp_path: Path) -> None:
    path = tmp_path / "again.jsonl"
    again = {
        "id": "w5",
        "text": "Kenya's envoy met with Ola Nordmann.",
        "publisher": "The Post",
        "published": "2024-06-11",
    }
    path.write_text(json.dumps(again))
    assert run("add", path, "--store", store).exit_code == 0
    found = json.loads(run("search", "--store", store, "nordmann").stdout)["claims"]
    (name,) = {claim["event"] for claim in found}
    told = json.loads(run("event", name, "--store", store, "--json").stdout)
    assert told["publishers"] == ["The Post", "The Wire"]
    shown = run("event", name, "--store", store).stdout
    assert "first reported 2024-06-10, last 2024-06-11" in shown
    missing = run("event", "event:0", "--store", store)
    assert (missing.exit_code, "no event 'event:0'" in missing.stderr) == (2, True)


def test_documents_in_every_format(run: Run, store: str) -> None:
    told = run("dossier", "Ola Nordmann", "--store", store).stdout
    assert "# Ola Nordmann" in told
    assert "- **10 June 2024**: Ola Nordmann is not to meet Ann" in told
    assert (
        run("dossier", "Ola Nordmann", "--store", store, "--min-confidence", "0.9").stdout.count("\n- ") == 0
    )
    page = run("timeline", "Ola Nordmann", "Otieno", "--store", store, "-f", "html").stdout
    assert "<h2>2024</h2>" in page
    assert "Ann &quot;Ace&quot; Otieno" in page
    listed = json.loads(run("ties", "Ola Nordmann", "--store", store, "-f", "json").stdout)
    assert listed["name"] == "Ola Nordmann"
    found = json.loads(run("dossier", "Ola Nordmann", "--store", store, "-f", "json").stdout)
    assert [section["heading"] for section in found["sections"]] == ["Meetings, calls and visits"]
    assert "fit" not in found["head"]


@pytest.mark.parametrize("command", ["dossier", "timeline", "ties"])
def test_documents_on_nobody_say_so(run: Run, store: str, command: str) -> None:
    result = run(command, "Nobody", "--store", store)
    assert (result.exit_code, "nobody called 'Nobody'" in result.stderr) == (2, True)


def test_search_goes_on_where_it_ended(run: Run, store: str) -> None:
    first = json.loads(run("search", "--store", store, "-n", "1").stdout)
    rest = json.loads(run("search", "--store", store, "-n", "5", "--after", first["after"]).stdout)
    assert [c["report"]["id"] for c in first["claims"] + rest["claims"]] == ["w1", "w0"]
    assert rest["after"] is None
    assert f"--after {first['after']}" in run("search", "--store", store, "-n", "1", "-f", "jsonl").stderr


def test_search_by_who_and_when(run: Run, store: str) -> None:
    def count(*args: str) -> int:
        total: int = json.loads(run("search", "--store", store, *args).stdout)["total"]
        return total

    assert count("--actor", "Otieno", "--type", "meet", "--status", "planned") == 2
    assert count("--since", "2024-06-10", "--until", "2024-06-10", "--place", "oslo", "--country", "no") == 2
    assert count("--min-confidence", "0.8") == 0
    assert count("--verdict", "borne_out") == 0
    assert count("--as-of", "2024-01-01") == 0


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (['"open'], "quotation mark"),
        (["--actor", "Nobody"], "nobody called 'Nobody'"),
        (["--type", "smile"], "'smile'"),
        (["--status", "done"], "'done'"),
        (["--verdict", "true"], "'true'"),
        (["--since", "June"], "--since 'June'"),
        (["--as-of", "2024-13-01"], "--as-of '2024-13-01'"),
        (["--after", "x"], "cursor 'x'"),
    ],
)
def test_wrong_questions_are_told_what_is_wrong(run: Run, store: str, args: list[str], said: str) -> None:
    result = run("search", "--store", store, *args)
    assert result.exit_code == 2
    assert said in result.stderr


def test_who_lists_candidates_with_ids(run: Run, store: str) -> None:
    (found,) = json.loads(run("who", "otieno", "--store", store, "--json").stdout)
    assert (found["name"], found["kind"], found["claims"]) == ('Ann "Ace" Otieno', "person", 2)
    assert (found["first"], found["last"]) == ("2024-06-10", "2024-06-11")
    table = run("who", "otieno", "--store", store).stdout
    assert found["id"] in table
    assert "2024-06-10 – 2024-06-11" in table
    assert json.loads(run("search", "--actor", found["id"], "--store", store).stdout)["total"] == 2
    nobody = run("who", "Nobody", "--store", store)
    assert (nobody.exit_code, nobody.stdout) == (0, "")
    assert "nobody called 'Nobody'" in nobody.stderr
    assert run("who", "otieno", "--store", store, "--as-of", "2024-01-01", "--json").stdout == "[]\n"
    assert run("who", "otieno", "--store", store, "--kind", "state", "--json").stdout == "[]\n"
    assert run("who", "?", "--store", store).exit_code == 2


def test_changes_since_a_day_in_every_format(run: Run, store: str) -> None:
    lines = run("changes", "--since", "2024-01-01", "--store", store).stdout.splitlines()
    assert [json.loads(line)["change"] for line in lines] == ["new", "new"]
    assert json.loads(lines[0])["about"][0]["name"] == 'Ann "Ace" Otieno'
    table = run("changes", "--since", "2024-01-01", "--store", store, "-f", "table", "-n", "1")
    assert "meet" in table.stdout
    cursor = table.stderr.split("--after ")[1].strip()
    rest = run("changes", "--since", "2024-01-01", "--store", store, "--after", cursor)
    assert rest.stdout.splitlines() == lines[1:]
    atom = run("changes", "--since", "2024-01-01", "--store", store, "-f", "atom").stdout
    assert atom.count("<entry>") == 2
    assert run("changes", "--since", "2999-01-01", "--store", store).stdout == ""
    assert run("changes", "--since", "soon", "--store", store).exit_code == 2


def test_stats_in_words_and_json(run: Run, store: str) -> None:
    words = run("stats", "--store", store).stdout
    assert "reports: 2, of them 0 copies and 0 forgotten\npublished: 2024-06-10 to 2024-06-11\n" in words
    assert "types: meet 2" in words
    found = json.loads(run("stats", "--store", store, "--json").stdout)
    assert (found["reports"], found["publishers"]) == (2, {"The Wire": 2})
    assert (
        json.loads(run("stats", "--store", store, "--json", "--as-of", "2024-01-01").stdout)["reports"] == 0
    )


def test_unread_lists_reasons(run: Run, store: str, tmp_path: Path) -> None:
    assert run("unread", "--store", store).stdout == ""
    bad = tmp_path / "bad.txt"
    bad.write_text("")
    assert run("add", bad, "--store", store).exit_code == 4
    assert "empty-text" in run("unread", "--store", store).stdout
    (row,) = json.loads(run("unread", "--store", store, "--json").stdout)
    assert (row["report"], row["origin"]) == (str(bad), str(bad))
