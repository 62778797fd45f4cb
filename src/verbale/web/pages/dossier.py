"""The dossier of a person, a body or a state: what the record has on it, drawn and told, each line with its source."""

from dataclasses import dataclass

from fastapi import APIRouter, Request, Response
from sqlalchemy import Connection
from starlette.responses import RedirectResponse

from verbale.lexicon.claim_types import load_claim_types
from verbale.record.queries.claim_rows import ClaimRow, load_claims
from verbale.record.queries.dealings import Dealings, list_dealings
from verbale.record.queries.linked import count_links, list_links
from verbale.record.queries.merged import follow_merges
from verbale.record.queries.screened import list_screened
from verbale.record.queries.verdicts import verdicts_of
from verbale.record.queries.who import Candidate, suggest, who
from verbale.record.wording.names import country_name, kind_name
from verbale.web.answers import Json
from verbale.web.asking import parse_filters
from verbale.web.cards import card_of_row
from verbale.web.charts.bars import draw_bars
from verbale.web.charts.chart import Chart
from verbale.web.charts.download import answer_chart
from verbale.web.dossier import charts
from verbale.web.dossier.offices import TYPES, OfficeLine, list_offices
from verbale.web.errors import Refusal
from verbale.web.opening import reading
from verbale.web.paths import identity_path
from verbale.web.tables import LARGEST_FILE, Table, answer_table
from verbale.web.templating import render

router = APIRouter(include_in_schema=False)

LINES = 6
"""Lines of each kind that the page shows; the search has them all."""
LINKS = 12
"""Links that the page shows unless it is asked for all."""
OFFICES = 400
"""Claims about offices that are looked at."""

SECTIONS = (
    ("contact", "Meetings and visits"),
    ("accord", "Agreements and aid"),
    ("words for", "Praise and support"),
    ("words against", "Criticism and demands"),
    ("coercion", "Sanctions, prosecutions, force"),
    ("power", "Offices and elections"),
    ("institutions", "Laws, votes, memberships"),
)
STATEMENTS = "Statements"


@dataclass(frozen=True, slots=True)
class Section:
    """Lines of a kind: the newest of them, how many there are, and the types that the search asks for."""

    heading: str
    slug: str
    total: int
    lines: tuple[ClaimRow, ...]
    types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that the page shows of one identity."""

    head: Candidate
    dealings: Dealings
    offices: list[OfficeLine]
    sections: list[Section]

    def draw(self) -> list[Chart]:
        """The charts that there is something for."""
        name, identity = self.head.name, self.head.id
        found = (
            draw_bars("offices", f"Offices of {name}", [line.bar for line in self.offices[:12]]),
            charts.draw_timeline_of(name, self.dealings),
            charts.draw_map_of(name, identity, self.dealings),
            charts.draw_network_of(name, identity, self.head.kind, self.dealings),
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
        found = load_dossier(conn, request, identity)
        rows = [row for section in found.sections for row in section.lines]
        verdicts = verdicts_of(conn, [row.id for row in rows])
        screened = list_screened(conn, identity)
        limit = LARGEST_FILE if request.query_params.get("links") == "all" else LINKS
        links, recognised = list_links(conn, identity, limit=limit), count_links(conn, identity)
    return render(
        request,
        "dossier.html",
        dossier=found,
        head=found.head,
        charts={chart.name: chart for chart in found.draw()},
        card_of=card_of_row,
        verdicts=verdicts,
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
        drawn = load_dossier(conn, request, identity).draw()
    for chart in drawn:
        if chart.name == name:
            return answer_chart(request, chart, ending)
    raise Refusal(404, "no-chart", f"{identity} has no chart {name!r}")


def load_dossier(conn: Connection, request: Request, identity: str) -> Dossier:
    """What the record has on an identity, as far as the query of the page lets it through.

    Raises:
        Refusal: the record has no such identity.
    """
    heads = who(conn, identity, limit=1) if identity.startswith("identity:") else ()
    if not heads:
        raise Refusal(404, "unknown-identity", f"the record has no {identity}: the search finds names")
    filters = parse_filters(request.query_params)
    dealings = list_dealings(conn, identity, filters=filters)
    return Dossier(
        heads[0],
        dealings,
        _load_offices(conn, dealings) if heads[0].kind == "person" else [],
        _load_sections(conn, dealings),
    )


def _load_offices(conn: Connection, dealings: Dealings) -> list[OfficeLine]:
    """The offices that an identity is said to hold, to get or to leave."""
    given = ("appoint", "dismiss")  # to the recipient, by the actor
    keys = [
        each.key
        for each in dealings.claims
        if each.type in TYPES and ("recipient" if each.type in given else "actor") in each.roles
    ]
    return list_offices(load_claims(conn, keys[:OFFICES]))


def _load_sections(conn: Connection, dealings: Dealings) -> list[Section]:
    """The newest claims by kind; statements apart."""
    groups: dict[str, list[int]] = {}
    for each in dealings.claims:
        if each.type == "hold_office" or each.roles == {"attributed_to"}:
            continue
        row = load_claim_types().get(each.type)
        heading = STATEMENTS if each.type == "say" else row.group if row else ""
        groups.setdefault(heading, []).append(each.key)
    wanted = [key for keys in groups.values() for key in keys[:LINES]]
    rows = {row.key: row for row in load_claims(conn, wanted)}
    sections = []
    for group, heading in ((STATEMENTS, STATEMENTS), *SECTIONS):
        keys = groups.get(group, [])
        lines = tuple(rows[key] for key in keys[:LINES] if key in rows)
        if lines:
            sections.append(
                Section(heading, group.lower().replace(" ", "-"), len(keys), lines, _types_of(group))
            )
    return sections


def _types_of(group: str) -> tuple[str, ...]:
    """The types of a group, as the search is asked for them."""
    if group == STATEMENTS:
        return ("say",)
    return tuple(name for name, row in load_claim_types().items() if row.group == group and name != "say")
