"""`verbale search`: claims of the record by words and filters."""

import json
import sys
from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from verbale.cli import filter_options as chosen
from verbale.cli.guard import complain, exit_cleanly, printable, write_utf8
from verbale.cli.store_options import AsOf, StoreOption, open_store, parse_moment, require_record

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from verbale.record.queries.facets import Facet
    from verbale.record.queries.filters import Filters
    from verbale.record.queries.search import SearchPage

EPILOG = """\b
Examples:
  verbale search "foreign minister" --type meet --since 2024-01-01
  verbale search 'sanction* OR embargo -tariff' --actor "Aleksandar Vulin" --facets
  verbale search --country rs --status planned --format jsonl --limit 1000 > planned.jsonl

\b
Words must all be in the sentence or the report's title: "a phrase", this OR that, -without, begin*.
Exit codes: 0 searched, whatever was found; 2 wrong option or words, no store.
"""
_PAGE = 500


class SearchFormat(StrEnum):
    """What `search` can print."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


class Sort(StrEnum):
    """What comes first: see `verbale.record.queries.search.Order`."""

    RECORDED = "recorded"
    PUBLISHED = "published"
    HAPPENED = "happened"


def search(
    words: Annotated[str, typer.Argument(metavar="[WORDS]", help="Words of the evidence.")] = "",
    types: chosen.Types = None,
    statuses: chosen.Statuses = None,
    actor: chosen.Actor = "",
    since: chosen.Since = "",
    until: chosen.Until = "",
    place: chosen.Place = None,
    country: chosen.Country = None,
    publisher: chosen.Publisher = None,
    verdicts: chosen.Verdicts = None,
    min_confidence: chosen.MinConfidence = 0.0,
    reprints: Annotated[bool, typer.Option("--reprints", help="Show what papers reprint, too.")] = False,
    sort: Annotated[Sort, typer.Option("--sort", help="What comes first: the last so.")] = Sort.PUBLISHED,
    limit: Annotated[
        int, typer.Option("--limit", "-n", min=1, metavar="N", help="Claims to show (default: 20).")
    ] = 20,
    after: Annotated[
        str | None, typer.Option("--after", metavar="CURSOR", help="Go on where the last search ended.")
    ] = None,
    facets: Annotated[
        bool, typer.Option("--facets", help="Count by type, status, actor, place, period, publisher ...")
    ] = False,
    evidence: Annotated[
        bool,
        typer.Option("--evidence", help="Below a table, the sentences with the words that count marked."),
    ] = False,
    output: Annotated[
        SearchFormat | None,
        typer.Option("--format", "-f", help="Output (default: table on a terminal, else json)."),
    ] = None,
    as_of: AsOf = "",
    store: StoreOption = None,
) -> None:
    """Find claims by the words of their evidence and by who, what, when, where."""
    with exit_cleanly():
        require_record()
        write_utf8()
        moment = parse_moment(as_of)
        form = output or (SearchFormat.TABLE if sys.stdout.isatty() else SearchFormat.JSON)
        with open_store(store) as opened, opened.connect() as conn:
            filters = chosen.make_filters(
                conn,
                words=words,
                types=types,
                statuses=statuses,
                verdicts=verdicts,
                actor=actor,
                since=since,
                until=until,
                place=place,
                country=country,
                publisher=publisher,
                min_confidence=min_confidence,
                reprints=reprints,
                as_of=moment,
            )
            pages = _Pages(conn, filters, sort, limit, after, moment)
            _print(conn, pages, form, facets=facets, evidence=evidence)


class _Pages:
    """The pages of a search as one stream; knows the last of them."""

    def __init__(
        self,
        conn: "Connection",
        filters: "Filters",
        sort: Sort,
        limit: int,
        after: str | None,
        as_of: datetime | None,
    ) -> None:
        self.conn, self.filters, self.sort, self.limit, self.as_of = conn, filters, sort, limit, as_of
        self.first = self._load(after, limit)
        self.last = self.first

    def _load(self, after: str | None, left: int) -> "SearchPage":
        from verbale.record.queries.search import Order, search

        return search(
            self.conn,
            self.filters,
            order=Order(self.sort.value),
            limit=min(left, _PAGE),
            after=after,
            as_of=self.as_of,
        )

    def __iter__(self) -> Iterator["SearchPage"]:
        left = self.limit
        self.last = self.first
        while True:
            yield self.last
            left -= len(self.last.claims)
            if not left or not self.last.after:
                return
            self.last = self._load(self.last.after, left)


def _print(conn: "Connection", pages: _Pages, form: SearchFormat, *, facets: bool, evidence: bool) -> None:
    """The claims in the form asked for; what else there is to know on stderr, or in the JSON object."""
    from verbale.cli.claim_output import print_claims, write_csv, write_jsonl
    from verbale.record.queries.facets import facets as count

    counted = count(conn, pages.filters, as_of=pages.as_of) if facets else {}
    claims = (claim for page in pages for claim in page.claims)
    if form is SearchFormat.JSON:
        _print_json(pages, counted)
        return
    if form is SearchFormat.TABLE:
        print_claims(sys.stdout, claims, evidence=evidence)
        _print_facets(counted)
    else:
        (write_csv if form is SearchFormat.CSV else write_jsonl)(sys.stdout, claims)
    total = f"{pages.first.total:,}" if pages.first.counted else f"more than {pages.first.total:,}"
    more = f"; more with --after {pages.last.after}" if pages.last.after else ""
    complain(f"claims found: {total}{more}")


def _print_json(pages: _Pages, facets: "dict[str, tuple[Facet, ...]]") -> None:
    found = [claim.to_dict() for page in pages for claim in page.claims]
    answer: dict[str, object] = {
        "total": pages.first.total,
        "counted": pages.first.counted,
        "after": pages.last.after,
        "claims": found,
    }
    if facets:
        answer["facets"] = {name: [each.to_dict() for each in values] for name, values in facets.items()}
    typer.echo(json.dumps(answer, ensure_ascii=False, indent=2))


def _print_facets(facets: "dict[str, tuple[Facet, ...]]") -> None:
    """A line a facet."""
    for name, values in facets.items():
        if values:
            shown = ", ".join(f"{value.label} {value.count}" for value in values)
            typer.echo(printable(f"{name}: {shown}"))
