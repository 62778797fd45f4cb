"""What a stranger's clone depends on: the lock, the two commands, the version."""

import re
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))


def pins(lock: Path) -> dict[str, str]:
    """Pinned versions of a lock file by package."""
    return dict(re.findall(r"^([a-z0-9][\w.-]*)==([^\s;]+)", lock.read_text(encoding="utf-8"), re.MULTILINE))


def normalise(requirement: str) -> str:
    """Name of a requirement as lock files spell it."""
    return re.split(r"[<>=!~\[ ]", requirement)[0].lower().replace("_", "-")


@pytest.mark.parametrize("lock", LOCKS, ids=[lock.stem for lock in LOCKS])
def test_every_package_of_a_lock_has_hashes_and_no_index_is_named(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    entries = re.split(r"^(?=[a-z0-9][\w.-]*==)", text, flags=re.MULTILINE)[1:]
    assert entries
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert not re.search(r"--(extra-)?index-url|--find-links|file:|https?:", text)


def test_lock_holds_every_requirement_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    core, dev = pins(ROOT / "requirements" / "core.txt"), pins(ROOT / "requirements" / "dev.txt")
    assert {normalise(r) for r in project["dependencies"]} <= core.keys()
    extras = [r for extra in project["optional-dependencies"].values() for r in extra]
    assert {normalise(r) for r in extras} - {"verbale"} <= dev.keys()
    record = pins(ROOT / "requirements" / "record.txt")
    assert {normalise(r) for r in project["optional-dependencies"]["record"]} <= record.keys()
    assert core.items() <= record.items() <= dev.items()


def test_commands_of_the_readme_are_what_ci_runs() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"^make ([\w-]+)", readme, re.MULTILINE)) | {"check", "bench", "floors", "data"}
    assert {"demo", "test"} <= named
    assert {name for name in named if not re.search(rf"^{name}:", makefile, re.MULTILINE)} == set()
    assert "\nmake test\n" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_changelog_knows_the_version_or_has_an_unreleased_part() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [{version('verbale')}]" in changelog or "## [Unreleased]" in changelog
    assert "### Changes to what is read" in changelog
