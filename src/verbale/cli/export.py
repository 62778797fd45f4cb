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
  verbale export ftm -o record.ftm.json
  verbale export gexf -o record.gexf --edges plover
  verbale export ical -o visits.ics --type visit
  verbale export gold -o reviewed/

\b
Exit codes: 0 exported, 2 wrong option, no store, or an extra is missing.
"""


class ExportFormat(StrEnum):
    """What the record can be exported to."""

    PLOVER = "plover"
    FTM = "ftm"
    GEXF = "gexf"
    GRAPHML = "graphml"
    GEOJSON = "geojson"
    ICAL = "ical"
    JSONLD = "jsonld"
    GOLD = "gold"


class EdgeClasses(StrEnum):
    """What the edges of a graph are told apart by."""

    TYPE = "type"
    PLOVER = "plover"


class TableForm(StrEnum):
    """How tables are written."""

    CSV = "csv"
    PARQUET = "parquet"


def export(
    format_: Annotated[
        ExportFormat,
        typer.Argument(
            metavar="FORMAT",
            help="plover: event tables; ftm: FollowTheMoney; gexf, graphml: who deals with whom; "
            "geojson: located claims; ical: dated ones; jsonld: schema.org and PROV-O; gold: reviewed reports.",
        ),
    ],
    out: Annotated[
        Path,
        typer.Option("--out", "-o", metavar="PATH", help="A folder (plover, gold), else a file to write."),
    ],
    form: Annotated[
        TableForm, typer.Option("--as", help="How tables are written (parquet: extra `export`).")
    ] = TableForm.CSV,
    edges: Annotated[
        EdgeClasses, typer.Option("--edges", help="gexf, graphml: edges by claim type or PLOVER class.")
    ] = EdgeClasses.TYPE,
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
    """Write the record as tables, graph, map, calendar or linked data; the same record gives the same bytes."""
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
        try:
            complain(_export(format_, store, filters, out, form, edges))
        except OSError as error:
            raise typer.BadParameter(
                f"cannot write {error.filename or out}: {error.strerror}", param_hint="--out"
            ) from error


def _export(
    format_: ExportFormat,
    store: str | None,
    filters: "Filters",
    out: Path,
    form: TableForm,
    edges: EdgeClasses,
) -> str:
    """Write one format; what was written, in a line."""
    match format_:
        case ExportFormat.PLOVER:
            events, other = _write_plover(store, filters, out, form)
            return f"{events} rows of events and {other} of other claims in {out} (plover)"
        case ExportFormat.FTM:
            return f"{_write_ftm(store, filters, out)} entities in {out} (ftm)"
        case ExportFormat.GOLD:
            return f"{_write_gold(store, filters, out)} reviewed reports in {out}"
        case _:
            size = _write_file(store, format_, filters, out, edges)
            return f"{size} bytes in {out} ({format_.value})"


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


def _write_plover(store: str | None, filters: "Filters", out: Path, form: TableForm) -> tuple[int, int]:
    from verbale.errors import MissingExtraError
    from verbale.export.plover.writing import write_plover
    from verbale.record.queries.stream import stream_claims
    from verbale.record.queries.titles import list_titles

    with open_store(store) as opened, opened.connect() as conn:
        try:
            return write_plover(stream_claims(conn, filters), list_titles(conn), out, form.value)
        except ModuleNotFoundError as error:
            raise MissingExtraError.of("export") from error


def _write_ftm(store: str | None, filters: "Filters", out: Path) -> int:
    from verbale.errors import MissingExtraError

    _refuse_folder(out)
    try:
        from verbale.export.ftm.writing import write_ftm
    except ModuleNotFoundError as error:
        raise MissingExtraError.of("screening") from error
    from verbale.record.queries.borne_out import topics_of
    from verbale.record.queries.settled import settle_claims
    from verbale.record.queries.stream import stream_claims

    with open_store(store) as opened, opened.connect() as conn:
        claims = settle_claims(conn, stream_claims(conn, _without_reprints(filters)))
        return write_ftm(claims, out, lambda identity: topics_of(conn, identity))


def _without_reprints(filters: "Filters") -> "Filters":
    """Reprints are left out, unless one publisher's are asked for: what they say was said before."""
    from dataclasses import replace

    return replace(filters, reprints=filters.publisher is not None)


def _refuse_folder(out: Path) -> None:
    if out.is_dir():
        raise typer.BadParameter(f"{out} is a folder: name the file to write", param_hint="--out")


def _write_file(
    store: str | None, format_: ExportFormat, filters: "Filters", out: Path, edges: EdgeClasses
) -> int:
    from verbale.export.single_files import write_file
    from verbale.record.queries.settled import settle_claims
    from verbale.record.queries.stream import stream_claims

    _refuse_folder(out)
    with open_store(store) as opened, opened.connect() as conn:
        claims = settle_claims(conn, stream_claims(conn, _without_reprints(filters)))
        return write_file(format_.value, claims, out, edges.value)


def _write_gold(store: str | None, filters: "Filters", out: Path) -> int:
    from verbale.export.gold_files import write_gold
    from verbale.export.reviewed import list_reviewed
    from verbale.record.queries.stream import stream_claims

    with open_store(store) as opened, opened.connect() as conn:
        return write_gold(list_reviewed(conn, stream_claims(conn, filters)), out)
