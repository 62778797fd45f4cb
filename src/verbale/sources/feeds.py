"""RSS and Atom feeds: what they announce, with the text where they carry it."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate
from io import BytesIO
from typing import Any

from verbale.errors import BadDateError, BrokenFeedError, MissingExtraError
from verbale.sources.dates import parse_published
from verbale.sources.fetching.targets import is_url
from verbale.sources.fragments import fragment_text
from verbale.sources.origin import Origin

FULL_WORDS = 120
"""From so many words on, what a feed carries is taken for the whole report, and the page is not fetched."""


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One report that a feed or sitemap announces: its address, and what is said of it there.

    `text` is what the feed carries, which may be a teaser; `published` the day as the feed writes it.
    """

    url: str = ""
    title: str = ""
    publisher: str = ""
    published: date | None = None
    text: str = ""
    language: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether the text is long enough to be the report itself."""
        return len(self.text.split()) >= FULL_WORDS


def parse_feed(raw: bytes, origin: Origin) -> tuple[FeedItem, ...]:
    """The items of a feed in its order; `origin.id` is its address, which relative links hang on.

    Raises:
        BrokenFeedError: the bytes are no feed, or define entities of their own, which no feed needs.
        MissingExtraError: feedparser is not installed.
    """
    try:
        import feedparser  # noqa: PLC0415 - comes with an extra
    except ImportError as error:
        raise MissingExtraError.of("record") from error
    if b"<!ENTITY" in raw:
        raise BrokenFeedError(origin.id, f"{origin.label} defines entities of its own: it is not read")
    logging.getLogger("feedparser").setLevel(logging.CRITICAL)
    found = feedparser.parse(BytesIO(raw), response_headers={"content-location": origin.id})
    if not found.version and not found.entries:
        raise BrokenFeedError(origin.id, f"{origin.label} is no feed: give the address of one (RSS or Atom)")
    publisher, language = found.feed.get("title", ""), found.feed.get("language", "")
    return tuple(_read_entry(entry, publisher, language) for entry in found.entries)


def _read_entry(entry: Mapping[str, Any], publisher: str, language: str) -> FeedItem:
    """What an entry says; of several texts the longest."""
    texts = [content.get("value", "") for content in entry.get("content", [])] + [entry.get("summary", "")]
    own = entry.get("source", {}).get("title", "")
    link = entry.get("link", "")
    return FeedItem(
        url=link if is_url(link) else "",
        title=fragment_text(entry.get("title", "")),
        publisher=own or publisher,
        published=_read_day(entry),
        text=max(map(fragment_text, texts), key=len),
        language=language,
    )


def _read_day(entry: Mapping[str, Any]) -> date | None:
    """The day an entry was published, as written, whatever its time zone; None where it names none."""
    for name in ("published", "updated"):
        written = entry.get(name)
        if written and (day := read_day(written)):
            return day
        parsed = entry.get(f"{name}_parsed")
        if parsed:
            return date(*parsed[:3])
    return None


def read_day(written: str) -> date | None:
    """The day that a date of RSS (RFC 2822) or of Atom (ISO 8601) names; None for other writing.

    >>> read_day("Mon, 10 Jun 2024 23:30:00 -0400"), read_day("2024-06-10T23:30:00-04:00"), read_day("today")
    (datetime.date(2024, 6, 10), datetime.date(2024, 6, 10), None)
    """
    try:
        return parse_published(written, Origin("feed"))
    except BadDateError:
        pass
    try:
        parsed = parsedate(written)
        return date(*parsed[:3]) if parsed else None
    except (ValueError, TypeError):
        return None
