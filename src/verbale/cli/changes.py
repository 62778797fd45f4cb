"""`verbale changes`: what the record has learnt since a moment."""

import json
import sys
from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from verbale.cli import filter_options as chosen
from verbale.cli.guard import complain, exit_cleanly, printable, write_utf8
from verbale.cli.store_options import AsOf, StoreOption, open_store, parse_moment, require_record

if TYPE_CHECKING:
    from verbale.record.queries.changes import Change

EPILOG = """\b
Examples:
  verbale changes --since 2024-06-01 --actor "Aleksandar Vulin"
  verbale changes --since 2024-06-11T08:00 --type sanction --format jsonl
  verbale changes --since 2024-06-01 --format atom > changes.xml

\b
Exit codes: 0 told, whatever changed; 2 wrong option or no store.
"""


class ChangesFormat(StrEnum):
    """What `changes` can print."""

    TABLE = "table"
    JSONL = "jsonl"
    ATOM = "atom"


def changes(
    since: Annotated[
        str,
        typer.Option(
            "--since", metavar="MOMENT", help="Since 2024-06-11 (its beginning) or 2024-06-11T12:00+02:00."
        ),
    ],
    actor: chosen.Actor = "",
    types: chosen.Types = None,
    statuses: chosen.Statuses = None,
    publisher: chosen.Publisher = None,
    reprints: Annotated[bool, typer.Option("--reprints", help="Show what papers reprint, too.")] = False,
    limit: Annotated[
        int | None, typer.Option("--limit", "-n", min=1, metavar="N", help="Changes to show (default: all).")
    ] = None,
    after: Annotated[
        str | None, typer.Option("--after", metavar="CURSOR", help="Go on where the last answer ended.")
    ] = None,
    output: Annotated[
        ChangesFormat | None,
        typer.Option("--format", "-f", help="Output (default: table on a terminal, else jsonl)."),
    ] = None,
    as_of: AsOf = "",
    store: StoreOption = None,
) -> None:
    """Tell what is new, gone or revised since a moment, and about whom; for monitoring."""
    with exit_cleanly():
        require_record()
        from verbale.record.queries.changes import stream_changes

        write_utf8()
        moment = parse_moment(as_of)
        begin = parse_moment(since, "--since", begins=True)
        if begin is None:
            raise typer.BadParameter("give a day or a moment", param_hint="--since")
        with open_store(store) as opened, opened.connect() as conn:
            filters = chosen.make_filters(
                conn, actor=actor, types=types, statuses=statuses, publisher=publisher, reprints=reprints
            )
            found = stream_changes(conn, begin, filters, after=after, as_of=moment)
            last = _print(islice(found, limit), output, begin)
        if limit and last:
            complain(f"more, if any, with --after {last}")


def _print(found: "Iterable[Change]", output: ChangesFormat | None, since: datetime) -> str | None:
    """The changes in the form asked for; gives the cursor of the last."""
    form = output or (ChangesFormat.TABLE if sys.stdout.isatty() else ChangesFormat.JSONL)
    if form is ChangesFormat.JSONL:
        cursor = None
        for change in found:
            sys.stdout.write(json.dumps(change.to_dict(), ensure_ascii=False) + "\n")
            cursor = change.cursor
        return cursor
    listed = list(found)
    if form is ChangesFormat.ATOM:
        from verbale.record.atom import make_atom

        sys.stdout.write(make_atom(listed, title="Changes of the record", since=since).decode())
    else:
        _print_table(listed)
    return listed[-1].cursor if listed else None


def _print_table(listed: "list[Change]") -> None:
    from rich.table import Table
    from rich.text import Text

    from verbale.cli.tables import open_console
    from verbale.record.atom import say_claim

    table = Table(show_lines=True)
    for title in ("Recorded", "What", "Claim", "Sentence", "Report"):
        table.add_column(title)
    for change in listed:
        claim = change.claim
        what = f"{change.kind}: {', '.join(change.changed)}" if change.changed else change.kind.value
        report = " ".join(filter(None, (claim.publisher or claim.report_id, str(claim.published or ""))))
        cells = (f"{change.at:%Y-%m-%d %H:%M}", what, say_claim(change), claim.evidence[2], report)
        table.add_row(*(Text(printable(cell)) for cell in cells))
    open_console(sys.stdout).print(table)
