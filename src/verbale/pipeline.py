"""The order of the stages, written once: reports in, readings out."""

import hashlib
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from datetime import date, datetime
from functools import cache
from importlib.metadata import version
from itertools import islice

from verbale.errors import ReportError
from verbale.lexicon.tables import data_path
from verbale.model import Reading, Report, derive_report_id
from verbale.reading.judge import load_judge
from verbale.reading.parse import load_model, parse_reports
from verbale.reading.reader import read_parsed
from verbale.settings import Settings, load_settings
from verbale.sources.dates import check_published, parse_published
from verbale.sources.origin import Origin

BATCH = 16
"""Reports that are parsed together; a job hands over this many at a time."""


class Reader:
    """Reads reports; holds the model, which is loaded at the first reading.

    Args:
        settings: how to read; None takes the environment's (VERBALE_*).

    >>> reader = Reader()
    >>> reading = reader.read(Report("r1", "Finance Minister Anna Kowalska resigned."))
    >>> [claim.type for claim in reading.claims]
    ['hold_office', 'leave_office']
    """

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or load_settings()

    def read(self, report: Report) -> Reading:
        """The reading of one report."""
        return next(self._read_batch([report]))

    def read_many(
        self, reports: Iterable[Report | ReportError], jobs: int | None = None
    ) -> Iterator[Reading | ReportError]:
        """Readings in the order of the reports; errors pass through in their places.

        Args:
            reports: any iterable; it is consumed as readings are taken, so memory stays constant.
            jobs: processes to read with; None takes the setting. The output is the same for any number.
        """
        batches = _batched(reports)
        if (jobs or self.settings.jobs) > 1:
            yield from self._read_parallel(batches, jobs or self.settings.jobs)
            return
        for batch in batches:
            yield from self.read_batch(batch)

    def read_batch(self, batch: list[Report | ReportError]) -> list[Reading | ReportError]:
        """The readings of a few reports that are parsed together; errors stay in their places."""
        readings = self._read_batch([item for item in batch if isinstance(item, Report)])
        return [next(readings) if isinstance(item, Report) else item for item in batch]

    def _read_batch(self, reports: list[Report]) -> Iterator[Reading]:
        nlp = load_model(self.settings.spacy_model)
        stamp = stamp_of(self.settings)
        judge = load_judge(self.settings.judge)
        for parsed in parse_reports(reports, nlp):
            yield read_parsed(parsed, stamp, judge)

    def _read_parallel(
        self, batches: Iterator[list[Report | ReportError]], jobs: int
    ) -> Iterator[Reading | ReportError]:
        with ProcessPoolExecutor(jobs, initializer=_ignore_interrupts) as pool:
            waiting: deque[Future[list[Reading | ReportError]]] = deque()
            for batch in batches:
                waiting.append(pool.submit(_read_in_job, self.settings, batch))
                if len(waiting) >= 2 * jobs:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()


def _ignore_interrupts() -> None:
    """Ctrl-C is for the parent, which ends its workers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _read_in_job(settings: Settings, batch: list[Report | ReportError]) -> list[Reading | ReportError]:
    return Reader(settings).read_batch(batch)


def _batched(reports: Iterable[Report | ReportError]) -> Iterator[list[Report | ReportError]]:
    """Batches of BATCH reports; the first holds one, so that the first reading is there at once."""
    source = iter(reports)
    size = 1
    while batch := list(islice(source, size)):
        yield batch
        size = BATCH


def read(
    text: str,
    *,
    published: date | str | None = None,
    title: str = "",
    publisher: str = "",
    url: str = "",
    id: str | None = None,
    settings: Settings | None = None,
) -> Reading:
    """What a text claims.

    Args:
        text: one report in English.
        published: its date, the anchor of relative dates, as a date or ISO 8601 text; None leaves those unresolved.
        title: kept in the reading's report, as publisher and url are.
        publisher: the outlet.
        url: where the report stands.
        id: None derives one from text and date.
        settings: None takes the environment's.

    Raises:
        BadDateError: `published` is text that names no day.
        DateOutOfRangeError: it lies before 1800.

    >>> reading = read("Kenya recalled its ambassador from Norway on Monday.", published="2024-06-11")
    >>> claim = reading.claims[0]
    >>> claim.type, claim.mode, claim.when.interval.start.isoformat()
    ('sever', 'recall', '2024-06-10')
    """
    day = _day(published, Origin(id or "text"))
    report = Report(id or derive_report_id(text, day), text, title, publisher, url, day)
    return Reader(settings).read(report)


def _day(published: date | str | None, origin: Origin) -> date | None:
    """The calendar day of publication, checked."""
    if isinstance(published, str):
        published = parse_published(published, origin)
    elif isinstance(published, datetime):
        published = published.date()
    check_published(published, None, origin)
    return published


def stamp_of(settings: Settings) -> str:
    """The reader's version with the settings that change what is read: readings with the same stamp are the same bytes.

    >>> stamp_of(Settings()) == reader_version()
    True
    >>> stamp_of(Settings(judge="none")).removeprefix(reader_version())
    '+judge=none'
    """
    chosen = {"judge": settings.judge, "spacy_model": settings.spacy_model}
    others = [
        f"+{name}={value}" for name, value in chosen.items() if value != Settings.model_fields[name].default
    ]
    return reader_version() + "".join(others)


@cache
def reader_version() -> str:
    """Version of the package and digest of its data."""
    digest = hashlib.sha256()
    for name, content in sorted(_data_files()):
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return f"{version('verbale')}+{digest.hexdigest()[:12]}"


def _data_files() -> Iterator[tuple[str, bytes]]:
    folders = [("", data_path())]
    while folders:
        path, folder = folders.pop()
        for entry in folder.iterdir():
            name = f"{path}/{entry.name}"
            if entry.is_dir():
                folders.append((name, entry))
            elif not entry.name.endswith((".py", ".pyc")):
                yield name, entry.read_bytes()
