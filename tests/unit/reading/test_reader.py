"""The steps together, on a report of two sentences."""

from collections.abc import Callable
from datetime import date

import pytest

from verbale.model import Report
from verbale.reading.composing import Context
from verbale.reading.parse import load_model, parse_reports
from verbale.reading.reader import find_drafts, read_parsed

TEXT = (
    "Peru's foreign minister, Maria Silva, met with Jan Vida in Riga on Monday. "
    "Silva thanked Chile, and Vida said that trade was growing."
)


def test_each_step_has_its_say() -> None:
    parsed = next(parse_reports([Report("r", TEXT, published=date(2024, 6, 11))], load_model()))
    reading = read_parsed(parsed, "stamp")
    names = {actor.id: actor.name for actor in reading.actors}
    found = [(c.type, [names[a] for a in c.actor], [names[a] for a in c.recipient]) for c in reading.claims]
    assert found == [
        ("hold_office", ["Maria Silva"], []),
        ("meet", ["Maria Silva", "Jan Vida"], []),
        ("praise", ["Maria Silva"], ["Chile"]),
        ("say", ["Jan Vida"], []),
    ]
    assert reading.reader_version == "stamp"
    assert reading.report.text == TEXT


def test_the_survey_finds_what_the_steps_need(survey_text: Callable[..., Context]) -> None:
    context = survey_text(TEXT)
    assert {actor.name for actor in context.cast.actors} >= {"Maria Silva", "Jan Vida", "Chile"}
    assert [title.office.title for title in context.titles] == ["foreign minister"]
    assert context.published == date(2024, 6, 11)
    assert "say" in {attribution.row for attribution in context.attributions}
    assert context.places


@pytest.mark.parametrize("text", ["", "Rain fell.", "The weather was fine on Monday."])
def test_reports_without_news(survey_text: Callable[..., Context], text: str) -> None:
    assert find_drafts(survey_text(text)) == ()


def test_without_a_date_relative_days_stay_words(survey_text: Callable[..., Context]) -> None:
    (meeting,) = [draft for draft in find_drafts(survey_text(TEXT, None)) if draft.type == "meet"]
    assert meeting.when is not None
    assert meeting.when.interval is None
    assert "Monday" in meeting.when.text
