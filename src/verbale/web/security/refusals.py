"""What a request that is not let in gets: a status and one line that says why and what to do."""

import json

from starlette.types import Scope, Send

from verbale.web.problems import PROBLEM_TYPE, make_problem


async def refuse(scope: Scope, send: Send, status: int, slug: str, message: str, **headers: str) -> None:
    """Answer with an error, as problem details below /api, else as plain text."""
    if scope["path"].startswith("/api"):
        body, kind = json.dumps(make_problem(status, slug, message)).encode(), PROBLEM_TYPE
    else:
        body, kind = f"{message}\n".encode(), "text/plain; charset=utf-8"
    fields = {"content-type": kind, "content-length": str(len(body)), **headers}
    start = [(name.replace("_", "-").encode(), value.encode("latin-1")) for name, value in fields.items()]
    await send({"type": "http.response.start", "status": status, "headers": start})
    await send({"type": "http.response.body", "body": body})
