"""Claims against registers: each rule, and what must not be concluded."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from verbale.model import Interval, Office, Status
from verbale.record import Store
from verbale.registers import Entry, Listing, Row, Tenure
from verbale.screening.corroboration import Party, Standing, Statement, Verdict, check_claim

from .conftest import DATED, KOVAC, add
from .conftest import HRONEC as HRONEC_ENTRY

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
        (days("2022-12-25"), CONTRADICTED),
        (days("2022-05-05"), NOT_COVERED),
        (days("2023-12-12"), NOT_COVERED),
    ],
)
def test_a_list_without_dates_tells_by_its_versions(lists: Store, when: Interval, standing: Standing) -> None:
    verdict = check(lists, sanction(US, when))
    assert (verdict.standing, verdict.rule) == (standing, "between-versions")
    assert verdict.row["programme"] == "BALKANS"


def test_a_later_version_shows_that_nothing_was_added(lists: Store) -> None:
    add(lists, "ofac", "ofac", date(2024, 1, 5), [KOVAC, HRONEC], "us", complete=True)
    verdict = check(lists, sanction(US, days("2023-12-12")))
    assert (verdict.standing, verdict.rule) == (CONTRADICTED, "between-versions")
    assert "already on ofac of 2023-08-01 under BALKANS" in verdict.note


def test_a_second_programme_is_a_sanction_of_its_own(lists: Store) -> None:
    twice = replace(HRONEC_ENTRY, listings=(*HRONEC_ENTRY.listings, Listing("GLOMAG", "us")))
    add(lists, "ofac", "ofac", date(2024, 1, 5), [KOVAC, twice], "us", complete=True)
    verdict = check(lists, sanction(US, days("2023-12-12")))
    assert (verdict.standing, verdict.row["programme"]) == (BORNE_OUT, "GLOMAG")
    assert check(lists, sanction(US, days("2023-07-12"))).row["programme"] == "BALKANS"


def test_an_entry_is_found_however_many_versions_have_it(lists: Store) -> None:
    for day in range(1, 29):
        add(lists, "ofac", "ofac", date(2024, 2, day), [KOVAC, HRONEC], "us", complete=True)
    assert check(lists, sanction(US, days("2023-07-12"))).note.startswith(
        "not on ofac of 2023-01-15, on ofac of 2023-08"
    )


def test_dates_after_the_newest_version_are_not_covered(lists: Store) -> None:
    assert check(lists, sanction(EU, days("2024-05-05"))).standing is NOT_COVERED


def test_who_was_not_listed_yet_when_the_report_said_so(lists: Store) -> None:
    early = sanction(US, published=date(2023, 1, 5))
    assert (check(lists, early).standing, check(lists, early).rule) == (CONTRADICTED, "between-versions")


RUSSIAN = replace(HRONEC, country="ru")


def test_a_guessed_country_contradicts_no_list(lists: Store) -> None:
    undated = replace(sanction(US), recipients=(RUSSIAN,))
    assert check(lists, undated).standing is NOT_COVERED
    assert "the register has Slovakia for Peter Hronec, the report Russia" in check(lists, undated).note
    for when in (days("2023-07-20"), days("2023-12-12")):
        assert check(lists, replace(undated, when=when)).standing is not CONTRADICTED
    dated = replace(sanction(EU, days("2023-07-11")), recipients=(RUSSIAN,))
    assert check(lists, dated).standing is BORNE_OUT, "the day agrees"
    assert check(lists, replace(dated, when=days("2023-05-05"))).standing is NOT_COVERED


def test_two_of_one_name_contradict_nothing(lists: Store) -> None:
    other = Entry(
        "EU.2",
        "Person",
        ("Peter Hronec",),
        topics=("sanction",),
        listings=(Listing("BLR", "eu", listed_on="2021-02-02"),),
    )
    add(lists, "eu", "eu", date(2023, 10, 1), [DATED, other], "eu")
    assert check(lists, sanction(EU, days("2022-05-05"))).standing is NOT_COVERED
    assert check(lists, sanction(EU, days("2021-02-02"))).standing is BORNE_OUT


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


def test_who_is_faintly_alike_is_not_absent(lists: Store) -> None:
    near = sanction(US, days("2023-07-20"))
    alike = replace(near, recipients=(Party("Petra Hronek", "person", "sk"),))
    assert check(lists, alike).standing is NOT_COVERED


def test_absence_bears_a_denial_out(lists: Store) -> None:
    nobody = (Party("Anna Nowicka", "person", "pl"),)
    denied = replace(sanction(US, days("2023-07-20"), negated=True), recipients=nobody)
    assert check(lists, denied).standing is BORNE_OUT


def test_a_bare_surname_is_nobody_and_is_not_absent_either(lists: Store) -> None:
    for by in (EU, US):
        for name in ("Hronec", "Nowicka"):
            surname = replace(sanction(by, days("2023-07-20")), recipients=(Party(name, "person", "sk"),))
            assert check(lists, surname).standing is NOT_COVERED


def test_a_lifting_shows_between_versions(lists: Store) -> None:
    lifted = claim("lift_sanction", actors=(US,), recipients=(Party("Piotr Badowski", "person", "pl"),))
    between = replace(lifted, when=days("2023-05-05"))
    assert check(lists, between).rule == "gone-between-versions"
    still = replace(between, recipients=(Party("Ján Kováč", "person", "sk"),))
    assert (check(lists, still).standing, check(lists, still).rule) == (CONTRADICTED, "still-listed")
    assert check(lists, replace(still, negated=True)).standing is BORNE_OUT
    assert check(lists, replace(between, negated=True)).standing is CONTRADICTED


def test_the_end_of_a_measure_is_taken_from_the_version_that_has_it(lists: Store) -> None:
    ended = replace(DATED, listings=(replace(DATED.listings[0], ended_on="2024-03-08"),))
    add(lists, "eu", "eu", date(2024, 4, 1), [ended], "eu")
    lifted = claim("lift_sanction", actors=(EU,), recipients=(HRONEC,), when=days("2024-03-09"))
    verdict = check(lists, lifted)
    assert (verdict.standing, verdict.rule) == (BORNE_OUT, "listing-ended")
    assert verdict.note == "eu of 2024-04-01 ends the listing 2024-03-08 (the report is 1 day off)"


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
    assert check(lists, other).note == "cabinet of 2022-10-01 has Peter Hronec in other offices only"
    assert check(lists, other).row["position"] == "Prime Minister of Slovakia"


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


def test_not_being_appointed_is_contradicted_by_the_day(lists: Store) -> None:
    denied = office("Minister of Defence", "appoint", when=days("2017-07-01"), negated=True)
    assert check(lists, denied).standing is CONTRADICTED
    assert check(lists, replace(denied, when=days("2019-01-01"))).standing is NOT_COVERED


SMER = Party("Smer", "body", "sk", ("Direction – Social Democracy",))
UNION = Party("European Union", "body", "eu", ("EU",))
CROATIA, SERBIA = Party("Croatia", "state", "hr"), Party("Serbia", "state", "rs")


@pytest.fixture
def members(lists: Store) -> Store:
    """Who is member of what, as FollowTheMoney and as a table have it."""
    rows: list[Row] = [
        Entry("p1", "Person", ("Peter Hronec",), countries=("sk",)),
        Entry("o1", "Organization", ("Direction – Social Democracy",), ("Smer",), ("sk",)),
        Tenure("", "Deputy chairman", organization="", start="1999-12-08", end="2020-06-17", holder_id="p1", post_id="o1"),
    ]  # fmt: skip
    add(lists, "parties", "ftm", date(2024, 1, 1), rows)
    states: list[Row] = [
        Tenure("Croatia", "Member state", "hr", organization="European Union", start="2013-07-01", line=2),
        Tenure(
            "Serbia", "Candidate country", "rs", organization="European Union", start="2012-03-01", line=3
        ),
    ]
    add(lists, "unions", "officeholders", date(2024, 5, 1), states)
    return lists


@pytest.mark.parametrize(
    ("kind", "when", "standing", "rule"),
    [
        ("belong", days("2015-05-05"), BORNE_OUT, "member"),
        ("belong", Interval(date(2021, 1, 1), None), CONTRADICTED, "membership-over"),
        ("belong", None, NOT_COVERED, "memberships"),
        ("join", days("1999-12-10"), BORNE_OUT, "membership-start"),
        ("join", days("2004-04-04"), CONTRADICTED, "membership-start"),
        ("join", None, NOT_COVERED, "memberships"),
        ("leave", days("2020-06-17"), BORNE_OUT, "membership-end"),
        ("leave", days("2018-06-17"), CONTRADICTED, "membership-end"),
    ],
)
def test_a_membership(
    members: Store, kind: str, when: Interval | None, standing: Standing, rule: str
) -> None:
    verdict = check(members, claim(kind, actors=(HRONEC,), recipients=(SMER,), when=when))
    assert (verdict.standing, verdict.rule) == (standing, rule)
    assert verdict.row["organization"] == "Direction – Social Democracy"
    assert "office" not in verdict.note


def test_a_body_is_found_by_the_other_names_of_its_entry(members: Store) -> None:
    nicknamed = claim(
        "belong", actors=(HRONEC,), recipients=(Party("Smer", "body"),), when=days("2015-05-05")
    )
    assert check(members, nicknamed).standing is BORNE_OUT
    other = replace(nicknamed, recipients=(Party("Hlas", "body"),))
    assert (check(members, other).standing, check(members, other).row) == (NOT_COVERED, {})


def test_a_partner_is_no_member(members: Store) -> None:
    partner = Tenure("Serbia", "Dialogue partner", "rs", organization="Eastern Pact", start="2012", line=2)
    add(members, "pacts", "officeholders", date(2024, 5, 1), [partner])
    pact = Party("Eastern Pact", "body")
    said = claim("belong", mode="member", actors=(SERBIA,), recipients=(pact,), published=date(2024, 4, 1))
    assert check(members, said).standing is NOT_COVERED


def test_denied_memberships(members: Store) -> None:
    never = claim("join", actors=(HRONEC,), recipients=(SMER,), when=days("1999-12-08"), negated=True)
    assert check(members, never).standing is CONTRADICTED
    no_member = replace(never, type="belong", when=days("2015-05-05"))
    assert check(members, no_member).standing is CONTRADICTED
    assert check(members, replace(no_member, when=days("2023-05-05"))).standing is NOT_COVERED


def test_states_are_members_and_candidates(members: Store) -> None:
    day = date(2024, 4, 1)
    croatia = claim("belong", mode="member", actors=(CROATIA,), recipients=(UNION,), published=day)
    assert check(members, croatia).row["start"] == "2013-07-01"
    assert check(members, croatia).standing is BORNE_OUT
    assert (
        check(
            members, replace(croatia, recipients=(Party("EU", "body", "eu", ("European Union",)),))
        ).standing
        is BORNE_OUT
    )
    serbia = replace(croatia, actors=(SERBIA,))
    assert check(members, serbia).standing is NOT_COVERED, "a candidate's row says nothing of a member"
    assert check(members, replace(serbia, mode="candidate")).standing is BORNE_OUT
    assert check(members, replace(croatia, mode="candidate")).standing is NOT_COVERED


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


def test_who_backs_those_who_oppose_a_measure_stands_against_it(lists: Store) -> None:
    leaders = Party("leaders in Velmora", "group")
    told = "The resolution was opposed by leaders in Velmora, with the support of Russia and China."
    opposed = claim("oppose", actors=(leaders,), object="the resolution", evidence=told)
    backed = claim("support", actors=(RUSSIA,), recipients=(leaders,), evidence=told).with_others(
        [opposed, ADOPTED]
    )
    assert check(lists, backed).standing is BORNE_OUT
    both = replace(backed, actors=(RUSSIA, CHINA))
    assert check(lists, both).standing is CONTRADICTED
    assert check(lists, both).note.endswith("Russia voted against, China abstained")
    elsewhere = replace(both, evidence="Russia and China support leaders in Velmora.")
    assert check(lists, elsewhere).standing is NOT_COVERED


def test_of_several_roll_calls_the_words_of_the_title_decide(lists: Store) -> None:
    voted = claim(
        "vote", mode="for", actors=(RUSSIA,), object="admission of new members", when=days("2024-05-10")
    )
    assert check(lists, voted).row["roll_call"] == "2"
    assert check(lists, replace(voted, object="oil slick")).standing is CONTRADICTED
    assert check(lists, replace(voted, object="moon")).standing is NOT_COVERED
