import pytest

from verbale.reading import confidence
from verbale.reading.confidence import estimate_confidence
from verbale.reading.draft import Draft

RATES = {
    "all": {"all": 0.5},
    "types": {"meet": 0.8, "vote": 0.0},
    "rows": {"meet.with": 0.987, "meet.odd": 0.0},
}


@pytest.mark.parametrize(
    ("type_", "row", "rate"),
    [
        ("meet", "meet.with", 0.99),
        ("meet", "meet.other", 0.8),
        ("visit", "visit.to", 0.5),
        ("meet", "meet.odd", 0.0),
        ("vote", "vote.for", 0.0),
    ],
)
def test_the_nearest_measured_rate(
    monkeypatch: pytest.MonkeyPatch, type_: str, row: str, rate: float
) -> None:
    monkeypatch.setattr(confidence, "_rates", lambda: RATES)
    assert estimate_confidence(Draft(type_, row, (1, 2))) == rate


def test_the_judge_knows_better() -> None:
    assert estimate_confidence(Draft("meet", "meet.with", (1, 2), confidence=0.31)) == 0.31
