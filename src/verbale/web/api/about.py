"""About the record: its figures, and the types of claim."""

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from verbale.lexicon.claim_types import load_claim_types
from verbale.record.queries.stats import stats
from verbale.web.api.answering import answer, gives
from verbale.web.api.asked import AskedThen
from verbale.web.api.shapes import monitoring as shapes
from verbale.web.kept import keep
from verbale.web.opening import reading

router = APIRouter(tags=["about"])


@router.get("/stats", summary="Figures", responses=gives(shapes.Stats, "The figures."))
def show_stats(request: Request, asked: Annotated[AskedThen, Query()]) -> Response:
    """Figures on the record: reports, claims, identities, decisions, lists."""
    moment = asked.moment()
    with reading(request) as conn:
        found = stats(conn, moment) if moment else keep(request, conn, "stats", stats)
    return answer(request, found.to_dict())


@router.get("/types", summary="Types of claim", responses=gives(shapes.ClaimTypes, "The types."))
def show_types(request: Request) -> Response:
    """The types of claim with their modes, what they mean, and their classes of PLOVER and CAMEO."""
    return answer(request, {"types": [asdict(row) for row in load_claim_types().values()]})
