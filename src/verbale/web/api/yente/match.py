"""yente's `POST /match/{dataset}`: who of the record and on the lists may be meant."""

from typing import Annotated, Any

from fastapi import APIRouter, Body, Query, Request, Response
from pydantic import Field
from sqlalchemy import Connection

from verbale.screening.extra import require_screening
from verbale.screening.matching import Scored, match_subject
from verbale.screening.scorer import ALGORITHM, describe_features, warm_up
from verbale.web.api.answering import answer, gives
from verbale.web.api.asked import Text
from verbale.web.api.yente import entities, shapes
from verbale.web.api.yente.datasets import Scope
from verbale.web.api.yente.narrowing import MOST, Narrowed, make_entity
from verbale.web.api.yente.queries import make_subject
from verbale.web.api.yente.schemata import may_match
from verbale.web.errors import Refusal
from verbale.web.opening import reading

router = APIRouter()

ALGORITHMS = ("best", ALGORITHM)


class AskedMatch(Narrowed):
    """How alike results must be, and how many of them are wanted."""

    limit: int = Field(5, ge=1, le=MOST, description="Results of each query at most.")
    threshold: float = Field(0.7, ge=0, le=1, description="The score from which on a result is a match.")
    cutoff: float = Field(0.5, ge=0, le=1, description="The score below which there is no result.")
    algorithm: Text = Field("best", description="`best` is logic-v2, the only one.", examples=["logic-v2"])
    exclude_entity_ids: list[Text] = Field([], description="None of these.")


@router.post(
    "/match/{dataset}", summary="Match entities", responses=gives(shapes.MatchAnswer, "Who may be meant.")
)
def match(
    request: Request,
    dataset: Text,
    given: Annotated[shapes.Queries, Body()],
    asked: Annotated[AskedMatch, Query()],
) -> Response:
    """Who of the record and on the lists may be meant, scored by nomenklatura's logic-v2.

    `dataset` is `record`, the name of a list, or `default` for all. A bare surname matches nobody.
    """
    require_screening()
    warm_up()  # before the clock of the query runs
    if asked.algorithm not in ALGORITHMS:
        text = f"there is no algorithm {asked.algorithm!r}: there is {', '.join(ALGORITHMS)}"
        raise Refusal(400, "unknown-algorithm", text)
    with reading(request) as conn:
        scope = asked.scope(conn, dataset)
        responses = {
            name: _match(conn, each, scope, asked, str(request.base_url))
            for name, each in given.queries.items()
        }
    return answer(request, {"responses": responses, "matcher": describe_features(), "limit": asked.limit})


def _match(
    conn: Connection, example: shapes.EntityExample, scope: Scope, asked: AskedMatch, base: str
) -> dict[str, Any]:
    """The answer to one query."""
    scored = match_subject(conn, make_subject(example), scope.versions, in_record=scope.in_record)
    results: list[entities.Entity] = []
    for each in scored:
        if each.score.score < asked.cutoff or len(results) == asked.limit:
            break
        entity = make_entity(conn, each.source, base)
        wanted = asked.admits(entity) and entity["id"] not in asked.exclude_entity_ids
        if wanted and may_match(entity["schema"], example.schema_):
            results.append({**entity, **_judge(each, asked.threshold)})
    return {
        "status": 200,
        "results": results,
        "total": {"value": len(results), "relation": "eq"},
        "query": example.model_dump(by_alias=True),
    }


def _judge(scored: Scored, threshold: float) -> dict[str, Any]:
    return {
        "score": scored.score.score,
        "features": {feature.name: feature.score for feature in scored.score.features},
        "match": scored.surely_named and scored.score.score >= threshold,
    }
