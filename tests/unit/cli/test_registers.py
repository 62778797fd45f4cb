"""`verbale register`, `screen`, `check` as users run them."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import verbale
from verbale.cli.app import app
from verbale.model import Report
from verbale.record import Store
from verbale.record.adding import add_readings

SDN = (
    '101,"HRONEC, Peter","individual","BALKANS-EO14033",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"nationality Slovakia."\n'
    '102,"KOVAC, Jan","individual","GLOMAG",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n'
)
TEXT = "The United States imposed sanctions on businessman Peter Hronec in July 2023."


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> "Run":
    monkeypatch.setenv("VERBALE_STORE", str(tmp_path / "verbale.db"))
    return Run()


class Run:
    """Runs a command in the store of the test."""

    def __call__(self, *args: str, code: int = 0) -> Result:
        result = CliRunner().invoke(app, list(args))
        assert result.exit_code == code, result.output + result.stderr
        return result


@pytest.fixture
def sdn(tmp_path: Path) -> Path:
    path = tmp_path / "SDN.CSV"
    path.write_text(SDN, encoding="utf-8")
    return path


def test_a_list_is_added_once_and_listed(run: Run, sdn: Path) -> None:
    asked = ("register", "add", "ofac", str(sdn), "--issued", "2024-01-15")
    assert run(*asked).output == "ofac of 2024-01-15: added (2 entries)\n"
    assert run(*asked).output == "ofac of 2024-01-15: there already (2 entries)\n"
    (version,) = json.loads(run("register", "list", "--json").stdout)
    assert (version["name"], version["issued"], version["complete"]) == ("ofac", "2024-01-15", False)


def test_bad_rows_are_named_and_the_code_says_so(run: Run, sdn: Path) -> None:
    sdn.write_text(SDN + "x,y\n", encoding="utf-8")
    result = run("register", "add", "ofac", str(sdn), "--issued", "2024-01-15", code=3)
    assert "SDN.CSV, line 3: 2 fields" in result.stderr
    assert "1 bad rows, 2 entries" in result.stdout


def test_a_list_with_bad_rows_is_not_complete(run: Run, sdn: Path) -> None:
    sdn.write_text(SDN + "x,y\n", encoding="utf-8")
    asked = ("register", "add", "ofac", str(sdn), "--issued", "2024-01-15", "--complete")
    for code in (3, 0):  # added, there already
        assert "not taken for complete" in run(*asked, code=code).stderr
        (version,) = json.loads(run("register", "list", "--json").stdout)
        assert not version["complete"]


def test_a_file_that_cannot_be_taken_leaves_nothing(run: Run, sdn: Path) -> None:
    sdn.write_text(SDN + '"', encoding="utf-8")
    result = run("register", "add", "ofac", str(sdn), "--issued", "2024-01-15", code=2)
    assert "line 3" in result.stderr
    assert run("register", "list").stdout.startswith("No registers yet")


def test_two_versions_are_compared(run: Run, sdn: Path) -> None:
    run("register", "add", "ofac", str(sdn), "--issued", "2024-01-15")
    sdn.write_text(SDN.splitlines()[0] + "\n", encoding="utf-8")
    run("register", "add", "ofac", str(sdn), "--issued", "2024-02-15")
    result = run("register", "diff", "ofac")
    assert "- Jan KOVAC  [102]\n0 came, 1 went, 0 changed" in result.stdout
    assert "ofac of 2024-02-15 does not claim to be complete" in result.stderr
    run("register", "add", "ofac", str(sdn), "--issued", "2024-02-15", "--complete")
    assert run("register", "diff", "ofac").stderr == ""
    assert "no two versions" in run("register", "diff", "ofac", "--from", "2023-01-01", code=2).stderr


def test_the_day_of_issue_is_taken_from_the_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "un.xml"
    entry = "<INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>PETER</FIRST_NAME></INDIVIDUAL>"
    path.write_text(
        f'<CONSOLIDATED_LIST dateGenerated="2026-02-27T00:00:09.554Z">{entry}</CONSOLIDATED_LIST>'
    )
    assert run("register", "add", "un", str(path)).stdout.startswith("un of 2026-02-27: added")


def test_names_are_screened(run: Run, sdn: Path, tmp_path: Path) -> None:
    run("register", "add", "ofac", str(sdn), "--issued", "2024-01-15")
    out = run("screen", "--name", "Peter Hronec", "--country", "Slovakia").stdout
    assert out.startswith(
        "ALERT 1.00  Peter Hronec → Peter HRONEC  (BALKANS-EO14033)\n    ofac of 2024-01-15, entry 101"
    )
    result = run("screen", "--name", "Hronec")
    assert (result.stdout, result.stderr) == ("No match.\n", "verbale: held against ofac of 2024-01-15\n")
    result = run("screen", "--name", "Peter Hronec", "--as-of", "2023-01-31")
    assert (result.stdout, "no list was issued by then" in result.stderr) == ("No match.\n", True)
    names = tmp_path / "names.csv"
    names.write_text("name,country\nJan Kovac,\nPeter Hronec,sk\n", encoding="utf-8")
    rows = json.loads(run("screen", "--file", str(names), "--json").stdout)
    assert [row["entry"] for row in rows] == ["102", "101"]
    assert rows[0]["features"]


def test_claims_are_checked(run: Run, sdn: Path, tmp_path: Path, reader: verbale.Reader) -> None:
    report = Report("wire:1", TEXT, publisher="The Wire", published=date(2024, 6, 11))
    now = datetime(2024, 7, 1, tzinfo=UTC)
    with Store.open(tmp_path / "verbale.db") as store:
        add_readings(store, [(report, reader.read(report))], now=now)
    run("register", "add", "ofac", str(sdn), "--issued", "2024-01-15")
    out = run("check", "wire:1", "--covered").stdout
    assert out.startswith("BORNE OUT  sanction: United States → Peter Hronec\n")
    assert TEXT in out
    (row,) = json.loads(run("check", "peter hronec", "--covered", "--json").stdout)
    assert (row["verdict"], row["rule"], row["row"]["entry"]) == ("borne_out", "listed", "101")
    assert "no report 'nobody'" in run("check", "nobody", code=2).stderr
    assert "give --all" in run("check", code=2).stderr


def test_verdicts_are_kept_and_superseded(
    run: Run, sdn: Path, tmp_path: Path, reader: verbale.Reader
) -> None:
    from verbale.record.queries.verdicts import verdicts_of

    report = Report("wire:1", TEXT, published=date(2024, 6, 11))
    with Store.open(tmp_path / "verbale.db") as store:
        add_readings(store, [(report, reader.read(report))], now=datetime(2024, 7, 1, tzinfo=UTC))
        rows = json.loads(run("check", "--all", "--json").stdout)
        ids = [row["claim"] for row in rows if row["type"] == "sanction"]
        with store.connect() as conn:
            assert [one.verdict for one in verdicts_of(conn, ids).values()] == ["not_covered"]
        run("register", "add", "ofac", str(sdn), "--issued", "2024-01-15")
        run("check", "--all")
        with store.connect() as conn:
            (verdict,) = verdicts_of(conn, ids).values()
            assert (verdict.verdict, verdict.register, verdict.issued) == (
                "borne_out",
                "ofac",
                date(2024, 1, 15),
            )


def test_a_decision_needs_who_and_why(run: Run, sdn: Path) -> None:
    run("register", "add", "ofac", str(sdn), "--issued", "2024-01-15")
    assert "--by and --why" in run("screen", "--reject", "identity:1", "ofac", "101", code=2).stderr
    asked = ("screen", "--reject", "identity:1", "ofac", "101", "--by", "anna", "--why", "no")
    assert "no match of identity:1" in run(*asked, code=2).stderr
