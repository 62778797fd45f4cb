"""Dossiers, timelines and ties in the format asked for."""

import json
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from verbale.export.dossiers.document import Document
    from verbale.record.queries.who import Candidate


class DocumentFormat(StrEnum):
    """What documents can be printed as."""

    MARKDOWN = "markdown"
    JSON = "json"
    HTML = "html"
    PDF = "pdf"


Format = Annotated[
    DocumentFormat, typer.Option("--format", "-f", help="Output: markdown (the default), json, html or pdf.")
]


def print_document(document: "Document", values: dict[str, Any], form: DocumentFormat) -> None:
    """Print a document, or its values as JSON.

    Raises:
        typer.BadParameter: a PDF would go to the terminal.
        MissingExtraError: what makes PDFs is not installed.
    """
    from verbale.export.dossiers.html import write_html
    from verbale.export.dossiers.markdown import write_markdown

    if form is DocumentFormat.PDF:
        _write_pdf(document)
    elif form is DocumentFormat.JSON:
        typer.echo(json.dumps(values, ensure_ascii=False, indent=2))
    else:
        write = write_html if form is DocumentFormat.HTML else write_markdown
        sys.stdout.write(write(document))


def _write_pdf(document: "Document") -> None:
    from verbale.export.dossiers.pdf import write_pdf

    if sys.stdout.isatty():
        raise typer.BadParameter("a PDF is nothing for a terminal: send it to a file, as in `> dossier.pdf`")
    made = write_pdf(document)
    sys.stdout.flush()
    sys.stdout.buffer.write(made)


def find_candidate(conn: "Connection", name: str, as_of: Any) -> "Candidate":
    """Who is meant by a name or an id.

    Raises:
        SearchError: nobody, or several, are called so.
    """
    from verbale.record.queries.who import find_one, who

    return who(conn, find_one(conn, name, as_of), limit=1, as_of=as_of)[0]
