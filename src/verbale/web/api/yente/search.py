"""yente's `GET /search/{dataset}`: people, bodies and entries by name or part of it."""

from collections import Counter
from collections.abc import Iterable
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field
from sqlalchemy import Connection

from verbale.record.queries.names import Named, find_beginning, find_named
from verbale.record.registers.lookup import Found, find_candidates
from verbale.record.wording.names import country_name
from verbale.web.api.answering import answer, gives
from verbale.web.api.asked import Text
from verbale.web.api.yente import entities, shapes
from verbale.web.api.yente.narrowing import MOST, Narrowed, make_entity
from verbale.web.api.yente.schemata import falls_under
from verbale.web.opening import reading

router = APIRouter()


class AskedSearch(Narrowed):
    """Words of names, and what narrows them."""

    q: Text = Field(min_length=1, max_length=300, description="A name, or part of one.", examples=["Kovac"])
    schema_: Text = Field("Thing", alias="schema", description="Only entities of it; `Thing` is any.")
    countries: list[Text] = Field([], description="Only entities of one of these countries.")
    limit: int = Field(10, ge=0, le=MOST, description="Results of a page.")
    offset: int = Field(0, ge=0, le=1000, description="Results that are passed over.")


@router.get(
    "/search/{dataset}", summary="Search names", responses=gives(shapes.SearchAnswer, "A page of results.")
)
def search(request: Request, dataset: Text, asked: Annotated[AskedSearch, Query()]) -> Response:
    """People and bodies of the record and entries of lists by name or part of it, the commonest and likeliest first."""
    with reading(request) as conn:
        scope = asked.scope(conn, dataset)
        sources: list[Found | Named] = [*_find_names(conn, asked.q)] if scope.in_record else []
        sources += find_candidates(conn, (asked.q,), scope.versions) if scope.versions else ()
        made = (make_entity(conn, source, str(request.base_url)) for source in sources)
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
