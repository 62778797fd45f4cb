"""Caps: how long an address and a body may be, and how many requests a minute one address may send."""

from collections import OrderedDict
from collections.abc import Callable

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from verbale.web.security.refusals import refuse

LONGEST_URL = 8_192
"""Bytes of path and query: more than any page of ours needs, less than any server chokes on."""
CLIENTS = 10_000
"""Addresses that the rate limit remembers; the longest silent are forgotten first."""


class SizeLimits:
    """ASGI middleware: 414 for long addresses, 413 for long bodies, declared or not."""

    def __init__(self, app: ASGIApp, max_body: int) -> None:
        self.app = app
        self.max_body = max_body

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through, or refuse it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > LONGEST_URL:
            text = f"the address is longer than {LONGEST_URL:,} bytes: send long values in the body of a POST"
            await refuse(scope, send, 414, "url-too-long", text)
            return
        declared = dict(scope["headers"]).get(b"content-length", b"0")
        if declared.isdigit() and int(declared) > self.max_body:
            await self._refuse_body(scope, send)
            return
        await self._count(scope, receive, send)

    async def _count(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a body through until it grows too long; then no answer of the application counts."""
        seen = 0
        over = started = False

        async def counted() -> Message:
            nonlocal seen, over
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self.max_body:
                over = True
                return {"type": "http.request", "body": b"", "more_body": False}
            return message

        async def answer(message: Message) -> None:
            nonlocal started
            if over and not started:
                return
            started = True
            await send(message)

        await self.app(scope, counted, answer)
        if over and not started:
            await self._refuse_body(scope, send)

    async def _refuse_body(self, scope: Scope, send: Send) -> None:
        text = (
            f"the body is larger than {self.max_body:,} bytes: send fewer reports at a time, "
            "or raise VERBALE_MAX_REQUEST"
        )
        await refuse(scope, send, 413, "body-too-large", text, connection="close")


class RateLimit:
    """ASGI middleware: so many requests a minute for each client address, in a burst or evenly; then 429."""

    def __init__(self, app: ASGIApp, per_minute: int, clock: Callable[[], float]) -> None:
        self.app = app
        self.per_minute = per_minute
        self.clock = clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through, or refuse it with the seconds to wait."""
        if scope["type"] != "http" or scope["path"].startswith("/static/") or not self.per_minute:
            await self.app(scope, receive, send)
            return
        wait = self._take((scope.get("client") or ("?",))[0])
        if wait:
            text = (
                f"more than {self.per_minute} requests a minute from this address: wait {wait} s, "
                "or raise VERBALE_RATE_LIMIT"
            )
            await refuse(scope, send, 429, "too-many-requests", text, retry_after=str(wait))
            return
        await self.app(scope, receive, send)

    def _take(self, client: str) -> int:
        """Take one request out of a client's bucket; the seconds to wait where it is empty."""
        now = self.clock()
        left, then = self._buckets.pop(client, (float(self.per_minute), now))
        left = min(float(self.per_minute), left + (now - then) * self.per_minute / 60)
        self._buckets[client] = (left - 1 if left >= 1 else left, now)
        if len(self._buckets) > CLIENTS:
            self._buckets.popitem(last=False)
        return 0 if left >= 1 else 1 + int((1 - left) * 60 / self.per_minute)
