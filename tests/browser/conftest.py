"""A real server over a small record, and a real browser that notes every complaint and request."""

import os
import shutil
import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright
from sqlalchemy import insert, select

import verbale
from verbale.model import Report
from verbale.record import Store
from verbale.record import tables as t
from verbale.record.adding import add_readings
from verbale.record.registers.adding import NewVersion, add_register
from verbale.registers import Entry
from verbale.web.app import create_app
from verbale.web.options import WebOptions

NOW = datetime(2024, 10, 1, 12, tzinfo=UTC)
STORY = (
    "Slovakia's Foreign Minister, Martin Kováč, visited Belgrade on Tuesday.\n\n"
    "He met with President Ana Petrović, who said that Serbia would not join sanctions on Russia. "
    "<script>document.title = 'broken'</script> <img src=https://evil.example/x.png>"
)
SHOTS = Path(os.environ.get("VERBALE_SCREENSHOTS", ".screenshots"))


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory, reader: verbale.Reader) -> Iterator[str]:
    """Where the record of two reports is served."""
    report = Report("wire:1", STORY, "Kováč in Belgrade", "Wire", "https://wire.example/1", date(2024, 9, 12))
    words = (
        "Martin Kováč, Slovakia's foreign minister, criticised Serbia and called on Ana Petrović to resign."
    )
    other = Report("herald:2", words, "Kováč on Serbia", "Herald", "", date(2024, 8, 20))
    with Store.open(tmp_path_factory.mktemp("browser") / "record.db") as store:
        add_readings(store, [(each, reader.read(each)) for each in (report, other)], now=NOW)
        screen(store)
        seconds = count(1)  # the widths decide the same one after the other: no two at one moment
        app = create_app(store, WebOptions(now=lambda: NOW + timedelta(seconds=next(seconds))))
        server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error"))
        thread = threading.Thread(target=server.run)
        thread.start()
        while not server.started and thread.is_alive():
            thread.join(0.02)
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
        server.should_exit = True
        thread.join()


def screen(store: Store) -> None:
    """A list with somebody who may be in the record, and what screening said of it."""
    version = NewVersion("ofac", "ofac", date(2024, 6, 1), "0" * 64, False, "us", "", ("sdn.csv",))
    add_register(
        store, version, [Entry("7", "Person", ("Martin KOVAC",), countries=("sk",), line=1)], now=NOW
    )
    with store.begin() as conn:
        who = conn.execute(
            select(t.identities.c.id).where(t.identities.c.name == "Martin Kováč")
        ).scalar_one()
        key = conn.execute(select(t.registers.c.key)).scalar_one()
        row = {
            "key": 1,
            "subject": who,
            "register_key": key,
            "register": "ofac",
            "entry_id": "7",
            "score": 0.93,
        }
        rest = {"subject_digest": "s", "entry_digest": "e", "level": "alert", "recorded_at": NOW}
        features = [{"name": "name_match", "score": 0.93}]
        conn.execute(insert(t.screening_results), [{**row, **rest, "features": features}])


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    found = shutil.which("chromium")
    if not found:
        pytest.skip("Chromium is missing: sudo apt-get install --yes chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(params=[390, 834, 1440])
def page(request: pytest.FixtureRequest, chromium: Browser, address: str) -> Iterator[Page]:
    """A page at one of three widths; at the end there was no complaint and no request elsewhere."""
    context = chromium.new_context(base_url=address, viewport={"width": request.param, "height": 900})
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("request", lambda sent: sent.url.startswith(address) or complaints.append(sent.url))
    yield opened
    SHOTS.mkdir(exist_ok=True)
    opened.screenshot(path=SHOTS / f"{request.node.name}.png", full_page=True)
    assert opened.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    context.close()
    assert complaints == []
