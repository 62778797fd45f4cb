"""`verbale export`: the record in other people's forms."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from verbale.cli.guard import complain, exit_cleanly
from verbale.cli.store_options import StoreOption, open_store, parse_day, require_record

if TYPE_CHECKING:
    from verbale.record.queries.filters import Filters

EPILOG = """\b
Examples:
  verbale export plover -o plover/
  verbale export plover -o plover/ --as parquet --since 2024-01-01 --type attack --type protest

\b
Exit codes: 0 exported, 2 wrong option, no store, or an extra is missing.
"""


class ExportFormat(StrEnum):
    """What the record can be exported to."""

    PLOVER = "plover"


class TableForm(StrEnum):
    """How tables are written."""

    CSV = "csv"
    PARQUET = "parquet"


def export(
    format_: Annotated[ExportFormat, typer.Argument(metavar="FORMAT", help="plover: event tables.")],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FOLDER", help="Where the files go.")],
    form: Annotated[
        TableForm, typer.Option("--as", help="How tables are written (parquet: extra `export`).")
    ] = TableForm.CSV,
    types: Annotated[
        list[str] | None,
        typer.Option("--type", metavar="TYPE", help="Only claims of this type; repeat for several."),
    ] = None,
    statuses: Annotated[
        list[str] | None,
        typer.Option("--status", metavar="STATUS", help="Only claims of this status; repeatable."),
    ] = None,
    actor: Annotated[
        str | None,
        typer.Option("--actor", metavar="ID", help="Only claims that this identity has a part in."),
    ] = None,
    since: Annotated[
        str, typer.Option("--since", metavar="DATE", help="Only what happens from then on.")
    ] = "",
    until: Annotated[str, typer.Option("--until", metavar="DATE", help="Only what happens till then.")] = "",
    place: Annotated[
        str | None, typer.Option("--place", metavar="NAME", help="Only what happens there.")
    ] = None,
    country: Annotated[
        str | None, typer.Option("--country", metavar="CODE", help="Only what happens in this country.")
    ] = None,
    publisher: Annotated[
        str | None, typer.Option("--publisher", metavar="NAME", help="Only reports of this publisher.")
    ] = None,
    min_confidence: Annotated[
        float,
        typer.Option("--min-confidence", min=0, max=1, metavar="P", help="Least confidence of a claim."),
    ] = 0.0,
    store: StoreOption = None,
) -> None:
    """Write the record as tables of PLOVER events; the same record gives the same bytes."""
    with exit_cleanly():
        require_record()
        from verbale.record.queries.filters import Filters

        _check_words(types or [], statuses or [])
        filters = Filters(
            types=tuple(types or ()),
            statuses=tuple(statuses or ()),
            actor=actor,
            since=parse_day(since, "--since") if since else None,
            until=parse_day(until, "--until") if until else None,
            place=place,
            country=country,
            publisher=publisher,
            min_confidence=min_confidence,
        )
        events, other = _write(store, filters, out, form)
        complain(f"{events} rows of events and {other} of other claims in {out} ({format_.value})")


def _check_words(types: list[str], statuses: list[str]) -> None:
    """Raises: typer.BadParameter: a type that the ontology does not have, or a status that no claim has."""
    from verbale.lexicon.claim_types import load_claim_types
    from verbale.model import Status

    for type_ in types:
        if type_ not in load_claim_types():
            raise typer.BadParameter(
                f"{type_!r} is no claim type: `verbale types` lists them", param_hint="--type"
            )
    for status in statuses:
        if status not in set(Status):
            raise typer.BadParameter(f"{status!r} is none of {', '.join(Status)}", param_hint="--status")


def _write(store: str | None, filters: "Filters", out: Path, form: TableForm) -> tuple[int, int]:
    from verbale.errors import MissingExtraError
    from verbale.export.plover.writing import write_plover
    from verbale.record.queries.stream import stream_claims
    from verbale.record.queries.titles import list_titles

    with open_store(store) as opened, opened.connect() as conn:
        try:
            return write_plover(stream_claims(conn, filters), list_titles(conn), out, form.value)
        except ModuleNotFoundError as error:
            raise MissingExtraError.of("export") from error
