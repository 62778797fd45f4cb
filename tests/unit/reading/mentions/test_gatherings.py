"""Protests stand for those who protest, "anti-government" for the state."""

import pytest

from verbale.model import Kind
from verbale.reading.mentions import find_mentions
from verbale.reading.parse import load_model


def groups(text: str) -> list[tuple[str, str | None]]:
    """Names and countries of the groups mentioned."""
    return [(m.name, m.country) for m in find_mentions(load_model()(text)) if m.kind is Kind.GROUP]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Protests erupted in Nairobi, Kenya, on Monday.", ("protesters", "ke")),
        ("Mass demonstrations were held across Peru.", ("demonstrators", "pe")),
    ],
)
def test_an_event_names_its_participants(text: str, expected: tuple[str, str]) -> None:
    assert expected in groups(text)


@pytest.mark.parametrize(
    "text",
    [
        "The envoy lodged a formal protest with the ministry.",
        "Two ministers resigned in protest on Monday.",
        "The protest song was heard on Monday.",
    ],
)
def test_notes_gestures_and_compounds_are_no_gathering(text: str) -> None:
    assert "protesters" not in [name for name, _ in groups(text)]


def test_anti_government_names_a_state() -> None:
    mentions = find_mentions(load_model()("Anti-government protests went on in Kenya."))
    assert any(m.kind is Kind.STATE and m.name == "government" for m in mentions)
