"""`verbale unread`: what could not be read, and why."""

import json
import sys

import typer

from verbale.cli.guard import exit_cleanly, printable, write_utf8
from verbale.cli.store_options import AsJson, AsOf, StoreOption, open_store, parse_moment, require_record

EPILOG = """\b
Examples:
  verbale unread
  verbale unread --json

\b
Exit codes: 0 listed, 2 wrong option or no store.
"""


def unread(as_json: AsJson = False, as_of: AsOf = "", store: StoreOption = None) -> None:
    """List the documents that could not be read, with the reason."""
    with exit_cleanly():
        require_record()
        from verbale.record.queries.unread import list_unread

        write_utf8()
        moment = parse_moment(as_of)
        with open_store(store) as opened, opened.connect() as conn:
            found = list_unread(conn, moment)
        if as_json:
            typer.echo(json.dumps([row.to_dict() for row in found], ensure_ascii=False, indent=2))
            return
        for row in found:
            typer.echo(printable(f"{row.recorded_at:%Y-%m-%d}  {row.slug}  {row.message}"))
        if not found:
            sys.stderr.write("No document is on record that could not be read.\n")
