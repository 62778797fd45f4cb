"""Search: claims that words and filters choose, with counts that narrow them; its whole state is in the address."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from fastapi import APIRouter, Request, Response
from starlette.datastructures import QueryParams

from verbale.record.queries.claim_rows import ClaimRow
from verbale.record.queries.facets import Facet, facets
from verbale.record.queries.search import Order, search
from verbale.record.queries.stream import stream_claims
from verbale.record.queries.verdicts import ClaimVerdict, verdicts_of
from verbale.record.queries.who import suggest
from verbale.record.wording.names import country_name, type_name
from verbale.web.asking import STATUSES, VERDICTS, parse_filters, parse_order
from verbale.web.cards import card_of_row
from verbale.web.opening import reading
from verbale.web.tables import LARGEST_FILE, Cell, Link, Table, answer_table
from verbale.web.templating import render, report_path, same_query

router = APIRouter(include_in_schema=False)

PAGE = 50
NAMED = 4
"""People and bodies that are offered where the words are a name."""
LONGEST_NAME = 200

HEADINGS = {
    "type": "What",
    "status": "Standing",
    "actor": "Who",
    "country": "Country",
    "place": "Place",
    "period": "When",
    "publisher": "Publisher",
    "verdict": "Registers",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet as a page offers it: where it leads, and whether it is chosen already."""

    label: str
    count: int
    href: str
    chosen: bool


@router.get("/search")
def show_search(request: Request, after: str = "", format: str = "") -> Response:
    """A page of claims, or all of them as a file."""
    query = request.query_params
    filters, order = parse_filters(query), parse_order(query)
    with reading(request) as conn:
        if format:
            claims = list(islice(stream_claims(conn, filters), LARGEST_FILE))
            verdicts = verdicts_of(conn, [claim.id for claim in claims])
            return answer_table(request, table_of_claims(claims, verdicts), format)
        found = search(conn, filters, order=order, limit=PAGE, after=after or None)
        counts = facets(conn, filters)
        named = (
            suggest(conn, filters.words[:LONGEST_NAME], limit=NAMED) if filters.words and not after else ()
        )
        verdicts = verdicts_of(conn, [claim.id for claim in found.claims])
    return render(
        request,
        "search.html",
        found=found,
        named=named,
        lines=[(claim, card_of_row(claim), verdicts.get(claim.id)) for claim in found.claims],
        facets=[
            (name, HEADINGS[name], list(_choices(query, name, some))) for name, some in counts.items() if some
        ],
        chosen=list(_chosen(query, counts)),
        order=order,
        orders=((Order.HAPPENED, "Day"), (Order.PUBLISHED, "Published"), (Order.RECORDED, "Recorded")),
        statuses=STATUSES,
        verdicts=VERDICTS,
    )


def say_value(name: str, value: str) -> str:
    """A value of a facet for readers.

    >>> say_value("country", "rs"), say_value("type", "hold_office"), say_value("place", "Vienna")
    ('Serbia', 'hold office', 'Vienna')
    """
    if name == "country":
        return country_name(value)
    return type_name(value) if name in ("type", "status", "verdict") else value


def _choices(query: QueryParams, name: str, values: Sequence[Facet]) -> Iterator[Choice]:
    """The values of a facet; one that is chosen leads back to all."""
    given = query.getlist(name)
    for value in values:
        chosen = value.value in given
        label = value.label if name == "actor" else say_value(name, value.value)
        changes = {name: None if chosen else value.value, "after": None}
        yield Choice(label, value.count, f"/search{same_query(query, **changes)}", chosen)


def _chosen(query: QueryParams, counts: dict[str, tuple[Facet, ...]]) -> Iterator[tuple[str, str]]:
    """What is filtered by, in words, each with the address of the search without it."""
    labels = {each.value: each.label for each in counts.get("actor", ())}
    names = (*HEADINGS, "plover", "negated", "since", "until")
    for name in names:
        given = [value for value in query.getlist(name) if value]
        if given:
            words = ", ".join(
                labels.get(value, value) if name == "actor" else say_value(name, value) for value in given
            )
            label = f"{name} {words}" if name in ("since", "until", "negated") else words
            yield label, f"/search{same_query(query, **{name: None, 'after': None})}"


COLUMNS = (
    "claim", "type", "mode", "status", "negated", "actor", "recipient", "attributed_to", "object", "topic", "office",
    "when_start", "when_end", "place", "country", "confidence", "evidence", "publisher", "published", "title", "url",
    "report", "event", "verdict", "register",
)  # fmt: skip


def table_of_claims(claims: Sequence[ClaimRow], verdicts: dict[str, ClaimVerdict]) -> Table:
    """Claims as rows of a file."""
    rows = [_row(claim, verdicts.get(claim.id)) for claim in claims]
    return Table("claims", "Claims", COLUMNS, rows)


def _row(claim: ClaimRow, verdict: ClaimVerdict | None) -> list[Cell]:
    parties = [
        "; ".join(party.known_as or party.name for party in role)
        for role in (claim.actor, claim.recipient, claim.attributed_to)
    ]
    return [
        claim.id, claim.type, claim.mode, claim.status, claim.negated, *parties, claim.object, claim.topic,
        ", ".join(part for part in claim.office or () if part), claim.when_start, claim.when_end, claim.place,
        claim.place_country, claim.confidence, claim.evidence[2], claim.publisher, claim.published, claim.title,
        claim.url, Link(claim.report_id, report_path(claim.report_id)), claim.event,
        verdict.verdict if verdict else None, verdict.register if verdict else None,
    ]  # fmt: skip
