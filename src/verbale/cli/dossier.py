"""`verbale dossier`: what the record has on somebody, to be sent on."""

from typing import Annotated

import typer

from verbale.cli import filter_options as chosen
from verbale.cli.document_output import DocumentFormat, Format, find_candidate, print_document
from verbale.cli.guard import exit_cleanly, write_utf8
from verbale.cli.store_options import AsOf, StoreOption, open_store, parse_moment, require_record

EPILOG = """\b
Examples:
  verbale dossier "Aleksandar Vulin" > vulin.md
  verbale dossier Serbia --since 2024-01-01 --format html > serbia.html
  verbale dossier identity:8593aaaf2105 --as-of 2024-06-11 --format json

\b
Exit codes: 0 written; 2 nobody or several are called so, wrong option or no store.
"""


def dossier(
    name: Annotated[str, typer.Argument(metavar="NAME|ID", help="A name in any spelling, or an id.")],
    since: chosen.Since = "",
    until: chosen.Until = "",
    min_confidence: chosen.MinConfidence = chosen.LIKELY,
    limit: Annotated[
        int, typer.Option("--limit", "-n", min=1, metavar="N", help="Lines of each section (default: 25).")
    ] = 25,
    output: Format = DocumentFormat.MARKDOWN,
    as_of: AsOf = "",
    store: StoreOption = None,
) -> None:
    """Write the dossier of a person, body or state: every line dated, sourced, with how it stands."""
    with exit_cleanly():
        require_record()
        from verbale.errors import SearchError
        from verbale.export.dossiers.document import make_dossier
        from verbale.record.queries.dossier import dossier as find

        write_utf8()
        moment = parse_moment(as_of)
        with open_store(store) as opened, opened.connect() as conn:
            filters = chosen.make_filters(conn, since=since, until=until, min_confidence=min_confidence)
            found = find(conn, find_candidate(conn, name, moment).id, filters, limit=limit, as_of=moment)
        if found is None:
            raise SearchError(f"the record has nobody called {name!r}: `verbale who` finds names in part")
        print_document(make_dossier(found), found.to_dict(), output)
