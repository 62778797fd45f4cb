from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from verbale.model import Interval, Office, Place, Status, When
from verbale.reading.draft import Draft
from verbale.reading.duplicates import merge_drafts

MONDAY = When(Interval(date(2024, 6, 10), date(2024, 6, 10)), "Monday")
JUNE = When(Interval(date(2024, 6, 1), date(2024, 6, 30)), "in June")
SINCE_MAY = When(Interval(date(2024, 5, 1), None), "since May")
UNTIL_MAY = When(Interval(None, date(2024, 5, 31)), "until May")
UNRESOLVED = When(None, "that day")
MAYOR = Office("mayor", None, "lv")
ENVOY = Office("ambassador", None, "lv")


def draft(type_: str, at: int, *actor: int, to: tuple[int, ...] = (), **given: Any) -> Draft:
    return Draft(type_, f"{type_}.row", (at, at + 1), actor=actor, recipient=to, **given)


SAME = [
    ("the same parties", draft("meet", 1, 1, 2), draft("meet", 9, 1, 2)),
    ("fewer parties", draft("meet", 1, 1, 2), draft("meet", 9, 1)),
    ("more parties", draft("visit", 1, 1), draft("visit", 9, 1, 2)),
    ("a day within a month", draft("meet", 1, 1, 2, when=MONDAY), draft("meet", 9, 1, 2, when=JUNE)),
    ("no date beside a date", draft("meet", 1, 1, 2, when=MONDAY), draft("meet", 9, 1, 2)),
    ("an unresolved date", draft("meet", 1, 1, 2, when=MONDAY), draft("meet", 9, 1, 2, when=UNRESOLVED)),
    ("bare words", draft("praise", 1, 1, to=(2,)), draft("praise", 9, 1, to=(2,), topic=(10, 12))),
    ("one office", draft("hold_office", 1, 1, office=MAYOR), draft("hold_office", 9, 1, office=MAYOR)),
    ("no office beside one", draft("appoint", 1, 1, to=(2,)), draft("appoint", 9, 1, to=(2,), office=MAYOR)),
    ("dismissed by whom", draft("dismiss", 1, to=(2,)), draft("dismiss", 9, 1, to=(2,))),
]


DIFFERENT = [
    ("an open interval", draft("meet", 1, 1, 2, when=MONDAY), draft("meet", 9, 1, 2, when=SINCE_MAY)),
    ("another type", draft("meet", 1, 1, 2), draft("call", 9, 1, 2)),
    ("another status", draft("meet", 1, 1, 2), draft("meet", 9, 1, 2, status=Status.PLANNED)),
    ("denied", draft("meet", 1, 1, 2), draft("meet", 9, 1, 2, negated=True)),
    ("another mode", draft("vote", 1, 1, mode="for"), draft("vote", 9, 1, mode="against")),
    ("another day", draft("meet", 1, 1, 2, when=MONDAY), draft("meet", 9, 1, 2, when=UNTIL_MAY)),
    ("others", draft("meet", 1, 1, 2), draft("meet", 9, 3, 4)),
    ("one in common", draft("meet", 1, 1, 2), draft("meet", 9, 1, 3)),
    ("the other way round", draft("praise", 1, 1, to=(2,)), draft("praise", 9, 2, to=(1,))),
    ("words with content", draft("warn", 1, 1, topic=(2, 4)), draft("warn", 9, 1, topic=(10, 12))),
    ("two measures", draft("adopt", 1, 1, object=(2, 4)), draft("adopt", 9, 1, object=(10, 12))),
    ("held and imposed", draft("sanction", 1, 1, to=(2,)), draft("sanction", 9, 1, to=(2,), when=MONDAY)),
    ("two offices", draft("hold_office", 1, 1, office=MAYOR), draft("hold_office", 9, 1, office=ENVOY)),
    ("a tenure without office", draft("hold_office", 1, 1), draft("hold_office", 9, 1, office=MAYOR)),
    ("two men dismissed", draft("dismiss", 1, 1, to=(2,)), draft("dismiss", 9, 1, to=(3,))),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), [(a, b) for _, a, b in SAME], ids=[name for name, *_ in SAME])
def test_said_again(one: Draft, other: Draft) -> None:
    assert len(merge_drafts([one, other])) == 1
    assert len(merge_drafts([other, one])) == 1


@pytest.mark.parametrize(
    ("one", "other"), [(a, b) for _, a, b in DIFFERENT], ids=[name for name, *_ in DIFFERENT]
)
def test_two_claims(one: Draft, other: Draft) -> None:
    assert len(merge_drafts([one, other])) == 2


def test_claims_come_in_order_of_the_text() -> None:
    drafts = [draft("meet", 9, 1, 2), draft("praise", 3, 1), draft("accuse", 3, 1), draft("visit", 1, 1)]
    assert [(d.trigger[0], d.type) for d in merge_drafts(drafts)] == [
        (1, "visit"),
        (3, "accuse"),
        (3, "praise"),
        (9, "meet"),
    ]


def test_one_trigger_may_say_two_things() -> None:
    one = draft("appoint", 1, 1, to=(2,), office=MAYOR)
    assert len(merge_drafts([one, replace(one, recipient=(3,))])) == 2


def test_the_fuller_is_kept_and_takes_what_only_the_other_has() -> None:
    short = draft("meet", 1, 1, when=MONDAY, topic=(2, 4))
    full = draft("meet", 9, 1, 2, place=Place("Riga", "lv"), topic=(10, 12))
    (merged,) = merge_drafts([short, full])
    assert (merged.trigger, merged.actor) == ((9, 10), (1, 2))
    assert (merged.when, merged.topic, merged.place) == (MONDAY, (10, 12), Place("Riga", "lv"))
    assert merged.trace[-1].step == "duplicates"


def test_the_first_is_kept_of_two_alike() -> None:
    (merged,) = merge_drafts([draft("meet", 9, 1, 2), draft("meet", 1, 1, 2)])
    assert merged.trigger == (1, 2)


def test_no_drafts() -> None:
    assert merge_drafts([]) == ()
