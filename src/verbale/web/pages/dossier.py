"""The dossier of a person, a body or a state: what the record has on it, drawn and told, each line with its source."""

from fastapi import APIRouter, Request, Response
from sqlalchemy import Connection
from starlette.responses import RedirectResponse

from verbale.record.queries.linked import count_links, list_links
from verbale.record.queries.merged import follow_merges
from verbale.record.queries.screened import list_screened
from verbale.record.queries.verdicts import list_covered, verdicts_of
from verbale.record.queries.who import find_one, suggest
from verbale.record.wording.names import country_name, kind_name
from verbale.web.answers import Json
from verbale.web.asking import parse_filters
from verbale.web.cards import card_of_row
from verbale.web.charts.bars import draw_bars
from verbale.web.charts.chart import Chart
from verbale.web.charts.download import answer_chart
from verbale.web.dossier import charts
from verbale.web.dossier.contents import SECTIONS, Dossier, load_dossier
from verbale.web.errors import Refusal
from verbale.web.opening import reading
from verbale.web.paths import identity_path
from verbale.web.tables import LARGEST_FILE, Table, answer_table
from verbale.web.templating import render

router = APIRouter(include_in_schema=False)

LINKS = 12
"""Links that the page shows unless it is asked for all."""


def _load(conn: Connection, request: Request, identity: str) -> Dossier:
    """The dossier as far as the query of the page lets it through; `with` is a name or id of whom claims name too."""
    query = request.query_params
    other = find_one(conn, query["with"]) if query.get("with") else None
    return load_dossier(conn, identity, parse_filters(query), other=other)


def draw(dossier: Dossier) -> list[Chart]:
    """The charts that there is something for."""
    name, identity = dossier.head.name, dossier.head.id
    found = (
        draw_bars("offices", f"Offices of {name}", [line.bar for line in dossier.offices[:12]]),
        charts.draw_timeline_of(name, dossier.dealings),
        charts.draw_map_of(name, identity, dossier.dealings),
        charts.draw_network_of(name, identity, dossier.head.kind, dossier.dealings),
    )
    return [chart for chart in found if chart]


@router.get("/names")
def suggest_names(request: Request, q: str = "") -> Response:
    """Names as they are typed, as JSON for the search box."""
    with reading(request) as conn:
        found = suggest(conn, q[:200])
    names = [{"id": each.id, "name": each.name, "note": _note(each.kind, each.country)} for each in found]
    return Json({"names": names})


def _note(kind: str, country: str | None) -> str:
    """What tells one name from another.

    >>> _note("person", "rs"), _note("state", "rs")
    ('Person, Serbia', 'State')
    """
    where = country_name(country) if kind != "state" else ""
    return ", ".join(part for part in (kind_name(kind), where) if part)


@router.get("/identity/{identity}")
def show_dossier(request: Request, identity: str) -> Response:
    """The dossier of an identity, or the way to the one it was merged into."""
    with reading(request) as conn:
        current = follow_merges(conn, [identity]).get(identity)
        if current and current != identity:
            return RedirectResponse(identity_path(current), 308)
        found = _load(conn, request, identity)
        rows = [row for section in found.sections for row in section.lines]
        held = [row for office in found.offices for row in office.claims]
        verdicts = verdicts_of(conn, [row.id for row in (*rows, *held)])
        screened = list_screened(conn, identity)
        limit = LARGEST_FILE if request.query_params.get("links") == "all" else LINKS
        links, recognised = list_links(conn, identity, limit=limit), count_links(conn, identity)
    return render(
        request,
        "dossier.html",
        dossier=found,
        head=found.head,
        charts={chart.name: chart for chart in draw(found)},
        card_of=card_of_row,
        verdicts=verdicts,
        heard=[list_covered([row.id for row in office.claims], verdicts) for office in found.offices],
        screened=screened,
        links=links,
        recognised=recognised,
        path=identity_path(identity),
        groups=SECTIONS,
    )


@router.get("/identity/{identity}/links")
def save_links(request: Request, identity: str, format: str = "csv") -> Response:
    """Where and why the identity is recognised, as a file."""
    with reading(request) as conn:
        links = list_links(conn, identity, limit=LARGEST_FILE)
    rows = [
        (
            each.name, each.kind, each.report_id, each.title, each.publisher, each.published, each.strength,
            "; ".join(f"{piece['name']}: {piece['note']} ({piece['weight']:+.1f})" for piece in each.evidence),
            each.decided_by,
        )
        for each in links
    ]  # fmt: skip
    columns = (
        "name",
        "kind",
        "report",
        "title",
        "publisher",
        "published",
        "strength",
        "evidence",
        "decided_by",
    )
    return answer_table(request, Table("links", f"How {identity} is recognised", columns, rows), format)


@router.get("/identity/{identity}/{file}")
def save_chart(request: Request, identity: str, file: str) -> Response:
    """One chart of a dossier as a file, or its table."""
    name, _, ending = file.rpartition(".")
    with reading(request) as conn:
        drawn = draw(_load(conn, request, identity))
    for chart in drawn:
        if chart.name == name:
            return answer_chart(request, chart, ending)
    raise Refusal(404, "no-chart", f"{identity} has no chart {name!r}")
