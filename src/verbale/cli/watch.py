"""`verbale watch`: feeds asked again and again, what is new into the record."""

import time
from typing import Annotated

import typer

from verbale.cli import options as shared
from verbale.cli.guard import complain, exit_cleanly
from verbale.cli.store_options import StoreOption, open_store, parse_day, require_record

EPILOG = """\b
Examples:
  verbale watch https://example.org/feed.xml
  verbale watch https://example.org/news-sitemap.xml --every 60 --since 2024-06-01
  verbale watch https://example.org/feed.xml --once

\b
Exit codes: 0 asked once; 2 wrong option, setting or store; 130 stopped by Ctrl-C: what was added stands.
"""


def watch(
    feeds: Annotated[list[str], typer.Argument(metavar="FEED", help="Addresses of RSS, Atom or sitemaps.")],
    every: Annotated[
        float, typer.Option("--every", min=1, metavar="MINUTES", help="Minutes between polls (default: 15).")
    ] = 15,
    once: Annotated[bool, typer.Option("--once", help="Ask each feed once, then end (for cron).")] = False,
    since: Annotated[
        str, typer.Option("--since", metavar="DATE", help="Only what was published since.")
    ] = "",
    publisher: shared.Publisher = "",
    jobs: shared.Jobs = None,
    force: shared.Force = None,
    store: StoreOption = None,
) -> None:
    """Ask feeds again and again, and keep what is new in the record. This command fetches; no option is needed."""
    with exit_cleanly():
        require_record()
        from verbale.cli.add import tell
        from verbale.cli.polling import Poller
        from verbale.cli.reader import open_reader
        from verbale.settings import load_settings
        from verbale.sources.fetching import Fetcher, FetchRules

        day = parse_day(since, "--since")
        settings = load_settings(jobs=jobs, force=force, fetch=True)
        options = shared.make_source_options(settings, None, "", publisher, "", None)
        with open_store(store, create=True) as opened:
            fetcher = Fetcher(FetchRules.of(settings))
            poller = Poller(opened, open_reader(settings), fetcher, settings, options)
            while True:
                for url in feeds:
                    complain(f"{url}: {tell(poller.poll(url, day))}")
                if once:
                    return
                time.sleep(every * 60)
