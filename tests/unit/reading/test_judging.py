"""What the judge drops, keeps and says of its confidence."""

from collections.abc import Callable

import pytest

from verbale import Reader, Report
from verbale.reading.composing import Context
from verbale.reading.judge import Judge, load_judge, probability
from verbale.reading.reader import find_drafts
from verbale.settings import Settings

TEXT = "Kenya recalled its ambassador from Norway on Monday."


def test_a_proposal_below_the_threshold_is_dropped(survey_text: Callable[..., Context]) -> None:
    context = survey_text(TEXT)
    assert [d.type for d in find_drafts(context)] == ["sever"]
    assert find_drafts(context, Judge({"type sever": -2000}, bias=0, least=0)) == ()


def test_what_stands_carries_its_probability(survey_text: Callable[..., Context]) -> None:
    (draft,) = find_drafts(survey_text(TEXT), Judge({"type sever": 2000}, bias=0, least=0))
    assert draft.confidence == probability(2000)
    assert [step.note for step in draft.trace if step.step == "judge"] == ["right with probability 0.88"]


@pytest.mark.parametrize(("speaker_weight", "types"), [(1000, ["say"]), (-1000, [])])
def test_statements_are_judged_too(
    survey_text: Callable[..., Context], speaker_weight: int, types: list[str]
) -> None:
    context = survey_text("President Anna Lee said on Monday that the sky was blue.")
    judge = Judge({"type say": speaker_weight}, bias=0, least=0)
    assert [d.type for d in find_drafts(context, judge) if d.type != "hold_office"] == types


def test_quoted_words_stand_whatever_the_judge_thinks(survey_text: Callable[..., Context]) -> None:
    context = survey_text('"The sky is blue," President Anna Lee said on Monday.')
    judge = Judge({"type say": -1000}, bias=0, least=0)
    assert [d.type for d in find_drafts(context, judge) if d.type != "hold_office"] == ["say"]


def test_on_the_threshold_it_stands() -> None:
    judge = Judge({}, bias=5, least=5)
    assert judge.accepts(judge.weigh(()))


def test_the_shipped_table_leaves_a_plain_sentence_alone() -> None:
    assert load_judge("table") is not None
    alone, judged = (Reader(Settings(judge=j)).read(Report("r", TEXT)) for j in ("none", "table"))
    assert [c.type for c in judged.claims] == [c.type for c in alone.claims] == ["sever"]
    assert judged.claims[0].confidence != alone.claims[0].confidence
