"""How routes of the API answer and are described: one object with its tag, problems with their statuses."""

from collections.abc import Mapping
from typing import Any

from fastapi import Request, Response
from pydantic import BaseModel

from verbale.web.answers import Json, dump
from verbale.web.api.shapes.base import Problem
from verbale.web.templating import tagged

Responses = dict[int | str, dict[str, Any]]

REASONS = {
    400: "It cannot be asked like this: words, a name, a cursor or a moment that is none.",
    401: "The server wants a token.",
    403: "The role does not allow it, or another site's page sent it.",
    404: "There is no such thing in the record, or no record is served.",
    405: "The address does not take this method.",
    406: "None of the forms that there are is taken.",
    413: "The body is too large.",
    414: "The address is too long.",
    421: "The server answers under the names of this machine only.",
    422: "A parameter or the body is not of its form, or cannot be taken.",
    429: "Too many requests a minute.",
    500: "A fault of ours.",
    501: "An optional part of Verbale is not installed.",
    503: "The query took too long.",
}
"""What a status of an error means; every one of them carries problem details."""

PROBLEMS: Responses = {status: {"model": Problem, "description": text} for status, text in REASONS.items()}


def gives(
    model: type[BaseModel], description: str, *, status: int = 200, forms: Mapping[str, str] | None = None
) -> Responses:
    """The description of an answer.

    Args:
        model: the object in JSON.
        description: what it is.
        status: of the answer.
        forms: other media types with what they hold.
    """
    headers = {"ETag": {"description": "Send it back as `If-None-Match`.", "schema": {"type": "string"}}}
    content = {
        media: {"schema": {"type": "string", "description": text}} for media, text in (forms or {}).items()
    }
    return {
        status: {"model": model, "description": description, "content": content, "headers": headers},
        304: {"description": "Not changed since `If-None-Match`."},
    }


ROWS = {
    "text/csv": "One row each, with a header; cells that a spreadsheet would run begin with an apostrophe.",
    "application/jsonl": "One object a line.",
}
"""Other forms of whatever has rows."""


def answer(request: Request, value: Any, headers: Mapping[str, str] | None = None) -> Response:
    """An object in JSON with the tag of its bytes; 304 where the client has it."""
    return tagged(request, dump(value), Json.media_type, headers=headers)
