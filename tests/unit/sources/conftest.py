"""A web server on this machine, and a fetcher that may ask it."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from verbale.sources.fetching import Fetcher, FetchRules

Handler = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """Pages by path: bytes for a plain answer, or a function that writes one. Records what was asked."""

    pages: dict[str, bytes | Handler] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    url: str = ""
    at_once: int = 0
    most_at_once: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


def answer(handler: BaseHTTPRequestHandler, status: int, body: bytes = b"", **headers: str) -> None:
    """Write one answer; header names in keywords, underscores for hyphens."""
    handler.send_response(status)
    for name, value in {"Content-Length": str(len(body)), **headers}.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(body)


def redirect(location: str, status: int = 302) -> Handler:
    return lambda handler: answer(handler, status, Location=location)


@pytest.fixture
def site() -> Iterator[Site]:
    found = Site()

    class Pages(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            with found.lock:
                found.asked.append((self.path, dict(self.headers)))
                found.at_once += 1
                found.most_at_once = max(found.most_at_once, found.at_once)
            self.waits = True
            page = found.pages.get(self.path)
            try:
                if page is None:
                    answer(self, 404, b"nothing here")
                elif isinstance(page, bytes):
                    answer(self, 200, page)
                else:
                    page(self)
            except (BrokenPipeError, ConnectionResetError):
                pass
            finally:
                self.leave()

        def end_headers(self) -> None:
            # Whoever has his answer may ask again before this thread goes on: he no longer waits.
            self.leave()
            super().end_headers()

        def leave(self) -> None:
            with found.lock:
                found.at_once -= self.waits
                self.waits = False

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    server.daemon_threads = True
    found.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield found
    server.shutdown()
    server.server_close()


@pytest.fixture
def fetcher() -> Fetcher:
    return Fetcher(FetchRules(allow_private=True, delay=0, timeout=10))
