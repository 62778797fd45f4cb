"""The office of an appointment, a dismissal or a departure."""

from datetime import date

import pytest

from verbale.model import Report
from verbale.reading.parse import load_model, parse_reports
from verbale.reading.reader import find_drafts, survey_report

CASES = [
    ("Ana Kos was sworn in as mayor of Tartu, succeeding Juan Mets.", "leave_office", "Juan Mets", "mayor"),
    ("Ana Kos replaced Juan Mets as finance minister.", "leave_office", "Juan Mets", "finance minister"),
    (
        "Finance Minister Ana Kos resigned over the appointment of Juan Mets as judge.",
        "leave_office",
        "Ana Kos",
        "Finance Minister",
    ),
    ("Defence Minister Ana Kos resigned from the cabinet.", "leave_office", "Ana Kos", "Defence Minister"),
    (
        "The Green Party nominated Senator Ana Kos as its presidential candidate.",
        "appoint",
        "Ana Kos",
        "presidential candidate",
    ),
    ("President Ana Kos dismissed Justice Minister Juan Mets.", "dismiss", "Juan Mets", "Justice Minister"),
]


def posts(text: str, type_: str) -> list[tuple[str, str]]:
    parsed = next(parse_reports([Report("r", text, published=date(2024, 6, 11))], load_model()))
    context = survey_report(parsed)
    drafts = [d for d in find_drafts(context) if d.type == type_ and d.office]
    holders = [(d.actor if type_ == "leave_office" else d.recipient) for d in drafts]
    return [
        (context.cast.actors[people[0]].name, draft.office.title)
        for draft, people in zip(drafts, holders, strict=True)
        if draft.office and people
    ]


@pytest.mark.parametrize(("text", "type_", "holder", "title"), CASES)
def test_the_office_is_the_one_won_or_lost(text: str, type_: str, holder: str, title: str) -> None:
    assert posts(text, type_) == [(holder, title)]


def test_nobody_leaves_an_office_that_the_report_does_not_name() -> None:
    assert posts("Ana Kos resigned on Friday.", "leave_office") == []


def test_electors_elect_without_a_name() -> None:
    parsed = next(parse_reports([Report("r", "Voters in Estonia elect a new president.")], load_model()))
    drafts = [d for d in find_drafts(survey_report(parsed)) if d.type == "appoint"]
    assert [(d.mode, d.recipient, d.office.title if d.office else None) for d in drafts] == [
        ("elect", (), "president")
    ]
