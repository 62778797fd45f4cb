"""What feeds announce, as reports: the text they carry, or the page behind it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from verbale.errors import BrokenFeedError, FetchingOffError, ReportError
from verbale.model import Report, derive_report_id
from verbale.sources.checks import check_report
from verbale.sources.feeds import FeedItem
from verbale.sources.fetching import Fetched, Fetcher
from verbale.sources.html import declared_charset, read_html
from verbale.sources.options import SourceOptions
from verbale.sources.origin import Origin
from verbale.sources.polling import parse_announcements


def read_feed(raw: bytes, origin: Origin, options: SourceOptions) -> Iterator[Report | ReportError]:
    """The reports of a feed saved in a file: what it carries itself, teasers too."""
    try:
        items, _ = parse_announcements(raw, origin)
    except ReportError as error:
        yield error
        return
    if not items:
        yield BrokenFeedError(origin.id, f"{origin.label} has no entries: give its address with --fetch")
    yield from read_items(items, None, options, origin)


def read_items(
    items: Iterable[FeedItem],
    fetcher: Fetcher | None,
    options: SourceOptions,
    origin: Origin,
    is_known: Callable[[str], bool] = lambda url: False,  # noqa: ARG005
) -> Iterator[Report | ReportError]:
    """The reports that a feed or sitemap announces, in its order.

    Args:
        items: what it announces.
        fetcher: fetches the pages of items without their whole text; None takes the text that is there.
        options: metadata and limits.
        origin: the feed.
        is_known: tells of an address whether its report is had already, and need not be fetched.
    """
    for number, item in enumerate(items, 1):
        if item.url and is_known(item.url):
            continue
        place = Origin(item.url or f"{origin.id}, entry {number}", f"{origin.id}, entry {number}")
        try:
            yield _read_item(item, fetcher, options, place)
        except ReportError as error:
            yield error


def read_page(fetched: Fetched, options: SourceOptions, asked: str) -> Report:
    """The report that a fetched page is; `asked` is the address it was asked for, which errors name.

    Raises:
        ReportError: the page holds no report.
    """
    charset = options.encoding or declared_charset(fetched.body) or _charset_of(fetched.content_type)
    own = replace(options, encoding=charset, url=options.url or fetched.url)
    return read_html(fetched.body, Origin(asked), own)


def _read_item(item: FeedItem, fetcher: Fetcher | None, options: SourceOptions, place: Origin) -> Report:
    if fetcher and item.url and not item.is_whole:
        page = fetcher.fetch(item.url)
        own = replace(options, published=options.published or item.published, url=item.url)
        found = read_page(page, own, item.url)
        return replace(found, title=found.title or item.title, publisher=found.publisher or item.publisher)
    if not item.text and item.url:
        raise FetchingOffError(
            place.id, f"{place.label} has no text of its own, only an address: give --fetch to fetch it"
        )
    published = options.published or item.published
    report = Report(
        id=derive_report_id(item.text, published),
        text=item.text,
        title=options.title or item.title,
        publisher=options.publisher or item.publisher,
        url=options.url or item.url,
        published=published,
    )
    return check_report(report, options, place, item.language or None)


def _charset_of(content_type: str) -> str | None:
    """The charset that a Content-Type header names, if Python knows it."""
    name = content_type.lower().partition("charset=")[2].partition(";")[0].strip("\"' ")
    try:
        return name if name and "".encode(name) == b"" else None
    except LookupError:
        return None
