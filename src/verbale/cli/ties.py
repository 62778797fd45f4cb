"""`verbale ties`: with whom somebody has to do."""

from typing import Annotated

import typer

from verbale.cli import filter_options as chosen
from verbale.cli.document_output import DocumentFormat, Format, find_candidate, print_document
from verbale.cli.guard import exit_cleanly, write_utf8
from verbale.cli.store_options import AsOf, StoreOption, open_store, parse_moment, require_record

EPILOG = """\b
Examples:
  verbale ties "Aleksandar Vulin"
  verbale ties Serbia --type meet --type visit --since 2024-01-01 --format json

\b
Exit codes: 0 listed; 2 nobody or several are called so, wrong option or no store.
"""


def ties(
    name: Annotated[str, typer.Argument(metavar="A", help="A name or an id.")],
    types: chosen.Types = None,
    statuses: chosen.Statuses = None,
    since: chosen.Since = "",
    until: chosen.Until = "",
    min_confidence: chosen.MinConfidence = chosen.LIKELY,
    limit: Annotated[
        int, typer.Option("--limit", "-n", min=1, metavar="N", help="Counterparts (default: 30).")
    ] = 30,
    output: Format = DocumentFormat.MARKDOWN,
    as_of: AsOf = "",
    store: StoreOption = None,
) -> None:
    """List with whom somebody has to do, how often, in what, and from when to when."""
    with exit_cleanly():
        require_record()
        from verbale.export.dossiers.document import make_ties
        from verbale.record.queries.dealings import list_dealings
        from verbale.record.queries.ties import list_counterparts

        write_utf8()
        moment = parse_moment(as_of)
        with open_store(store) as opened, opened.connect() as conn:
            filters = chosen.make_filters(
                conn, types=types, statuses=statuses, since=since, until=until, min_confidence=min_confidence
            )
            head = find_candidate(conn, name, moment)
            found = list_counterparts(list_dealings(conn, head.id, filters=filters, as_of=moment))[:limit]
        values = {"identity": head.id, "name": head.name, "ties": [each.to_dict() for each in found]}
        print_document(make_ties(f"Ties of {head.name}", found), values, output)
