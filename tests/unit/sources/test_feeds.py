"""Feeds and sitemaps: read from files, polled, and followed to the pages behind them."""

import gzip
import io
from datetime import date
from typing import Any

import pytest

from verbale.errors import BrokenFeedError, ReportError
from verbale.model import Report
from verbale.sources import Origin, SourceOptions, read_inputs, read_stream
from verbale.sources.feeds import parse_feed
from verbale.sources.fetching import Fetcher
from verbale.sources.polling import FeedState, poll_feed
from verbale.sources.sitemaps import parse_sitemap

WHOLE = "The foreign minister of Norway met her colleague from Kenya in Oslo on Monday. " * 10
PAGE = """<!DOCTYPE html><html><head><title>Talks {n}</title></head><body><article><h1>Talks {n}</h1>
<p>The foreign minister of Norway met her colleague from Kenya in Oslo on Monday, for the time number {n}.</p>
<p>They discussed fisheries, the climate and the war in the region, and agreed to meet again in spring.</p>
</article></body></html>"""


def rss(site: str = "https://wire.example") -> bytes:
    return f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Wire</title><language>en-us</language>
<item><title>Talks &amp;amp; more</title><link>{site}/1</link><pubDate>Mon, 10 Jun 2024 23:30:00 -0400</pubDate>
<description>A &lt;b&gt;minister&lt;/b&gt; met another one.</description></item>
<item><title>Whole</title><link>{site}/2</link><pubDate>Tue, 11 Jun 2024 08:00:00 GMT</pubDate>
<content:encoded><![CDATA[<p>{WHOLE}</p><p>They agreed.</p>]]></content:encoded></item>
</channel></rss>""".encode()


ATOM = b"""<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Wire</title>
<entry><title>Exit</title><link href="https://wire.example/3"/><updated>2024-06-11T23:30:00-04:00</updated>
<summary>The minister resigned.</summary></entry></feed>"""

NEWS = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>{site}/1</loc><lastmod>2024-06-12</lastmod><news:news>
<news:publication><news:name>The Wire</news:name><news:language>en</news:language></news:publication>
<news:publication_date>2024-06-11T08:00:00Z</news:publication_date><news:title>Talks</news:title></news:news></url>
<url><loc>{site}/old</loc></url></urlset>"""

INDEX = """<sitemapindex><sitemap><loc>{site}/2023.xml</loc><lastmod>2023-12-31</lastmod></sitemap>
<sitemap><loc>{site}/news.xml.gz</loc><lastmod>2024-06-11T00:00:00Z</lastmod></sitemap></sitemapindex>"""


def test_rss_items() -> None:
    teaser, whole = parse_feed(rss(), Origin("https://wire.example/feed"))
    assert (teaser.url, teaser.title, teaser.publisher) == (
        "https://wire.example/1",
        "Talks & more",
        "The Wire",
    )
    assert (teaser.text, teaser.published) == ("A minister met another one.", date(2024, 6, 10))
    assert not teaser.is_whole
    assert whole.is_whole
    assert whole.text.endswith("\nThey agreed.")


def test_atom_items_keep_the_day_as_written() -> None:
    (entry,) = parse_feed(ATOM, Origin("https://wire.example/atom"))
    assert (entry.url, entry.published) == ("https://wire.example/3", date(2024, 6, 11))


def test_feed_in_a_file_gives_what_it_carries() -> None:
    first, second = read_stream(io.BytesIO(rss()), Origin("feed.xml"), SourceOptions())
    assert isinstance(first, Report)
    assert (first.text, first.published, first.url) == (
        "A minister met another one.",
        date(2024, 6, 10),
        "https://wire.example/1",
    )
    assert isinstance(second, Report)
    assert second.publisher == "The Wire"


def test_sitemap_in_a_file_needs_fetching() -> None:
    results = list(
        read_stream(
            io.BytesIO(NEWS.format(site="https://w.example").encode()), Origin("s.xml"), SourceOptions()
        )
    )
    assert [each.slug for each in results if isinstance(each, ReportError)] == ["fetching-off"] * 2


def test_news_sitemap() -> None:
    first, second = parse_sitemap(NEWS.format(site="https://w.example").encode(), Origin("s")).items
    assert (first.published, first.title, first.publisher) == (date(2024, 6, 11), "Talks", "The Wire")
    assert second.published is None


@pytest.mark.parametrize("parse", [parse_feed, parse_sitemap])
@pytest.mark.parametrize(
    "raw",
    [
        b"<html><body>no feed</body></html>",
        b"{}",
        b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><urlset><url><loc>&b;</loc></url></urlset>',
        b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel/></rss>',
    ],
)
def test_what_is_no_feed(parse: Any, raw: bytes) -> None:
    with pytest.raises(BrokenFeedError):
        parse(raw, Origin("x"))


def serve(site: Any) -> None:
    site.pages |= {f"/{n}": PAGE.format(n=n).encode() for n in (1, 2, 3, "old")}
    site.pages |= {"/feed": rss(site.url), "/news.xml": NEWS.format(site=site.url).encode()}
    site.pages |= {
        "/index.xml": INDEX.format(site=site.url).encode(),
        "/news.xml.gz": gzip.compress(site.pages["/news.xml"]),
    }


def test_poll_with_validators(site: Any, fetcher: Fetcher) -> None:
    def feed(handler: Any) -> None:
        unchanged = handler.headers.get("If-None-Match") == '"v1"'
        handler.send_response(304 if unchanged else 200)
        handler.send_header("ETag", '"v1"')
        handler.send_header("Last-Modified", "Tue, 11 Jun 2024 08:00:00 GMT")
        handler.send_header("Content-Length", "0" if unchanged else str(len(rss())))
        handler.end_headers()
        if not unchanged:
            handler.wfile.write(rss())

    site.pages["/feed"] = feed
    first = poll_feed(fetcher, f"{site.url}/feed")
    assert len(first.items) == 2
    assert first.state == FeedState('"v1"', "Tue, 11 Jun 2024 08:00:00 GMT")
    second = poll_feed(fetcher, f"{site.url}/feed", first.state)
    assert (second.items, second.changed, second.state) == ((), False, first.state)
    assert site.asked[-1][1]["If-Modified-Since"] == "Tue, 11 Jun 2024 08:00:00 GMT"


def test_poll_of_an_index_follows_recent_sitemaps(site: Any, fetcher: Fetcher) -> None:
    serve(site)
    poll = poll_feed(fetcher, f"{site.url}/index.xml", since=date(2024, 1, 1))
    assert [item.url for item in poll.items] == [f"{site.url}/1", f"{site.url}/old"]
    assert "/2023.xml" not in site.paths
    everything = poll_feed(fetcher, f"{site.url}/index.xml")
    assert [error.slug for error in everything.errors] == ["fetch-failed"]
    assert len(everything.items) == 2


def test_poll_of_a_page_that_is_no_feed(site: Any, fetcher: Fetcher) -> None:
    serve(site)
    with pytest.raises(BrokenFeedError):
        poll_feed(fetcher, f"{site.url}/1")


def test_address_of_a_feed_gives_the_pages_behind_it(site: Any, fetcher: Fetcher) -> None:
    serve(site)
    first, second = read_inputs([f"{site.url}/feed"], SourceOptions(), fetcher=fetcher)
    assert isinstance(first, Report)
    assert "for the time number 1" in first.text
    # The page names neither day nor publisher: the feed does.
    assert (first.published, first.publisher, first.url) == (date(2024, 6, 10), "The Wire", f"{site.url}/1")
    assert isinstance(second, Report)
    assert second.text.startswith("The foreign minister")
    assert "/2" not in site.paths


def test_address_of_a_sitemap_a_page_and_a_file(site: Any, fetcher: Fetcher) -> None:
    serve(site)
    site.pages["/wire.jsonl"] = b'{"id": "x", "text": "The minister resigned on Monday."}\n'
    inputs = [f"{site.url}/news.xml", f"{site.url}/3", f"{site.url}/wire.jsonl", f"{site.url}/none"]
    results = list(read_inputs(inputs, SourceOptions(), fetcher=fetcher))
    assert [each.url.rpartition("/")[2] if isinstance(each, Report) else each.slug for each in results] == [
        "1", "old", "3", "wire.jsonl", "fetch-failed"
    ]  # fmt: skip


def test_known_addresses_are_not_fetched_again(site: Any, fetcher: Fetcher) -> None:
    serve(site)
    known = f"{site.url}/1"
    results = list(
        read_inputs([f"{site.url}/news.xml"], SourceOptions(), fetcher=fetcher, is_known=known.__eq__)
    )
    assert len(results) == 1
    assert "/1" not in site.paths


def test_nothing_is_fetched_without_a_fetcher(site: Any) -> None:
    (error,) = read_inputs([f"{site.url}/1"], SourceOptions())
    assert isinstance(error, ReportError)
    assert error.slug == "fetching-off"
    assert site.asked == []
