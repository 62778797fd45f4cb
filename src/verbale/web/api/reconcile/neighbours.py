"""Pages of other programs on this machine, OpenRefine's above all, that may ask the reconciliation service."""

from urllib.parse import urlsplit

from fastapi import Request, Response

from verbale.web.security.headers import POLICY
from verbale.web.security.origin import LOCAL, host_name

FRAMED = POLICY.replace(
    "frame-ancestors 'none'",
    "frame-ancestors " + " ".join(f"http://{name}:*" for name in ("127.0.0.1", "localhost")),
)
"""The policy of previews: pages of this machine may frame them. Browsers heed it before X-Frame-Options."""


def let_neighbours(request: Request, answer: Response) -> Response:
    """The answer; pages that this machine serves may read it, those of other hosts may not."""
    origin = request.headers.get("origin", "")
    answer.headers["Vary"] = ", ".join(filter(None, (answer.headers.get("vary"), "Origin")))
    if is_neighbour(origin):
        answer.headers["Access-Control-Allow-Origin"] = origin
    return answer


def is_neighbour(origin: str) -> bool:
    """Whether an origin is a page that this machine serves.

    >>> is_neighbour("http://127.0.0.1:3333"), is_neighbour("http://127.0.0.1.evil.example"), is_neighbour("null")
    (True, False, False)
    """
    try:
        parts = urlsplit(origin)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and host_name(parts.netloc) in LOCAL - {"testserver"}
