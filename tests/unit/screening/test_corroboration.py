"""Claims against registers: each rule, and what must not be concluded."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from verbale.model import Interval, Office, Status
from verbale.record import Store
from verbale.screening.corroboration import Party, Standing, Statement, Verdict, check_claim

US = Party("United States", "state", "us")
EU = Party("European Union", "body", "eu")
RUSSIA, CHINA = Party("Russia", "state", "ru"), Party("China", "state", "cn")
HRONEC = Party("Peter Hronec", "person", "sk", ("Hronec",))
BORNE_OUT, CONTRADICTED, NOT_COVERED = Standing


def days(start: str, end: str | None = None) -> Interval:
    return Interval(date.fromisoformat(start), date.fromisoformat(end or start))


def claim(kind: str, **values: Any) -> Statement:
    defaults: dict[str, Any] = {
        "claim_id": "c1", "type": kind, "mode": None, "status": Status.HAPPENED, "negated": False, "actors": (),
        "recipients": (), "object": None, "topic": None, "office": None, "when": None,
        "published": date(2024, 6, 11), "evidence": "…",
    }  # fmt: skip
    return Statement(**{**defaults, **values})


def check(lists: Store, statement: Statement) -> Verdict:
    with lists.connect() as conn:
        return check_claim(conn, statement)


def sanction(by: Party, when: Interval | None = None, **values: Any) -> Statement:
    return claim("sanction", actors=(by,), recipients=(HRONEC,), when=when, **values)


@pytest.mark.parametrize(
    ("when", "standing", "rule"),
    [
        (days("2023-07-01", "2023-07-31"), BORNE_OUT, "listing-date"),
        (days("2023-07-14"), BORNE_OUT, "listing-date"),
        (days("2023-07-15"), CONTRADICTED, "listing-date"),
        (days("2023-07-07"), CONTRADICTED, "listing-date"),
        (None, BORNE_OUT, "listed"),
    ],
)
def test_a_list_with_dates(lists: Store, when: Interval | None, standing: Standing, rule: str) -> None:
    verdict = check(lists, sanction(EU, when))
    assert (verdict.standing, verdict.rule) == (standing, rule)
    assert verdict.row["listed_on"] == "2023-07-11"


def test_a_tolerated_difference_is_said(lists: Store) -> None:
    assert "2 days off" in check(lists, sanction(EU, days("2023-07-13"))).note


@pytest.mark.parametrize(
    ("when", "standing"),
    [
        (days("2023-07-01", "2023-07-31"), BORNE_OUT),
        (days("2022-05-05"), CONTRADICTED),
        (days("2023-12-12"), CONTRADICTED),
    ],
)
def test_a_list_without_dates_tells_by_its_versions(lists: Store, when: Interval, standing: Standing) -> None:
    verdict = check(lists, sanction(US, when))
    assert (verdict.standing, verdict.rule) == (standing, "between-versions")
    assert verdict.row["programme"] == "BALKANS"


def test_lists_of_others_do_not_bear_a_sanction_out(lists: Store) -> None:
    assert check(lists, sanction(Party("Japan", "state", "jp"))).standing is NOT_COVERED


def test_whoever_sanctions_where_nobody_is_named(lists: Store) -> None:
    assert check(lists, replace(sanction(US), actors=())).standing is BORNE_OUT


def test_a_denial_is_contradicted_by_a_row_in_force(lists: Store) -> None:
    assert check(lists, sanction(EU, negated=True)).standing is CONTRADICTED


@pytest.mark.parametrize("status", [Status.PLANNED, Status.ALLEGED, Status.CALLED_FOR])
def test_what_did_not_happen_yet_is_not_checked(lists: Store, status: Status) -> None:
    assert check(lists, sanction(EU, status=status)).standing is NOT_COVERED


def test_absence_speaks_only_from_a_complete_list_of_that_time(lists: Store) -> None:
    nobody = (Party("Anna Nowicka", "person", "pl"),)
    near = replace(sanction(US, days("2023-07-20")), recipients=nobody)
    assert (check(lists, near).standing, check(lists, near).rule) == (
        CONTRADICTED,
        "absent-from-complete-list",
    )
    far = replace(near, when=days("2023-03-01"))
    assert check(lists, far).standing is NOT_COVERED
    incomplete = replace(near, actors=(EU,), when=days("2023-08-20"))
    assert check(lists, incomplete).standing is NOT_COVERED


def test_a_bare_surname_is_nobody(lists: Store) -> None:
    surname = replace(sanction(EU), recipients=(Party("Hronec", "person", "sk"),))
    assert check(lists, surname).standing is NOT_COVERED


def test_a_lifting_shows_between_versions(lists: Store) -> None:
    lifted = claim("lift_sanction", actors=(US,), recipients=(Party("Piotr Badowski", "person", "pl"),))
    between = replace(lifted, when=days("2023-05-05"))
    assert check(lists, between).rule == "gone-between-versions"
    still = replace(between, recipients=(Party("Ján Kováč", "person", "sk"),))
    assert (check(lists, still).standing, check(lists, still).rule) == (CONTRADICTED, "still-listed")


def office(title: str, kind: str = "hold_office", **values: Any) -> Statement:
    holder = "actors" if kind in ("hold_office", "leave_office") else "recipients"
    return claim(kind, office=Office(title, None, "sk"), **{holder: (HRONEC,)}, **values)


def test_an_office_on_the_day_of_the_report(lists: Store) -> None:
    held = office("Defense Minister", published=date(2019, 1, 1))
    assert (check(lists, held).standing, check(lists, held).rule) == (BORNE_OUT, "in-office")
    looking_back = replace(held, published=date(2021, 1, 1))
    assert check(lists, looking_back).standing is NOT_COVERED
    assert check(lists, looking_back).row["end"] == "2020-10-28"
    over = replace(looking_back, when=Interval(date(2020, 11, 15), None))
    assert (check(lists, over).standing, check(lists, over).rule) == (CONTRADICTED, "office-over")
    other = office("Finance Minister", published=date(2019, 1, 1))
    assert check(lists, other).standing is NOT_COVERED


def test_a_table_does_not_reach_beyond_its_issue(lists: Store) -> None:
    premier = office("prime minister", published=date(2022, 9, 1))
    assert check(lists, premier).standing is BORNE_OUT
    assert check(lists, replace(premier, published=date(2024, 6, 11))).standing is NOT_COVERED


def test_offices_held_in_the_past(lists: Store) -> None:
    past = office("defence minister", when=Interval(None, date(2024, 6, 11)))
    assert check(lists, past).standing is BORNE_OUT


def test_appointment_and_leaving(lists: Store) -> None:
    appointed = office("Minister of Defence", "appoint", when=days("2017-07-01"))
    assert (check(lists, appointed).standing, check(lists, appointed).rule) == (BORNE_OUT, "office-start")
    assert check(lists, replace(appointed, when=days("2018-01-01"))).standing is CONTRADICTED
    left = office("Minister of Defence", "leave_office", when=days("2020-10-28"))
    assert (check(lists, left).standing, check(lists, left).rule) == (BORNE_OUT, "office-end")


ADOPTED = claim(
    "adopt", object="resolution on a day of remembrance", when=days("2024-05-23"), evidence="…resolution…"
)


def test_a_vote_finds_its_day_in_the_adoption(lists: Store) -> None:
    voted = claim("vote", mode="against", actors=(RUSSIA,), object="remembrance resolution")
    assert check(lists, voted).standing is NOT_COVERED
    verdict = check(lists, voted.with_others([ADOPTED]))
    assert (verdict.standing, verdict.rule, verdict.row["votes"]) == (
        BORNE_OUT,
        "roll-call",
        {"Russia": "against"},
    )
    assert check(lists, replace(voted, mode="for").with_others([ADOPTED])).standing is CONTRADICTED
    assert check(lists, replace(voted, negated=True).with_others([ADOPTED])).standing is CONTRADICTED


def test_supported_against_abstained_is_a_contradiction(lists: Store) -> None:
    backed = claim("support", actors=(RUSSIA, CHINA), object="the resolution", when=days("2024-05-23"))
    verdict = check(lists, backed)
    assert verdict.standing is CONTRADICTED
    assert "China abstained" in verdict.note
    opposed = claim("oppose", actors=(RUSSIA,), object="the resolution", when=days("2024-05-23"))
    assert check(lists, opposed).standing is BORNE_OUT
    assert check(lists, replace(opposed, object="the visit")).standing is NOT_COVERED


def test_of_several_roll_calls_the_words_of_the_title_decide(lists: Store) -> None:
    voted = claim(
        "vote", mode="for", actors=(RUSSIA,), object="admission of new members", when=days("2024-05-10")
    )
    assert check(lists, voted).row["roll_call"] == "2"
    assert check(lists, replace(voted, object="oil slick")).standing is CONTRADICTED
    assert check(lists, replace(voted, object="moon")).standing is NOT_COVERED
