"""HTML pages: the article's text, and date, title and publisher from the page's metadata."""

import logging
import re
from datetime import date
from typing import Any

from verbale.errors import BadDateError, EmptyTextError
from verbale.model import Report, derive_report_id
from verbale.sources.checks import check_report
from verbale.sources.dates import parse_published
from verbale.sources.decoding import decode_text
from verbale.sources.options import SourceOptions
from verbale.sources.origin import Origin

_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w-]+)""", re.IGNORECASE
)
_HEAD = 4096


def read_html(raw: bytes, origin: Origin, options: SourceOptions) -> Report:
    """The report that a page is. Offsets of its reading index the extracted text, not the page.

    What `options` say of date, title, publisher and address replaces what the page says.

    Raises:
        ReportError: the bytes are no text, no article is found in the page, or the text is no report.
    """
    page = decode_text(raw, origin, options.encoding or declared_charset(raw))
    found = _extract(page, options.today)
    text = (found.text if found else None) or ""
    if not text.strip():
        raise EmptyTextError(
            origin.id,
            f"{origin.label} holds no article text: save the page after it has loaded, or give its text",
        )
    published = options.published or _parse_date(found.date, origin)
    report = Report(
        id=derive_report_id(text, published),
        text=text,
        title=options.title or found.title or "",
        publisher=options.publisher or found.sitename or "",
        url=options.url or found.url or "",
        published=published,
    )
    return check_report(report, options, origin)


def declared_charset(raw: bytes) -> str | None:
    """The encoding that the page's head declares, None where it declares none or says nothing Python knows.

    >>> declared_charset(b'<html><head><meta charset="windows-1251">')
    'windows-1251'
    """
    match = _CHARSET.search(raw[:_HEAD])
    return match.group(1).decode("ascii") if match else None


def _extract(page: str, today: date | None) -> Any:
    """Trafilatura's document, None where it finds none."""
    # Costs half a second, which other formats need not pay.
    from trafilatura import bare_extraction  # noqa: PLC0415

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    # htmldate takes the clock's day for the last possible one unless told another.
    dates = {"original_date": True, "extensive_search": False, "max_date": (today or date.max).isoformat()}
    return bare_extraction(
        page,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        favor_precision=True,
        date_extraction_params=dates,
    )


def _parse_date(value: str | None, origin: Origin) -> date | None:
    """The day the page was published; None where the page has no such date."""
    try:
        return parse_published(value, origin) if value else None
    except BadDateError:
        return None
