"""Ask a feed or sitemap what is new since it was asked last."""

from dataclasses import dataclass
from datetime import date

from verbale.errors import BrokenFeedError, ReportError
from verbale.sources.feeds import FeedItem, parse_feed
from verbale.sources.fetching import Fetched, Fetcher
from verbale.sources.fetching.bodies import BodyTooLargeError, BrokenBodyError, decode_body
from verbale.sources.formats import Format, format_of_bytes
from verbale.sources.origin import Origin
from verbale.sources.sitemaps import parse_sitemap

MAX_CHILDREN = 50
"""Sitemaps of an index that are asked in one poll, the last changed first."""


@dataclass(frozen=True, slots=True)
class FeedState:
    """What to send along next time, so that a feed that has not changed need not answer in full."""

    etag: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class FeedPoll:
    """What a feed says now: its items (none where nothing changed), errors of parts of it, the state to keep."""

    items: tuple[FeedItem, ...]
    state: FeedState
    changed: bool = True
    errors: tuple[ReportError, ...] = ()


def poll_feed(
    fetcher: Fetcher, url: str, state: FeedState | None = None, *, since: date | None = None
) -> FeedPoll:
    """The items of the feed or sitemap at an address.

    Args:
        fetcher: asks for it.
        url: RSS, Atom, a sitemap, or an index of sitemaps.
        state: what the last poll of it gave; None for the first.
        since: leaves out what was published before that day; what has no date stays.

    Raises:
        ReportError: the address cannot be fetched, or holds neither feed nor sitemap.
    """
    state = state or FeedState()
    fetched = fetcher.fetch(url, etag=state.etag, modified=state.modified)
    if fetched.status == 304:
        return FeedPoll((), state, changed=False)
    items, errors = read_announcements(fetched, fetcher, since=since)
    return FeedPoll(items, FeedState(fetched.etag, fetched.modified), errors=errors)


def read_announcements(
    fetched: Fetched, fetcher: Fetcher, *, since: date | None = None
) -> tuple[tuple[FeedItem, ...], tuple[ReportError, ...]]:
    """What a fetched feed or sitemap announces, once each address, sitemaps that it points at read too.

    Raises:
        BrokenFeedError: it is neither feed nor sitemap.
    """
    limit = fetcher.rules.max_bytes
    items, children = parse_announcements(_unpack(fetched, limit), Origin(fetched.url))
    found, errors = list(items), []
    recent = [child for child, changed in children if not (since and changed) or changed >= since.isoformat()]
    for child in recent[:MAX_CHILDREN]:
        try:
            answer = fetcher.fetch(child)
            found += parse_announcements(_unpack(answer, limit), Origin(answer.url))[0]
        except ReportError as error:
            errors.append(error)
    kept = [item for item in found if not (since and item.published) or item.published >= since]
    once = {item.url or item: item for item in reversed(kept)}
    return tuple(reversed(once.values())), tuple(errors)


def parse_announcements(
    raw: bytes, origin: Origin
) -> tuple[tuple[FeedItem, ...], tuple[tuple[str, str], ...]]:
    """The items of a feed or sitemap, and the sitemaps it points at with the day they changed.

    Raises:
        BrokenFeedError: the bytes are neither.
    """
    if any(mark in raw[:4096] for mark in (b"<urlset", b"<sitemapindex")):
        sitemap = parse_sitemap(raw, origin)
        return sitemap.items, sitemap.children
    return parse_feed(raw, origin), ()


def is_announcement(fetched: Fetched) -> bool:
    """Whether an answer is a feed or sitemap, told by how it begins."""
    return format_of_bytes(fetched.body[:4096]) is Format.FEED


def _unpack(fetched: Fetched, limit: int) -> bytes:
    """The body, unpacked where it is a gzip file of its own, as large sitemaps are."""
    if not fetched.body.startswith(b"\x1f\x8b"):
        return fetched.body
    try:
        return decode_body(fetched.body, "gzip", limit)
    except (BodyTooLargeError, BrokenBodyError) as error:
        reason = str(error) or "it is too long"
        raise BrokenFeedError(fetched.url, f"{fetched.url} cannot be unpacked: {reason}") from error
