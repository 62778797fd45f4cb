"""The log of decisions in every store: newest first, filtered, page by page."""

from datetime import date, timedelta

import pytest
from readings import NOW

from verbale.errors import SearchError
from verbale.record import Store
from verbale.record.decisions import decide
from verbale.record.queries.decided import DecisionFilters, list_kinds, page_decisions


@pytest.fixture
def log(store: Store) -> Store:
    with store.begin() as conn:
        for nth in range(5):
            kind, by = ("accept", "anna") if nth % 2 else ("merge", "boris")
            decide(conn, kind, {"nth": nth}, by=by, why="", now=NOW + timedelta(days=nth))
        decide(conn, "accept", {"nth": 5}, by="anna", why="", now=NOW + timedelta(days=4))
    return store


def test_pages_join_up_and_lose_nothing(log: Store) -> None:
    seen, after = [], None
    with log.connect() as conn:
        while True:
            page = page_decisions(conn, DecisionFilters(), limit=2, after=after)
            seen += [decision.subject["nth"] for decision in page.decisions]
            after = page.after
            if after is None:
                break
    assert sorted(seen) == [0, 1, 2, 3, 4, 5]
    assert seen[2:] == [3, 2, 1, 0]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (DecisionFilters(kind="merge"), {0, 2, 4}),
        (DecisionFilters(by="anna"), {1, 3, 5}),
        (DecisionFilters(since=date(2024, 6, 22), until=date(2024, 6, 23)), {2, 3}),
        (DecisionFilters(since=date(2024, 6, 24), until=date.max), {4, 5}),
        (DecisionFilters(kind="forget"), set()),
    ],
)
def test_filters_choose(log: Store, filters: DecisionFilters, found: set[int]) -> None:
    with log.connect() as conn:
        assert {each.subject["nth"] for each in page_decisions(conn, filters).decisions} == found


def test_kinds_and_people_are_listed_and_cursors_checked(log: Store) -> None:
    with log.connect() as conn:
        assert list_kinds(conn) == (("accept", "merge"), ("anna", "boris"))
        with pytest.raises(SearchError):
            page_decisions(conn, DecisionFilters(), after="soon")
