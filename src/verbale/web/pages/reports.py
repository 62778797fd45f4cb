"""Pages of reports: the list, and one with its claims and their reviews beside its text."""

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse

from verbale.export.gold_files import make_gold, name_file
from verbale.export.reviewed import is_reviewed
from verbale.lexicon.claim_types import load_claim_types
from verbale.record.queries.claim import claim
from verbale.record.queries.listed import ListedReport, list_reports
from verbale.record.queries.report import ReportView, report
from verbale.record.queries.settled import settle_claims
from verbale.record.reviewing import review_claim
from verbale.web.answers import dump
from verbale.web.cards import Party, card_of_row, spans_of_report
from verbale.web.cursors import parse_cursor, say_cursor
from verbale.web.errors import Refusal
from verbale.web.forms import read_form
from verbale.web.marking import mark_paragraphs
from verbale.web.opening import find_store, reading, require
from verbale.web.security.people import Role
from verbale.web.tables import LARGEST_FILE, Link, Table, answer_table
from verbale.web.templating import render, report_path, tagged

router = APIRouter(include_in_schema=False)

PAGE = 50
"""Reports on one page of the list."""


@router.get("/reports")
def show_list(request: Request, q: str = "", after: str = "", format: str = "") -> Response:
    """Reports, the newest first, a page of them or (as a file) all."""
    with reading(request) as conn:
        if format:
            return answer_table(request, _table(list_reports(conn, title=q, limit=LARGEST_FILE)), format)
        found = list_reports(conn, title=q, after=parse_cursor(after), limit=PAGE + 1)
    last = found[PAGE - 1].cursor if len(found) > PAGE else None
    following = say_cursor(last) if last else None
    return render(request, "reports.html", reports=found[:PAGE], q=q, following=following)


def _table(found: Sequence[ListedReport]) -> Table:
    rows = [
        (each.published, each.title, each.publisher, each.claims, Link(each.id, report_path(each.id)))
        for each in found
    ]
    return Table("reports", "Reports", ("published", "title", "publisher", "claims", "report"), rows)


@router.get("/reports/{report_id:path}")
def show_report(request: Request, report_id: str, format: str = "html") -> Response:
    """One report with its claims beside it; `format=json` gives it for programs, `gold` as an annotated report."""
    with reading(request) as conn:
        view = report(conn, report_id)
        if view is None:
            raise Refusal(404, "unknown-report", f"the record has no report {report_id}")
        if format == "gold":
            return _answer_gold(request, conn, view)
    if format == "json":
        return tagged(request, dump(view.to_dict()), "application/json")
    return render(
        request,
        "report.html",
        report=view,
        decided=sum(bool(claim.review) for claim in view.claims),
        cards=[card_of_row(row) for row in view.claims],
        people={
            actor.ref: Party(
                actor.ref, actor.known_as or actor.name, actor.kind, actor.country, actor.identity
            )
            for actor in view.actors
        },
        paragraphs=mark_paragraphs(view.text, spans_of_report(view)),
        types=load_claim_types(),
    )


def _answer_gold(request: Request, conn: Connection, view: ReportView) -> Response:
    """A report that people went over, as a file of docs/gold.md.

    Raises:
        Refusal: a claim of it is undecided, so that nobody vouches for it.
    """
    if not is_reviewed(view):
        left = sum(not claim.review for claim in view.claims)
        text = f"{left} claims of {view.id} are not decided: accept, reject or correct them first"
        raise Refusal(409, "undecided-claims", text)
    gold = make_gold(view, tuple(settle_claims(conn, view.claims)))
    headers = {"Content-Disposition": f'attachment; filename="{name_file(view.id)}"'}
    return tagged(request, dump(gold), "application/json", headers=headers)


@router.get("/claims/{claim_id}")
def show_claim(request: Request, claim_id: str) -> Response:
    """The report of a claim, at the claim."""
    return RedirectResponse(_place_of(request, claim_id), 303)


@router.post("/claims/{claim_id}/review")
async def review(
    request: Request, claim_id: str, fields: Annotated[dict[str, str], Depends(read_form)]
) -> Response:
    """Accept, reject or correct a claim, and go back to it."""
    return await run_in_threadpool(_review, request, claim_id, fields)


def _review(request: Request, claim_id: str, fields: dict[str, str]) -> Response:
    person = require(request, Role.REVIEW)
    now = request.app.state.options.now()
    with find_store(request).begin() as conn:
        verdict, why = fields.get("verdict", ""), fields.get("why", "").strip()
        review_claim(conn, claim_id, verdict, _corrections(fields), by=person.name, why=why, now=now)
    return RedirectResponse(_place_of(request, claim_id), 303)


def _corrections(fields: dict[str, str]) -> dict[str, Any]:
    """The fields that were filled in; parties one a line."""
    values: dict[str, Any] = {
        name: fields[name] for name in ("type", "status", "when_start", "when_end") if fields.get(name)
    }
    for role in ("actor", "recipient"):
        if names := [line.strip() for line in fields.get(role, "").splitlines() if line.strip()]:
            values[role] = names
    return values


def _place_of(request: Request, claim_id: str) -> str:
    """Where a claim is shown."""
    with reading(request) as conn:
        found = claim(conn, claim_id)
    if found is None:
        raise Refusal(404, "unknown-claim", f"the record has no claim {claim_id}")
    return f"{report_path(found.report_id)}#claim-{claim_id}"
