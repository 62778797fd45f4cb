"""Pages out of templates: everything escaped, steering characters shown, a tag by which browsers keep them."""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from importlib.metadata import version
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response

from verbale.record.wording import verbs
from verbale.record.wording.days import say_day, say_span
from verbale.record.wording.names import country_name, kind_name, type_name
from verbale.web.classes import tone_of_type
from verbale.web.plain import finalize
from verbale.web.security.links import safe_url
from verbale.web.security.people import Role


@cache
def environment() -> Environment:
    """The templates of `web/templates/`, compiled once."""
    made = Environment(
        loader=PackageLoader("verbale.web", "templates"),
        autoescape=True,
        finalize=finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters |= {
        "day": say_day,
        "moment": say_moment,
        "span": say_span,
        "safe_url": safe_url,
        "country": country_name,
        "kind": kind_name,
        "type": type_name,
        "tone": tone_of_type,
        "query": make_query,
        "same_query": same_query,
        "report_path": report_path,
        "thousands": lambda number: f"{number:,}",
    }
    made.globals |= {
        "Role": Role,
        "say_verb": verbs.say_verb,
        "version": version("verbale"),
        "static": static_path,
    }
    return made


def render(request: Request, template: str, status: int = 200, **values: Any) -> Response:
    """The page that a template makes; 304 where the browser has it already."""
    person = request.scope["state"].get("person")
    body = environment().get_template(template).render(request=request, person=person, **values)
    return tagged(request, body.encode(), "text/html; charset=utf-8", status)


def tagged(
    request: Request,
    body: bytes,
    media_type: str,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """An answer with an ETag of its bytes; 304 without body where `If-None-Match` names it."""
    tag = f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    fields = {**(headers or {}), "ETag": tag, "Vary": "Accept, Cookie, Authorization"}
    known = request.headers.get("if-none-match", "")
    if status == 200 and request.method in ("GET", "HEAD") and tag in known.replace("W/", "").split(", "):
        return Response(status_code=304, headers=fields)
    return Response(body, status, fields, media_type)


@cache
def static_path(name: str) -> str:
    """Where a static file is served; the digest in it lets browsers keep the file for good."""
    from importlib.resources import files  # noqa: PLC0415

    content = files("verbale.web").joinpath("static", name).read_bytes()
    return f"/static/{name}?v={hashlib.sha256(content).hexdigest()[:12]}"


def say_moment(value: datetime | str | None) -> str:
    """A moment in UTC, to the minute.

    >>> say_moment("2024-06-03T08:15:30.000000Z")
    '3 June 2024, 08:15 UTC'
    """
    if not value:
        return ""
    moment = datetime.fromisoformat(value) if isinstance(value, str) else value
    return f"{say_day(moment.date())}, {moment:%H:%M} UTC"


def report_path(report_id: str) -> str:
    """Where a report is shown, whatever its id holds.

    >>> report_path("wire:4/2?x")
    '/reports/wire%3A4/2%3Fx'
    """
    return "/reports/" + quote(report_id, errors="replace")


def same_query(values: QueryParams, **changes: str | None) -> str:
    """The query string of the page itself, with changes; nothing where it is empty.

    >>> same_query(QueryParams("type=meet&type=visit&format=csv"), format=None)
    '?type=meet&type=visit'
    >>> same_query(QueryParams(""))
    ''
    """
    kept = [(name, value) for name, value in values.multi_items() if value and name not in changes]
    added = [(name, value) for name, value in changes.items() if value]
    return "?" + urlencode(kept + added) if kept or added else ""


def make_query(values: Mapping[str, Any], **changes: Any) -> str:
    """A query string of the values that are not empty, with changes.

    >>> make_query({"q": "a b", "page": 2, "type": ["meet", "visit"]}, page=None)
    '?q=a+b&type=meet&type=visit'
    """
    merged = {name: value for name, value in {**values, **changes}.items() if value not in (None, "", [], ())}
    return "?" + urlencode(merged, doseq=True) if merged else "?"
