"""Whether a request comes from where it says: the host it names, and for writes the page it was sent from."""

from urllib.parse import urlsplit

from starlette.types import ASGIApp, Receive, Scope, Send

from verbale.web.security.refusals import refuse

SAFE = frozenset(("GET", "HEAD", "OPTIONS"))
LOCAL = frozenset(("127.0.0.1", "localhost", "[::1]", "testserver"))


class OriginCheck:
    """ASGI middleware against other sites' forms and scripts, and against names rebound to this machine.

    A write that a browser sends must come from a page of ours: its `Origin` names the host that it asks. Programs
    send neither `Origin` nor `Sec-Fetch-Site` and pass. Where only this machine may ask (`local`), the host asked
    must be one of its names, or a foreign name rebound to 127.0.0.1 could read the record.
    """

    def __init__(self, app: ASGIApp, *, local: bool) -> None:
        self.app = app
        self.local = local

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through, or refuse it."""
        if scope["type"] == "http":
            headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
            if self.local and host_name(headers.get("host", "")) not in LOCAL:
                text = "this server answers as 127.0.0.1 and localhost only: open it under one of these names"
                await refuse(scope, send, 421, "wrong-host", text)
                return
            if scope["method"] not in SAFE and not came_from_here(headers):
                text = (
                    "the request was sent from a page of another site: open the page here and send it again"
                )
                await refuse(scope, send, 403, "wrong-origin", text)
                return
        await self.app(scope, receive, send)


def host_name(host: str) -> str:
    """The name in a Host header, without port.

    >>> host_name("[::1]:8001"), host_name("localhost")
    ('[::1]', 'localhost')
    """
    return (host.partition("]")[0] + "]" if host.startswith("[") else host.partition(":")[0]).lower()


def came_from_here(headers: dict[str, str]) -> bool:
    """Whether a write was sent from a page of ours, or by a program that is no browser.

    >>> came_from_here({"host": "localhost:8001", "origin": "http://localhost:8001"})
    True
    >>> came_from_here({"host": "localhost:8001", "origin": "null"})
    False
    """
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    if origin is None:
        return True
    try:
        return urlsplit(origin).netloc == headers.get("host", "")
    except ValueError:
        return False
