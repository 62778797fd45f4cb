"""`verbale merge`, `split` and `confirm`: what people decide about who is who."""

from typing import TYPE_CHECKING, Annotated

import typer

from verbale.cli.guard import complain, exit_cleanly
from verbale.cli.store_options import StoreOption, open_store, require_record, utc_now

if TYPE_CHECKING:
    from sqlalchemy import Connection

_CODES = "Exit codes: 0 decided; 2 wrong option, no store, or ids that the record does not have."
_ALL = 1_000_000

MERGE_EPILOG = f"""\b
Example:
  verbale merge identity:1f0c identity:9a3e --by anna --why "same man, other spelling"

\b
{_CODES}
"""
SPLIT_EPILOG = f"""\b
Example:
  verbale split identity:1f0c --report wire:7 --report wire:9 --by anna --why "his namesake, the judge"

\b
{_CODES}
"""
CONFIRM_EPILOG = f"""\b
Example:
  verbale confirm identity:1f0c --report wire:7 --by anna --why "his office asked"

\b
{_CODES}
"""

Identity = Annotated[str, typer.Argument(metavar="ID", help="As `verbale who NAME` shows it.")]
By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who decides.")]
Why = Annotated[str, typer.Option("--why", metavar="REASON", help="The reason, kept in the log.")]
Reports = Annotated[
    list[str],
    typer.Option("--report", metavar="ID", help="A report it is recognised in; repeat for several."),
]


def merge(
    kept: Annotated[str, typer.Argument(metavar="KEPT", help="The identity that stays.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The one that goes into it.")],
    by: By,
    why: Why,
    store: StoreOption = None,
) -> None:
    """Make two identities one; the id of the other goes on leading there."""
    with exit_cleanly():
        require_record()
        from verbale.record.merging import merge_identities

        with open_store(store) as opened, opened.begin() as conn:
            merge_identities(conn, kept, other, by=by, why=why, now=utc_now())
        complain(f"{other} is now {kept}")


def split(identity: Identity, reports: Reports, by: By, why: Why, store: StoreOption = None) -> None:
    """Make one identity two: in the reports named it is somebody else."""
    with exit_cleanly():
        require_record()
        from verbale.record.merging import split_identity

        with open_store(store) as opened, opened.begin() as conn:
            actors = _actors_in(conn, identity, reports)
            _, fresh = split_identity(conn, identity, actors, by=by, why=why, now=utc_now())
        complain(f"in {', '.join(reports)} it is now {fresh}")


def confirm(identity: Identity, reports: Reports, by: By, why: Why, store: StoreOption = None) -> None:
    """Say that an identity is rightly recognised in reports; no machine undoes it."""
    with exit_cleanly():
        require_record()
        from verbale.record.merging import confirm_links

        with open_store(store) as opened, opened.begin() as conn:
            actors = _actors_in(conn, identity, reports)
            confirm_links(conn, identity, actors, by=by, why=why, now=utc_now())
        complain(f"{identity} is confirmed in {', '.join(reports)}")


def _actors_in(conn: "Connection", identity: str, reports: list[str]) -> list[int]:
    """The actors by which an identity is recognised in reports.

    Raises:
        IdentityError: in one of the reports it is not recognised.
    """
    from verbale.errors import IdentityError
    from verbale.record.queries.linked import list_links

    links = list_links(conn, identity, limit=_ALL)
    missing = sorted(set(reports) - {link.report_id for link in links})
    if missing:
        raise IdentityError(
            f"{identity} is not recognised in {', '.join(missing)}: `verbale who NAME` shows the ids of identities, "
            "`verbale search` those of reports"
        )
    return [link.actor for link in links if link.report_id in reports]
