"""`verbale watch`: what feeds announce into the record, and nothing twice."""

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from sqlalchemy import select
from typer.testing import Result

from verbale.record import Store
from verbale.record import tables as t

Run = Callable[..., Result]
PAGE = """<html><head><title>Talks {nth}</title><meta property="article:published_time" content="2024-06-1{nth}"></head>
<body><article><h1>Talks {nth}</h1><p>Kenya's envoy, Ann Otieno, met Ola Nordmann in Oslo on Monday, and both said a great deal
about fish, about trade, about the {nth} treaties that their governments had signed, and about what comes next.</p></article>
</body></html>"""

GERMAN = """<html lang="de"><head><title>Gespräche</title></head><body><article><h1>Gespräche in Oslo</h1><p>Die Gesandte traf am
Montag in Oslo den Minister, und beide sprachen lange über Fische, über den Handel und über die Verträge, die ihre Regierungen
unterzeichnet hatten. Was danach kommt, wollte keiner von beiden sagen, auch nicht auf Nachfrage.</p></article></body></html>"""


class Site:
    """Pages by path, and the paths that were asked for."""

    def __init__(self) -> None:
        self.pages: dict[str, str] = {}
        self.asked: list[str] = []
        self.url = ""

    def announce(self, *numbers: int) -> None:
        items = "".join(
            f"<item><title>Talks {nth}</title><link>{self.url}/{nth}</link></item>" for nth in numbers
        )
        self.pages["/feed"] = f'<rss version="2.0"><channel><title>Wire</title>{items}</channel></rss>'


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A feed on this machine, which may be fetched."""
    found = Site()

    class Pages(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found.asked.append(self.path)
            body = found.pages.get(self.path, "").encode()
            tag = f'"{len(body)}"' if self.path == "/feed" else ""
            known = bool(tag) and self.headers.get("If-None-Match") == tag
            self.send_response(304 if known else 200 if body else 404)
            if tag:
                self.send_header("ETag", tag)
            self.send_header("Content-Type", "text/xml" if self.path == "/feed" else "text/html")
            self.send_header("Content-Length", "0" if known else str(len(body)))
            self.end_headers()
            self.wfile.write(b"" if known else body)

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    found.url = f"http://127.0.0.1:{server.server_port}"
    found.pages |= {f"/{nth}": PAGE.format(nth=nth) for nth in (1, 2)}
    monkeypatch.setenv("VERBALE_FETCH_PRIVATE", "1")
    monkeypatch.setenv("VERBALE_FETCH_DELAY", "0")
    yield found
    server.shutdown()
    server.server_close()


def test_what_is_new_is_added_and_nothing_is_fetched_twice(run: Run, site: Site, tmp_path: Path) -> None:
    store = str(tmp_path / "record.db")
    site.announce(1)
    first = run("watch", f"{site.url}/feed", "--once", "--store", store)
    assert (first.exit_code, "added: 1" in first.stderr) == (0, True)
    again = run("watch", f"{site.url}/feed", "--once", "--store", store)
    assert "added: 0" in again.stderr
    site.announce(2, 1)
    assert "added: 1" in run("watch", f"{site.url}/feed", "--once", "--store", store).stderr
    assert sorted(path for path in site.asked if path in ("/1", "/2")) == ["/1", "/2"]
    found = json.loads(run("search", "--store", store).stdout)["claims"]
    assert {claim["report"]["url"] for claim in found} == {f"{site.url}/1", f"{site.url}/2"}


def test_a_page_that_did_not_come_is_asked_for_again(run: Run, site: Site, tmp_path: Path) -> None:
    store = str(tmp_path / "record.db")
    page = site.pages.pop("/1")
    site.announce(1)
    broken = run("watch", f"{site.url}/feed", "--once", "--store", store)
    assert (broken.exit_code, "not readable: 1" in broken.stderr) == (0, True)
    site.pages["/1"] = page
    assert "added: 1" in run("watch", f"{site.url}/feed", "--once", "--store", store).stderr
    assert json.loads(run("unread", "--json", "--store", store).stdout) == []


def test_a_page_that_cannot_be_read_is_fetched_once_and_the_feed_is_not_sent_again(
    run: Run, site: Site, tmp_path: Path
) -> None:
    store = str(tmp_path / "record.db")
    site.pages["/1"] = GERMAN
    site.announce(1)
    first = run("watch", f"{site.url}/feed", "--once", "--store", store)
    assert "is in German" in first.stderr
    again = run("watch", f"{site.url}/feed", "--once", "--store", store)
    assert "not readable" not in again.stderr
    site.announce(2, 1)
    assert "added: 1" in run("watch", f"{site.url}/feed", "--once", "--store", store).stderr
    assert site.asked.count("/1") == 1
    site.announce(2, 1, 1)
    forced = run("watch", f"{site.url}/feed", "--once", "--force", "--store", store)
    assert ("added: 1" in forced.stderr, site.asked.count("/1")) == (True, 2)


def test_a_feed_that_is_none_is_told_and_the_others_go_on(run: Run, site: Site, tmp_path: Path) -> None:
    store = str(tmp_path / "record.db")
    site.announce(1)
    result = run("watch", f"{site.url}/nothing", f"{site.url}/feed", "--once", "--store", store)
    assert "answered 404" in result.stderr
    assert "added: 1" in result.stderr
    with Store.open(store, read_only=True) as opened, opened.connect() as conn:
        kept = dict(conn.execute(select(t.feeds.c.url, t.feeds.c.last_error)).all())  # type: ignore[arg-type]
    assert "404" in kept[f"{site.url}/nothing"]
    assert kept[f"{site.url}/feed"] == ""


def test_it_polls_on_until_it_is_stopped(
    run: Run, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.announce(1)
    waited: list[float] = []

    def wait(seconds: float) -> None:
        waited.append(seconds)
        if len(waited) == 2:
            raise KeyboardInterrupt
        site.announce(2, 1)

    monkeypatch.setattr("verbale.cli.watch.time.sleep", wait)
    result = run("watch", f"{site.url}/feed", "--every", "2", "--store", str(tmp_path / "record.db"))
    assert (result.exit_code, waited) == (130, [120, 120])
    assert result.stderr.count("added: 1") == 2
