"""`verbale merge`, `split`, `confirm`: decided, seen by `who`, refused with a reason."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from verbale.record import Store
from verbale.record.decisions import list_decisions
from verbale.record.queries.linked import list_links

Run = Callable[..., Result]
GIVEN = ("--by", "anna", "--why", "looked it up")


@pytest.fixture
def store(run: Run, tmp_path: Path) -> str:
    """A record of two reports that name the same two people."""
    texts = ["Kenya's envoy met Ola Nordmann in Oslo.", "A day later the envoy met with nobody in Bergen."]
    rows = [{"id": f"w{nth}", "text": text, "published": f"2024-06-1{nth}"} for nth, text in enumerate(texts)]
    path = tmp_path / "wire.jsonl"
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    address = str(tmp_path / "record.db")
    assert run("add", path, "--store", address).exit_code == 0
    return address


def ids(run: Run, store: str, name: str) -> list[str]:
    return [found["id"] for found in json.loads(run("who", name, "--json", "--store", store).stdout)]


def test_a_report_is_forgotten_when_it_is_meant(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "r.txt"
    path.write_text("Kenya's envoy met Ola Nordmann in Oslo.")
    store = str(tmp_path / "record.db")
    run("add", path, "--store", store)
    (report,) = {c["report"]["id"] for c in json.loads(run("search", "--store", store).stdout)["claims"]}
    asked = ("forget", report, "--by", "eva", "--why", "asked to", "--store", store)
    assert run(*asked, stdin="n\n").exit_code == 2
    assert json.loads(run("search", "--store", store).stdout)["total"] == 1
    assert f"forgotten: {report}" in run(*asked, "--yes").stderr
    assert json.loads(run("search", "--store", store).stdout)["total"] == 0
    again = run(*asked, "--yes")
    assert (again.exit_code, "has forgotten report" in again.stderr) == (2, True)
    nobody = run("forget", "identity:000000000000", "--by", "eva", "--why", "", "--yes", "--store", store)
    assert (nobody.exit_code, "no identity:000000000000" in nobody.stderr) == (2, True)


def test_two_become_one(run: Run, store: str) -> None:
    (ann,), (ola,) = ids(run, store, "Otieno"), ids(run, store, "Nordmann")
    assert run("merge", ann, ola, *GIVEN, "--store", store).exit_code == 0
    assert ids(run, store, "Nordmann") == ids(run, store, "Otieno") == [ann]
    again = run("merge", ann, ola, *GIVEN, "--store", store)
    assert again.exit_code == 2
    assert "was merged" in again.stderr


def test_one_becomes_two(run: Run, store: str) -> None:
    (ann,) = ids(run, store, "Otieno")
    assert run("split", ann, "--report", "w1", *GIVEN, "--store", store).exit_code == 0
    assert len(ids(run, store, "Otieno")) == 2


def test_a_recognition_is_confirmed(run: Run, store: str) -> None:
    (ann,) = ids(run, store, "Otieno")
    assert run("confirm", ann, "--report", "w1", *GIVEN, "--store", store).exit_code == 0
    with Store.open(store) as opened, opened.connect() as conn:
        (decision,) = list_decisions(conn, "confirm")
        assert (decision.by, decision.why) == ("anna", "looked it up")
        decided = {link.report_id: link.decided_by for link in list_links(conn, ann)}
    assert decided == {"w0": None, "w1": decision.id}


@pytest.mark.parametrize("command", ["split", "confirm"])
def test_a_report_without_it_is_refused(run: Run, store: str, command: str) -> None:
    (ann,) = ids(run, store, "Otieno")
    refused = run(command, ann, "--report", "w9", *GIVEN, "--store", store)
    assert refused.exit_code == 2
    assert "not recognised in w9" in refused.stderr
