"""Options that several commands share."""

import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from verbale.settings import Settings
    from verbale.sources import SourceOptions

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


def check_paths(paths: list[Path]) -> list[Path]:
    """The paths, if standard input is not among them while a person sits at it without a word."""
    if any(str(path) == "-" for path in paths) and sys.stdin.isatty():
        typer.echo("verbale: reading standard input; end it with Ctrl-D", err=True)
    return paths


def make_source_options(
    settings: "Settings", published: str | None, title: str, publisher: str, url: str, encoding: str | None
) -> "SourceOptions":
    """The options of a command and the settings as what `verbale.sources` needs."""
    from verbale.sources import SourceOptions

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
    )


def _today() -> date:
    """The day it is in Greenwich. The clock is read here only, to refuse dates in the future."""
    return datetime.now(UTC).date()
