"""The other install: `verbale[record]` in an environment of its own, without screening, web, export and the rest."""

import json
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
VERBALE = ROOT / ".venv-record" / "bin" / "verbale"
REPORT = {
    "id": "r1",
    "publisher": "Example Wire",
    "published": "2024-06-11",
    "text": "The United States imposed sanctions on Velmora's Defence Minister Petar Hronec on Monday.",
}
OFFICES = "person,position,country,start,end\nPetar Hronec,Defence Minister,Serbia,2024-01-02,\n"

pytestmark = pytest.mark.skipif(
    not VERBALE.exists(), reason="no second environment: `make unit` makes it (.venv-record)"
)


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """The command as a user of that install types it, in `folder`."""
    return subprocess.run([VERBALE, *words], cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store that holds a report and a register."""
    folder = tmp_path_factory.mktemp("record")
    (folder / "report.json").write_text(json.dumps(REPORT), encoding="utf-8")
    (folder / "offices.csv").write_text(OFFICES, encoding="utf-8")
    for words in (
        ("add", "report.json"),
        ("register", "add", "officeholders", "offices.csv", "--name", "cabinet", "--issued", "2024-06-01"),
    ):
        done = run(folder, *words)
        assert done.returncode == 0, done.stderr
    return folder


def test_nothing_of_the_other_extras_is_installed() -> None:
    code = (
        "from importlib.util import find_spec\n"
        "print([m for m in ('nomenklatura', 'followthemoney', 'icu', 'fastapi', 'pyarrow', 'ray') if find_spec(m)])"
    )
    python = VERBALE.with_name("python")
    done = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_reports_are_read(folder: Path) -> None:
    done = run(folder, "read", "report.json", "--format", "jsonl")
    assert done.returncode == 0, done.stderr
    assert "sanction" in {claim["type"] for claim in json.loads(done.stdout)["claims"]}


def test_registers_are_kept_and_listed(folder: Path) -> None:
    done = run(folder, "register", "list")
    assert done.returncode == 0, done.stderr
    assert "cabinet" in done.stdout


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        (("screen", "--name", "Petar Hronec"), ("libicu-dev", "pip install 'verbale[screening]'")),
        (("serve", "--port", "8491"), ("pip install 'verbale[web]'",)),
        (("export", "plover", "--as", "parquet", "-o", "out"), ("pip install 'verbale[export]'",)),
    ],
)
def test_what_is_not_installed_says_how_to_install_it(
    folder: Path, words: tuple[str, ...], advice: tuple[str, ...]
) -> None:
    done = run(folder, *words)
    assert done.returncode not in (0, 1)
    said = " ".join(done.stderr.split())
    assert all(line in said for line in advice), done.stderr
    assert "Traceback" not in done.stderr


def test_every_command_has_help(folder: Path) -> None:
    done = run(folder, "--help")
    assert done.returncode == 0
    assert "screen" in done.stdout
