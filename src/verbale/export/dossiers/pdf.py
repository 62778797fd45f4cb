"""A document as a PDF (A4, tagged), set by Typst; the same document gives the same bytes."""

import json
from importlib.resources import files
from typing import Any

from verbale.errors import MissingExtraError
from verbale.export.dossiers.document import Document, Entry
from verbale.export.dossiers.markdown import end_sentence, name_source
from verbale.record.queries.lines import Source
from verbale.record.wording.plain import show_steering


def write_pdf(document: Document) -> bytes:
    """The document as a PDF.

    Letters that the fonts built into Typst lack (Arabic, Chinese) are set in fonts of this machine, if it has any.

    Raises:
        MissingExtraError: Typst is not installed.
    """
    try:
        import typst  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MissingExtraError.of("pdf") from error
    page = files("verbale.export.dossiers").joinpath("page.typ").read_bytes()
    words = json.dumps(_to_words(document), ensure_ascii=False)
    made = typst.compile(page, format="pdf", sys_inputs={"document": words})
    assert isinstance(made, bytes)
    return made


def _to_words(document: Document) -> dict[str, Any]:
    """All words of a document, made harmless for the eye."""
    return {
        "title": show_steering(document.title),
        "facts": [show_steering(end_sentence(fact)) for fact in document.facts],
        "parts": [
            {
                "heading": part.heading,
                "note": part.note,
                "entries": [_say_entry(entry) for entry in part.entries],
            }
            for part in document.parts
        ],
    }


def _say_entry(entry: Entry) -> dict[str, Any]:
    notes = "; ".join(entry.notes)
    return {
        "when": show_steering(entry.when),
        "text": show_steering(end_sentence(entry.text)),
        "notes": show_steering(end_sentence(notes[:1].upper() + notes[1:])) if notes else "",
        "sources": [_say_source(source) for source in entry.sources],
        "more": f" and {entry.more_sources} more" if entry.more_sources else "",
    }


def _say_source(source: Source) -> dict[str, str]:
    url = source.url if source.url.startswith(("https://", "http://")) else ""
    return {"name": show_steering(name_source(source)), "url": url}
