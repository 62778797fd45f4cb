"""`verbale read`: what reports claim."""

import sys
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from verbale.cli import options as shared
from verbale.cli.exit_codes import ExitCode
from verbale.cli.guard import complain, exit_cleanly, write_utf8

if TYPE_CHECKING:
    from verbale.cli.writers import Result, Writer

EPILOG = """\b
Examples:
  verbale read report.txt --published 2024-06-11
  verbale read page.html --evidence
  verbale read wire.jsonl --format jsonl --jobs 2 > readings.jsonl
  verbale read crawl.warc.gz --format jsonl > readings.jsonl
  verbale read corpus.jsonl --fields text=body --fields published=date_publish
  verbale read https://example.org/feed.xml --fetch
  curl -s https://example.org/story | verbale read - --format csv

\b
Exit codes: 0 every report was read, 2 wrong option or setting, 3 some reports could not be read,
4 none could, 130 stopped by Ctrl-C, 141 output closed.
"""


class OutputFormat(StrEnum):
    """What `read` can print."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


def read(
    paths: shared.Paths,
    published: shared.Published = None,
    title: shared.Title = "",
    publisher: shared.Publisher = "",
    url: shared.Url = "",
    output: Annotated[
        OutputFormat | None,
        typer.Option(
            "--format", "-f", help="Output (default: table on a terminal, json into a pipe or file)."
        ),
    ] = None,
    evidence: Annotated[
        bool,
        typer.Option("--evidence", help="Below a table, the sentences with the words that count marked."),
    ] = False,
    jobs: shared.Jobs = None,
    encoding: shared.Encoding = None,
    fields: shared.Fields = None,
    date_format: shared.DateFormat = "",
    fetch: shared.Fetch = None,
    force: shared.Force = None,
) -> None:
    """Print what reports claim: who did what to whom, when, where, according to whom.

    A report that cannot be read gives an error row in its place and a line on stderr; the rest go on.
    """
    with exit_cleanly():
        from verbale.cli.progress import show_progress
        from verbale.cli.reader import read_inputs
        from verbale.settings import load_settings

        write_utf8()
        settings = load_settings(jobs=jobs, force=force, fetch=fetch)
        mapping = shared.make_field_map(fields, date_format)
        sources = shared.make_source_options(settings, published, title, publisher, url, encoding, mapping)
        inputs = shared.check_inputs(paths)
        results = read_inputs(inputs, sources, settings)
        code = _print_results(show_progress(results, inputs), _open_writer(output, evidence=evidence))
    raise typer.Exit(code)


def _open_writer(output: OutputFormat | None, *, evidence: bool) -> "Writer":
    """The writer for a format; None is a table on a terminal, JSON elsewhere."""
    from verbale.cli import writers

    out = sys.stdout
    match output or (OutputFormat.TABLE if out.isatty() else OutputFormat.JSON):
        case OutputFormat.JSON:
            return writers.JsonWriter(out)
        case OutputFormat.JSONL:
            return writers.JsonlWriter(out)
        case OutputFormat.CSV:
            return writers.CsvWriter(out)
        case _:
            from verbale.cli.tables import TableWriter

            return TableWriter(out, evidence=evidence)


def _print_results(results: "Iterable[Result]", writer: "Writer") -> ExitCode:
    """Write all results, name the bad ones on stderr, and say what it came to."""
    from verbale.errors import ReportError

    count = unread = 0
    for result in results:
        count += 1
        if isinstance(result, ReportError):
            unread += 1
            complain(result.message)
        writer.write(result)
    writer.close()
    if not unread:
        return ExitCode.OK
    if count > 1:
        complain(f"{unread} of {count} reports could not be read")
    return ExitCode.NONE_READ if unread == count else ExitCode.SOME_UNREAD
