"""What people decide: who is who, who is on a list; and the log of it."""

from collections.abc import Callable
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Body, Query, Request, Response
from pydantic import Field
from sqlalchemy import Connection

from verbale.record.decisions import Decision
from verbale.record.merging import confirm_links, merge_identities, split_identity
from verbale.record.queries.decided import DecisionFilters, page_decisions
from verbale.record.queries.who import find_one
from verbale.screening.outcomes import decide_match
from verbale.web.api.answering import answer, gives
from verbale.web.api.asked import Asked, Day, Text
from verbale.web.api.bodies import GivenLinks, GivenMatch, GivenMerge
from verbale.web.api.paging import LONGEST, USUAL, link_next
from verbale.web.api.shapes.identities import Decision as DecisionShape
from verbale.web.api.shapes.identities import DecisionPage
from verbale.web.opening import find_store, reading, require
from verbale.web.security.people import Role

router = APIRouter(tags=["decisions"])

Decide = Callable[[Connection, str, datetime], Decision]
"""Writes a decision, given by whom and when."""

DECIDED = gives(DecisionShape, "What was decided.")


class AskedDecisions(Asked):
    """Which decisions are meant."""

    kind: Text = Field("", description="accept, reject, correct, merge, split, confirm, forget.")
    by: Text = Field("", description="Who decided.")
    since: Day | None = Field(None, description="From the beginning of this day on, UTC.")
    until: Day | None = Field(None, description="To the end of this day, UTC.")
    limit: int = Field(USUAL, ge=1, le=LONGEST, description="Decisions of a page.")
    after: Text | None = Field(None, description="The cursor `after` of the page before.")


@router.get("/decisions", summary="The log", responses=gives(DecisionPage, "A page of decisions."))
def show_log(request: Request, asked: Annotated[AskedDecisions, Query()]) -> Response:
    """What people decided, the newest first."""
    filters = DecisionFilters(asked.kind, asked.by, asked.since, asked.until)
    with reading(request) as conn:
        page = page_decisions(conn, filters, limit=asked.limit, after=asked.after or None)
    found = {"after": page.after, "decisions": [each.to_dict() for each in page.decisions]}
    return answer(request, found, link_next(request, page.after))


@router.post("/identities/{identity}/merge", summary="Merge two identities", responses=DECIDED)
def merge(request: Request, identity: Text, given: Annotated[GivenMerge, Body()]) -> Response:
    """Say that somebody else in the record is the same (role `review`): he goes into the identity of the address."""

    def write(conn: Connection, by: str, now: datetime) -> Decision:
        return merge_identities(conn, identity, find_one(conn, given.other), by=by, why=given.why, now=now)

    return _write(request, write)


@router.post("/identities/{identity}/split", summary="Split an identity", responses=DECIDED)
def split(request: Request, identity: Text, given: Annotated[GivenLinks, Body()]) -> Response:
    """Say that it is somebody else in the reports of some links (role `review`); `subject.split` is his new id."""

    def write(conn: Connection, by: str, now: datetime) -> Decision:
        decision, _ = split_identity(conn, identity, _keys(given), by=by, why=given.why, now=now)
        return decision

    return _write(request, write)


@router.post("/identities/{identity}/confirm", summary="Confirm recognitions", responses=DECIDED)
def confirm(request: Request, identity: Text, given: Annotated[GivenLinks, Body()]) -> Response:
    """Say that some links are right (role `review`): no re-reading undoes them."""

    def write(conn: Connection, by: str, now: datetime) -> Decision:
        return confirm_links(conn, identity, _keys(given), by=by, why=given.why, now=now)

    return _write(request, write)


@router.post("/identities/{identity}/screening", summary="Decide about a match", responses=DECIDED)
def decide(request: Request, identity: Text, given: Annotated[GivenMatch, Body()]) -> Response:
    """Accept or reject an entry of a list that screening has found for somebody (role `review`)."""

    def write(conn: Connection, by: str, now: datetime) -> Decision:
        entry = (given.register_, given.entry)
        return decide_match(conn, given.verdict, identity, *entry, by=by, why=given.why, now=now)

    return _write(request, write)


def _keys(given: GivenLinks) -> list[int]:
    """The keys that a database can have; others name nothing."""
    return [key for key in given.actors if 0 <= key < 2**63]


def _write(request: Request, write: Decide) -> Response:
    """Let who may review write a decision."""
    person = require(request, Role.REVIEW)
    with find_store(request).begin() as conn:
        decision = write(conn, person.name, request.app.state.options.now())
    return answer(request, decision.to_dict())
