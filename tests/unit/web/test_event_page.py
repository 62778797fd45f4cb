"""The page of an event: all reports of one happening."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from verbale.model import Actor, Claim, Interval, Kind, Reading, Report, TextSpan, When
from verbale.record import Store
from verbale.record.adding import add_readings
from verbale.web.app import create_app
from verbale.web.options import WebOptions

from .conftest import NOW

TEXT = "Anna <b>Nowak met Marko Petrov on Monday."


def make_reading(name: str, day: int, publisher: str) -> Reading:
    """A report that two met on a day."""
    report = Report(name, f"{TEXT} So {publisher} says.", f"Talks {name}", publisher, "", date(2024, 6, 5))
    span = TextSpan(0, len(TEXT), TEXT)
    when = When(Interval(date(2024, 6, day), date(2024, 6, day)), "Monday")
    people = (Actor("a1", "Anna <b>Nowak", Kind.PERSON, "pl"), Actor("a2", "Marko Petrov", Kind.PERSON, "rs"))
    met = Claim("c1", "meet", span, TextSpan(14, 17, "met"), actor=("a1", "a2"), when=when, confidence=0.9)
    return Reading(report, people, (met,), "1")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    store = Store.open(Path(tmp_path_factory.mktemp("events")) / "record.db")
    told = [
        make_reading("r1", 3, "The Wire"),
        make_reading("r2", 3, "The Post"),
        make_reading("r3", 4, "The Sun"),
    ]
    add_readings(store, [(each.report, each) for each in told], now=NOW)
    with TestClient(create_app(store, WebOptions(now=lambda: NOW))) as client:
        yield client
    store.close()


def test_lines_lead_to_all_reports_of_an_event(pages: TestClient) -> None:
    found = pages.get("/ties?a=Nowak&b=Petrov").text
    path = found.partition('href="/events/')[2].partition('"')[0]
    page = pages.get(f"/events/{path}").text
    assert "<h1>Anna &lt;b&gt;Nowak met Marko Petrov</h1>" in page
    assert "The Post, The Sun, The Wire" in page
    assert "3 June 2024 (The Post, The Wire); 4 June 2024 (The Sun)" in page
    assert page.count('class="line said') == 3
    assert "/events/" not in page


def test_an_event_that_is_not_there_is_said_so(pages: TestClient) -> None:
    assert pages.get("/events/event:000000000000").status_code == 404
