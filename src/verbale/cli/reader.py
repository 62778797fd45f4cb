"""The reader as the commands use it; loaded late, since spaCy takes a second to import."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, groupby
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from verbale.errors import ReportError
    from verbale.model import Reading, Report
    from verbale.settings import Settings
    from verbale.sources import SourceOptions


class ReadsReports(Protocol):
    """What the commands need of `verbale.Reader`."""

    def read_many(
        self, reports: "Iterable[Report | ReportError]", jobs: int | None = None
    ) -> "Iterator[Reading | ReportError]":
        """Readings in the order of the reports; errors pass through in their place."""


def open_reader(settings: "Settings") -> ReadsReports:
    """The reader that the settings describe, its model loaded.

    Raises:
        SettingsError: no spaCy pipeline has the name that is set.
    """
    import verbale
    from verbale.errors import SettingsError
    from verbale.reading.parse import load_model

    try:
        load_model(settings.spacy_model)
    except OSError as error:
        raise SettingsError(
            f"setting VERBALE_SPACY_MODEL is {settings.spacy_model!r}: no spaCy pipeline of that name is installed; "
            "install it, or unset the variable"
        ) from error
    return verbale.Reader(settings)


def read_inputs(
    inputs: "Sequence[str | Path]",
    options: "SourceOptions",
    settings: "Settings",
    passes_over: "Callable[[Report], bool]" = lambda report: False,  # noqa: ARG005
) -> "Iterator[Reading | ReportError]":
    """The readings of all reports at the paths and addresses, in order, bad ones as errors.

    The output of a batch gives the readings that it holds; what `passes_over` says is not read at all.
    """
    from verbale.batch.readings import is_batch_output, read_back

    groups = [(kept, list(group)) for kept, group in groupby(inputs, is_batch_output)]
    return chain.from_iterable(
        chain.from_iterable(read_back(Path(each)) for each in group)
        if kept
        else _read_reports(group, options, settings, passes_over)
        for kept, group in groups
    )


def _read_reports(
    inputs: "Sequence[str | Path]",
    options: "SourceOptions",
    settings: "Settings",
    passes_over: "Callable[[Report], bool]",
) -> "Iterator[Reading | ReportError]":
    from verbale.errors import ReportError
    from verbale.sources import read_inputs as read_reports
    from verbale.sources.fetching import open_fetcher

    reports = read_reports(inputs, options, sys.stdin.buffer, open_fetcher(settings))
    wanted = (each for each in reports if isinstance(each, ReportError) or not passes_over(each))
    return open_reader(settings).read_many(wanted, jobs=settings.jobs)
