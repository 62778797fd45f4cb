"""Files and options for the tests of registers."""

from collections.abc import Callable
from pathlib import Path

import pytest

from verbale.registers import LoadOptions

CODES = {
    "Slovakia": "sk", "Serbia": "rs", "Panama": "pa", "SVK": "sk", "SRB": "rs", "USA": "us", "SLOVAKIA": "sk",
    "SERBIA": "rs", "UNITED STATES": "us",
}  # fmt: skip


@pytest.fixture
def options() -> LoadOptions:
    """Options that know the countries of the samples."""
    return LoadOptions(country_code=CODES.get)


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], Path]:
    """Writes a file and gives its path."""

    def _write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8", newline="")
        return path

    return _write
