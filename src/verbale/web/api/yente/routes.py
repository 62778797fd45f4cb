"""yente's routes below /api/yente: match, entities, search, catalog, algorithms."""

from collections import Counter
from collections.abc import Iterable
from typing import Annotated, Any

from fastapi import APIRouter, Body, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Connection
from starlette.responses import RedirectResponse

from verbale.record.queries.merged import follow_merges
from verbale.record.queries.names import Named, find_beginning, find_named, load_named
from verbale.record.queries.newest import find_newest_day
from verbale.record.registers.entries import find_entry
from verbale.record.registers.lookup import Found, find_candidates, listings_of
from verbale.record.registers.versions import versions_on
from verbale.record.wording.names import country_name
from verbale.screening.extra import require_screening
from verbale.screening.matching import Scored, match_subject
from verbale.screening.scorer import ALGORITHM, describe_features, warm_up
from verbale.web.api.answering import PROBLEMS, answer, gives
from verbale.web.api.asked import Text
from verbale.web.api.yente import entities, shapes
from verbale.web.api.yente.datasets import Scope, find_scope, list_datasets
from verbale.web.api.yente.queries import make_subject
from verbale.web.api.yente.schemata import falls_under, may_match
from verbale.web.errors import Refusal
from verbale.web.opening import reading

router = APIRouter(prefix="/api/yente", tags=["yente"], responses=PROBLEMS)

MOST = 100
"""Results of one query at most."""
ALGORITHMS = ("best", ALGORITHM)


class Narrowed(BaseModel):
    """What yente's clients may narrow a question by; what they send besides is passed over, as yente does."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    include_dataset: list[Text] = Field([], description="Only these parts of the data set.")
    exclude_dataset: list[Text] = Field([], description="All but these parts of the data set.")
    exclude_schema: list[Text] = Field([], description="No entities of these schemata.")
    topics: list[Text] = Field(
        [], description="Only entities with one of these topics.", examples=[["sanction"]]
    )

    def scope(self, conn: Connection, dataset: str) -> Scope:
        """Where it is looked.

        Raises:
            Refusal: there is no such data set.
        """
        return find_scope(conn, dataset, tuple(self.include_dataset), tuple(self.exclude_dataset))

    def admits(self, entity: entities.Entity) -> bool:
        """Whether an entity is wanted."""
        if entity["schema"] in self.exclude_schema:
            return False
        return not self.topics or bool({*self.topics} & {*entity["properties"].get("topics", ())})


class AskedMatch(Narrowed):
    """How alike results must be, and how many of them are wanted."""

    limit: int = Field(5, ge=1, le=MOST, description="Results of each query at most.")
    threshold: float = Field(0.7, ge=0, le=1, description="The score from which on a result is a match.")
    cutoff: float = Field(0.5, ge=0, le=1, description="The score below which there is no result.")
    algorithm: Text = Field("best", description="`best` is logic-v2, the only one.", examples=["logic-v2"])
    exclude_entity_ids: list[Text] = Field([], description="None of these.")


class AskedSearch(Narrowed):
    """Words of names, and what narrows them."""

    q: Text = Field(min_length=1, max_length=300, description="A name, or part of one.", examples=["Kovac"])
    schema_: Text = Field("Thing", alias="schema", description="Only entities of it; `Thing` is any.")
    countries: list[Text] = Field([], description="Only entities of one of these countries.")
    limit: int = Field(10, ge=0, le=MOST, description="Results of a page.")
    offset: int = Field(0, ge=0, le=1000, description="Results that are passed over.")


class AskedEntity(BaseModel):
    """How much of an entity is wanted."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    nested: bool = Field(True, description="With the measures against it.")


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
        entity = _make(conn, each.source, base)
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


def _make(conn: Connection, source: Found | Named, base: str) -> entities.Entity:
    if isinstance(source, Found):
        return entities.entity_of_entry(source)
    return entities.entity_of_identity(conn, source, base)


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


@router.get(
    "/search/{dataset}", summary="Search names", responses=gives(shapes.SearchAnswer, "A page of results.")
)
def search(request: Request, dataset: Text, asked: Annotated[AskedSearch, Query()]) -> Response:
    """People and bodies of the record and entries of lists by name or part of it, the commonest and likeliest first."""
    with reading(request) as conn:
        scope = asked.scope(conn, dataset)
        sources: list[Found | Named] = [*_find_names(conn, asked.q)] if scope.in_record else []
        sources += find_candidates(conn, (asked.q,), scope.versions) if scope.versions else ()
        made = (_make(conn, source, str(request.base_url)) for source in sources)
        found = [entity for entity in made if _fits(entity, asked)]
    return answer(
        request,
        {
            "limit": asked.limit,
            "offset": asked.offset,
            "total": {"value": len(found), "relation": "eq"},
            "results": found[asked.offset : asked.offset + asked.limit],
            "facets": _count(found),
        },
    )


def _find_names(conn: Connection, text: str) -> list[Named]:
    """Those who go by a name, and those one of whose names begins so, each once."""
    found = (*find_named(conn, text), *find_beginning(conn, text, MOST))
    return list({each.id: each for each in reversed(found)}.values())[::-1]


def _fits(entity: entities.Entity, asked: AskedSearch) -> bool:
    countries = {code.lower() for code in asked.countries}
    if countries and not countries & {*entity["properties"].get("country", ())}:
        return False
    return falls_under(entity["schema"], asked.schema_) and asked.admits(entity)


def _count(found: Iterable[entities.Entity]) -> dict[str, Any]:
    """How many of the results have which country, topic, data set."""
    found = list(found)
    counts = {
        "countries": Counter(code for each in found for code in each["properties"].get("country", ())),
        "topics": Counter(topic for each in found for topic in each["properties"].get("topics", ())),
        "datasets": Counter(name for each in found for name in each["datasets"]),
    }
    return {
        label: {
            "label": label.capitalize(),
            "values": [
                {"name": name, "label": country_name(name) if label == "countries" else name, "count": count}
                for name, count in sorted(each.items(), key=lambda item: (-item[1], item[0]))
            ],
        }
        for label, each in counts.items()
    }


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
