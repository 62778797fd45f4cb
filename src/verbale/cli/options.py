"""Options that several commands share."""

import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from verbale.settings import Settings
    from verbale.sources import SourceOptions
    from verbale.sources.fields import FieldMap

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="Files or folders of text, HTML, JSON, JSONL, WARC or feeds, also gzipped; - is standard input; "
        "addresses with --fetch.",
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes to read with (default: 1)."),
]
Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Day of publication (2024-06-11), which relative dates hang on."),
]
Title = Annotated[str, typer.Option(metavar="TEXT", help="Title, where the report gives none.")]
Publisher = Annotated[
    str, typer.Option(metavar="TEXT", help="Who published it, where the report does not say.")
]
Url = Annotated[
    str, typer.Option(metavar="URL", help="Where it was published, where the report does not say.")
]
Encoding = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Encoding of the input (default: UTF-8, or what a page declares)."),
]
Force = Annotated[
    bool | None, typer.Option("--force", help="Read reports in other languages too, as if they were English.")
]
Fields = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME",
        help="Names of the fields in JSON objects: a corpus (cc_news, news-please, webz ...) or text=body; repeatable.",
    ),
]
DateFormat = Annotated[
    str,
    typer.Option(
        metavar="FORMAT", help="How JSON objects write dates: as in %m-%d-%Y, or epoch (default: ISO 8601)."
    ),
]
Fetch = Annotated[
    bool | None,
    typer.Option("--fetch", help="Fetch addresses: politely, never from a private network (default: off)."),
]


def check_date(value: str | None) -> date | None:
    """The day that `--published` names.

    Raises:
        typer.BadParameter: it is no date, or one that no report can have.
    """
    from verbale.errors import ReportError
    from verbale.sources import Origin
    from verbale.sources.dates import check_published, parse_published

    if value is None:
        return None
    try:
        published = parse_published(value, Origin("--published"))
        check_published(published, _today(), Origin("--published"))
    except ReportError as error:
        raise typer.BadParameter(error.message.removeprefix("--published: ")) from None
    return published


def check_inputs(inputs: list[str]) -> list[str | Path]:
    """Paths as paths and addresses as they are; a person who sits at standard input is told so."""
    from verbale.sources.fetching.targets import is_url

    if "-" in inputs and sys.stdin.isatty():
        typer.echo("verbale: reading standard input; end it with Ctrl-D", err=True)
    return [each if is_url(each) else Path(each) for each in inputs]


def make_field_map(fields: list[str] | None, date_format: str) -> "FieldMap":
    """The mapping that `--fields` and `--date-format` name.

    Raises:
        FieldMapError: they name no known corpus or field.
    """
    from verbale.sources.fields import parse_fields

    return parse_fields(fields or (), date_format)


def make_source_options(
    settings: "Settings",
    published: str | None,
    title: str,
    publisher: str,
    url: str,
    encoding: str | None,
    fields: "FieldMap | None" = None,
) -> "SourceOptions":
    """The options of a command and the settings as what `verbale.sources` needs."""
    from verbale.sources import SourceOptions
    from verbale.sources.fields import AS_NAMED

    return SourceOptions(
        published=check_date(published),
        title=title,
        publisher=publisher,
        url=url,
        encoding=encoding,
        force=settings.force,
        today=_today(),
        max_chars=settings.max_chars,
        max_bytes=settings.max_bytes,
        fields=fields or AS_NAMED,
    )


def _today() -> date:
    """The day it is in Greenwich. The clock is read here only, to refuse dates in the future."""
    return datetime.now(UTC).date()
