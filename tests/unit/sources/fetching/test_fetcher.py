"""Fetching from a real server: redirects, robots.txt, one at a time, caps, refusals."""

import gzip
import socket
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from verbale.errors import (
    BadUrlError,
    FetchError,
    RefusedAddressError,
    ReportError,
    RobotsError,
    TextTooLongError,
)
from verbale.settings import Settings
from verbale.sources.fetching import Fetcher, FetchRules, open_fetcher

PAGE = b"<html><p>The minister resigned.</p></html>"


class Times:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def clock(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def send(status: int, body: bytes = b"", **headers: str) -> Callable[[BaseHTTPRequestHandler], None]:
    def handle(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return handle


def strict(fetcher: Fetcher, **changes: Any) -> Fetcher:
    return Fetcher(replace(fetcher.rules, **changes))


def test_page_with_its_headers(site: Any, fetcher: Fetcher) -> None:
    site.pages["/a?x=1"] = send(
        200, PAGE, Content_Type="text/html; charset=utf-8", ETag='"v1"', Last_Modified="Mon"
    )
    found = fetcher.fetch(f"{site.url}/a?x=1#part")
    assert (found.body, found.status, found.etag, found.modified) == (PAGE, 200, '"v1"', "Mon")
    assert found.content_type == "text/html; charset=utf-8"
    assert site.paths == ["/robots.txt", "/a?x=1"]
    assert site.asked[1][1]["User-Agent"] == "verbale"
    assert site.asked[1][1]["Host"] == site.url.removeprefix("http://")


def test_unchanged_page_comes_without_a_body(site: Any, fetcher: Fetcher) -> None:
    site.pages["/a"] = send(304, ETag='"v1"')
    found = fetcher.fetch(f"{site.url}/a", etag='"v1"', modified="Mon, 10 Jun 2024 08:00:00 GMT")
    assert (found.status, found.body) == (304, b"")
    headers = site.asked[-1][1]
    assert (headers["If-None-Match"], headers["If-Modified-Since"]) == (
        '"v1"',
        "Mon, 10 Jun 2024 08:00:00 GMT",
    )


def test_redirects_are_followed_and_counted(site: Any, fetcher: Fetcher) -> None:
    site.pages |= {"/a": send(301, Location="/b"), "/b": send(302, Location=f"{site.url}/c"), "/c": PAGE}
    assert fetcher.fetch(f"{site.url}/a").url == f"{site.url}/c"
    site.pages["/c"] = send(307, Location="/a")
    with pytest.raises(FetchError, match="more than 5 times"):
        fetcher.fetch(f"{site.url}/a")


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:9/", "http://[::1]/", "http://10.0.0.8/", "http://169.254.169.254/latest/meta-data"],
)
def test_redirect_to_a_private_address_is_refused(
    site: Any, fetcher: Fetcher, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first hop is let through by a name that the test knows; where it points is not."""
    port = int(site.url.rpartition(":")[2])
    site.pages["/a"] = send(302, Location=address)
    real = socket.getaddrinfo

    def resolve(host: str, *args: Any, **kwargs: Any) -> Any:
        return real("127.0.0.1", *args, **kwargs) if host == "public.example" else real(host, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr("verbale.sources.fetching.addresses.is_public", OncePublic(port))
    with pytest.raises(RefusedAddressError, match="on a private or local network"):
        strict(fetcher, allow_private=False).fetch(f"http://public.example:{port}/a")
    assert site.paths == ["/robots.txt", "/a"]


class OncePublic:
    """Takes loopback for public twice (robots.txt and page), then judges as always."""

    def __init__(self, port: int) -> None:
        from verbale.sources.fetching.addresses import is_public

        self.left = 2
        self.judge = is_public

    def __call__(self, address: str) -> bool:
        self.left -= 1
        return self.left >= 0 or self.judge(address)


def test_connection_goes_to_the_address_that_was_checked(
    site: Any, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that answers otherwise the second time (DNS rebinding) is not looked up a second time."""
    site.pages["/a"] = PAGE
    port = int(site.url.rpartition(":")[2])
    looked_up: list[str] = []
    real = socket.getaddrinfo

    def resolve(host: str, *args: Any, **kwargs: Any) -> Any:
        looked_up.append(host)
        return real("127.0.0.1" if host == "rebinding.example" else host, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    fetcher.fetch(f"http://rebinding.example:{port}/a")
    # Once for robots.txt and once for the page; the connections were made to the address itself.
    assert looked_up == ["rebinding.example", "127.0.0.1"] * 2
    assert site.asked[-1][1]["Host"] == f"rebinding.example:{port}"


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:1/", "http://localhost:1/", "http://0x7f000001:1/", "http://[::ffff:10.0.0.1]/"]
)
def test_private_addresses_are_refused_before_anything_is_asked(url: str) -> None:
    with pytest.raises(RefusedAddressError):
        Fetcher(FetchRules()).fetch(url)


def test_a_name_with_one_private_address_among_public_ones_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    entries = [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80)) for ip in ("93.184.215.14", "192.168.1.1")
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: entries)
    with pytest.raises(RefusedAddressError, match=r"192\.168\.1\.1"):
        Fetcher(FetchRules()).fetch("http://mixed.example/")


def test_robots_are_obeyed_on_every_hop(site: Any, fetcher: Fetcher) -> None:
    site.pages |= {
        "/robots.txt": b"User-agent: *\nDisallow: /private",
        "/a": send(302, Location="/private/b"),
        "/private/b": PAGE,
    }
    with pytest.raises(RobotsError, match="keeps programs away"):
        fetcher.fetch(f"{site.url}/private/b")
    with pytest.raises(RobotsError) as told:
        fetcher.fetch(f"{site.url}/a")
    assert site.paths == ["/robots.txt", "/a"]
    assert told.value.report_id == f"{site.url}/a"
    assert told.value.message.startswith(f"{site.url}/a: {site.url}/private/b may not be fetched")


def test_what_keeps_robots_from_coming_is_told_of_the_page() -> None:
    with pytest.raises(RefusedAddressError, match=r"^http://10\.0\.0\.8/a: ") as told:
        Fetcher(FetchRules()).fetch("http://10.0.0.8/a")
    assert told.value.report_id == "http://10.0.0.8/a"


def test_robots_name_us_by_the_first_word_of_the_agent(site: Any, fetcher: Fetcher) -> None:
    site.pages |= {"/robots.txt": b"User-agent: newsroom\nDisallow: /\n\nUser-agent: *\nAllow: /", "/a": PAGE}
    assert fetcher.fetch(f"{site.url}/a").status == 200
    with pytest.raises(RobotsError):
        strict(fetcher, user_agent="Newsroom/2.0 (desk@example.org)").fetch(f"{site.url}/a")


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (403, True), (500, False), (429, False)])
def test_robots_that_cannot_be_had(site: Any, fetcher: Fetcher, status: int, *, allowed: bool) -> None:
    site.pages |= {"/robots.txt": send(status), "/a": PAGE}
    if allowed:
        assert fetcher.fetch(f"{site.url}/a").body == PAGE
    else:
        with pytest.raises(RobotsError, match="did not come"):
            fetcher.fetch(f"{site.url}/a")
        assert "/a" not in site.paths


def test_robots_are_read_once_a_day(site: Any, fetcher: Fetcher) -> None:
    times = Times()
    site.pages |= {"/a": PAGE, "/robots.txt": b""}
    fetcher = Fetcher(fetcher.rules, clock=times.clock, sleep=times.sleep)
    for _ in range(3):
        fetcher.fetch(f"{site.url}/a")
    times.now += 25 * 3600
    fetcher.fetch(f"{site.url}/a")
    assert site.paths.count("/robots.txt") == 2


def test_one_request_at_a_time_to_a_host(site: Any, fetcher: Fetcher) -> None:
    gate = threading.Barrier(2)

    def meet(handler: BaseHTTPRequestHandler) -> None:
        # Two requests at once would pass the barrier together; alone, each gives up on it.
        try:
            gate.wait(0.2)
            met.append(handler.path)
        except threading.BrokenBarrierError:
            gate.reset()
        send(200, PAGE)(handler)

    met: list[str] = []
    site.pages |= {f"/{number}": meet for number in range(4)}
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(fetcher.fetch, [f"{site.url}/{number}" for number in range(4)]))
    assert met == []
    assert site.most_at_once == 1


def test_requests_keep_their_distance(site: Any, fetcher: Fetcher) -> None:
    times = Times()
    site.pages |= {"/a": PAGE, "/robots.txt": b"User-agent: *\nCrawl-delay: 7"}
    polite = Fetcher(replace(fetcher.rules, delay=2), clock=times.clock, sleep=times.sleep)
    polite.fetch(f"{site.url}/a")
    polite.fetch(f"{site.url}/a")
    assert times.slept == [0, 2, 7]


def test_answer_longer_than_allowed(site: Any, fetcher: Fetcher) -> None:
    site.pages |= {
        "/a": bytes(5000),
        "/b": send(200, gzip.compress(bytes(5_000_000)), Content_Encoding="gzip"),
    }
    small = strict(fetcher, max_bytes=4999)
    with pytest.raises(TextTooLongError, match="longer than 4,999 bytes"):
        small.fetch(f"{site.url}/a")
    with pytest.raises(TextTooLongError):
        strict(fetcher, max_bytes=100_000).fetch(f"{site.url}/b")
    assert strict(fetcher, max_bytes=5000).fetch(f"{site.url}/a").body == bytes(5000)


def test_packed_answer(site: Any, fetcher: Fetcher) -> None:
    site.pages["/a"] = send(200, gzip.compress(PAGE), Content_Encoding="gzip")
    site.pages["/b"] = send(200, gzip.compress(PAGE)[:-9], Content_Encoding="gzip")
    assert fetcher.fetch(f"{site.url}/a").body == PAGE
    with pytest.raises(FetchError, match="cut off"):
        fetcher.fetch(f"{site.url}/b")


def drip(handler: BaseHTTPRequestHandler) -> None:
    """A byte now and then, for ever: no single wait is long."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000000")
    handler.end_headers()
    stop = threading.Event()
    while not stop.wait(0.05):
        handler.wfile.write(b".")
        handler.wfile.flush()


def test_host_that_drips_is_cut_off(site: Any, fetcher: Fetcher) -> None:
    site.pages["/a"] = drip
    with pytest.raises(FetchError, match=r"did not answer within 0.5 seconds"):
        strict(fetcher, timeout=0.5).fetch(f"{site.url}/a")


def hang_up(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"half")


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (send(404), "answered 404 \\(not found\\)"),
        (send(503), "answered 503"),
        (hang_up, "broke off"),
        (send(302, Location="file:///etc/passwd"), "wrong address"),
        (send(302, Location="http://user:pw@example.org/"), "wrong address"),
    ],
)
def test_what_is_no_page(site: Any, fetcher: Fetcher, page: Any, words: str) -> None:
    site.pages["/a"] = page
    with pytest.raises(FetchError, match=words) as caught:
        fetcher.fetch(f"{site.url}/a")
    assert caught.value.report_id == f"{site.url}/a"
    assert "pw" not in caught.value.message


def test_nobody_listens(fetcher: Fetcher) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        with pytest.raises(FetchError, match="cannot be reached"):
            fetcher.fetch(f"http://127.0.0.1:{port}/")


def test_plain_server_behind_https(site: Any, fetcher: Fetcher) -> None:
    with pytest.raises(ReportError, match=r"certificate|cannot be reached"):
        fetcher.fetch(site.url.replace("http:", "https:"))


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/x",
        "http://",
        "https://user:secret@example.org/",
        "http://a b/",
        "http://x:99999/",
        "http://a/\r\nX: y",
    ],
)
def test_wrong_addresses(url: str) -> None:
    with pytest.raises(BadUrlError) as caught:
        Fetcher(FetchRules()).fetch(url)
    assert "secret" not in caught.value.message


def test_nothing_is_fetched_unless_asked_for() -> None:
    assert open_fetcher(Settings()) is None
    opened = open_fetcher(Settings(fetch=True, user_agent="desk/1 (a@b.example)"))
    assert opened is not None
    assert opened.rules.user_agent.startswith(opened.rules.token)
