"""The routes of the reconciliation service, below /api/reconcile."""

from collections.abc import Iterable
from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Form, Query, Request, Response
from pydantic import BaseModel, ValidationError

from verbale.record.queries.who import suggest, who
from verbale.web.api.answering import PROBLEMS, answer, gives
from verbale.web.api.asked import Text
from verbale.web.api.reconcile import shapes
from verbale.web.api.reconcile.extending import extend
from verbale.web.api.reconcile.manifest import PROPERTIES, TYPES, describe_type, make_manifest
from verbale.web.api.reconcile.matching import describe, reconcile
from verbale.web.api.reconcile.neighbours import FRAMED, let_neighbours
from verbale.web.errors import Refusal
from verbale.web.opening import reading
from verbale.web.templating import render

router = APIRouter(prefix="/api/reconcile", tags=["reconcile"], responses=PROBLEMS)

B = TypeVar("B", bound=BaseModel)

QUERIES = '{"q0": {"query": "Martin Kovac", "type": "person"}}'
EXTEND = '{"ids": ["identity:8593aaaf2105"], "properties": [{"id": "country"}]}'
Queries = Annotated[Text, Query(description="A batch of queries, as JSON.", examples=[QUERIES])]
Extend = Annotated[Text, Query(description="Ids and properties, as JSON.", examples=[EXTEND])]
Prefix = Annotated[Text, Query(max_length=200, description="The letters typed.", examples=["Kov"])]

SERVICE = gives(shapes.Service, "The manifest, or what was asked.")


@router.get("", summary="The service", responses=SERVICE)
def show_service(request: Request, queries: Queries = "", extend: Extend = "") -> Response:
    """The manifest; with `queries` who may be meant, with `extend` what the record knows of somebody."""
    return _answer(request, queries, extend)


@router.post("", summary="Ask the service", responses=SERVICE)
def ask_service(
    request: Request,
    queries: Annotated[Text, Form(description="A batch of queries, as JSON.", examples=[QUERIES])] = "",
    extend: Annotated[Text, Form(description="Ids and properties, as JSON.", examples=[EXTEND])] = "",
) -> Response:
    """As by GET; nothing is written."""
    return _answer(request, queries, extend)


def _answer(request: Request, queries: str, wanted: str) -> Response:
    if queries:
        asked = _parse(shapes.ReconciliationQueries, queries, "queries").root
        if len(asked) > shapes.MOST_QUERIES:
            text = f"{len(asked)} queries at once: send {shapes.MOST_QUERIES} at most"
            raise Refusal(422, "too-many-queries", text)
        with reading(request) as conn:
            found: Any = {name: {"result": reconcile(conn, query)} for name, query in asked.items()}
    elif wanted:
        with reading(request) as conn:
            found = extend(conn, _parse(shapes.ExtensionQuery, wanted, "extend"))
    else:
        with_tokens = bool(request.app.state.options.tokens)
        found = make_manifest(str(request.base_url), with_tokens=with_tokens)
    return let_neighbours(request, answer(request, found))


def _parse(model: type[B], text: str, name: str) -> B:
    """What a client sent as JSON.

    Raises:
        Refusal: it is not of its form.
    """
    try:
        return model.model_validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or name
        raise Refusal(400, f"bad-{name}", f"`{name}` is not of its form: {where}: {first['msg']}") from error


@router.get("/suggest/entity", summary="Suggest somebody", responses=gives(shapes.Suggestions, "Whom."))
def suggest_entity(
    request: Request,
    prefix: Prefix,
    cursor: Annotated[int, Query(ge=0, le=1000, description="How many to pass over.")] = 0,
) -> Response:
    """Those one of whose names begins with the letters typed."""
    with reading(request) as conn:
        found = suggest(conn, prefix, limit=cursor + 10)[cursor:]
    listed = [
        {
            "id": each.id,
            "name": each.name,
            "description": describe(each),
            "notable": [describe_type(each.kind)],
        }
        for each in found
    ]
    return let_neighbours(request, answer(request, {"result": listed}))


@router.get("/suggest/type", summary="Suggest a type", responses=gives(shapes.SuggestedNames, "Types."))
def suggest_type(request: Request, prefix: Prefix) -> Response:
    """Types that the letters typed begin."""
    return _suggest(request, prefix, (describe_type(kind) for kind in TYPES))


@router.get(
    "/suggest/property", summary="Suggest a property", responses=gives(shapes.SuggestedNames, "Properties.")
)
def suggest_property(request: Request, prefix: Prefix) -> Response:
    """Properties that the letters typed begin."""
    return _suggest(request, prefix, ({"id": name, "name": title} for name, title in PROPERTIES.items()))


def _suggest(request: Request, prefix: str, known: Iterable[dict[str, str]]) -> Response:
    typed = prefix.casefold()
    fitting = [each for each in known if any(text.casefold().startswith(typed) for text in each.values())]
    return let_neighbours(request, answer(request, {"result": fitting}))


@router.get("/properties", summary="Properties of a type", responses=gives(shapes.Proposal, "Properties."))
def propose_properties(
    request: Request,
    type: Annotated[Text, Query(description="A kind of identity.", examples=["person"])] = "",
    limit: Annotated[int, Query(ge=1, le=100, description="Properties at most.")] = 100,
) -> Response:
    """The properties that `extend` can give of identities of a type; only people hold offices."""
    known = [{"id": name, "name": title} for name, title in PROPERTIES.items()]
    fitting = [each for each in known if each["id"] != "office" or type in ("", "person")]
    return let_neighbours(
        request, answer(request, {"type": type, "limit": limit, "properties": fitting[:limit]})
    )


PREVIEW: dict[int | str, dict[str, Any]] = {
    200: {"description": "A small page.", "content": {"text/html": {"schema": {"type": "string"}}}},
    304: {"description": "Not changed since `If-None-Match`."},
}


@router.get("/preview", summary="Preview somebody", responses=PREVIEW, response_class=Response)
def preview(
    request: Request,
    id: Annotated[Text, Query(description="Id of an identity.", examples=["identity:8593aaaf2105"])],
) -> Response:
    """A small page about somebody, which pages of this machine may frame."""
    with reading(request) as conn:
        found = who(conn, id, limit=1) if id.startswith("identity:") else ()
    if not found:
        raise Refusal(404, "unknown-identity", f"the record has no {id}")
    page = render(request, "preview.html", head=found[0])
    page.headers["Content-Security-Policy"] = FRAMED
    return page
