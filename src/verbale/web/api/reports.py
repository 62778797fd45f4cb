"""Reports: read without storing, added, listed, one with its text and claims."""

from collections.abc import Iterator
from dataclasses import asdict
from itertools import islice
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Body, Query, Request, Response
from pydantic import Field
from sqlalchemy import Connection

from verbale.model import Report
from verbale.record.adding import add_reading
from verbale.record.queries.listed import Cursor, ListedReport, list_reports
from verbale.record.queries.report import report
from verbale.record.summary import Outcome
from verbale.sources import Origin, SourceOptions
from verbale.sources.json_reports import read_report
from verbale.web.answers import Json
from verbale.web.api.answering import ROWS, answer, gives
from verbale.web.api.asked import AskedTable, AskedThen, Text
from verbale.web.api.claim_rows import judge
from verbale.web.api.negotiation import choose_form
from verbale.web.api.paging import LONGEST, USUAL, link_next
from verbale.web.api.rows import Shape, answer_rows, stream_rows
from verbale.web.api.shapes import reports as shapes
from verbale.web.cursors import parse_cursor, say_cursor
from verbale.web.errors import Refusal
from verbale.web.live import LONGEST_TEXT
from verbale.web.opening import find_store, reading, require
from verbale.web.options import WebOptions
from verbale.web.security.people import Role

router = APIRouter(tags=["reports"])

COLUMNS = ("id", "title", "publisher", "published", "claims")

REPORTS: Shape[ListedReport] = Shape(
    "reports", ListedReport.to_dict, COLUMNS, lambda each: [getattr(each, name) for name in COLUMNS]
)


class AskedReports(AskedTable):
    """Which reports are meant."""

    q: Text = Field(
        "", description="Words that title or publisher must hold, in any case.", examples=["Belgrade"]
    )


@router.post("/readings", summary="Read a report", responses=gives(shapes.Reading, "What was read."))
def read(request: Request, given: Annotated[shapes.GivenReport, Body()]) -> Response:
    """Read a report without storing it: actors and claims, as `verbale read` prints them."""
    found = request.app.state.reader.read(_make_report(given, request.app.state.options))
    return answer(request, found.to_dict())


@router.post(
    "/reports",
    summary="Add a report",
    responses={
        **gives(shapes.Added, "It was there: read anew by a newer reader, or unchanged."),
        **gives(shapes.Added, "It is new in the record.", status=201),
    },
)
def add(request: Request, given: Annotated[shapes.GivenReport, Body()]) -> Response:
    """Read a report and keep what it claims (role `admin`); one that is there already adds nothing."""
    require(request, Role.ADMIN)
    options: WebOptions = request.app.state.options
    store = find_store(request)
    made = _make_report(given, options)
    read = request.app.state.reader.read(made)
    with store.begin() as conn:
        added = add_reading(conn, made, read, now=options.now(), origin="/api/v1/reports")
    found = {
        "report": added.report_id,
        "outcome": added.outcome.value,
        "copy_of": added.copy_of,
        "changes": asdict(added.changes),
    }
    status = 201 if added.outcome is Outcome.ADDED else 200
    return Json(found, status, {"Location": f"/api/v1/reports/{quote(added.report_id, errors='replace')}"})


def _make_report(given: shapes.GivenReport, options: WebOptions) -> Report:
    """The report that was sent.

    Raises:
        ReportError: it cannot be read.
    """
    limits = SourceOptions(
        today=options.now().date(),
        force=options.settings.force,
        max_chars=min(options.settings.max_chars, LONGEST_TEXT),
    )
    fields = {name: value for name, value in given.model_dump().items() if value is not None}
    return read_report(fields, Origin(given.id or "the report"), limits)


@router.get(
    "/reports", summary="List reports", responses=gives(shapes.ReportPage, "A page of reports.", forms=ROWS)
)
def show_list(request: Request, asked: Annotated[AskedReports, Query()]) -> Response:
    """Reports, the newest first; CSV and JSON lines give all of them where neither `limit` nor `after` is said."""
    form, moment = choose_form(request, asked.format), asked.moment()
    begin = parse_cursor(asked.after or "")

    def find(conn: Connection, after: Cursor | None, limit: int) -> tuple[ListedReport, ...]:
        return list_reports(conn, title=asked.q, after=after, limit=limit, as_of=moment)

    def find_all(conn: Connection) -> Iterator[ListedReport]:
        some = find(conn, None, LONGEST)
        while some:
            yield from some
            some = find(conn, some[-1].cursor, LONGEST)

    if form != "json" and asked.whole:
        return stream_rows(request, form, REPORTS, find_all)
    limit = asked.limit or USUAL
    with reading(request) as conn:
        found = find(conn, begin, limit + 1)
    after = say_cursor(found[limit - 1].cursor) if len(found) > limit else None
    page, headers = list(islice(found, limit)), link_next(request, after)
    if form != "json":
        return answer_rows(request, form, REPORTS, page, headers)
    return answer(request, {"after": after, "reports": [each.to_dict() for each in page]}, headers)


@router.get("/reports/{report_id:path}", summary="One report", responses=gives(shapes.Report, "The report."))
def show_report(request: Request, report_id: Text, asked: Annotated[AskedThen, Query()]) -> Response:
    """A report with its text, its actors, and its claims in the order of the text."""
    moment = asked.moment()
    with reading(request) as conn:
        view = report(conn, report_id, moment)
        if view is None:
            raise Refusal(404, "unknown-report", f"the record has no report {report_id}")
        claims = judge(conn, view.claims, moment)
    return answer(request, {**view.to_dict(), "claims": [each.to_dict() for each in claims]})
