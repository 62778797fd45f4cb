"""Who people say is who, in every store: nothing lost, nothing undone by a machine, all of it in the log."""

from datetime import timedelta

import pytest
from readings import NOW, add, body, claim, make_reading, person
from sqlalchemy import Connection, select

from verbale.errors import IdentityError
from verbale.record import Store
from verbale.record import tables as t
from verbale.record.decisions import list_decisions
from verbale.record.merging import confirm_links, merge_identities, split_identity
from verbale.record.queries.dealings import list_dealings
from verbale.record.queries.linked import list_links
from verbale.record.queries.merged import follow_merges
from verbale.record.queries.who import who

LATER = NOW + timedelta(days=1)
WHY = {"by": "anna", "why": "same man", "now": LATER}


def reading(report: str, name: str, country: str, **more: str):  # type: ignore[no-untyped-def]
    title = claim("hold_office", name, office=("Minister", None, country))
    return make_reading(
        report,
        [person(name, country), body("Parliament", country)],
        [title, claim("meet", f"{name}; Parliament")],
        **more,
    )


def identity_of(conn: Connection, report: str, name: str) -> str:
    query = (
        select(t.links.c.identity_id)
        .join(t.actors, t.actors.c.key == t.links.c.actor_key)
        .where(t.actors.c.report_id == report, t.actors.c.name == name, t.links.c.superseded_at.is_(None))
    )
    return str(conn.execute(query).scalar_one())


@pytest.fixture
def two(store: Store) -> tuple[Store, str, str]:
    add(store, reading("r1", "Robert Brown", "gb"), reading("r2", "Bobby Braun", "gb"))
    with store.connect() as conn:
        return store, identity_of(conn, "r1", "Robert Brown"), identity_of(conn, "r2", "Bobby Braun")


def test_two_become_one_with_all_that_both_had(two: tuple[Store, str, str]) -> None:
    store, kept, other = two
    assert kept != other
    with store.begin() as conn:
        merge_identities(conn, kept, other, **WHY)
    with store.connect() as conn:
        assert follow_merges(conn, [other]) == {other: kept}
        assert follow_merges(conn, [other], NOW) == {other: other}
        assert {link.report_id for link in list_links(conn, kept)} == {"r1", "r2"}
        assert len(list_dealings(conn, kept).claims) == 4
        assert len(list_dealings(conn, kept, as_of=NOW).claims) == 2
        (found,) = who(conn, "Bobby Braun")
        assert (found.id, set(found.names)) == (kept, {"Robert Brown", "Bobby Braun"})
        assert [office.title for office in found.offices] == ["Minister"]
        assert list_links(conn, other) == ()
        assert [(d.kind, d.by) for d in list_decisions(conn)] == [("merge", "anna")]


def test_what_was_merged_can_be_parted_again_and_each_has_its_name(two: tuple[Store, str, str]) -> None:
    store, kept, other = two
    with store.begin() as conn:
        merge_identities(conn, kept, other, **WHY)
        (wrong,) = (link.actor for link in list_links(conn, kept) if link.report_id == "r2")
        _, fresh = split_identity(conn, kept, [wrong], **WHY)
    with store.connect() as conn:
        assert [(each.name, each.names) for one in (kept, fresh) for each in who(conn, one)] == [
            ("Robert Brown", ("Robert Brown",)),
            ("Bobby Braun", ("Bobby Braun",)),
        ]


def test_what_is_read_later_or_again_finds_the_one(two: tuple[Store, str, str]) -> None:
    store, kept, other = two
    with store.begin() as conn:
        merge_identities(conn, kept, other, **WHY)
    add(store, reading("r3", "Bobby Braun", "gb"), reading("r2", "Bobby Braun", "gb", version="2"), now=LATER)
    with store.connect() as conn:
        assert identity_of(conn, "r3", "Bobby Braun") == kept
        assert identity_of(conn, "r2", "Bobby Braun") == kept


def test_one_becomes_two_and_stays_so_when_read_again(store: Store) -> None:
    add(store, reading("r1", "Robert Brown", "gb"), reading("r2", "Robert Brown", "gb"))
    with store.connect() as conn:
        one = identity_of(conn, "r1", "Robert Brown")
        assert identity_of(conn, "r2", "Robert Brown") == one
        (wrong,) = (link.actor for link in list_links(conn, one) if link.report_id == "r2")
    with store.begin() as conn:
        _, fresh = split_identity(conn, one, [wrong], **WHY)
    add(store, reading("r2", "Robert Brown", "gb", version="2"), now=LATER)
    with store.connect() as conn:
        assert fresh != one
        assert identity_of(conn, "r1", "Robert Brown") == one
        assert identity_of(conn, "r2", "Robert Brown") == fresh
        assert {found.id for found in who(conn, "Robert Brown")} == {one, fresh}
        assert [len(list_dealings(conn, each).claims) for each in (one, fresh)] == [2, 2]
        assert [office.title for office in who(conn, fresh)[0].offices] == ["Minister"]


def test_a_link_is_confirmed_and_says_by_whom(two: tuple[Store, str, str]) -> None:
    store, kept, _ = two
    with store.connect() as conn:
        actors = [link.actor for link in list_links(conn, kept)]
    with store.begin() as conn:
        decision = confirm_links(conn, kept, actors, **WHY)
    with store.connect() as conn:
        (link,) = list_links(conn, kept)
        assert link.decided_by == decision.id
        (named,) = who(conn, "Robert Brown")
        assert conn.execute(
            select(t.identity_names.c["count"]).where(t.identity_names.c.identity_id == named.id)
        ).scalars().all() == [1]


def test_what_cannot_be_is_refused_and_changes_nothing(two: tuple[Store, str, str]) -> None:
    store, kept, other = two
    with store.connect() as conn:
        parliament = identity_of(conn, "r1", "Parliament")
        actors = [link.actor for link in list_links(conn, kept)]
    for wrong in ((kept, kept), (kept, "identity:none"), (kept, parliament)):
        with store.begin() as conn, pytest.raises(IdentityError):
            merge_identities(conn, *wrong, **WHY)
    for some in ([], actors, [10**6]):
        with store.begin() as conn, pytest.raises(IdentityError):
            split_identity(conn, kept, some, **WHY)
    with store.begin() as conn, pytest.raises(IdentityError):
        confirm_links(conn, other, actors, **WHY)
    with store.connect() as conn:
        assert list_decisions(conn) == ()
