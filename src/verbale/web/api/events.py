"""Events: what reports say of one happening side by side."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from verbale.record.queries.events import event
from verbale.web.api.answering import answer, gives
from verbale.web.api.asked import AskedThen, Text
from verbale.web.api.claim_rows import judge
from verbale.web.api.shapes.dossiers import Event
from verbale.web.errors import Refusal
from verbale.web.opening import reading

router = APIRouter(tags=["events"])


@router.get("/events/{event_id}", summary="One event", responses=gives(Event, "The event."))
def show_event(request: Request, event_id: Text, asked: Annotated[AskedThen, Query()]) -> Response:
    """A happening with all claims that tell of it, its independent publishers, and what reports tell differently."""
    moment = asked.moment()
    with reading(request) as conn:
        found = event(conn, event_id, moment)
        if found is None:
            raise Refusal(404, "unknown-event", f"the record has no event {event_id}")
        claims = judge(conn, found.claims, moment)
        reprints = judge(conn, found.reprints, moment)
    told = {"claims": [each.to_dict() for each in claims], "reprints": [each.to_dict() for each in reprints]}
    return answer(request, {**found.to_dict(), **told})
