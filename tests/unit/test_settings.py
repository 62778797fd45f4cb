"""Settings: from the environment, checked, named in messages."""

import pytest

from verbale.errors import SettingsError
from verbale.settings import Settings, load_settings


def test_environment_and_overrides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERBALE_JOBS", "3")
    monkeypatch.setenv("VERBALE_FORCE", "yes")
    assert load_settings() == Settings(jobs=3, force=True)
    assert load_settings(jobs=2, force=None).jobs == 2


@pytest.mark.parametrize(
    ("name", "value"), [("JOBS", "0"), ("MAX_CHARS", "-1"), ("FORCE", "maybe"), ("SPACY_MODEL", "")]
)
def test_a_bad_value_is_named(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"VERBALE_{name}", value)
    with pytest.raises(SettingsError, match=f"setting VERBALE_{name} is '{value}'"):
        load_settings()


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="frozen"):
        Settings().jobs = 2  # type: ignore[misc]
