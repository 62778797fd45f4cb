"""Corpora are scored against floors that only rise (tests/floors.toml)."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]


def load_tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_floors", ROOT / "tools" / "score_floors.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    return load_tool()


@pytest.mark.parametrize("name", ["dev", "train"])
def test_reader_reaches_its_floors(name: str, shared: Path, tool: ModuleType) -> None:
    floors = tool.load_floors()[name]
    assert floors, f"no floors for {name}"
    assert tool.fall_short(tool.measure(name), floors) == []


@pytest.mark.parametrize("name", ["newswire", "stories"])
def test_reader_reaches_its_floors_on_reports_of_our_own(name: str, tool: ModuleType) -> None:
    floors = tool.load_floors()[name]
    assert floors, f"no floors for {name}"
    assert tool.fall_short(tool.measure(name), floors) == []


def test_floors_are_only_raised(tool: ModuleType) -> None:
    floors = {"actors.f1": 0.8, "claims_core.f1": 0.6}
    raised = tool.raise_floors({"actors.f1": 0.7, "claims_core.f1": 0.65, "slots.neg": 0.99}, floors)
    assert raised == {"actors.f1": 0.8, "claims_core.f1": 0.65, "slots.neg": 0.99}


def test_floors_written_are_floors_read(
    tool: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tool, "FLOORS", tmp_path / "floors.toml")
    tool.write_floors({"dev": {"actors.f1": 0.81}, "train": {"slots.when": 0.5}})
    assert tool.load_floors() == {"dev": {"actors.f1": 0.81}, "train": {"slots.when": 0.5}}
