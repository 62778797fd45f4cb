"""Relations between two: how much cooperation and conflict when, its tone, and the claims behind each bar."""

from fastapi import APIRouter, Request, Response
from sqlalchemy import Connection

from verbale.record.queries.claim_rows import load_claims
from verbale.record.queries.dealings import Dealings, list_dealings
from verbale.record.queries.verdicts import verdicts_of
from verbale.record.queries.who import Candidate, find_one, who
from verbale.web.asking import parse_filters
from verbale.web.cards import card_of_row
from verbale.web.charts.chart import Chart
from verbale.web.charts.download import answer_chart
from verbale.web.dossier.charts import draw_counts_of, draw_timeline_of
from verbale.web.errors import Refusal
from verbale.web.opening import reading
from verbale.web.pages.search import table_of_claims
from verbale.web.paths import ties_path
from verbale.web.relations import weigh
from verbale.web.tables import answer_table
from verbale.web.templating import render

router = APIRouter(include_in_schema=False)

LINES = 40


@router.get("/ties")
def show_ties(request: Request, a: str = "", b: str = "", format: str = "") -> Response:
    """What two have to do with each other; without two names the form that asks for them."""
    if not (a.strip() and b.strip()):
        return render(request, "ties.html", one=None, other=None, a=a, b=b)
    with reading(request) as conn:
        one, other = (_find(conn, name) for name in (a, b))
        found = _load(conn, request, one, other)
        keys = [each.key for each in found.claims]
        if format:
            rows = [
                row
                for start in range(0, len(keys), 500)
                for row in load_claims(conn, keys[start : start + 500])
            ]
            return answer_table(
                request, table_of_claims(rows, verdicts_of(conn, [row.id for row in rows])), format
            )
        rows = list(load_claims(conn, keys[:LINES]))
        verdicts = verdicts_of(conn, [row.id for row in rows])
    return render(
        request,
        "ties.html",
        one=one,
        other=other,
        a=one.name,
        b=other.name,
        found=found,
        rows=rows,
        card_of=card_of_row,
        verdicts=verdicts,
        charts=_draw(one, other, found),
        balance=weigh(found.claims),
    )


@router.get("/ties/{file}")
def save_chart(request: Request, file: str, a: str = "", b: str = "") -> Response:
    """One chart of the relations as a file, or its table."""
    name, _, ending = file.rpartition(".")
    with reading(request) as conn:
        one, other = (_find(conn, each) for each in (a, b))
        drawn = _draw(one, other, _load(conn, request, one, other))
    for chart in drawn:
        if chart.name == name:
            return answer_chart(request, chart, ending)
    raise Refusal(404, "no-chart", f"there is no chart {name!r} of these two")


def _find(conn: Connection, name: str) -> Candidate:
    """Who is meant by a name or an id.

    Raises:
        Refusal: nobody, or several; SearchError says whom.
    """
    found = who(conn, find_one(conn, name), limit=1)
    if not found:
        raise Refusal(404, "unknown-identity", f"the record has nobody called {name!r}")
    return found[0]


def _load(conn: Connection, request: Request, one: Candidate, other: Candidate) -> Dealings:
    return list_dealings(conn, one.id, other=other.id, filters=parse_filters(request.query_params))


def _draw(one: Candidate, other: Candidate, found: Dealings) -> list[Chart]:
    names = f"{one.name} and {other.name}"
    drawn = (
        draw_counts_of(f"{names}: claims by class of event", found.claims, ties_path(one.id, other.id)),
        draw_timeline_of(names, found),
    )
    return [chart for chart in drawn if chart]
