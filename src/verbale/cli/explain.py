"""`verbale explain`: why a claim is there."""

import json
import sys
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from verbale.cli import options as shared
from verbale.cli.guard import exit_cleanly, printable, write_utf8

if TYPE_CHECKING:
    from verbale.errors import ReportError
    from verbale.model import Claim, Reading

EPILOG = """\b
Examples:
  verbale explain report.txt --published 2024-06-11 --claim c1
  verbale explain wire.jsonl --report wire:42 --claim c3 --format json

\b
Exit codes: 0 explained, 2 no such claim or report, or wrong option, 4 the report could not be read.
"""


class ExplainFormat(StrEnum):
    """What `explain` can print."""

    TEXT = "text"
    JSON = "json"


def explain(
    path: Annotated[str, typer.Argument(metavar="PATH", help="File with the report; - is standard input.")],
    claim: Annotated[
        str, typer.Option("--claim", "-c", metavar="ID", help="Id of the claim, as `read` prints it.")
    ],
    report: Annotated[
        str | None,
        typer.Option("--report", "-r", metavar="ID", help="Id of the report, where PATH holds several."),
    ] = None,
    output: Annotated[ExplainFormat, typer.Option("--format", "-f", help="Output.")] = ExplainFormat.TEXT,
    published: shared.Published = None,
    title: shared.Title = "",
    publisher: shared.Publisher = "",
    url: shared.Url = "",
    encoding: shared.Encoding = None,
    fields: shared.Fields = None,
    date_format: shared.DateFormat = "",
    force: shared.Force = None,
) -> None:
    """Say why a claim is there: the row that fired, the words in each role, what each step changed.

    Give the same --published as to `read`: dates, and so claims, depend on it.
    """
    with exit_cleanly():
        from verbale.cli.reader import read_inputs
        from verbale.settings import load_settings

        write_utf8()
        settings = load_settings(force=force)
        mapping = shared.make_field_map(fields, date_format)
        sources = shared.make_source_options(settings, published, title, publisher, url, encoding, mapping)
        results = read_inputs(shared.check_inputs([path]), sources, settings)
        reading = _find_reading(results, report, path)
        found = _find_claim(reading, claim)
        _print_json(reading, found) if output is ExplainFormat.JSON else _print_text(reading, found)


def _find_reading(results: "Iterator[Reading | ReportError]", report: str | None, path: str) -> "Reading":
    """The reading of the report asked for, or of the only one.

    Raises:
        UnknownClaimError: no report has that id, or there are several and none was asked for.
        ReportError: the report cannot be read.
    """
    from verbale.errors import ReportError, UnknownClaimError

    first: Reading | None = None
    for result in results:
        if isinstance(result, ReportError):
            if report in (None, result.report_id):
                raise result
        elif report == result.report.id:
            return result
        elif report is None and first is not None:
            raise UnknownClaimError(
                f"{path} holds several reports: name one with --report, such as {first.report.id}"
            )
        elif report is None:
            first = result
    if first is None:
        raise UnknownClaimError(f"{path} holds no report {report}: `verbale read` shows the ids")
    return first


def _find_claim(reading: "Reading", claim_id: str) -> "Claim":
    """The claim with that id.

    Raises:
        UnknownClaimError: the reading has none.
    """
    from verbale.errors import UnknownClaimError

    for claim in reading.claims:
        if claim.id == claim_id:
            return claim
    known = ", ".join(claim.id for claim in reading.claims[:20]) or "none at all"
    raise UnknownClaimError(f"report {reading.report.id} has no claim {claim_id!r}: it has {known}")


def _print_json(reading: "Reading", claim: "Claim") -> None:
    """The claim and its trace as one object."""
    trace = [{"step": step.step, "note": step.note} for step in claim.trace]
    row = {"report": reading.report.id, "claim": claim.to_dict(), "trace": trace}
    typer.echo(json.dumps(row, ensure_ascii=False, indent=2))


def _print_text(reading: "Reading", claim: "Claim") -> None:
    """The claim as a table of one row, its sentence, and its trace line by line."""
    from rich.table import Table
    from rich.text import Text

    from verbale.cli.tables import claims_table, mark_trigger, open_console

    console = open_console(sys.stdout)
    console.print(claims_table(reading, (claim,)))
    console.print(mark_trigger(claim))
    console.print(f"Confidence {claim.confidence:.2f}\n")
    steps = Table(box=None, show_header=False, pad_edge=False)
    for step in claim.trace:
        steps.add_row(Text(printable(step.step), style="bold"), Text(printable(step.note)))
    console.print(steps)
