"""Claims of several reports about one happening, in every kind of store."""

from datetime import timedelta

import pytest
from readings import NOW, actor, add, body, claim, make_reading, person
from sqlalchemy import delete, func, select

from verbale.model import Reading
from verbale.record import Store
from verbale.record import tables as t
from verbale.record.clock import held
from verbale.record.events.catching_up import count_events, join_unjoined, list_unjoined
from verbale.record.merging import merge_identities
from verbale.record.queries.events import Event, event, load_events
from verbale.record.queries.stream import stream_claims
from verbale.record.queries.who import find_one

LATER = NOW + timedelta(days=1)
ANNA, MARKO, OLA = person("Anna Nowak", "pl"), person("Marko Petrov", "rs"), person("Ola Nordmann", "no")
PEOPLE = [ANNA, MARKO, OLA, actor("state", "Serbia", "rs"), actor("state", "Norway", "no")]
MET = "Anna Nowak; Marko Petrov"


def events(store: Store, as_of: object = None) -> list[Event]:
    """All events that stand, by their first claim."""
    with store.connect() as conn:
        ids = conn.execute(select(t.events.c.id).where(held(t.events, as_of))).scalars().all()  # type: ignore[arg-type]
        found = load_events(conn, ids, as_of).values()  # type: ignore[arg-type]
    return sorted(found, key=lambda each: each.claims[0].report_id)


def told(store: Store) -> list[list[tuple[str, str | None]]]:
    """For each event the reports that tell of it, and how."""
    return [[(c.report_id, c.relation) for c in each.claims] for each in events(store)]


def reading(report_id: str, *claims: object, published: str = "2024-06-04", **more: str) -> Reading:
    return make_reading(report_id, PEOPLE, list(claims), published=published, **more)  # type: ignore[arg-type]


def test_a_plan_its_outcome_and_a_denial_are_one_event(store: Store) -> None:
    add(
        store,
        reading("r1", claim("meet", MET, status="planned", when="2024-06-03"), published="2024-06-01"),
        reading("r2", claim("meet", MET, when="2024-06-03", place="Vienna"), publisher="The Post"),
        reading("r3", claim("meet", MET, when="2024-06-04"), published="2024-06-05", publisher="The Sun"),
        reading("r4", claim("meet", MET, when="2024-06-03", negated=True), published="2024-06-06"),
    )
    assert told(store) == [[("r1", "plans"), ("r2", "reports"), ("r3", "reports"), ("r4", "denies")]]
    (found,) = events(store)
    assert (str(found.first_reported), str(found.last_reported)) == ("2024-06-01", "2024-06-06")
    assert found.publishers == ("The Post", "The Sun", "The Wire")
    assert found.speaker.report_id == "r2"
    differences = {each.field: [value for value, _ in each.values] for each in found.differences}
    assert differences == {
        "when": ["2024-06-03", "2024-06-04"],
        "relation": ["reports", "denies", "plans"],
    }


def test_a_month_in_which_the_day_of_another_lies_is_no_difference(store: Store) -> None:
    add(
        store,
        reading("r1", claim("meet", MET, when="2024-06-01..2024-06-30")),
        reading("r2", claim("meet", MET, when="2024-06-03"), publisher="The Post"),
    )
    (found,) = events(store)
    assert found.differences == ()
    assert found.speaker.report_id == "r2"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (claim("meet", MET, when="2024-06-03"), claim("meet", MET, when="2024-06-06")),
        (claim("meet", MET, when="2024-06-03"), claim("meet", "Anna Nowak; Ola Nordmann", when="2024-06-03")),
        (claim("accuse", "Serbia", "Norway", when="2024-06-03"), claim("accuse", "Norway", "Serbia", when="2024-06-03")),
        (claim("meet", MET, when="2024-06-03"), claim("praise", "Anna Nowak", "Marko Petrov", when="2024-06-03")),
        (claim("meet", MET, when="2023-01-01..2023-12-31"), claim("meet", MET, when="2023-01-01..2023-12-31")),
        (claim("hold_office", "Anna Nowak", office=("minister", None, "pl")),) * 2,
        (claim("prosecute", "Serbia", "Ola Nordmann", mode="arrest", when="2024-06-03"),
         claim("prosecute", "Serbia", "Ola Nordmann", mode="convict", when="2024-06-04")),
    ],
)  # fmt: skip
def test_what_differs_in_day_party_role_or_kind_is_no_event(store: Store, one: object, other: object) -> None:
    add(store, reading("r1", one), reading("r2", other, published="2024-06-07"))
    assert told(store) == []


def test_one_report_makes_no_event(store: Store) -> None:
    add(store, reading("r1", claim("meet", MET, when="2024-06-03"), claim("meet", MET, when="2024-06-03")))
    assert told(store) == []


def test_an_agentless_claim_joins_the_one_that_names_the_agent(store: Store) -> None:
    police = body("Oslo Police District", "no")
    arrest = {"mode": "arrest", "when": "2024-06-03"}
    add(
        store,
        make_reading(
            "r1", [OLA, police], [claim("prosecute", "Oslo Police District", "Ola Nordmann", **arrest)]
        ),
        make_reading("r2", [OLA], [claim("prosecute", "", "Ola Nordmann", **arrest)]),
    )
    assert told(store) == [[("r1", "reports"), ("r2", "reports")]]


def test_reprints_are_no_further_source(store: Store) -> None:
    first = reading("r1", claim("meet", MET, when="2024-06-03"))
    copy = make_reading("r1", PEOPLE, [claim("meet", MET, when="2024-06-03")], publisher="The Copy")
    copied = type(copy.report)("r3", copy.report.text, publisher="The Copy", published=copy.report.published)
    add(store, first, reading("r2", claim("meet", MET, when="2024-06-03"), publisher="The Post"))
    add(store, Reading(copied, copy.actors, copy.claims, "1"))
    (found,) = events(store)
    assert found.publishers == ("The Post", "The Wire")
    assert [c.publisher for c in found.reprints] == ["The Copy"]
    assert found.to_dict()["reprints"][0]["report"]["id"] == "r3"


def test_a_newer_reading_leaves_or_joins_events_and_the_past_stays_known(store: Store) -> None:
    met = claim("meet", MET, when="2024-06-03")
    add(store, reading("r1", met), reading("r2", met, publisher="The Post"))
    (before,) = events(store)
    add(store, reading("r2", version="2", publisher="The Post"), now=LATER)
    assert told(store) == []
    assert [each.id for each in events(store, NOW)] == [before.id]
    add(store, reading("r2", met, version="3", publisher="The Post"), now=LATER + timedelta(hours=1))
    (again,) = events(store)
    assert [c.report_id for c in again.claims] == ["r1", "r2"]
    assert again.id != before.id


def test_an_unchanged_claim_stays_in_its_event_when_its_report_is_read_again(store: Store) -> None:
    met = claim("meet", MET, when="2024-06-03")
    add(store, *(reading(name, met) for name in ("r1", "r2", "r3")))
    (before,) = events(store)
    add(store, reading("r1", met, version="2"), now=LATER)
    (after,) = events(store)
    assert after.id == before.id
    assert [c.report_id for c in after.claims] == ["r1", "r2", "r3"]


def test_claims_of_merged_people_find_each_other(store: Store) -> None:
    other = person("Joanna Zielinska", "pl")
    add(
        store,
        make_reading(
            "r1", [other, MARKO], [claim("meet", "Joanna Zielinska; Marko Petrov", when="2024-06-03")]
        ),
    )
    add(store, make_reading("r2", [ANNA], [claim("say", "Anna Nowak")]))
    with store.begin() as conn:
        one, two = find_one(conn, "Anna Nowak"), find_one(conn, "Joanna Zielinska")
        merge_identities(conn, one, two, by="eva", why="same", now=NOW)
    add(store, reading("r3", claim("meet", MET, when="2024-06-03")), now=LATER)
    assert told(store) == [[("r1", "reports"), ("r3", "reports")]]


def test_claims_name_their_event(store: Store) -> None:
    met = claim("meet", MET, when="2024-06-03")
    add(store, reading("r1", met), reading("r2", met))
    with store.connect() as conn:
        (name,) = {row.event for row in stream_claims(conn)}
        found = event(conn, str(name))
        assert found is not None
        assert found.family == "contact"
        assert event(conn, "event:000000000000") is None
        evidence = (
            conn.execute(select(t.event_claims.c.evidence).order_by(t.event_claims.c.key)).scalars().all()
        )
    assert [piece["name"] for piece in evidence[1]] == ["parties", "day", "family", "words"]


def test_an_event_is_found_when_those_who_spoke_for_it_no_longer_do(store: Store) -> None:
    met = claim("meet", MET, when="2024-06-03")
    add(store, *(reading(f"r{nth}", met) for nth in range(6)))
    add(store, *(reading(f"r{nth}", version="2") for nth in range(4)), now=LATER)
    add(store, reading("r9", met), now=LATER)
    assert [[name for name, _ in each] for each in told(store)] == [["r4", "r5", "r9"]]


def test_what_an_event_costs_does_not_grow_with_how_often_it_is_told(store: Store) -> None:
    met = claim("meet", MET, when="2024-06-03")
    add(store, *(reading(f"r{nth}", met) for nth in range(12)))
    with store.connect() as conn:
        compared = conn.execute(select(func.count(t.event_keys.c.claim_key.distinct()))).scalar_one()
    assert [len(each) for each in told(store)] == [12]
    assert compared == 4


def test_a_store_from_before_events_is_joined_afterwards_as_if_it_were_added_now(store: Store) -> None:
    add(
        store,
        reading("r1", claim("meet", MET, when="2024-06-03"), claim("hold_office", "Anna Nowak")),
        reading("r2", claim("meet", MET, when="2024-06-03"), publisher="The Post"),
        reading("r3", claim("praise", "Ola Nordmann", "Serbia", when="2019-01-01..2019-12-31")),
        reading("r4", claim("visit", "Ola Nordmann", when="2024-06-03")),
    )
    whole = told(store)
    with store.begin() as conn:
        for table in (t.event_claims, t.events, t.event_keys):
            conn.execute(delete(table))
    with store.connect() as conn:
        left = list_unjoined(conn)
    assert len(list(join_unjoined(store, left[:1], now=LATER))) == 1
    assert told(store) == []
    with store.connect() as conn:
        assert list_unjoined(conn) == left[1:]
    assert list(join_unjoined(store, left, now=LATER)) == left
    assert told(store) == whole == [[("r1", "reports"), ("r2", "reports")]]
    with store.connect() as conn:
        assert count_events(conn) == 1
        assert len(list_unjoined(conn)) == 1  # a claim of no day joins nothing, and is looked at each time
