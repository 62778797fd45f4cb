"""All reports of one happening, in the order in which they came out, and what they tell differently."""

from fastapi import APIRouter, Request, Response

from verbale.record.queries.events import event
from verbale.record.queries.lines import make_lines
from verbale.record.queries.verdicts import verdicts_of
from verbale.web.cards import card_of_row
from verbale.web.errors import Refusal
from verbale.web.opening import reading
from verbale.web.templating import render

router = APIRouter(include_in_schema=False)


@router.get("/events/{event_id}")
def show_event(request: Request, event_id: str) -> Response:
    """One event: what it is, who reported it independently, how the reports differ, and every claim."""
    with reading(request) as conn:
        found = event(conn, event_id)
        if found is None:
            raise Refusal(
                404, "unknown-event", f"the record has no event {event_id}: the search finds claims"
            )
        lines = make_lines(conn, found.claims)
        verdicts = verdicts_of(conn, [claim.id for claim in found.claims])
    return render(
        request,
        "event.html",
        event=found,
        line_of=lines[0] if lines else None,
        card_of=card_of_row,
        verdicts=verdicts,
    )
