"""Identities: whom a name may mean, all of them, one with its names, offices, links, matches."""

from collections.abc import Iterator
from itertools import islice
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field
from sqlalchemy import Connection
from starlette.responses import RedirectResponse

from verbale.record.queries.identities import ListedIdentity, count_names, stream_identities
from verbale.record.queries.linked import LinkRow, count_links, list_links
from verbale.record.queries.merged import follow_merges
from verbale.record.queries.screened import list_screened
from verbale.record.queries.states import StateKind, list_states
from verbale.record.queries.who import Candidate, who
from verbale.web.api.answering import ROWS, answer, gives
from verbale.web.api.asked import AskedTable, AskedThen, Kind, Text
from verbale.web.api.negotiation import choose_form
from verbale.web.api.paging import USUAL, link_next
from verbale.web.api.rows import Shape, answer_rows, stream_rows
from verbale.web.api.shapes import identities as shapes
from verbale.web.api.shapes.dossiers import Offices
from verbale.web.dossier.contents import find_identity
from verbale.web.opening import reading

router = APIRouter(tags=["identities"])

COLUMNS = ("id", "name", "kind", "country", "mentions")

IDENTITIES: Shape[ListedIdentity] = Shape(
    "identities", ListedIdentity.to_dict, COLUMNS, lambda each: [getattr(each, name) for name in COLUMNS]
)
MOVED: dict[int | str, dict[str, Any]] = {
    308: {"description": "It was merged into the one that `Location` names."}
}


class AskedWho(AskedThen):
    """A name, and what it may be of."""

    name: Text = Field(
        min_length=1, max_length=200, description="In any script and spelling.", examples=["Kovac"]
    )
    kind: Kind | None = Field(None, description="Only those of this kind.")
    limit: int = Field(10, ge=1, le=50, description="Candidates at most.")


class AskedIdentities(AskedTable):
    """Which identities are meant."""

    kind: Kind | None = Field(None, description="Only those of this kind.", examples=["person"])


class AskedLinks(AskedThen):
    """How many links are wanted."""

    limit: int = Field(100, ge=1, le=1000, description="Links at most.")


@router.get("/who", summary="Whom a name may mean", responses=gives(shapes.Candidates, "The best first."))
def find_by_name(request: Request, asked: Annotated[AskedWho, Query()]) -> Response:
    """Those whom a name may mean, with what tells them apart, as `verbale who` lists them."""
    with reading(request) as conn:
        found = who(conn, asked.name, kind=asked.kind, limit=asked.limit, as_of=asked.moment())
    return answer(request, {"candidates": [each.to_dict() for each in found]})


@router.get(
    "/identities",
    summary="List identities",
    responses=gives(shapes.IdentityPage, "A page of identities.", forms=ROWS),
)
def show_list(request: Request, asked: Annotated[AskedIdentities, Query()]) -> Response:
    """All identities, in the order of their ids; CSV and JSON lines give all where no page is asked for."""
    form, moment = choose_form(request, asked.format), asked.moment()

    def find(conn: Connection) -> Iterator[ListedIdentity]:
        return stream_identities(conn, kind=asked.kind, after=asked.after or None, as_of=moment)

    if form != "json" and asked.whole:
        return stream_rows(request, form, IDENTITIES, find)
    limit = asked.limit or USUAL
    with reading(request) as conn:
        found = list(islice(find(conn), limit + 1))
    page, after = found[:limit], found[limit - 1].id if len(found) > limit else None
    headers = link_next(request, after)
    if form != "json":
        return answer_rows(request, form, IDENTITIES, page, headers)
    return answer(request, {"after": after, "identities": [each.to_dict() for each in page]}, headers)


@router.get(
    "/identities/{identity}",
    summary="One identity",
    responses={**gives(shapes.Identity, "The identity."), **MOVED},
)
def show_identity(request: Request, identity: Text, asked: Annotated[AskedThen, Query()]) -> Response:
    """Somebody with his names, the offices last said to be held, and the days of the reports that name him."""
    moment = asked.moment()
    with reading(request) as conn:
        current = follow_merges(conn, [identity], moment).get(identity)
        if current and current != identity:
            query = f"?{request.url.query}" if request.url.query else ""
            return RedirectResponse(f"/api/v1/identities/{current}{query}", 308)
        found = find_identity(conn, identity, moment)
    return answer(request, describe(found))


def describe(found: Candidate) -> dict[str, Any]:
    """An identity that was asked for by its id: how it fits a name is no question."""
    return {name: value for name, value in found.to_dict().items() if name != "fit"}


@router.get("/identities/{identity}/names", summary="Names", responses=gives(shapes.Names, "The names."))
def show_names(request: Request, identity: Text) -> Response:
    """The names that somebody goes by, in all spellings, with how often reports have them."""
    with reading(request) as conn:
        found = find_identity(conn, identity)
        names = count_names(conn, found.id)
    spelt = [{"name": name, "count": count} for name, count in names]
    return answer(request, {"identity": found.id, "names": spelt})


@router.get(
    "/identities/{identity}/offices",
    summary="Offices over time",
    responses=gives(Offices, "The offices."),
)
def show_offices(request: Request, identity: Text, asked: Annotated[AskedThen, Query()]) -> Response:
    """The offices that somebody is reported to hold or have held, each end with the claims that tell it."""
    moment = asked.moment()
    with reading(request) as conn:
        found = find_identity(conn, identity, moment)
        states = list_states(conn, found.id, moment)
    offices = [each.to_dict() for each in states if each.kind is StateKind.OFFICE]
    return answer(request, {"identity": found.id, "offices": offices})


@router.get(
    "/identities/{identity}/links",
    summary="Why it is recognised",
    responses=gives(shapes.Links, "The links."),
)
def show_links(request: Request, identity: Text, asked: Annotated[AskedLinks, Query()]) -> Response:
    """Where and why names in reports are taken for somebody, the weakest first."""
    moment = asked.moment()
    with reading(request) as conn:
        found = find_identity(conn, identity, moment)
        total = count_links(conn, found.id, moment)
        links = list_links(conn, found.id, limit=asked.limit, as_of=moment)
    listed = [_describe_link(each) for each in links]
    return answer(request, {"identity": found.id, "total": total, "links": listed})


def _describe_link(link: LinkRow) -> dict[str, Any]:
    return {"actor": link.actor, **link.to_dict()}


@router.get(
    "/identities/{identity}/screening",
    summary="What screening found",
    responses=gives(shapes.KeptMatches, "The matches."),
)
def show_matches(request: Request, identity: Text, asked: Annotated[AskedThen, Query()]) -> Response:
    """Entries of lists that somebody may be, as `verbale screen` last found them, with what was decided about them."""
    moment = asked.moment()
    with reading(request) as conn:
        found = find_identity(conn, identity, moment)
        matches = list_screened(conn, found.id, moment)
    return answer(request, {"identity": found.id, "matches": [each.to_dict() for each in matches]})
