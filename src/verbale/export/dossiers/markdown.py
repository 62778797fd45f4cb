"""A document as Markdown (CommonMark): what reports say cannot become markup."""

import re
from collections.abc import Iterator

from verbale.export.dossiers.document import Document, Entry
from verbale.record.queries.lines import Source
from verbale.record.wording.days import say_day
from verbale.record.wording.plain import show_steering

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_WEB = re.compile(r"https?://[^\s<>()\\]+\Z")


def write_markdown(document: Document) -> str:
    r"""The document as Markdown, ending with a line break.

    >>> write_markdown(Document("Ann and Bob", (), ()))
    '# Ann and Bob\n'
    """
    return "\n".join(_list_lines(document)) + "\n"


def _list_lines(document: Document) -> Iterator[str]:
    yield f"# {escape(document.title)}"
    if document.facts:
        yield ""
    for fact in document.facts:
        yield f"{escape(fact)}.  " if not fact.endswith(".") else f"{escape(fact)}  "
    for part in document.parts:
        yield ""
        yield f"## {escape(part.heading)}"
        yield ""
        yield from (_say_entry(entry) for entry in part.entries)
        if part.note:
            yield ""
            yield f"*{escape(part.note)}*"


def _say_entry(entry: Entry) -> str:
    said = f"- **{escape(entry.when)}**: {end_sentence(escape(entry.text))}"
    notes = "; ".join(entry.notes)
    if notes:
        said += f" {end_sentence(escape(notes[:1].upper() + notes[1:]))}"
    sources = "; ".join(_say_source(source) for source in entry.sources)
    more = f" and {entry.more_sources} more" if entry.more_sources else ""
    return f"{said} ({sources}{more})" if sources else said


def _say_source(source: Source) -> str:
    """Publisher, title and day, with a link where the report has an address on the web."""
    words = escape(name_source(source))
    return f"[{words}]({source.url})" if _WEB.match(source.url) else words


def name_source(source: Source) -> str:
    """Publisher, title and day of a source.

    >>> from datetime import date
    >>> name_source(Source("The Wire", "Ministers meet", "", date(2024, 6, 11)))
    'The Wire, “Ministers meet”, 11 June 2024'
    """
    title = f"“{source.title}”" if source.title else ""
    return ", ".join(filter(None, (source.publisher, title, say_day(source.published)))) or "a report"


def end_sentence(text: str) -> str:
    """The text with a full stop, unless it ends with one.

    >>> end_sentence("He won"), end_sentence("He said: “We won.”"), end_sentence("He met Cyrus Vance, Jr.")
    ('He won.', 'He said: “We won.”', 'He met Cyrus Vance, Jr.')
    """
    return text if text.rstrip("”\"'").endswith((".", "!", "?", "…")) else f"{text}."


def escape(text: str) -> str:
    r"""A text of strangers as Markdown shows it, on one line.

    >>> escape("A *b* <i>\nc")
    'A \\*b\\* \\<i\\> c'
    """
    return _SPECIAL.sub(r"\\\1", show_steering(" ".join(text.split())))
