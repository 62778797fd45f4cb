"""Tenures out of titles; on parsed sentences, published on 11 June 2024."""

from collections.abc import Callable
from datetime import date

import pytest

from verbale.model import Interval, Status
from verbale.reading.composing import Context
from verbale.reading.draft import Draft
from verbale.reading.tenures import end_left_offices, find_tenures

Survey = Callable[..., Context]
PUBLISHED = date(2024, 6, 11)


def tenure(context: Context) -> Draft:
    (found,) = find_tenures(context)
    return found


@pytest.mark.parametrize(
    ("text", "holder", "title", "country", "row", "interval"),
    [
        (
            "Foreign Minister Ana Kos of Peru spoke.",
            "Ana Kos",
            "Foreign Minister",
            "pe",
            "offices.title",
            None,
        ),
        (
            "Peru's foreign minister, Ana Kos, spoke.",
            "Ana Kos",
            "foreign minister",
            "pe",
            "offices.title",
            None,
        ),
        (
            "Former Peruvian president Ana Kos spoke.",
            "Ana Kos",
            "president",
            "pe",
            "offices.former",
            Interval(None, PUBLISHED),
        ),
    ],
)
def test_titles(
    survey_text: Survey, text: str, holder: str, title: str, country: str, row: str, interval: Interval | None
) -> None:
    context = survey_text(text)
    found = tenure(context)
    assert [context.cast.actors[a].name for a in found.actor] == [holder]
    assert found.office is not None
    assert (found.office.title, found.office.country) == (title, country)
    assert (found.row, found.when.interval if found.when else None) == (row, interval)


def test_a_former_office_of_an_undated_report_has_no_end(survey_text: Survey) -> None:
    assert tenure(survey_text("Former Peruvian president Ana Kos spoke.", None)).when is None


def test_an_office_taken_starts_on_the_day(survey_text: Survey) -> None:
    found = tenure(survey_text("Ana Kos became president of Peru on Monday."))
    assert (found.row, found.status) == ("offices.begins", Status.HAPPENED)
    assert found.when is not None
    assert found.when.interval == Interval(date(2024, 6, 10), None)


def test_an_office_to_be_taken_is_planned(survey_text: Survey) -> None:
    found = tenure(survey_text("Maria Silva will become president of Peru on Friday."))
    assert found.status is Status.PLANNED
    assert found.when is not None
    assert found.when.interval == Interval(date(2024, 6, 14), None)


@pytest.mark.parametrize(
    "text", ["Peru's foreign minister spoke.", "The ministry of Peru spoke.", "Ana Kos spoke."]
)
def test_nobody_holds_an_office(survey_text: Survey, text: str) -> None:
    assert list(find_tenures(survey_text(text))) == []


LEFT = "Foreign Minister Ana Kos resigned. She spoke of Peru."


@pytest.mark.parametrize(
    ("leaving", "ended"),
    [
        (Draft("leave_office", "l", (4, 5), actor=(0,)), True),
        (Draft("dismiss", "d", (4, 5), recipient=(0,)), True),
        (Draft("dismiss", "d", (4, 5), actor=(0,), recipient=(1,)), False),
        (Draft("leave_office", "l", (4, 5), actor=(0,), status=Status.PLANNED), False),
        (Draft("leave_office", "l", (4, 5), actor=(0,), negated=True), False),
        (Draft("leave_office", "l", (7, 8), actor=(0,)), False),
        (Draft("praise", "p", (4, 5), actor=(0,)), False),
    ],
)
def test_an_office_left_in_the_same_sentence_has_ended(
    survey_text: Survey, leaving: Draft, ended: bool
) -> None:
    context = survey_text(LEFT)
    held = Draft("hold_office", "offices.title", (0, 2), actor=(0,))
    (found,) = end_left_offices([held], [leaving], context)
    assert (found.when is not None and found.when.interval == Interval(None, PUBLISHED)) is ended


def test_without_a_date_nothing_ends(survey_text: Survey) -> None:
    held = Draft("hold_office", "offices.title", (0, 2), actor=(0,))
    leaving = Draft("leave_office", "l", (4, 5), actor=(0,))
    assert end_left_offices([held], [leaving], survey_text(LEFT, None)) == (held,)
