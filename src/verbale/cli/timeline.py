"""`verbale timeline`: what somebody did, or what two had to do with each other, in the order of time."""

from typing import Annotated

import typer

from verbale.cli import filter_options as chosen
from verbale.cli.document_output import DocumentFormat, Format, find_candidate, print_document
from verbale.cli.guard import exit_cleanly, write_utf8
from verbale.cli.store_options import AsOf, StoreOption, open_store, parse_moment, require_record

EPILOG = """\b
Examples:
  verbale timeline "Aleksandar Vulin" --since 2024-01-01
  verbale timeline Serbia Russia --type meet --type visit --format html > visits.html

\b
Exit codes: 0 written; 2 nobody or several are called so, wrong option or no store.
"""


def timeline(
    one: Annotated[str, typer.Argument(metavar="A", help="A name or an id.")],
    other: Annotated[str, typer.Argument(metavar="[B]", help="Only what B has a part in, too.")] = "",
    types: chosen.Types = None,
    statuses: chosen.Statuses = None,
    since: chosen.Since = "",
    until: chosen.Until = "",
    min_confidence: chosen.MinConfidence = chosen.LIKELY,
    limit: Annotated[
        int, typer.Option("--limit", "-n", min=1, metavar="N", help="Lines: the latest (default: 100).")
    ] = 100,
    output: Format = DocumentFormat.MARKDOWN,
    as_of: AsOf = "",
    store: StoreOption = None,
) -> None:
    """Tell in the order of time what somebody did and had done to him, or what was between two."""
    with exit_cleanly():
        require_record()
        from verbale.export.dossiers.document import make_timeline
        from verbale.record.queries.timeline import load_timeline

        write_utf8()
        moment = parse_moment(as_of)
        with open_store(store) as opened, opened.connect() as conn:
            filters = chosen.make_filters(
                conn, types=types, statuses=statuses, since=since, until=until, min_confidence=min_confidence
            )
            parties = [find_candidate(conn, name, moment) for name in (one, other) if name]
            found = load_timeline(conn, [each.id for each in parties], filters, limit=limit, as_of=moment)
        title = " and ".join(each.name for each in parties)
        document = make_timeline(title, found.lines, left_out=not found.complete)
        print_document(document, {"parties": [each.id for each in parties], **found.to_dict()}, output)
