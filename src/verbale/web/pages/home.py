"""The start: ask for a name, see what is new, who is named most, and how fresh the record is."""

from fastapi import APIRouter, Request, Response
from sqlalchemy import Connection

from verbale.lexicon.claim_types import load_claim_types
from verbale.record.queries.claim_rows import ClaimRow
from verbale.record.queries.filters import Filters
from verbale.record.queries.prominent import Prominent, list_prominent
from verbale.record.queries.search import Order, search
from verbale.record.queries.stats import stats
from verbale.record.queries.verdicts import verdicts_of
from verbale.web.cards import card_of_row
from verbale.web.kept import keep
from verbale.web.opening import reading
from verbale.web.templating import render

router = APIRouter(include_in_schema=False)

NEW = 12
"""Claims that are shown as new."""
MOST = 8
"""Names of each kind that are shown."""
KINDS = (("person", "People"), ("body", "Bodies"), ("state", "States"))
TOLD = tuple(name for name in load_claim_types() if name not in ("hold_office", "say", "belong"))
"""Types that tell of something: what somebody merely is or said is no news."""


@router.get("/")
def show_home(request: Request) -> Response:
    """The start page; where no record is served, the way to the Read page."""
    if request.app.state.store is None:
        return render(request, "home.html", stats=None)
    with reading(request) as conn:
        figures = keep(request, conn, "stats", stats)
        most = keep(request, conn, "most", _list_most)
        new = keep(request, conn, "new", _list_new)
        verdicts = verdicts_of(conn, [row.id for row in new])
    return render(
        request,
        "home.html",
        stats=figures,
        most=[(heading, found) for heading, found in most if found],
        new=[(row, card_of_row(row), verdicts.get(row.id)) for row in new],
    )


def _list_most(conn: Connection) -> list[tuple[str, tuple[Prominent, ...]]]:
    return [(heading, list_prominent(conn, kind, limit=MOST)) for kind, heading in KINDS]


def _list_new(conn: Connection) -> tuple[ClaimRow, ...]:
    filters = Filters(types=TOLD, negated=False, reprints=False)
    return search(conn, filters, order=Order.RECORDED, limit=NEW).claims
