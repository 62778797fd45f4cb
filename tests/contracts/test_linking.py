"""Who is who over many reports, in either database."""

import pytest
from readings import NOW, actor, add, body, claim, make_reading, person
from sqlalchemy import func, select

from verbale.model import Actor
from verbale.record import Store
from verbale.record.tables import actors, identities, links


def identities_of(store: Store, report_id: str) -> dict[str, str | None]:
    """Name of each actor of the report -> its identity now."""
    query = (
        select(actors.c.name, links.c.identity_id)
        .outerjoin(links, (links.c.actor_key == actors.c.key) & links.c.superseded_at.is_(None))
        .where(actors.c.report_id == report_id, actors.c.superseded_at.is_(None))
    )
    with store.connect() as conn:
        return dict(map(tuple, conn.execute(query)))


def same(store: Store, one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether (report, name) and (report, name) are one identity."""
    found = identities_of(store, one[0])[one[1]], identities_of(store, other[0])[other[1]]
    return found[0] is not None and found[0] == found[1]


MINISTER = ("Foreign Minister", None, "rs")


@pytest.mark.parametrize(
    "other",
    [
        person("Aleksandar Vulin", "rs"),
        person("Aleksandr Vulin", "rs"),
        person("Александар Вулин", "rs"),
        person("A. Vulin", "rs"),
        person("Dr Aleksandar Vulin"),
    ],
    ids=lambda one: one.name,
)
def test_spellings_of_one_person_are_one(store: Store, other: Actor) -> None:
    add(store, make_reading("r1", [person("Aleksandar Vulin", "rs")]), make_reading("r2", [other]))
    assert same(store, ("r1", "Aleksandar Vulin"), ("r2", other.name))


@pytest.mark.parametrize(
    "other",
    [
        person("Mara Vulin", "rs"),
        person("Aleksandar Vukin", "rs"),
        person("Aleksandar Vulin Jr.", "rs"),
        actor("body", "Aleksandar Vulin", "rs"),
    ],
    ids=lambda one: f"{one.kind} {one.name}",
)
def test_other_names_are_others(store: Store, other: Actor) -> None:
    add(store, make_reading("r1", [person("Aleksandar Vulin", "rs")]), make_reading("r2", [other]))
    assert not same(store, ("r1", "Aleksandar Vulin"), ("r2", other.name))


def test_two_of_one_name_with_offices_in_two_countries_are_two(store: Store) -> None:
    one = claim("hold_office", "John Reed", office=("Senator", None, "us"))
    other = claim("hold_office", "John Reed", office=("Home Secretary", None, "gb"))
    add(
        store,
        make_reading("r1", [person("John Reed", "us")], [one]),
        make_reading("r2", [person("John Reed", "gb")], [other]),
        make_reading("r3", [person("John Reed", "gb")], [other]),
        make_reading("r4", [person("John Reed", "us")]),
    )
    assert not same(store, ("r1", "John Reed"), ("r2", "John Reed"))
    assert same(store, ("r2", "John Reed"), ("r3", "John Reed"))
    assert same(store, ("r1", "John Reed"), ("r4", "John Reed"))


def test_one_of_two_namesakes_is_told_by_the_company_he_keeps(store: Store) -> None:
    us = claim("hold_office", "John Reed", office=("Senator", None, "us"))
    gb = claim("hold_office", "John Reed", office=("Home Secretary", None, "gb"))
    add(
        store,
        make_reading("r1", [person("John Reed", "us"), person("Dana Whitfield", "us")], [us]),
        make_reading("r2", [person("John Reed", "gb"), person("Edith Marlowe", "gb")], [gb]),
        make_reading("r3", [person("Edith Marlowe", "gb"), person("John Reed")]),
        make_reading("r4", [person("John Reed")]),
    )
    assert same(store, ("r2", "John Reed"), ("r3", "John Reed"))
    assert not same(store, ("r1", "John Reed"), ("r4", "John Reed"))
    assert not same(store, ("r2", "John Reed"), ("r4", "John Reed"))


def test_two_of_one_name_a_lifetime_apart_are_two_without_a_country(store: Store) -> None:
    add(
        store,
        make_reading("r1", [person("John Reed")], published="1912-05-01"),
        make_reading("r2", [person("John Reed", "us")], published="2024-05-01"),
    )
    with store.connect() as conn:
        evidence = conn.execute(select(links.c.evidence).order_by(links.c.key.desc()).limit(1)).scalar_one()
    assert "far apart in time" in {piece["name"] for piece in evidence}


def test_a_bare_family_name_needs_more_than_itself(store: Store) -> None:
    add(
        store,
        make_reading("r1", [person("Aleksandar Vulin", "rs"), person("Ana Petrović", "rs")]),
        make_reading("r2", [person("Vulin")]),
        make_reading("r3", [person("Vulin", "rs")]),
        make_reading("r4", [person("Mara Vulin", "rs")]),
        make_reading("r5", [person("Vulin", "rs")]),
    )
    whole = ("r1", "Aleksandar Vulin")
    assert not same(store, whole, ("r2", "Vulin"))
    assert same(store, whole, ("r3", "Vulin"))
    assert not same(store, whole, ("r5", "Vulin")), "there are two of that family name now"


def test_states_are_their_code_whatever_they_are_called(store: Store) -> None:
    add(
        store,
        make_reading("r1", [actor("state", "Serbia", "rs"), actor("body", "European Union", "eu")]),
        make_reading("r2", [actor("state", "Serbian government", "rs"), actor("body", "EU", "eu")]),
    )
    assert same(store, ("r1", "Serbia"), ("r2", "Serbian government"))
    assert same(store, ("r1", "European Union"), ("r2", "EU"))


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (body("Russian Defense Ministry", "ru"), body("Ministry of Defence", "ru"), True),
        (body("Ministry of Defence", "ru"), body("Ministry of Defence", "ua"), False),
        (body("Supreme Court", "us"), body("Supreme Court", "in"), False),
        (body("United Nations Security Council"), body("UN Security Council"), True),
        (body("Danube Water Board", "at"), body("Danube Water Board"), True),
        (body("Danube Water Board", "at", aliases=("DWB",)), body("DWB", "at"), True),
        (body("Labour Party", "gb"), body("Labour Party", "nl"), False),
        (body("Israel Defense Forces", "il"), body("Israeli military", "il"), True),
    ],
    ids=lambda one: f"{one.name} {one.country}" if isinstance(one, Actor) else None,
)
def test_bodies(store: Store, one: Actor, other: Actor, alike: bool) -> None:
    add(store, make_reading("r1", [one]), make_reading("r2", [other]))
    assert same(store, ("r1", one.name), ("r2", other.name)) is alike


def test_those_who_stand_for_nobody_in_particular_have_no_identity(store: Store) -> None:
    add(store, make_reading("r1", [actor("group", "protesters", "rs"), body("court", "rs")]))
    assert identities_of(store, "r1") == {"protesters": None, "court": None}


def test_an_unnamed_office_is_who_held_it_then(store: Store) -> None:
    add(
        store,
        make_reading(
            "r1", [person("Ana Petrović", "rs")], [claim("hold_office", "Ana Petrović", office=MINISTER)]
        ),
        make_reading("r2", [actor("office", "Serbia's foreign minister", "rs")], published="2024-07-01"),
        make_reading("r3", [actor("office", "Serbia's foreign minister", "rs")], published="2031-07-01"),
        make_reading(
            "r4", [actor("office", "Serbia's former foreign minister", "rs")], published="2024-07-01"
        ),
    )
    assert same(store, ("r1", "Ana Petrović"), ("r2", "Serbia's foreign minister"))
    assert not same(store, ("r1", "Ana Petrović"), ("r3", "Serbia's foreign minister"))
    assert not same(store, ("r1", "Ana Petrović"), ("r4", "Serbia's former foreign minister"))


def test_reading_again_keeps_identities(store: Store) -> None:
    first = make_reading("r1", [person("Aleksandar Vulin", "rs"), body("Danube Water Board", "at")])
    add(store, first, make_reading("r2", [person("Aleksandar Vulin", "rs")]))
    before = identities_of(store, "r1")
    again = make_reading(
        "r1", [person("Aleksandar Vulin", "rs"), body("Danube Water Board", "at")], version="2"
    )
    add(store, again, now=NOW.replace(day=21))
    assert identities_of(store, "r1") == before
    with store.connect() as conn:
        assert conn.execute(select(func.count()).select_from(identities)).scalar_one() == 2
        assert (
            conn.execute(
                select(func.count()).select_from(links).where(links.c.superseded_at.is_(None))
            ).scalar_one()
            == 3
        )


def test_every_link_shows_its_evidence_and_strength(store: Store) -> None:
    add(
        store,
        make_reading("r1", [person("Aleksandar Vulin", "rs")]),
        make_reading("r2", [person("Aleksandr Vulin", "rs")]),
    )
    with store.connect() as conn:
        strength, evidence = conn.execute(
            select(links.c.strength, links.c.evidence).order_by(links.c.key.desc()).limit(1)
        ).one()
    assert [piece["name"] for piece in evidence] == ["same name spelt otherwise", "same country"]
    assert 0.9 < strength <= 1
