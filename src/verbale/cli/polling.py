"""Feeds asked for what is new, and that into the record."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from verbale.cli.add import KnownReports, pair
from verbale.cli.guard import complain
from verbale.cli.store_options import utc_now

if TYPE_CHECKING:
    from verbale.cli.reader import ReadsReports
    from verbale.errors import ReportError
    from verbale.model import Report
    from verbale.record import Store
    from verbale.record.summary import AddSummary
    from verbale.settings import Settings
    from verbale.sources import SourceOptions
    from verbale.sources.feeds import FeedItem
    from verbale.sources.fetching import Fetcher


class Poller:
    """Asks feeds and adds what they announce; one reader and one fetcher for all."""

    def __init__(
        self,
        store: "Store",
        reader: "ReadsReports",
        fetcher: "Fetcher",
        settings: "Settings",
        options: "SourceOptions",
    ) -> None:
        self._store, self._reader, self._fetcher = store, reader, fetcher
        self._settings, self._options = settings, options
        self._missed = ""

    def poll(self, url: str, since: date | None) -> "AddSummary":
        """Ask one feed, and add the reports that it announces and the record does not have.

        A page that did not come is asked for again by the next poll: the feed's validators are kept only where all of
        them came. One that came and cannot be read is not fetched again.
        """
        from verbale.errors import ReportError
        from verbale.record.adding import add_each
        from verbale.record.feeds import load_answer, save_answer
        from verbale.record.summary import AddSummary
        from verbale.sources.polling import FeedState, poll_feed

        with self._store.connect() as conn:
            before = load_answer(conn, url)
        summary, answer, self._missed = AddSummary(), before, ""
        try:
            found = poll_feed(self._fetcher, url, FeedState(before.etag, before.modified), since=since)
        except ReportError as error:
            complain(error.message)
            answer = replace(before, error=error.message)
        else:
            known = KnownReports(self._store, self._stamp())
            reports = self._list_wanted(found.items, found.errors, url, known)
            readings = pair(self._reader.read_many(reports, jobs=self._settings.jobs))
            for one in add_each(self._store, readings, now=utc_now(), origin=url):
                summary = summary.plus(one)
            summary = summary.passed_over(known.outcomes)
            answer = replace(before, error=self._missed)
            if not self._missed:
                answer = replace(answer, etag=found.state.etag, modified=found.state.modified)
        with self._store.begin() as conn:
            save_answer(conn, url, answer, utc_now())
        return summary

    def _stamp(self) -> str:
        from verbale.pipeline import stamp_of

        return stamp_of(self._settings)

    def _list_wanted(
        self, items: "Iterable[FeedItem]", errors: "Iterable[ReportError]", url: str, known: KnownReports
    ) -> "Iterator[Report | ReportError]":
        """What is to be read: errors of the feed, then the reports of addresses that the record does not have."""
        from verbale.errors import ReportError
        from verbale.record.feeds import MAY_COME_LATER
        from verbale.sources import Origin
        from verbale.sources.pages import read_items

        for each in chain(errors, read_items(items, self._fetcher, self._options, Origin(url), self._has)):
            if isinstance(each, ReportError):
                self._missed = each.report_id if each.slug in MAY_COME_LATER else self._missed
                yield each
            elif not known.has(each):
                yield each

    def _has(self, url: str) -> bool:
        from verbale.record.feeds import is_settled

        with self._store.connect() as conn:
            return is_settled(conn, url, any_language=self._settings.force)
