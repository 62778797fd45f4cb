"""What several test modules share: the gold folder beside the checkout, and one reader for the session."""

from pathlib import Path

import pytest

import verbale

SHARED = Path(__file__).parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of gold reports and corpora; tests that need it are skipped where it is not."""
    if not (SHARED / "gold").is_dir():
        pytest.skip(f"gold reports and corpora are not part of the repository (looked in {SHARED})")
    return SHARED


@pytest.fixture(scope="session")
def reader() -> "verbale.Reader":
    return verbale.Reader()
