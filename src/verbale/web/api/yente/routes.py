"""yente's routes below /api/yente: entities, catalog, algorithms, and those of match and search."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Connection
from starlette.responses import RedirectResponse

from verbale.record.queries.merged import follow_merges
from verbale.record.queries.names import load_named
from verbale.record.queries.newest import find_newest_day
from verbale.record.registers.entries import find_entry
from verbale.record.registers.lookup import listings_of
from verbale.record.registers.versions import versions_on
from verbale.screening.extra import require_screening
from verbale.screening.scorer import ALGORITHM, describe_features
from verbale.web.api.answering import PROBLEMS, answer, gives
from verbale.web.api.asked import Text
from verbale.web.api.yente import entities, match, search, shapes
from verbale.web.api.yente.datasets import list_datasets
from verbale.web.errors import Refusal
from verbale.web.opening import reading

router = APIRouter(prefix="/api/yente", tags=["yente"], responses=PROBLEMS)
router.include_router(match.router)
router.include_router(search.router)


class AskedEntity(BaseModel):
    """How much of an entity is wanted."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    nested: bool = Field(True, description="With the measures against it.")


@router.get(
    "/entities/{entity_id}",
    summary="One entity",
    responses={
        **gives(shapes.Entity, "The entity."),
        308: {"description": "It was merged into another one."},
    },
)
def show_entity(request: Request, entity_id: Text, asked: Annotated[AskedEntity, Query()]) -> Response:
    """Somebody of the record, or an entry of a list; one that was merged leads to the one it went into."""
    base = str(request.base_url)
    with reading(request) as conn:
        identity = entities.identity_of(entity_id)
        if identity:
            current = follow_merges(conn, [identity]).get(identity)
            if current and current != identity:
                query = f"?{request.url.query}" if request.url.query else ""
                return RedirectResponse(f"/api/yente/entities/{current.replace(':', '-', 1)}{query}", 308)
            named = load_named(conn, {identity: identity}, None) if current else []
            found = [entities.entity_of_identity(conn, each, base) for each in named]
        else:
            found = _find_entry(conn, entity_id, nested=asked.nested)
    if not found:
        raise Refusal(404, "unknown-entity", f"neither the record nor a list has an entity {entity_id}")
    return answer(request, found[0])


def _find_entry(conn: Connection, entity_id: str, *, nested: bool) -> list[entities.Entity]:
    """The entry of a list, as a list of one or none."""
    place = entities.entry_of(entity_id, versions_on(conn))
    found = find_entry(conn, *place) if place else None
    return [entities.entity_of_entry(found, listings_of(conn, found), nested=nested)] if found else []


@router.get("/catalog", summary="The data sets", responses=gives(shapes.Catalog, "The data sets."))
def show_catalog(request: Request) -> Response:
    """The record and the lists, each a data set, and `default`, which is all of them."""
    with reading(request) as conn:
        datasets = list_datasets(conn, find_newest_day(conn))
    current = [each["name"] for each in datasets]
    return answer(request, {"datasets": datasets, "current": current, "outdated": [], "index_stale": False})


@router.get(
    "/algorithms", summary="How it is compared", responses=gives(shapes.Algorithms, "The ways to compare.")
)
def show_algorithms(request: Request) -> Response:
    """The one way to compare, with its features."""
    require_screening()
    text = "nomenklatura's logic-v2, as `verbale screen` uses it"
    only = {"name": ALGORITHM, "description": text, "features": describe_features()}
    return answer(request, {"algorithms": [only], "default": ALGORITHM, "best": ALGORITHM})
