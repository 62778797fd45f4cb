"""`verbale schema`: the JSON Schema of the output."""

import typer

from verbale.cli.guard import exit_cleanly, write_utf8

EPILOG = """\b
Example:
  verbale schema > reading.schema.json
"""


def schema() -> None:
    """Print the JSON Schema (draft 2020-12) that all JSON and each line of JSONL validates against."""
    with exit_cleanly():
        from importlib.resources import files

        write_utf8()
        typer.echo((files("verbale") / "data" / "reading.schema.json").read_text("utf-8"), nl=False)
