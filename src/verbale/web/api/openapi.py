"""The description of the API in OpenAPI 3.1, served at /api/v1/openapi.json."""

from collections.abc import Iterator
from importlib.metadata import version
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from verbale.web.api.shapes.base import Shape
from verbale.web.problems import PROBLEM_TYPE

PATH = "/api/v1/openapi.json"

ABOUT = """The record of who did what to whom, when, where, according to whom.

Lists come in pages: `after` of one is the cursor of the next. CSV and JSON lines (`Accept: text/csv`,
`application/jsonl`, or `format=`) give everything at once. Answers carry an ETag. `as_of` asks what the record knew
at a moment. Errors are problem details (RFC 9457) with a slug. Where the server has tokens, send
`Authorization: Bearer TOKEN`."""

TAGS = (
    ("reports", "Reports: read, added, listed."),
    ("claims", "What reports say happened, holds or is planned."),
    ("identities", "People, states, bodies, groups and office-holders over many reports."),
    ("events", "What reports say of one happening."),
    ("ties", "Who has to do with whom."),
    ("changes", "What is new."),
    ("screening", "Names held against official lists."),
    ("checks", "Claims held against registers."),
    ("registers", "The official lists of the record."),
    ("decisions", "What people decided, and deciding."),
    ("about", "The record itself."),
    ("yente", "What clients of yente ask: record and lists as FollowTheMoney entities."),
    ("reconcile", "The Reconciliation Service API 0.2, which OpenRefine speaks."),
)


class Application(FastAPI):
    """An application whose description is ours: errors as problem details, tokens, tags."""

    def openapi(self) -> dict[str, Any]:
        """The description, made once."""
        if not self.openapi_schema:
            self.openapi_schema = describe(self)
        return self.openapi_schema


def describe(app: FastAPI) -> dict[str, Any]:
    """The description of all routes that are not pages."""
    found = get_openapi(
        title="Verbale",
        version=version("verbale"),
        openapi_version="3.1.0",
        summary="News reports as claims, kept, asked and checked",
        description=ABOUT,
        routes=app.routes,
        tags=[{"name": name, "description": text} for name, text in TAGS],
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
    )
    for path in found["paths"].values():
        for operation in path.values():
            _state_problems(operation["responses"])
    _restore_examples(found["components"]["schemas"])
    schemes = {"token": {"type": "http", "scheme": "bearer"}}
    found["components"]["securitySchemes"] = schemes
    found["security"] = [{}, {"token": []}]
    return found


def _restore_examples(schemas: dict[str, Any]) -> None:
    """Let the examples of shapes have their nulls, which FastAPI leaves out of all that it describes."""
    for shape in _list_shapes(Shape):
        schema = schemas.get(shape.__name__, {})
        extra = shape.model_config.get("json_schema_extra")
        if "examples" in schema and isinstance(extra, dict):
            schema["examples"] = extra["examples"]


def _list_shapes(shape: type[Shape]) -> Iterator[type[Shape]]:
    """All that derive from a shape."""
    for each in shape.__subclasses__():
        yield each
        yield from _list_shapes(each)


def _state_problems(responses: dict[str, Any]) -> None:
    """Let errors be of the media type that they are sent as."""
    for status, response in responses.items():
        if int(status) >= 400:
            response["content"] = {PROBLEM_TYPE: response["content"]["application/json"]}
