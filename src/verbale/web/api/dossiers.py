"""What is told of somebody: the dossier, and timelines of one or of two."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from verbale.record.queries.dossier import dossier
from verbale.record.queries.timeline import load_timeline
from verbale.record.queries.who import find_one
from verbale.web.api.answering import answer, gives
from verbale.web.api.asked import AskedClaims, Text
from verbale.web.api.shapes import dossiers as shapes
from verbale.web.dossier.contents import find_identity
from verbale.web.errors import Refusal
from verbale.web.opening import reading

router = APIRouter(tags=["identities"])


class AskedDossier(AskedClaims):
    """Which claims are told of, and how many of each kind."""

    limit: int = Field(25, ge=1, le=100, description="Lines of each section.")


class AskedTimeline(AskedClaims):
    """Whose timeline, and which claims are told of."""

    a: Text = Field(min_length=1, max_length=200, description="Name or id of the one.", examples=["Kovac"])
    b: Text = Field("", max_length=200, description="Name or id of the other, for what was between two.")
    limit: int = Field(100, ge=1, le=500, description="Lines at most.")


@router.get(
    "/identities/{identity}/dossier", summary="The dossier", responses=gives(shapes.Dossier, "The dossier.")
)
def show_dossier(request: Request, identity: Text, asked: Annotated[AskedDossier, Query()]) -> Response:
    """What the record has on somebody, as `verbale dossier` tells it: each line with its day, sources and standing.

    Filters choose the claims of the sections; states and matches are of all.
    """
    moment = asked.moment()
    with reading(request) as conn:
        head = find_identity(conn, identity, moment)
        found = dossier(conn, head.id, asked.filters(conn), limit=asked.limit, as_of=moment)
    if found is None:
        raise Refusal(404, "unknown-identity", f"the record has no {identity}")
    return answer(request, found.to_dict())


@router.get(
    "/timeline", summary="A timeline", responses=gives(shapes.Timeline, "The lines, the latest first.")
)
def show_timeline(request: Request, asked: Annotated[AskedTimeline, Query()]) -> Response:
    """What somebody did and had done to him, or what was between two, as `verbale timeline` tells it."""
    moment = asked.moment()
    with reading(request) as conn:
        parties = [find_one(conn, name, moment) for name in (asked.a, asked.b) if name]
        found = load_timeline(conn, parties, asked.filters(conn), limit=asked.limit, as_of=moment)
    return answer(request, found.to_dict())
