"""`verbale types`: what kinds of claim there are."""

import json
import sys
from dataclasses import asdict
from enum import StrEnum
from typing import Annotated

import typer

from verbale.cli.guard import exit_cleanly, write_utf8

EPILOG = """\b
Examples:
  verbale types
  verbale types --format json
"""


class TypesFormat(StrEnum):
    """What `types` can print."""

    TABLE = "table"
    JSON = "json"


def types(
    output: Annotated[
        TypesFormat | None,
        typer.Option(
            "--format", "-f", help="Output (default: table on a terminal, json into a pipe or file)."
        ),
    ] = None,
) -> None:
    """List the types of claim with their modes, what they mean, and their PLOVER and CAMEO classes."""
    with exit_cleanly():
        from verbale.lexicon.claim_types import load_claim_types

        write_utf8()
        rows = [asdict(row) for row in load_claim_types().values()]
        if (output or (TypesFormat.TABLE if sys.stdout.isatty() else TypesFormat.JSON)) is TypesFormat.JSON:
            typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        else:
            _print_table(rows)


def _print_table(rows: list[dict[str, object]]) -> None:
    """The ontology as a table, group by group."""
    from rich.table import Table

    from verbale.cli.tables import open_console

    table = Table("Type", "Modes", "What it says", "Parties", "PLOVER", "CAMEO")
    group = None
    for row in rows:
        if row["group"] != group:
            group = row["group"]
            table.add_section()
        modes = row["modes"]
        table.add_row(
            str(row["type"]),
            ", ".join(modes) if isinstance(modes, tuple) else "",
            str(row["description"]),
            "all are actors" if row["symmetric"] else "actor → recipient",
            str(row["plover"] or "—"),
            str(row["cameo"] or "—"),
        )
    open_console(sys.stdout).print(table)
