"""The page that reads a text or an address without storing it."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from starlette.concurrency import run_in_threadpool

from verbale.errors import ReportError
from verbale.model import Reading, Report, derive_report_id
from verbale.sources import Origin, SourceOptions
from verbale.sources.checks import check_report
from verbale.sources.dates import parse_published
from verbale.web.cards import cards_of_reading, spans_of_reading
from verbale.web.fetching import fetch_report
from verbale.web.forms import read_form
from verbale.web.live import LONGEST_TEXT
from verbale.web.marking import mark_paragraphs
from verbale.web.options import WebOptions
from verbale.web.templating import render

router = APIRouter(include_in_schema=False)

FIELDS = ("text", "url", "published", "title", "publisher")


@router.get("/read")
def show_form(request: Request) -> Response:
    """The empty form."""
    return _show(request, dict.fromkeys(FIELDS, ""))


@router.post("/read")
async def read_posted(request: Request, fields: Annotated[dict[str, str], Depends(read_form)]) -> Response:
    """The form with the claims of what was posted, or with what is wrong with it."""
    given = {name: fields.get(name, "") for name in FIELDS}
    return await run_in_threadpool(_read, request, given)


def _read(request: Request, given: dict[str, str]) -> Response:
    try:
        report = make_report(given, request.app.state.options)
        reading = request.app.state.reader.read(report)
    except ReportError as error:
        return _show(request, given, problem=error.message, status=422)
    return _show(request, given, reading=reading)


def make_report(given: dict[str, str], options: WebOptions) -> Report:
    """The report that the fields of the form describe.

    Raises:
        ReportError: there is none, or it cannot be read.
    """
    origin = Origin("the text")
    published = parse_published(given["published"], origin) if given["published"] else None
    limits = SourceOptions(
        published=published,
        title=given["title"],
        publisher=given["publisher"],
        today=options.now().date(),
        force=options.settings.force,
        max_chars=min(options.settings.max_chars, LONGEST_TEXT),
    )
    if given["url"] and not given["text"].strip() and options.fetch_urls:
        return fetch_report(given["url"], limits)
    text = given["text"].replace("\r\n", "\n")
    report = Report(
        derive_report_id(text, published), text, given["title"], given["publisher"], "", published
    )
    return check_report(report, limits, origin)


def _show(
    request: Request,
    given: dict[str, str],
    *,
    reading: Reading | None = None,
    problem: str = "",
    status: int = 200,
) -> Response:
    """The page."""
    options: WebOptions = request.app.state.options
    return render(
        request,
        "read.html",
        status,
        given=given,
        problem=problem,
        reading=reading,
        fetch_urls=options.fetch_urls,
        max_chars=min(options.settings.max_chars, LONGEST_TEXT),
        cards=cards_of_reading(reading) if reading else [],
        people={actor.id: _Named(actor.name) for actor in reading.actors} if reading else {},
        paragraphs=mark_paragraphs(reading.report.text, spans_of_reading(reading)) if reading else [],
    )


class _Named:
    """An actor of a text that is not in the record: a name and no page."""

    identity = None

    def __init__(self, name: str) -> None:
        self.name = name
