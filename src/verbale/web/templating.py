"""Pages out of templates: everything escaped, steering characters shown, a tag by which browsers keep them."""

import hashlib
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from importlib.metadata import version
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response

from verbale.web import wording
from verbale.web.classes import tone_of_type
from verbale.web.names import country_name, kind_name, type_name
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
        "say_verb": wording.say_verb,
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


def say_day(value: date | str | None) -> str:
    """A day for readers; nothing where there is none.

    >>> say_day(date(2024, 6, 3)), say_day("2024-06-03"), say_day(None)
    ('3 June 2024', '3 June 2024', '')
    """
    if not value:
        return ""
    day = date.fromisoformat(value[:10]) if isinstance(value, str) else value
    return f"{day.day} {day:%B} {day.year}"


def say_moment(value: datetime | str | None) -> str:
    """A moment in UTC, to the minute.

    >>> say_moment("2024-06-03T08:15:30.000000Z")
    '3 June 2024, 08:15 UTC'
    """
    if not value:
        return ""
    moment = datetime.fromisoformat(value) if isinstance(value, str) else value
    return f"{say_day(moment.date())}, {moment:%H:%M} UTC"


def say_span(start: date | str | None, end: date | str | None) -> str:
    """Days from start to end in as few words as say them.

    >>> say_span("2024-06-03", "2024-06-03"), say_span("2023-07-01", "2023-07-31"), say_span("2022-01-01", None)
    ('3 June 2024', 'July 2023', 'since 1 January 2022')
    >>> say_span("2024-06-03", "2024-06-05"), say_span("2020-01-01", "2020-12-31"), say_span(None, "2020-05-01")
    ('3–5 June 2024', '2020', 'until 1 May 2020')
    """
    first = date.fromisoformat(start[:10]) if isinstance(start, str) else start
    last = date.fromisoformat(end[:10]) if isinstance(end, str) else end
    if not first or not last:
        return f"since {say_day(first)}" if first else f"until {say_day(last)}" if last else ""
    return say_day(first) if first == last else _say_stretch(first, last)


def _say_stretch(first: date, last: date) -> str:
    """Two different days as a year, a month, or a stretch."""
    following = date.fromordinal(last.toordinal() + 1)
    if (first.day, following.day) == (1, 1):
        if first.month == 1 and following.month == 1:
            return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
        if (first.year, first.month) == (last.year, last.month):
            return f"{first:%B} {first.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{say_day(last)}"
    return f"{say_day(first)} – {say_day(last)}"


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
