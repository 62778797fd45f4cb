"""A document as one HTML page without scripts or anything from elsewhere; printed from a browser it is a PDF."""

from collections.abc import Iterator
from html import escape as escape_html
from importlib.resources import files

from verbale.export.dossiers.document import Document, Entry
from verbale.export.dossiers.markdown import name_source
from verbale.record.queries.lines import Source
from verbale.record.wording.plain import show_steering


def write_html(document: Document) -> str:
    """The document as a page of HTML, ending with a line break."""
    style = files("verbale.export.dossiers").joinpath("page.css").read_text("utf-8")
    title = escape(document.title)
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>'
    body = "\n".join(_list_lines(document))
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>{head}\n<style>\n{style}</style></head>\n'
        f"<body>\n<h1>{title}</h1>\n{body}\n</body>\n</html>\n"
    )


def _list_lines(document: Document) -> Iterator[str]:
    yield from (f"<p>{escape(fact)}</p>" for fact in document.facts)
    for part in document.parts:
        yield f"<h2>{escape(part.heading)}</h2>\n<ul>"
        yield from (_say_entry(entry) for entry in part.entries)
        yield "</ul>"
        if part.note:
            yield f'<p class="note">{escape(part.note)}</p>'


def _say_entry(entry: Entry) -> str:
    notes = f' <span class="note">{escape("; ".join(entry.notes))}</span>' if entry.notes else ""
    sources = "; ".join(_say_source(source) for source in entry.sources)
    more = f" and {entry.more_sources} more" if entry.more_sources else ""
    told = f' <span class="sources">{sources}{more}</span>' if sources else ""
    return f"<li><b>{escape(entry.when)}</b> {escape(entry.text)}{notes}{told}</li>"


def _say_source(source: Source) -> str:
    words = escape(name_source(source))
    if source.url.startswith(("https://", "http://")):
        return f'<a href="{escape(source.url)}" rel="noreferrer">{words}</a>'
    return words


def escape(text: str) -> str:
    """A text of strangers as a page shows it.

    >>> escape("<b>\u202e")
    '&lt;b&gt;[U+202E]'
    """
    return escape_html(show_steering(text))
