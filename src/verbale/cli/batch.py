"""`verbale batch`: many reports into Parquet tables, on all cores or a cluster."""

import sys
from collections.abc import Callable
from importlib.util import find_spec
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer

from verbale.cli import options as shared
from verbale.cli.exit_codes import ExitCode
from verbale.cli.guard import complain, exit_cleanly

if TYPE_CHECKING:
    from verbale.batch.counts import Counts
    from verbale.batch.run import Progress

EPILOG = """\b
Examples:
  verbale batch crawl/ -o coded --jobs 2
  verbale batch https://data.commoncrawl.org/crawl-data/CC-NEWS/2024/06/FILE.warc.gz -o coded --fetch
  verbale batch s3://bucket/cc-news/2024/06/ -o s3://bucket/coded --address auto --jobs 64
  verbale add coded

\b
Exit codes: 0 every document was read or counted out, 2 wrong option, input or setting, 3 some could not be read,
4 none could,
130 stopped by Ctrl-C: what is done stands, and the same command goes on.
"""


def batch(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT",
            help="Files or folders of WARC, JSONL, Parquet, HTML or text, packed or not; paths, s3://… or, with "
            "--fetch, files at https://…",
        ),
    ],
    out: Annotated[str, typer.Option("--out", "-o", metavar="OUT", help="Folder for the tables.")],
    jobs: shared.Jobs = None,
    address: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="Ray cluster to run on (default: this machine, by itself)."),
    ] = None,
    partition_mb: Annotated[
        int, typer.Option("--partition-mb", min=1, help="Megabytes of input that are done or lost at once.")
    ] = 4,
    memory_mb: Annotated[
        int, typer.Option("--memory-mb", min=0, help="Most memory of one process; 0 sets no limit.")
    ] = 4000,
    all_: Annotated[
        bool,
        typer.Option("--all", help="Read reports without a word of politics at their beginning, too."),
    ] = False,
    fetch: shared.Fetch = None,
    published: shared.Published = None,
    title: shared.Title = "",
    publisher: shared.Publisher = "",
    url: shared.Url = "",
    encoding: shared.Encoding = None,
    fields: shared.Fields = None,
    date_format: shared.DateFormat = "",
    force: shared.Force = None,
) -> None:
    """Read many reports into Parquet tables, in parallel; started again, it goes on where it stopped."""
    with exit_cleanly():
        require_batch()
        from verbale.batch.options import BatchOptions
        from verbale.batch.run import run_batch
        from verbale.settings import load_settings

        settings = load_settings(jobs=jobs, force=force, fetch=fetch)
        _check_addresses(inputs, may_fetch=settings.fetch)
        mapping = shared.make_field_map(fields, date_format)
        sources = shared.make_source_options(settings, published, title, publisher, url, encoding, mapping)
        options = BatchOptions(
            settings,
            sources,
            settings.jobs,
            address,
            partition_mb * 1_000_000,
            memory_mb * 1_000_000 or None,
            only_relevant=not all_,
        )
        summary = run_batch(inputs, out, options, _teller())
        complain(describe_counts(summary.counts))
        if summary.done_before:
            complain(f"{summary.done_before} of {summary.partitions} partitions were done before")
    raise typer.Exit(_code_of(summary.counts))


def _check_addresses(inputs: list[str], *, may_fetch: bool) -> None:
    """Raises: BatchError: an input lies on the web, and nobody said that it may be fetched."""
    from verbale.batch.web_files import is_web_address
    from verbale.errors import BatchError

    on_web = [each for each in inputs if is_web_address(each)]
    if on_web and not may_fetch:
        raise BatchError(
            f"{on_web[0]} lies on the web: add --fetch (or set VERBALE_FETCH) to have it fetched"
        )


def require_batch() -> None:
    """Raises: MissingExtraError: the extra `batch` is not installed."""
    from verbale.errors import MissingExtraError

    if any(find_spec(name) is None for name in ("ray", "pyarrow", "fastwarc", "ahocorasick_rs")):
        raise MissingExtraError.of("batch")


def describe_counts(counts: "Counts") -> str:
    """What became of the documents, on one line.

    >>> from verbale.batch.counts import Counts
    >>> describe_counts(Counts(documents=3, read=2, claims=7, words=900, unread=1))
    'documents: 3, read: 2 (7 claims, 900 words), not readable: 1'
    """
    told = {
        "documents": f"{counts.documents:,}",
        "read": f"{counts.read:,} ({counts.claims:,} claims, {counts.words:,} words)",
        "in other languages": f"{counts.other_language:,}" if counts.other_language else "",
        "not about politics": f"{counts.irrelevant:,}" if counts.irrelevant else "",
        "not readable": f"{counts.unread:,}" if counts.unread else "",
    }
    return ", ".join(f"{what}: {count}" for what, count in told.items() if count)


def describe_progress(progress: "Progress", seconds: float) -> str:
    """How far a run has come after some seconds, and how long it will take yet.

    >>> from verbale.batch.counts import Counts
    >>> from verbale.batch.run import Progress
    >>> describe_progress(Progress(200, 50, Counts(documents=40, read=30, words=12000)), 10.0)
    '25 %, 40 documents, 4.0 documents/s, 1,200 words/s, 0:00:30 left'
    """
    counts = progress.counts
    left = seconds * (progress.total_bytes - progress.done_bytes) / max(1, progress.done_bytes)
    minutes, rest = divmod(round(left), 60)
    return (
        f"{100 * progress.done_bytes // max(1, progress.total_bytes)} %, {counts.documents:,} documents, "
        f"{counts.documents / seconds:,.1f} documents/s, {counts.words / seconds:,.0f} words/s, "
        f"{minutes // 60}:{minutes % 60:02}:{rest:02} left"
    )


def _teller() -> "Callable[[Progress], None]":
    """Writes progress over itself on stderr where that is a terminal, nothing elsewhere."""
    began = monotonic()

    def tell(progress: "Progress") -> None:
        if sys.stderr.isatty():
            sys.stderr.write(f"\r\x1b[K{describe_progress(progress, max(0.1, monotonic() - began))}")
            if progress.done_bytes >= progress.total_bytes:
                sys.stderr.write("\n")
            sys.stderr.flush()

    return tell


def _code_of(counts: "Counts") -> ExitCode:
    if not counts.unread:
        return ExitCode.OK
    return ExitCode.SOME_UNREAD if counts.read else ExitCode.NONE_READ
