"""`verbale forget`: a report, or a person in all reports, forgotten on request."""

from typing import Annotated

import typer

from verbale.cli.guard import complain, exit_cleanly
from verbale.cli.identities import By, Why
from verbale.cli.store_options import StoreOption, open_store, require_record, utc_now

EPILOG = """\b
Examples:
  verbale forget wire:42 --by anna --why "court order 12/2024"
  verbale forget identity:8593aaaf2105 --by anna --why "request of 3 June" --yes

\b
Exit codes: 0 forgotten; 2 no such report or person, not confirmed, wrong option or no store.
"""


def forget(
    what: Annotated[str, typer.Argument(metavar="REPORT|ID", help="Id of a report, or of a person.")],
    by: By,
    why: Why,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask whether this is meant.")] = False,
    store: StoreOption = None,
) -> None:
    """Forget a report or a person for good: what was said is deleted, that it was forgotten is kept."""
    with exit_cleanly():
        require_record()
        from verbale.record.forgetting.people import forget_identity
        from verbale.record.forgetting.reports import forget_report

        if not yes and not typer.confirm(f"Forget {what} for good? Nothing brings it back"):
            raise typer.Exit(2)
        forget_one = forget_identity if what.startswith("identity:") else forget_report
        with open_store(store) as opened, opened.begin() as conn:
            forget_one(conn, what, by=by, why=why, now=utc_now())
        complain(f"forgotten: {what}")
