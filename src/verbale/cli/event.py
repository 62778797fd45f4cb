"""`verbale event`: all reports of one happening."""

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from verbale.cli.guard import exit_cleanly, printable, write_utf8
from verbale.cli.store_options import AsJson, AsOf, StoreOption, open_store, parse_moment, require_record

if TYPE_CHECKING:
    from verbale.record.queries.events import Event

EPILOG = """\b
Examples:
  verbale event event:1f0c5a3e9b27
  verbale event event:1f0c5a3e9b27 --json

\b
Exit codes: 0 shown, 2 no such event, wrong option or no store.
"""


def event(
    event_id: Annotated[
        str, typer.Argument(metavar="ID", help="Id of the event, as `search --format json` has it.")
    ],
    as_json: AsJson = False,
    as_of: AsOf = "",
    store: StoreOption = None,
) -> None:
    """Show every report of one happening: who told it first, what they tell differently, who denies it."""
    with exit_cleanly():
        require_record()
        from verbale.errors import SearchError
        from verbale.record.queries.events import event as find

        write_utf8()
        moment = parse_moment(as_of)
        with open_store(store) as opened, opened.connect() as conn:
            found = find(conn, event_id, moment)
        if found is None:
            raise SearchError(
                f"the record has no event {event_id!r}: `verbale search --format json` names those of claims"
            )
        if as_json:
            typer.echo(json.dumps(found.to_dict(), ensure_ascii=False, indent=2))
        else:
            _print(found)


def _print(found: "Event") -> None:
    """A table of the claims, and a line for all that is told differently."""
    from verbale.cli.claim_output import print_claims

    print_claims(sys.stdout, found.claims)
    lines = [
        f"first reported {found.first_reported or 'without a date'}, last {found.last_reported or 'without a date'}",
        f"publishers: {'; '.join(found.publishers)}, and {len(found.reprints)} reprints",
    ]
    for each in found.differences:
        told = (f"{value} ({len(claims)})" for value, claims in each.values)
        lines.append(f"{each.field} differs: {', '.join(told)}")
    for line in lines:
        typer.echo(printable(line))
