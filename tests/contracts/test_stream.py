"""Claims come out of every kind of store as they went in, chosen by filters."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import Connection, update

import verbale
from verbale.model import Report
from verbale.record import Store
from verbale.record import tables as t
from verbale.record.adding import add_readings
from verbale.record.queries.claim_rows import ClaimRow
from verbale.record.queries.filters import Filters
from verbale.record.queries.stream import stream_claims

NOW = datetime(2024, 7, 1, 12, tzinfo=UTC)
LATER = Report(
    "wire:2",
    "Serbia's president, Marko Petrov, will visit Oslo on 3 July. Norway has not recalled its ambassador from Serbia.",
    publisher="The Paper",
    published=date(2024, 6, 20),
)
EARLIER = Report(
    "wire:1",
    "Finance Minister Anna Kowalska of Poland met Serbia's president, Marko Petrov, in Vienna on Monday.",
    title="Ministers meet",
    publisher="The Wire",
    url="https://example.org/1",
    published=date(2024, 6, 11),
)


@pytest.fixture
def conn(store: Store, reader: verbale.Reader) -> Iterator[Connection]:
    add_readings(store, [(r, reader.read(r)) for r in (LATER, EARLIER)], now=NOW)
    with store.connect() as conn:
        yield conn


def find(conn: Connection, **filters: Any) -> list[ClaimRow]:
    return list(stream_claims(conn, Filters(**filters)))


def test_claims_come_in_the_order_of_publication_and_text(conn: Connection) -> None:
    claims = find(conn)
    assert [c.report_id for c in claims] == sorted(c.report_id for c in claims)
    assert claims == list(stream_claims(conn))
    for report in ("wire:1", "wire:2"):
        starts = [c.evidence[0] for c in claims if c.report_id == report]
        assert starts == sorted(starts)


def test_a_claim_is_whole(conn: Connection) -> None:
    (met,) = find(conn, types=("meet",))
    assert (met.title, met.publisher, met.published) == (
        "Ministers meet",
        "The Wire",
        date(2024, 6, 11),
    )
    assert {p.name for p in met.actor} == {"Anna Kowalska", "Marko Petrov"}
    assert (met.when_start, met.when_end, met.when_text) == (
        date(2024, 6, 10),
        date(2024, 6, 10),
        "Monday",
    )
    assert (met.place, met.status, met.negated) == ("Vienna", "happened", False)
    for start, end, words in (met.evidence, met.trigger):
        assert EARLIER.text[start:end] == words
    assert met.trigger[2] == "met"
    held = find(conn, types=("hold_office",))
    assert "Finance Minister" in {c.office[0] for c in held if c.office}


@pytest.mark.parametrize(
    ("filters", "types"),
    [
        ({"statuses": ("planned",)}, {"visit"}),
        ({"negated": True}, {"sever"}),
        ({"place": "VIENNA"}, {"meet"}),
        ({"country": "AT"}, {"meet"}),
        ({"publisher": "The Paper", "types": ("visit", "meet")}, {"visit"}),
        ({"since": date(2024, 7, 1), "types": ("visit", "meet")}, {"visit"}),
        ({"until": date(2024, 6, 10), "types": ("visit", "meet")}, {"meet"}),
        ({"min_confidence": 1.0}, set()),
    ],
)
def test_filters_choose(conn: Connection, filters: dict[str, Any], types: set[str]) -> None:
    assert {c.type for c in find(conn, **filters)} == types


def test_what_was_not_yet_recorded_is_left_out(conn: Connection) -> None:
    assert list(stream_claims(conn, as_of=datetime(2024, 6, 30, tzinfo=UTC))) == []
    assert list(stream_claims(conn, as_of=NOW)) == find(conn)


def test_actor_is_an_identity(conn: Connection) -> None:
    (met,) = find(conn, types=("meet",))
    ids = {party.identity for party in met.actor}
    assert len(ids) == 2
    for identity in ids:
        assert met.id in {c.id for c in find(conn, actor=identity)}
    assert find(conn, actor="identity:000000000000") == []


def test_actor_is_who_was_linked_then(conn: Connection, store: Store) -> None:
    """A link that was taken back later still chooses the claims of the time before."""
    (met,) = find(conn, types=("meet",))
    identity = met.actor[0].identity
    conn.rollback()
    later = NOW.replace(day=2)
    with store.begin() as writing:
        links = t.links
        writing.execute(update(links).where(links.c.identity_id == identity).values(superseded_at=later))
    with store.connect() as reading:
        assert list(stream_claims(reading, Filters(actor=identity))) == []
        then = list(stream_claims(reading, Filters(actor=identity), as_of=NOW))
        assert met.id in {c.id for c in then}
