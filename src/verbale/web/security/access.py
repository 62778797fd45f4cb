"""Who is let in: a token where tokens are set, everybody on this machine where none are."""

from http.cookies import CookieError, SimpleCookie
from time import time
from urllib.parse import quote

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from verbale.web.security.people import Person, Tokens
from verbale.web.security.refusals import refuse

COOKIE = "verbale"
OPEN = ("/static/", "/login", "/healthz", "/robots.txt")
"""Paths that need no token."""
SCHEMES = ("bearer", "apikey")
"""How a token may be announced; `ApiKey` is what clients of yente say."""


class Access:
    """ASGI middleware that puts the person who asks into `request.state.person`, or refuses.

    `nobody` is who asks where no tokens are set; None refuses everybody without a token.
    """

    def __init__(self, app: ASGIApp, tokens: Tokens, nobody: Person | None) -> None:
        self.app = app
        self.tokens = tokens
        self.nobody = nobody

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through with its person, or ask for a token."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        person = self._find(dict(scope["headers"])) if self.tokens else self.nobody
        scope.setdefault("state", {})["person"] = person
        if person or scope["path"].startswith(OPEN):
            await self.app(scope, receive, send)
        elif scope["path"].startswith("/api") or scope["method"] not in ("GET", "HEAD"):
            text = "this server wants a token: send `Authorization: Bearer TOKEN`"
            await refuse(scope, send, 401, "no-token", text, www_authenticate="Bearer")
        else:
            path = scope["path"] + (
                "?" + scope["query_string"].decode("latin-1") if scope["query_string"] else ""
            )
            await RedirectResponse(f"/login?next={quote(path)}", 303)(scope, receive, send)

    def _find(self, headers: dict[bytes, bytes]) -> Person | None:
        """Whose token or cookie the request carries."""
        kind, _, token = headers.get(b"authorization", b"").decode("latin-1").partition(" ")
        if kind.lower() in SCHEMES:
            return self.tokens.find(token.strip())
        try:
            cookies = SimpleCookie(headers.get(b"cookie", b"").decode("latin-1"))
        except CookieError:
            return None
        return self.tokens.find_signed(cookies[COOKIE].value, time()) if COOKIE in cookies else None
