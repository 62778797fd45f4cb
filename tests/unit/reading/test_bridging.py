"""Words against a deed are aimed at whoever did it."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from verbale.reading.bridging import bridge_recipients
from verbale.reading.composing import Context
from verbale.reading.draft import Draft

Survey = Callable[..., Context]
DEED = "Peru expelled two Chilean diplomats."


def bridged(context: Context, judged: str, **changes: object) -> tuple[int, ...]:
    """Recipients of words of actor 1 about the noun `judged`, after a deed of actor 0 in the first sentence."""
    doc = context.doc
    noun = next(t for t in doc if t.text == judged)
    deed = replace(Draft("sever", "sever.expel", (1, 2), actor=(0,)), **changes)
    words = Draft(
        "criticise", "c", (noun.head.i, noun.head.i + 1), actor=(1,), object=(noun.left_edge.i, noun.i + 1)
    )
    return bridge_recipients(context, [deed, words])[-1].recipient


@pytest.mark.parametrize(
    ("sentence", "judged", "recipient"),
    [
        ("Brazil condemned the decision.", "decision", (0,)),
        ("Brazil condemned this move.", "move", (0,)),
        ("Brazil condemned a decision.", "decision", ()),
        ("Brazil condemned decisions.", "decisions", ()),
        ("Brazil condemned the weather.", "weather", ()),
    ],
)
def test_a_definite_noun_takes_up_the_deed(
    survey_text: Survey, sentence: str, judged: str, recipient: tuple[int, ...]
) -> None:
    assert bridged(survey_text(f"{DEED} {sentence}"), judged) == recipient


def test_allegations_are_of_whoever_says_so(survey_text: Survey) -> None:
    context = survey_text(f"{DEED} Brazil rejected the allegations.")
    assert bridged(context, "allegations", type="accuse") == (0,)
    assert bridged(context, "allegations", attributed_to=(3,)) == (3,)


def test_allegations_are_of_whoever_was_cited_before(survey_text: Survey) -> None:
    context = survey_text("Jan Vida said Peru was growing weak. Brazil rejected the claims.")
    noun = next(t for t in context.doc if t.text == "claims")
    brazil = context.cast.at(noun.head.i - 1)
    words = Draft("deny", "d", (noun.head.i, noun.head.i + 1), actor=brazil, object=(noun.i - 1, noun.i + 1))
    (found,) = bridge_recipients(context, [words])
    assert [context.cast.actors[a].name for a in found.recipient] == ["Jan Vida"]


def test_nobody_judges_himself(survey_text: Survey) -> None:
    assert bridged(survey_text(f"{DEED} Brazil condemned the decision."), "decision", actor=(1,)) == ()


def test_tenures_are_no_deeds(survey_text: Survey) -> None:
    assert (
        bridged(survey_text(f"{DEED} Brazil condemned the decision."), "decision", type="hold_office") == ()
    )


def test_a_recipient_that_is_named_stays(survey_text: Survey) -> None:
    context = survey_text(f"{DEED} Brazil condemned the decision.")
    named = Draft("criticise", "c", (7, 8), actor=(1,), recipient=(5,), object=(8, 10))
    assert bridge_recipients(context, [Draft("sever", "s", (1, 2), actor=(0,)), named])[-1] == named


def test_a_deed_told_long_before_is_forgotten(survey_text: Survey) -> None:
    text = " ".join([DEED, *["Rain fell there."] * 5, "Brazil condemned the decision."])
    context = survey_text(text)
    rain = [Draft("visit", "v", (t.i, t.i + 1), actor=(1,)) for t in context.doc if t.text == "fell"]
    noun = next(t for t in context.doc if t.text == "decision")
    words = Draft(
        "criticise", "c", (noun.head.i, noun.head.i + 1), actor=(1,), object=(noun.i - 1, noun.i + 1)
    )
    deed = Draft("sever", "s", (1, 2), actor=(0,))
    assert bridge_recipients(context, [deed, *rain, words])[-1].recipient == ()
    assert bridge_recipients(context, [deed, *rain[:2], words])[-1].recipient == (0,)


def test_a_protest_is_against_those_whom_the_same_people_address(survey_text: Survey) -> None:
    context = survey_text("Teachers protested, demanding that Peru act. Others protested.")
    protest = Draft("protest", "protest.verb", (1, 2), actor=(0,))
    demand = Draft("demand", "demand.urge", (3, 4), actor=(0,), recipient=(1,))
    found = bridge_recipients(context, [protest, demand])
    assert found[0].recipient == (1,)
    others = replace(protest, trigger=(9, 10))
    assert bridge_recipients(context, [others, demand])[-1].recipient == ()
