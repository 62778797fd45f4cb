"""Offices, memberships and sanctions over time, in every kind of store."""

from datetime import timedelta

import pytest
from readings import NOW, actor, add, body, claim, make_reading, person

from verbale.record import Store
from verbale.record.queries.states import State, list_states
from verbale.record.queries.stream import stream_claims
from verbale.record.queries.who import find_one
from verbale.record.reviewing import review_claim

ANNA = person("Anna Nowak", "pl")
PEOPLE = [ANNA, actor("state", "Poland", "pl"), actor("state", "Norway", "no"), body("Green Party", "pl")]
OFFICE = ("Finance Minister", None, "pl")
Days = tuple[str | None, str] | None


def states(store: Store, name: str = "Anna Nowak") -> tuple[State, ...]:
    with store.connect() as conn:
        return list_states(conn, find_one(conn, name))


def ends(state: State) -> tuple[Days, Days]:
    start, end = (
        (str(each.first) if each.first else None, str(each.last)) if each else None
        for each in (state.start, state.end)
    )
    return start, end


def add_all(store: Store, *told: tuple[str, object]) -> None:
    """Reports that each make one claim, by their day."""
    add(
        store,
        *(
            make_reading(f"r{nth}", PEOPLE, [each], published=day)  # type: ignore[list-item]
            for nth, (day, each) in enumerate(told)
        ),
    )


def held(**more: object) -> object:
    return claim("hold_office", "Anna Nowak", office=OFFICE, **more)


def test_an_office_has_both_ends_with_the_claims_that_tell_them(store: Store) -> None:
    add_all(
        store,
        ("2024-05-03", claim("appoint", "Poland", "Anna Nowak", office=OFFICE, when="2024-05-02")),
        ("2024-06-04", held()),
        ("2024-07-01", claim("hold_office", "Anna Nowak", office=("finance minister", None, "pl"))),
        ("2024-09-11", claim("leave_office", "Anna Nowak", office=OFFICE, mode="resign", when="2024-09-10")),
        ("2024-09-12", held(when="2023-01-01..2024-09-12")),
    )
    (state,) = states(store)
    assert (state.title, state.country, ends(state)) == (
        "Finance Minister",
        "pl",
        (("2024-05-02", "2024-05-02"), ("2024-09-10", "2024-09-10")),
    )
    assert [str(day) for day in state.seen] == ["2024-06-04", "2024-07-01"]
    assert state.start is not None
    assert [each.type for each in state.start.claims] == ["appoint"]
    assert [each.note for each in state.contradictions] == ["reports differ on its beginning"]
    assert state.to_dict()["end"]["last"] == "2024-09-10"


def test_bounds_are_narrowed_by_when_it_is_said_to_hold(store: Store) -> None:
    add_all(
        store,
        ("2024-05-03", held()),
        ("2024-08-01", held()),
        ("2024-09-12", claim("dismiss", "Poland", "Anna Nowak", office=OFFICE)),
        ("2024-05-20", claim("appoint", "Poland", "Anna Nowak", office=OFFICE)),
    )
    assert [ends(each) for each in states(store)] == [((None, "2024-05-03"), ("2024-08-01", "2024-09-12"))]


def test_an_office_taken_again_is_another_interval(store: Store) -> None:
    add_all(
        store,
        ("2020-01-02", held(when="2020-01-01")),
        ("2022-03-02", claim("leave_office", "Anna Nowak", office=OFFICE, mode="end", when="2022-03-01")),
        ("2024-05-03", held(when="2024-05-02")),
        ("2024-08-01", held()),
    )
    assert [ends(each) for each in states(store)] == [
        (("2024-05-02", "2024-05-02"), None),
        (("2020-01-01", "2020-01-01"), ("2022-03-01", "2022-03-01")),
    ]


@pytest.mark.parametrize(
    ("last", "end", "note"),
    [
        (held(), None, "one report says that it ended earlier"),
        (held(negated=True), ("2022-03-01", "2022-03-01"), None),
        (claim("leave_office", "Anna Nowak", office=OFFICE, mode="resign", when="2023-11-01"),
         ("2022-03-01", "2022-03-01"), "reports differ on its end"),
    ],
)  # fmt: skip
def test_what_does_not_go_together_is_flagged(
    store: Store, last: object, end: tuple[str, str] | None, note: str | None
) -> None:
    leave = claim("leave_office", "Anna Nowak", office=OFFICE, mode="resign", when="2022-03-01")
    add_all(store, ("2020-05-03", held()), ("2022-03-02", leave), ("2024-08-01", last))
    (state,) = states(store)
    assert ends(state)[1] == end
    assert [each.note for each in state.contradictions] == ([note] if note else [])


def test_a_denial_of_what_holds_is_flagged(store: Store) -> None:
    add_all(store, ("2024-05-03", held()), ("2024-05-04", held(negated=True)))
    (state,) = states(store)
    assert [each.note for each in state.contradictions] == ["denied while others say that it holds"]
    assert len(state.contradictions[0].claims) == 2


def test_plans_and_nominations_are_no_office(store: Store) -> None:
    add_all(
        store,
        ("2024-05-03", held(status="planned")),
        ("2024-05-04", claim("appoint", "Poland", "Anna Nowak", office=OFFICE, mode="nominate")),
    )
    assert states(store) == ()


def test_memberships_and_sanctions_are_states_too(store: Store) -> None:
    add_all(
        store,
        ("2024-05-03", claim("join", "Anna Nowak", "Green Party", when="2024-05-01")),
        ("2024-06-03", claim("belong", "Anna Nowak", "Green Party", mode="member")),
        ("2024-07-03", claim("sanction", "Norway", "Anna Nowak", when="2024-07-02")),
        ("2024-08-03", claim("sanction", "Norway", "Anna Nowak", when="2024-08-02")),
        ("2024-09-03", claim("lift_sanction", "Norway", "Anna Nowak", when="2024-09-02")),
    )
    member, sanction = states(store)
    assert (member.kind, member.title, member.other and member.other.name) == (
        "membership",
        "member",
        "Green Party",
    )
    assert ends(member) == (("2024-05-01", "2024-05-01"), None)
    assert (sanction.kind, sanction.other and sanction.other.name) == ("sanction", "Norway")
    assert ends(sanction) == (("2024-07-02", "2024-07-02"), ("2024-09-02", "2024-09-02"))
    assert sanction.contradictions == ()
    assert states(store, "Norway") == ()


def test_what_reviewers_accept_stays_and_what_they_correct_has_the_right_day(store: Store) -> None:
    add_all(store, ("2024-05-03", held()), ("2024-05-03", held(when="2024-05-01")))
    with store.begin() as conn:
        for row in list(stream_claims(conn)):
            verdict, values = (
                ("correct", {"when_start": "2024-05-02", "when_end": "2024-05-02"})
                if row.when_start
                else ("accept", {})
            )
            review_claim(conn, row.id, verdict, values, by="eva", why="", now=NOW)
    (state,) = states(store)
    assert (ends(state), len(state.claims)) == ((("2024-05-02", "2024-05-02"), None), 2)


def test_what_reviewers_reject_is_left_out_and_the_past_knew_less(store: Store) -> None:
    add_all(store, ("2024-05-03", held()))
    with store.begin() as conn:
        (row,) = stream_claims(conn)
        review_claim(conn, row.id, "reject", by="eva", why="", now=NOW + timedelta(days=1))
    assert states(store) == ()
    with store.connect() as conn:
        anna = find_one(conn, "Anna Nowak")
        assert len(list_states(conn, anna, NOW)) == 1
        assert list_states(conn, anna, NOW - timedelta(days=1)) == ()
