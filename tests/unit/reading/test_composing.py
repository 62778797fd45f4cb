"""How a predicate's draft is filled: standing, speakers, time, place, office; on parsed sentences."""

from collections.abc import Callable

import pytest

from verbale.lexicon.predicates import load_predicates
from verbale.model import Status
from verbale.reading.composing import Context, compose, speakers_of
from verbale.reading.draft import Draft
from verbale.reading.predicates import find_candidates

Survey = Callable[..., Context]


def drafts_of(context: Context, type_: str) -> list[Draft]:
    candidates = find_candidates(context.doc, context.cast, load_predicates())
    return [draft for c in candidates if c.row.type == type_ for draft in compose(c, context)]


def names(context: Context, actors: tuple[int, ...]) -> list[str]:
    return [context.cast.actors[a].name for a in actors]


@pytest.mark.parametrize(
    ("text", "type_", "negated", "status"),
    [
        ("Peru recalled its ambassador from Chile.", "sever", False, Status.HAPPENED),
        ("Peru has not recalled its ambassador from Chile.", "sever", True, Status.HAPPENED),
        ("Peru will recall its ambassador from Chile.", "sever", False, Status.PLANNED),
        ("Peru allegedly bombed a village in Chile.", "attack", False, Status.ALLEGED),
    ],
)
def test_standing(survey_text: Survey, text: str, type_: str, negated: bool, status: Status) -> None:
    (draft,) = drafts_of(survey_text(text), type_)
    assert (draft.negated, draft.status) == (negated, status)


def test_speakers_are_those_cited(survey_text: Survey) -> None:
    context = survey_text("Jan Vida said Peru had recalled its ambassador from Chile.")
    (draft,) = drafts_of(context, "sever")
    assert names(context, draft.attributed_to) == ["Jan Vida"]
    assert names(context, draft.actor) == ["Peru"]


def test_nobody_is_cited_in_the_reports_own_voice(survey_text: Survey) -> None:
    context = survey_text("Peru recalled its ambassador from Chile.")
    assert speakers_of(1, context) == ()


@pytest.mark.parametrize(
    ("text", "type_", "start", "place"),
    [
        ("Peru's president, Ana Kos, met with Jan Vida in Riga on Monday.", "meet", "2024-06-10", "Riga"),
        ("Peru's president, Ana Kos, met with Jan Vida.", "meet", None, None),
        ("Ana Kos will meet with Jan Vida on Friday.", "meet", "2024-06-14", None),
    ],
)
def test_time_and_place(
    survey_text: Survey, text: str, type_: str, start: str | None, place: str | None
) -> None:
    (draft,) = drafts_of(survey_text(text), type_)
    interval = draft.when.interval if draft.when else None
    assert (interval.start.isoformat() if interval and interval.start else None) == start
    assert (draft.place.name if draft.place else None) == place


def test_the_trace_tells_what_each_step_found(survey_text: Survey) -> None:
    (draft,) = drafts_of(survey_text("Ana Kos will meet with Jan Vida in Riga on Friday."), "meet")
    steps = {step.step: step.note for step in draft.trace}
    assert steps["predicates"].startswith(f"row {draft.row}; actor: 'Kos' by slot subj")
    assert "will" in steps["factuality"]
    assert "Friday" in steps["times"]
    assert steps["places"] == "Riga"


def test_an_office_goes_to_each_of_its_holders(survey_text: Survey) -> None:
    context = survey_text("President Maria Silva appointed Ana Kos and Jan Vida as deputy ministers.")
    drafts = drafts_of(context, "appoint")
    assert [names(context, draft.recipient) for draft in drafts] == [["Ana Kos"], ["Jan Vida"]]
    assert {draft.office.title for draft in drafts if draft.office} == {"deputy minister"}


def test_each_other_is_one_claim_for_each(survey_text: Survey) -> None:
    context = survey_text("Peru and Chile accused each other of violating the truce.")
    drafts = drafts_of(context, "accuse")
    assert [(names(context, d.actor), names(context, d.recipient)) for d in drafts] == [
        (["Peru"], ["Chile"]),
        (["Chile"], ["Peru"]),
    ]


def test_what_is_only_pledged_is_no_claim_of_its_own(survey_text: Survey) -> None:
    context = survey_text("Peru called on Chile to recall its ambassador from Brazil.")
    assert drafts_of(context, "sever") == []
