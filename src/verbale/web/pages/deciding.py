"""What people decide on a dossier: who is on a list, who is who."""

from collections.abc import Callable
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.concurrency import run_in_threadpool
from sqlalchemy import Connection
from starlette.responses import RedirectResponse

from verbale.record.merging import confirm_links, merge_identities, split_identity
from verbale.record.queries.who import find_one
from verbale.screening.outcomes import decide_match
from verbale.web.errors import Refusal
from verbale.web.forms import read_form
from verbale.web.opening import find_store, require
from verbale.web.paths import identity_path
from verbale.web.security.people import Role

router = APIRouter(include_in_schema=False)

Fields = Annotated[dict[str, str], Depends(read_form)]
Decide = Callable[[Connection, str, str, datetime], str]
"""Writes a decision, given who, why and when; gives where to go on."""


@router.post("/identity/{identity}/screening")
async def decide_on_match(request: Request, identity: str, fields: Fields) -> Response:
    """Say whether an entry of a list is who the dossier is about."""
    verdict = _choose(fields, "accept", "reject")
    entry = (fields.get("register", ""), fields.get("entry", ""))

    def write(conn: Connection, by: str, why: str, now: datetime) -> str:
        decide_match(conn, verdict, identity, *entry, by=by, why=why, now=now)
        return f"{identity_path(identity)}#screening"

    return await run_in_threadpool(_write, request, fields, write)


@router.post("/identity/{identity}/merge")
async def merge(request: Request, identity: str, fields: Fields) -> Response:
    """Say that somebody else in the record is the same; he goes into this dossier."""

    def write(conn: Connection, by: str, why: str, now: datetime) -> str:
        merge_identities(conn, identity, find_one(conn, fields.get("other", "")), by=by, why=why, now=now)
        return f"{identity_path(identity)}#who"

    return await run_in_threadpool(_write, request, fields, write)


@router.post("/identity/{identity}/links")
async def decide_on_links(request: Request, identity: str, fields: Fields) -> Response:
    """Say that this is right in the reports chosen, or that it is somebody else there."""
    verdict = _choose(fields, "confirm", "split")
    chosen = [name.removeprefix("actor-") for name in fields if name.startswith("actor-")]
    actors = [int(each) for each in chosen if each.isascii() and each.isdigit() and len(each) < 19]

    def write(conn: Connection, by: str, why: str, now: datetime) -> str:
        if verdict == "confirm":
            confirm_links(conn, identity, actors, by=by, why=why, now=now)
            return f"{identity_path(identity)}#who"
        _, fresh = split_identity(conn, identity, actors, by=by, why=why, now=now)
        return identity_path(fresh)

    return await run_in_threadpool(_write, request, fields, write)


def _choose(fields: dict[str, str], *verdicts: str) -> str:
    """The verdict given.

    Raises:
        Refusal: it is none of those.
    """
    given = fields.get("verdict", "")
    if given not in verdicts:
        raise Refusal(422, "bad-verdict", f"{given!r} is no verdict here: give {' or '.join(verdicts)}")
    return given


def _write(request: Request, fields: dict[str, str], write: Decide) -> Response:
    """Let who may review write a decision, and go on where it leads."""
    person = require(request, Role.REVIEW)
    with find_store(request).begin() as conn:
        path = write(conn, person.name, fields.get("why", "").strip(), request.app.state.options.now())
    return RedirectResponse(path, 303)
