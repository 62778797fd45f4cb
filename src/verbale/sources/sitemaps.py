"""Sitemaps, those for news among them: addresses of pages, with date and title where they say so."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError

from verbale.errors import BrokenFeedError, MissingExtraError
from verbale.sources.feeds import FeedItem, read_day
from verbale.sources.origin import Origin


@dataclass(frozen=True, slots=True)
class Sitemap:
    """Pages, and further sitemaps with the day they changed (empty where they do not say), newest first."""

    items: tuple[FeedItem, ...] = ()
    children: tuple[tuple[str, str], ...] = ()


def parse_sitemap(raw: bytes, origin: Origin) -> Sitemap:
    """What a sitemap lists (sitemaps.org, with Google's elements for news).

    Raises:
        BrokenFeedError: the bytes are no XML, no sitemap, or define entities of their own.
        MissingExtraError: defusedxml is not installed.

    >>> parse_sitemap(b"<urlset><url><loc>https://a.example/1</loc></url></urlset>", Origin("x")).items[0].url
    'https://a.example/1'
    """
    try:
        from defusedxml import DefusedXmlException  # noqa: PLC0415 - comes with an extra
        from defusedxml.ElementTree import fromstring  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError.of("record") from error
    try:
        root = fromstring(raw)
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise BrokenFeedError(
            origin.id, f"{origin.label} is no sitemap ({error}): check the address"
        ) from error
    if _name(root) == "sitemapindex":
        found = [(_text(entry, "loc"), _text(entry, "lastmod")[:10]) for entry in root]
        children = [child for child in found if child[0]]
        return Sitemap(children=tuple(sorted(children, key=lambda child: child[1], reverse=True)))
    if _name(root) != "urlset":
        raise BrokenFeedError(origin.id, f"{origin.label} is no sitemap (its root is {_name(root)!r})")
    return Sitemap(items=tuple(_read_page(entry) for entry in root if _text(entry, "loc")))


def _read_page(entry: Element) -> FeedItem:
    """What a sitemap says of one page; without elements for news its date is not that of publication."""
    return FeedItem(
        url=_text(entry, "loc"),
        title=_text(entry, "title"),
        publisher=_text(entry, "name"),
        published=read_day(_text(entry, "publication_date")),
        language=_text(entry, "language"),
    )


def _name(element: Element) -> str:
    """The name of an element without its namespace, which sitemaps in the wild get wrong."""
    return element.tag.rpartition("}")[2]


def _text(entry: Element, name: str) -> str:
    """The text of the first element of that name within an entry."""
    found: Iterator[str] = ((each.text or "").strip() for each in entry.iter() if _name(each) == name)
    return next(found, "")
