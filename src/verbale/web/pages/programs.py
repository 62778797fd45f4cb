"""For programs: what the API answers, out of its own description."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request, Response
from markupsafe import Markup, escape

from verbale.web.api.openapi import PATH, TAGS
from verbale.web.templating import render

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that can be asked: parameters are names with what they mean."""

    method: str
    path: str
    summary: str
    paragraphs: tuple[Markup, ...]
    parameters: tuple[tuple[str, Markup], ...]


@router.get("/programs")
def show_api(request: Request) -> Response:
    """The API, route by route."""
    description = request.app.openapi()
    about, *more = (mark_code(each) for each in description["info"]["description"].split("\n\n"))
    groups = [(name, text, list(_list_operations(description, name))) for name, text in TAGS]
    return render(request, "programs.html", about=about, more=more, groups=groups, description=PATH)


def _list_operations(description: dict[str, Any], tag: str) -> Iterator[Operation]:
    """The operations under a tag."""
    for path, methods in description["paths"].items():
        for method, each in methods.items():
            if tag in each["tags"]:
                yield Operation(
                    method.upper(),
                    path,
                    each["summary"],
                    tuple(mark_code(text) for text in each["description"].split("\n\n")),
                    tuple(
                        (one["name"], mark_code(one["schema"].get("description", "")))
                        for one in each.get("parameters", ())
                        if one["in"] == "query"
                    ),
                )


def mark_code(text: str) -> Markup:
    """Text with what stands between backticks as code, all else escaped.

    >>> mark_code("ask `a<b` & more")
    Markup('ask <code>a&lt;b</code> &amp; more')
    """
    parts = re.split(r"`([^`]*)`", text)
    marked = (
        Markup("<code>{}</code>").format(part) if nth % 2 else escape(part) for nth, part in enumerate(parts)
    )
    return Markup("").join(marked)
