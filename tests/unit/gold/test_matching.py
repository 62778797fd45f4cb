"""When a claim that was read is one that people annotated."""

import pytest

from verbale.gold.matching import Fields, compare_claims, is_same_actor, overlaps

ACTORS = {
    "a1": {"kind": "person", "name": "Anna Lee", "country": "ke"},
    "a2": {"kind": "state", "name": "Peru", "country": "pe"},
    "a3": {"kind": "body", "name": "Ministry of Defence", "country": "pe"},
}


def claim(type_: str, actor: str, recipient: str = "", **more: object) -> Fields:
    return {
        "type": type_,
        "actor": actor.split(),
        "recipient": recipient.split(),
        "evidence": "It did so.",
        **more,
    }


@pytest.mark.parametrize(
    ("gold", "read", "core", "exact"),
    [
        (claim("accuse", "a1", "a2"), claim("accuse", "a1", "a2"), True, True),
        (claim("accuse", "a1", "a2"), claim("accuse", "a1"), False, False),
        (claim("accuse", "a1", "a2 a3"), claim("accuse", "a1", "a2"), True, False),
        (claim("accuse", "a1", "a2"), claim("praise", "a1", "a2"), False, False),
        (claim("accuse", "a1", "a2"), claim("accuse", "a1", "a2", status="planned"), True, False),
        (claim("meet", "a1 a2"), claim("meet", "a1", "a2"), True, True),
        (claim("meet", "a1 a2"), claim("meet", "a1", "a3"), False, False),
        (
            claim("leave_office", "a1", office={"title": "minister"}),
            claim("leave_office", "a1", office={"title": "mayor"}),
            False,
            False,
        ),
    ],
)
def test_core_and_exact(gold: Fields, read: Fields, core: bool, exact: bool) -> None:
    match = compare_claims(gold, read, ACTORS, ACTORS)
    assert (match.core, match.exact) == (core, exact)


def test_a_body_of_another_country_is_another_body() -> None:
    assert not is_same_actor(ACTORS["a3"], {**ACTORS["a3"], "country": "cl"})


def test_no_words_overlap_nothing() -> None:
    assert not overlaps("", "Peru left.")
    assert overlaps("Peru left.", "On Monday  Peru left.")
