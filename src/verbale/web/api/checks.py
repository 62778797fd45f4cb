"""Checks: what the registers say of the claims of a report."""

from typing import Annotated

from fastapi import APIRouter, Body, Query, Request, Response
from pydantic import Field
from sqlalchemy import Connection

from verbale.record.queries.report import report
from verbale.record.queries.verdicts import verdicts_of
from verbale.screening.corroboration.recorded import Checked, check_reports
from verbale.screening.extra import require_screening
from verbale.web.api.answering import answer, gives
from verbale.web.api.asked import AskedThen, Text
from verbale.web.api.bodies import GivenCheck
from verbale.web.api.shapes import monitoring as shapes
from verbale.web.errors import Refusal
from verbale.web.opening import find_store, reading, require
from verbale.web.security.people import Role

router = APIRouter(tags=["checks"])


class AskedChecks(AskedThen):
    """Which report's claims are meant."""

    report: Text = Field(min_length=1, description="Id of a report.", examples=["wire:42"])


@router.get("/checks", summary="What registers say", responses=gives(shapes.Checks, "The verdicts."))
def show_checks(request: Request, asked: Annotated[AskedChecks, Query()]) -> Response:
    """What the registers were last found to say of the claims of a report; claims never checked are left out."""
    with reading(request) as conn:
        view = report(conn, asked.report, asked.moment())
        if view is None:
            raise _unknown(asked.report)
        verdicts = verdicts_of(conn, [row.id for row in view.claims], as_of=asked.moment())
    return answer(request, {"checks": [each.to_dict() for each in verdicts.values()]})


@router.post("/checks", summary="Check a report", responses=gives(shapes.Checks, "The verdicts."))
def check(request: Request, given: Annotated[GivenCheck, Body()]) -> Response:
    """Hold the claims of a report against the registers and keep the verdicts (role `review`): `verbale check`."""
    require(request, Role.REVIEW)
    require_screening()
    with find_store(request).begin() as conn:
        if report(conn, given.report) is None:
            raise _unknown(given.report)
        found = [each.verdict.claim_id for each in _check(conn, given.report, request)]
        verdicts = verdicts_of(conn, found)
    return answer(request, {"checks": [each.to_dict() for each in verdicts.values()]})


def _check(conn: Connection, report_id: str, request: Request) -> list[Checked]:
    return list(check_reports(conn, (report_id,), now=request.app.state.options.now()))


def _unknown(report_id: str) -> Refusal:
    return Refusal(404, "unknown-report", f"the record has no report {report_id}")
