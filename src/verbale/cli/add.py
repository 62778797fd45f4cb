"""`verbale add`: reports into the record."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from verbale.cli import options as shared
from verbale.cli.exit_codes import ExitCode
from verbale.cli.guard import complain, exit_cleanly
from verbale.cli.store_options import StoreOption, open_store, require_record, utc_now

if TYPE_CHECKING:
    from verbale.errors import ReportError
    from verbale.model import Reading, Report
    from verbale.record import Store
    from verbale.record.summary import AddSummary, Outcome

EPILOG = """\b
Examples:
  verbale add report.txt --published 2024-06-11
  verbale add https://example.org/feed.xml --fetch
  verbale add wire.jsonl --store postgresql://localhost/record --jobs 2

\b
Exit codes: 0 every report is in the record, 2 wrong option, setting or store, 3 some reports could not be read,
4 none could, 130 stopped by Ctrl-C: what was added before stands, and the same command goes on.
"""


def add(
    paths: shared.Paths,
    published: shared.Published = None,
    title: shared.Title = "",
    publisher: shared.Publisher = "",
    url: shared.Url = "",
    jobs: shared.Jobs = None,
    encoding: shared.Encoding = None,
    fields: shared.Fields = None,
    date_format: shared.DateFormat = "",
    fetch: shared.Fetch = None,
    force: shared.Force = None,
    store: StoreOption = None,
) -> None:
    """Read reports and keep what they claim in the record.

    A report that is there already adds nothing; one that a newer reader reads again supersedes its old reading.
    """
    with exit_cleanly():
        require_record()
        from verbale.cli.progress import show_progress
        from verbale.cli.reader import read_inputs
        from verbale.pipeline import stamp_of
        from verbale.record.adding import add_each
        from verbale.record.summary import AddSummary
        from verbale.settings import load_settings

        settings = load_settings(jobs=jobs, force=force, fetch=fetch)
        mapping = shared.make_field_map(fields, date_format)
        sources = shared.make_source_options(settings, published, title, publisher, url, encoding, mapping)
        inputs = shared.check_inputs(paths)
        summary = AddSummary()
        with open_store(store, create=True) as opened:
            there = KnownReports(opened, stamp_of(settings))
            readings = read_inputs(inputs, sources, settings, there.has)
            added = add_each(opened, pair(readings), now=utc_now(), origin=", ".join(paths))
            for one in show_progress(added, inputs):
                summary = summary.plus(one)
        summary = summary.passed_over(there.outcomes)
        complain(tell(summary))
    raise typer.Exit(code_of(summary))


class KnownReports:
    """Reports that the record has as this reader reads them: they need not be read again."""

    def __init__(self, store: "Store", reader_version: str) -> None:
        self._store, self._reader_version = store, reader_version
        self.outcomes: Counter[Outcome] = Counter()

    def has(self, report: "Report") -> bool:
        """Whether a report is there, or was forgotten; counted where it is."""
        from verbale.record.adding import find_known

        with self._store.connect() as conn:
            found = find_known(conn, report, self._reader_version)
        if found:
            self.outcomes[found] += 1
        return found is not None


def pair(
    readings: "Iterator[Reading | ReportError]",
) -> "Iterator[tuple[Report, Reading] | ReportError]":
    """Readings with their reports; what could not be read is said at once, and noted in the record."""
    from verbale.errors import ReportError

    for reading in readings:
        if isinstance(reading, ReportError):
            complain(reading.message)
            yield reading
        else:
            yield reading.report, reading


def tell(summary: "AddSummary") -> str:
    """What became of the reports, on one line."""
    counts = {
        "added": f"{summary.added} ({summary.claims} claims, {summary.copies} reprints)"
        if summary.added
        else "0",
        "read again": f"{summary.reread} ({summary.changes})" if summary.reread else "",
        "there already": str(summary.unchanged or ""),
        "forgotten by request": str(summary.forgotten or ""),
        "not readable": str(summary.unread or ""),
    }
    return ", ".join(f"{what}: {count}" for what, count in counts.items() if count)


def code_of(summary: "AddSummary") -> ExitCode:
    """The exit code that a summary comes to."""
    if not summary.unread:
        return ExitCode.OK
    kept = summary.added + summary.reread + summary.unchanged + summary.forgotten
    return ExitCode.SOME_UNREAD if kept else ExitCode.NONE_READ
