"""Everything a user may name as a place of reports: paths, standard input, addresses on the web."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from verbale.errors import FetchingOffError, ReportError
from verbale.model import Report
from verbale.sources.fetching import Fetcher
from verbale.sources.fetching.targets import is_url
from verbale.sources.formats import Format, format_of_bytes, format_of_name
from verbale.sources.options import SourceOptions
from verbale.sources.origin import Origin
from verbale.sources.pages import read_items, read_page
from verbale.sources.polling import is_announcement, read_announcements
from verbale.sources.reports import read_paths, read_stream


def read_inputs(
    inputs: Iterable[str | Path],
    options: SourceOptions,
    stdin: BinaryIO | None = None,
    fetcher: Fetcher | None = None,
    is_known: Callable[[str], bool] = lambda url: False,  # noqa: ARG005
) -> Iterator[Report | ReportError]:
    """The reports at paths and addresses, in the order given; what cannot be read comes as the error that says why.

    Args:
        inputs: files, folders, "-" for `stdin`, http and https addresses of pages, feeds, sitemaps and files.
        options: metadata and limits.
        stdin: the stream that "-" stands for.
        fetcher: fetches addresses; None means that nothing is fetched.
        is_known: tells of an address that a feed announces whether its report is had already.
    """
    for each in inputs:
        if isinstance(each, str) and is_url(each):
            yield from _read_url(each, options, fetcher, is_known)
        else:
            yield from read_paths([each], options, stdin)


def _read_url(
    url: str, options: SourceOptions, fetcher: Fetcher | None, is_known: Callable[[str], bool]
) -> Iterator[Report | ReportError]:
    """The reports behind an address."""
    if fetcher is None:
        yield FetchingOffError(
            url,
            f"{url} was not fetched, since nobody asked for it: give --fetch, or set VERBALE_FETCH",
        )
        return
    try:
        fetched = fetcher.fetch(url)
        if is_announcement(fetched):
            items, errors = read_announcements(fetched, fetcher)
            yield from errors
            yield from read_items(items, fetcher, options, Origin(url), is_known)
            return
        form = format_of_name(fetched.url.partition("?")[0]) or format_of_bytes(fetched.body[:65536])
        if form is Format.HTML or "html" in fetched.content_type:
            yield read_page(fetched, options, url)
            return
    except ReportError as error:
        yield error
        return
    own = replace(options, url=options.url or fetched.url)
    yield from read_stream(BytesIO(fetched.body), Origin(url), own, form)
