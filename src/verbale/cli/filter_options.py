"""Options that say which claims of the record are meant."""

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from verbale.cli.store_options import parse_day

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from verbale.record.queries.filters import Filters

Types = Annotated[
    list[str] | None,
    typer.Option("--type", metavar="TYPE", help="Only claims of this type; repeat for several."),
]
Statuses = Annotated[
    list[str] | None,
    typer.Option(
        "--status", metavar="STATUS", help="Only happened, planned, alleged or called_for; repeatable."
    ),
]
Actor = Annotated[
    str, typer.Option("--actor", metavar="NAME|ID", help="Only claims that somebody has a part in.")
]
Since = Annotated[str, typer.Option("--since", metavar="DATE", help="Only what happens from then on.")]
Until = Annotated[str, typer.Option("--until", metavar="DATE", help="Only what happens till then.")]
Place = Annotated[str | None, typer.Option("--place", metavar="NAME", help="Only what happens there.")]
Country = Annotated[
    str | None, typer.Option("--country", metavar="CODE", help="Only what happens in this country.")
]
Publisher = Annotated[
    str | None, typer.Option("--publisher", metavar="NAME", help="Only reports of this publisher.")
]
Verdicts = Annotated[
    list[str] | None,
    typer.Option(
        "--verdict",
        metavar="VERDICT",
        help="Only claims of which the registers say borne_out, contradicted or not_covered; repeatable.",
    ),
]
MinConfidence = Annotated[
    float,
    typer.Option("--min-confidence", min=0, max=1, metavar="P", help="Least confidence of a claim."),
]

LIKELY = 0.5
"""Least confidence of what documents show unless told otherwise: what is sooner right than wrong."""

VERDICTS = ("borne_out", "contradicted", "not_covered")


def check_types(types: Collection[str]) -> tuple[str, ...]:
    """Raises: typer.BadParameter: a type that the ontology does not have."""
    from verbale.lexicon.claim_types import load_claim_types

    known = load_claim_types()
    for each in types:
        if each not in known:
            raise typer.BadParameter(
                f"{each!r} is no claim type: `verbale types` lists them", param_hint="--type"
            )
    return tuple(types)


def check_among(given: Collection[str], known: Collection[str], option: str) -> tuple[str, ...]:
    """Raises: typer.BadParameter: a word that is none of those known."""
    for each in given:
        if each not in known:
            raise typer.BadParameter(f"{each!r} is none of {', '.join(known)}", param_hint=option)
    return tuple(given)


def make_filters(
    conn: "Connection",
    *,
    words: str = "",
    types: list[str] | None = None,
    statuses: list[str] | None = None,
    verdicts: list[str] | None = None,
    actor: str = "",
    since: str = "",
    until: str = "",
    place: str | None = None,
    country: str | None = None,
    publisher: str | None = None,
    min_confidence: float = 0.0,
    reprints: bool = True,
    as_of: datetime | None = None,
) -> "Filters":
    """The filters that the options name.

    Raises:
        typer.BadParameter: a type, status or verdict that is none.
        SearchError: nobody, or several, are called so.
        RegisterError: a day that is none.
    """
    from verbale.model import Status
    from verbale.record.queries.filters import Filters
    from verbale.record.queries.who import find_one

    return Filters(
        types=check_types(types or ()),
        statuses=check_among(statuses or (), [status.value for status in Status], "--status"),
        actor=find_one(conn, actor, as_of) if actor else None,
        since=parse_day(since, "--since"),
        until=parse_day(until, "--until"),
        place=place,
        country=country,
        publisher=publisher,
        min_confidence=min_confidence,
        words=words,
        verdicts=check_among(verdicts or (), VERDICTS, "--verdict"),
        reprints=reprints,
    )
