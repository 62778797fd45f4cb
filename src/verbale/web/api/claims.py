"""Claims: searched by words and filters, one by its id, reviewed."""

from typing import Annotated, Any

from fastapi import APIRouter, Body, Query, Request, Response

from verbale.record.queries.claim import claim
from verbale.record.queries.facets import facets
from verbale.record.queries.search import SearchPage, search
from verbale.record.queries.stream import stream_claims
from verbale.record.reviewing import review_claim
from verbale.web.api.answering import ROWS, answer, gives
from verbale.web.api.asked import AskedSearch, AskedThen, Text
from verbale.web.api.bodies import GivenReview
from verbale.web.api.claim_rows import CLAIMS, judge, judge_each
from verbale.web.api.negotiation import choose_form
from verbale.web.api.paging import USUAL, link_next
from verbale.web.api.rows import answer_rows, stream_rows
from verbale.web.api.shapes import claims as shapes
from verbale.web.api.shapes.identities import Decision
from verbale.web.errors import Refusal
from verbale.web.opening import find_store, reading, require
from verbale.web.security.people import Role

router = APIRouter(tags=["claims"])


@router.get(
    "/claims", summary="Search claims", responses=gives(shapes.ClaimPage, "A page of claims.", forms=ROWS)
)
def find_claims(request: Request, asked: Annotated[AskedSearch, Query()]) -> Response:
    """Claims that words and filters choose, as `verbale search` finds them.

    JSON gives a page in the order asked for. CSV and JSON lines give a page where `limit` or `after` is said, else
    every claim that matches, sent as it is found, by the day of its report.
    """
    form, moment = choose_form(request, asked.format), asked.moment()
    if form != "json" and asked.whole:
        return stream_rows(
            request,
            form,
            CLAIMS,
            lambda conn: judge_each(conn, stream_claims(conn, asked.filters(conn), moment), moment),
        )
    with reading(request) as conn:
        filters = asked.filters(conn)
        page = search(
            conn,
            filters,
            order=asked.order,
            limit=asked.limit or USUAL,
            after=asked.after or None,
            as_of=moment,
        )
        found = judge(conn, page.claims, moment)
        counts = facets(conn, filters, as_of=moment) if asked.facets and form == "json" else None
    headers = link_next(request, page.after)
    if form != "json":
        return answer_rows(request, form, CLAIMS, found, headers)
    counted = {name: [each.to_dict() for each in some] for name, some in counts.items()} if counts else None
    return answer(
        request, {**_head(page), "claims": [each.to_dict() for each in found], "facets": counted}, headers
    )


def _head(page: SearchPage) -> dict[str, Any]:
    return {"total": page.total, "counted": page.counted, "after": page.after}


@router.get("/claims/{claim_id}", summary="One claim", responses=gives(shapes.Claim, "The claim."))
def show_claim(request: Request, claim_id: Text, asked: Annotated[AskedThen, Query()]) -> Response:
    """One claim by its id, `claim:` and twelve hexadecimal digits."""
    moment = asked.moment()
    with reading(request) as conn:
        row = claim(conn, claim_id, moment)
        if row is None:
            raise Refusal(404, "unknown-claim", f"the record has no claim {claim_id}")
        (found,) = judge(conn, [row], moment)
    return answer(request, found.to_dict())


@router.post(
    "/claims/{claim_id}/review", summary="Review a claim", responses=gives(Decision, "What was decided.")
)
def review(request: Request, claim_id: Text, given: Annotated[GivenReview, Body()]) -> Response:
    """Accept, reject or correct a claim (role `review`); what was decided about it before is superseded."""
    person = require(request, Role.REVIEW)
    with find_store(request).begin() as conn:
        decision = review_claim(
            conn,
            claim_id,
            given.verdict,
            given.values,
            by=person.name,
            why=given.why,
            now=request.app.state.options.now(),
        )
    return answer(request, decision.to_dict())
