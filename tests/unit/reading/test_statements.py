"""Statements: reported speech that is no claim of another type; on parsed sentences."""

from collections.abc import Callable
from datetime import date

import pytest

from verbale.model import Interval
from verbale.reading.composing import Context
from verbale.reading.draft import Draft
from verbale.reading.statements import find_statements

Survey = Callable[..., Context]


def stated(context: Context, *drafts: Draft) -> list[tuple[str, list[str], list[str]]]:
    def name(actors: tuple[int, ...]) -> list[str]:
        return [context.cast.actors[a].name for a in actors]

    return [(d.type, name(d.actor), name(d.recipient)) for d in find_statements(context, drafts)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Jan Vida said that the economy was growing.", [("say", ["Jan Vida"], [])]),
        ("The economy was growing, Jan Vida said.", [("say", ["Jan Vida"], [])]),
        ('"The economy is growing," Jan Vida told Ana Kos.', [("say", ["Jan Vida"], ["Ana Kos"])]),
        ("Jan Vida said that Peru should leave the pact.", [("demand", ["Jan Vida"], ["Peru"])]),
        ("Jan Vida said that Peru needs to leave the pact.", [("demand", ["Jan Vida"], ["Peru"])]),
        ("Jan Vida said that he should rest.", [("say", ["Jan Vida"], [])]),
        ("The economy was growing.", []),
    ],
)
def test_statements(survey_text: Survey, text: str, found: list[tuple[str, list[str], list[str]]]) -> None:
    assert stated(survey_text(text)) == found


def test_content_that_is_a_claim_is_no_statement(survey_text: Survey) -> None:
    context = survey_text("Jan Vida said that Peru left the pact.")
    at = next(t.i for t in context.doc if t.text == "left")
    assert stated(context, Draft("leave", "leave.body", (at, at + 1))) == []
    assert stated(context, Draft("leave", "leave.body", (0, 1))) == [("say", ["Jan Vida"], [])]


def test_words_and_topic_of_a_quotation(survey_text: Survey) -> None:
    context = survey_text('Jan Vida said the economy was "in ruins".')
    (draft,) = find_statements(context, [])
    assert draft.topic is not None
    assert draft.quote is not None
    assert context.doc[slice(*draft.topic)].text.startswith("the economy")
    assert "in ruins" in context.doc[slice(*draft.quote)].text


def test_a_statement_has_its_day(survey_text: Survey) -> None:
    (draft,) = find_statements(survey_text("Jan Vida said on Monday that the economy was growing."), [])
    assert draft.when is not None
    assert draft.when.interval == Interval(date(2024, 6, 10), date(2024, 6, 10))
    assert draft.attributed_to == ()
