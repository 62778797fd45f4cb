"""A progress bar on stderr, for people who wait at a terminal for a long input."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from verbale.sources import list_files
from verbale.sources.formats import Format, format_of_name

T = TypeVar("T")
_BLOCK = 1 << 20


def show_progress(results: Iterable[T], paths: Sequence[str | Path]) -> Iterator[T]:
    """The results themselves; a bar counts them where stderr is a terminal and stdout is not.

    Where stdout is the terminal, the results scrolling by are the progress.
    """
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield from results
        return
    total = count_reports(paths)
    if total == 1:
        yield from results
        return
    yield from _with_bar(results, total)


def _with_bar(results: Iterable[T], total: int | None) -> Iterator[T]:
    """The results, each moving the bar on by one."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Reading", total=total)
        for done, result in enumerate(results, 1):
            progress.update(task, completed=done, total=max(total, done) if total else None)
            yield result


def count_reports(paths: Sequence[str | Path]) -> int | None:
    """About how many reports the paths hold: lines of JSONL, else one a file; None where only reading tells."""
    total = 0
    for path in paths:
        if not isinstance(path, Path) or str(path) == "-":
            return None
        for file in list_files(path) if path.is_dir() else [path]:
            form = format_of_name(file.name)
            if form is Format.WARC or file.suffix in (".gz", ".zst"):
                return None
            total += _count_lines(file) if form is Format.JSONL else 1
    return total


def _count_lines(path: Path) -> int:
    """Lines of a file; one where it cannot be opened, since its error is one result."""
    try:
        with path.open("rb") as stream:
            return sum(block.count(b"\n") for block in iter(lambda: stream.read(_BLOCK), b"")) or 1
    except OSError:
        return 1
