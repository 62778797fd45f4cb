"""What the record has learnt since a moment, in every kind of store, and as an Atom feed."""

from datetime import UTC, datetime, timedelta
from io import BytesIO
from xml.etree import ElementTree as ET

import feedparser
import pytest
from readings import NOW, actor, add, claim, make_reading, person

from verbale.errors import EmptyTextError, SearchError
from verbale.record import Store
from verbale.record.adding import add_readings
from verbale.record.atom import make_atom
from verbale.record.queries.changes import stream_changes
from verbale.record.queries.filters import Filters
from verbale.record.queries.stats import stats
from verbale.record.queries.unread import list_unread

LATER = NOW + timedelta(days=1)
PEOPLE = [person("Anna Nowak", "pl"), person("Marko Petrov", "rs"), actor("state", "Serbia", "rs")]
MET = claim("meet", "Anna Nowak; Marko Petrov", when="2024-06-03")
WENT = claim("visit", "Anna Nowak", "Serbia")
SAID = claim("say", "Marko Petrov", topic="peace")


@pytest.fixture
def changed(store: Store) -> Store:
    """A record in which one report is read again otherwise, one just so, and one is new."""
    add(store, make_reading("r1", PEOPLE, [MET, WENT, SAID]), make_reading("r2", PEOPLE, [SAID]))
    moved = claim("meet", "Anna Nowak; Marko Petrov", when="2024-06-04")
    add(store, make_reading("r1", PEOPLE, [moved, WENT], version="2"), now=LATER)
    add(store, make_reading("r2", PEOPLE, [SAID], version="2"), now=LATER)
    add(
        store,
        make_reading("r3", PEOPLE, [claim("praise", "Anna Nowak", "Serbia")]),
        now=LATER + timedelta(hours=1),
    )
    return store


def test_new_gone_and_revised_claims_are_told_in_order(changed: Store) -> None:
    with changed.connect() as conn:
        found = list(stream_changes(conn, NOW))
        assert [(c.kind.value, c.claim.type, c.changed) for c in found] == [
            ("gone", "say", ()),
            ("revised", "meet", ("when_start", "when_end")),
            ("new", "praise", ()),
        ]
        assert [[party.known_as for party in c.about] for c in found] == [
            ["Marko Petrov"],
            ["Anna Nowak", "Marko Petrov"],
            ["Anna Nowak", "Serbia"],
        ]
        revised = found[1]
        assert revised.before is not None
        assert str(revised.before.when_start) == "2024-06-03"
        assert revised.to_dict()["before"]["when"]["start"] == "2024-06-03"


def test_changes_are_chosen_paged_and_asked_of_the_past(changed: Store) -> None:
    def kinds(since: datetime, filters: Filters | None = None, **more: object) -> list[str]:
        with changed.connect() as conn:
            return [c.kind.value for c in stream_changes(conn, since, filters, **more)]  # type: ignore[arg-type]

    assert kinds(LATER) == ["new"]
    assert kinds(NOW, as_of=LATER) == ["gone", "revised"]
    assert kinds(NOW, Filters(types=("meet", "praise"))) == ["revised", "new"]
    assert kinds(NOW - timedelta(days=1), as_of=NOW) == ["new"] * 4
    assert kinds(NOW - timedelta(days=1)) == ["new"] * 4
    assert kinds(LATER + timedelta(days=9)) == []
    with changed.connect() as conn:
        first, *rest = stream_changes(conn, NOW)
        assert list(stream_changes(conn, NOW, after=first.cursor)) == rest
    for cursor in ("x", "2024-06-01~1", "2024-06-01T00:00+00:00~-1", "~"):
        with pytest.raises(SearchError, match="cursor"):
            kinds(NOW, after=cursor)


def test_the_feed_is_what_feed_readers_take(changed: Store) -> None:
    odd = make_reading("r4", [person("A\x01 & <B>")], [claim("say", "A\x01 & <B>")])
    add(changed, odd, now=LATER + timedelta(hours=2))
    with changed.connect() as conn:
        found = list(stream_changes(conn, NOW))
    feed = make_atom(found, title="Changes", since=NOW, self_url="https://example.org/changes")
    assert feed == make_atom(found, title="Changes", since=NOW, self_url="https://example.org/changes")
    parsed = feedparser.parse(BytesIO(feed))
    assert (parsed.version, parsed.bozo, parsed.feed.updated) == ("atom10", False, "2024-06-21T14:00:00Z")
    assert len({entry.id for entry in parsed.entries} | {parsed.feed.id}) == len(found) + 1
    assert [entry.title.split(":")[0] for entry in parsed.entries] == [
        "New",
        "New",
        "Revised",
        "No longer claimed",
    ]
    assert parsed.entries[1].link == "https://example.org/r3"
    atom = "{http://www.w3.org/2005/Atom}"
    for entry in ET.fromstring(feed).iter(f"{atom}entry"):  # noqa: S314 - made here
        assert {child.tag for child in entry} >= {
            atom + name for name in ("id", "title", "updated", "content")
        }
        assert entry.findtext(f"{atom}id", "").startswith("urn:uuid:")


def test_a_feed_of_no_changes_is_a_feed(store: Store) -> None:
    parsed = feedparser.parse(BytesIO(make_atom([], title="Changes", since=NOW)))
    assert (parsed.version, parsed.bozo, len(parsed.entries), parsed.feed.updated) == (
        "atom10",
        False,
        0,
        "2024-06-20T12:00:00Z",
    )


def test_figures_count_what_is_there_and_what_was(changed: Store) -> None:
    add_readings(changed, [EmptyTextError("x.txt", "x.txt is empty")], now=LATER, origin="x.txt")
    with changed.connect() as conn:
        now, then = stats(conn), stats(conn, NOW)
        assert (now.reports, now.copies, now.unread, now.claims) == (3, 0, 1, 4)
        assert (then.reports, then.unread, then.claims) == (2, 0, 4)
        assert now.types == {"meet": 1, "praise": 1, "say": 1, "visit": 1}
        assert now.identities == {"person": 2, "state": 1}
        assert now.readers == {"2": 2, "1": 1}
        assert str(now.last_published) == "2024-06-04"
        assert now.last_recorded == LATER + timedelta(hours=1)
        assert now.to_dict()["last_recorded"] == "2024-06-21T13:00:00+00:00"
        (row,) = list_unread(conn)
        assert (row.report_id, row.origin, row.slug) == ("x.txt", "x.txt", "empty-text")
        assert list_unread(conn, datetime(2024, 1, 1, tzinfo=UTC)) == ()
