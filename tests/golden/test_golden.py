"""Exports byte for byte: of either database, the files that are kept here (`make golden` makes them anew)."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from followthemoney import StatementEntity, model
from nomenklatura.db import make_session
from nomenklatura.resolver import Resolver
from nomenklatura.store import load_entity_file_store

sys.path.insert(0, str(Path(__file__).parent))

from build import EXPECTED, EXPORTS, export_all, fill


def list_all(folder: Path) -> dict[str, bytes]:
    """Every file under a folder, by its path there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.fixture
def exported(store_address: str, tmp_path: Path) -> Path:
    """Every export of the record, kept in either database."""
    fill(store_address)
    export_all(store_address, tmp_path / "exports")
    return tmp_path / "exports"


def test_exports_are_the_files_that_are_kept_byte_for_byte(exported: Path) -> None:
    found, kept = list_all(exported), list_all(EXPECTED)
    assert sorted(found) == sorted(kept)
    assert [name for name in kept if found[name] != kept[name]] == []


def test_each_export_holds_something() -> None:
    kept = list_all(EXPECTED)
    assert {name.partition("/")[0] for name in kept} == set(EXPORTS)
    assert all(len(content) > 1000 for content in kept.values())


def test_parquet_holds_what_csv_holds(tmp_path: Path) -> None:
    address = str(tmp_path / "record.db")
    fill(address)
    for form in ("csv", "parquet"):
        command = ["export", "plover", "-o", str(tmp_path / form), "--as", form, "--store", address]
        run = "from verbale.cli import main; main()"
        subprocess.run([sys.executable, "-c", run, *command], check=True, capture_output=True)
    for name in ("events", "other"):
        rows = pq.read_table(tmp_path / "parquet" / f"{name}.parquet").to_pylist()
        lines = (EXPECTED / "plover" / f"{name}.csv").read_text("utf-8").splitlines()
        assert len(rows) == len(lines) - 1
        assert [row["event_id"] for row in rows] == [line.partition(",")[0] for line in lines[1:]]


def test_the_validator_of_followthemoney_takes_the_file() -> None:
    path = EXPECTED / "ftm.json"
    ftm = Path(sys.executable).with_name("ftm")
    done = subprocess.run([ftm, "validate", "-i", path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "ERROR" not in done.stderr
    sent = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    passed = [json.loads(line) for line in done.stdout.splitlines()]
    assert [each["id"] for each in passed] == [each["id"] for each in sent]
    assert [model.get_proxy(each).to_dict()["properties"] for each in sent] == [
        each["properties"] for each in passed
    ]


def test_nomenklatura_loads_the_file_and_finds_its_way_in_it() -> None:
    with make_session("sqlite://") as session:
        store = load_entity_file_store(EXPECTED / "ftm.json", Resolver[StatementEntity](session, create=True))
        view = store.default_view()
        found = {entity.id: entity for entity in view.entities()}
        sent = [json.loads(line) for line in (EXPECTED / "ftm.json").read_text("utf-8").splitlines()]
        assert sorted(found) == sorted(each["id"] for each in sent)
        [kovac] = [each for each in found.values() if each.get("name", quiet=True) == ["Martin Kováč"]]
        beside = {(prop.name, other.schema.name) for prop, other in view.get_adjacent(kovac)}
    assert {schema for _, schema in beside} >= {"Occupancy", "Documentation", "UnknownLink"}


def test_nomenklatura_compares_and_rewrites_the_file(tmp_path: Path) -> None:
    nk = Path(sys.executable).with_name("nk")
    path = tmp_path / "record.json"
    path.write_bytes((EXPECTED / "ftm.json").read_bytes())
    environment = {**os.environ, "NOMENKLATURA_DB_URL": f"sqlite:///{tmp_path}/nk.db"}
    for command in (["xref", "-l", "20", path], ["apply", path, "-o", tmp_path / "out.json"]):
        done = subprocess.run(
            [nk, *command], env=environment, capture_output=True, text=True, check=False, cwd=tmp_path
        )
        assert done.returncode == 0, done.stderr
    written = [json.loads(line)["id"] for line in (tmp_path / "out.json").read_text("utf-8").splitlines()]
    assert len(written) == len(path.read_text("utf-8").splitlines())
