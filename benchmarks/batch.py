"""What `verbale batch` costs on one and two cores, and on paper on more. Prints figures and asserts none.

    .venv/bin/python benchmarks/batch.py [--articles 20000] [--jobs 1 2] [--pages 300]

The Wikinews articles beside the checkout (or those of --corpus), repeated under new ids. One process reads
them first, then batches with each number of actors, every report read (`only_relevant` off). Wall clock and processor
time stand side by side: on a machine that others use, the second is the figure to go by.
"""

import argparse
import heapq
import io
import json
import os
import random
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from pathlib import Path

from verbale import Reader, Report
from verbale.batch.options import BatchOptions
from verbale.batch.relevance import is_relevant
from verbale.batch.run import Progress, run_batch
from verbale.model import Reading
from verbale.sources import Origin, SourceOptions, read_inputs, read_stream
from verbale.sources.formats import Format

CORPUS = Path(__file__).parents[2] / "shared" / "data" / "reports" / "wikinews_2019-2020.jsonl"
TICK = os.sysconf("SC_CLK_TCK")
CORES = (1, 2, 4, 16, 64, 200)
WHOLE = 20_000
"""Articles of a large run."""
DAY = 300_000
"""English articles of a day of CC-News."""
DAY_WORDS = 450
"""Words of such an article, about."""
DAY_ARTICLES = 100
"""English articles in a partition of 4 MB of packed WARC, about."""


@dataclass(slots=True)
class Usage:
    """Processor seconds of this process and all below it, and what else the machine did meanwhile, until stopped."""

    own: dict[int, float] = field(default_factory=dict)
    before: dict[int, float] = field(default_factory=dict)
    busy: float = 0.0
    stopped: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> "Usage":
        self.before, self.busy = dict(list_family()), read_busy()
        self.thread_ = threading.Thread(target=self._watch, daemon=True)
        self.thread_.start()
        return self

    thread_: threading.Thread = field(default_factory=threading.Thread)

    def _watch(self) -> None:
        while not self.stopped.wait(0.5):
            self.own.update(list_family())

    def __exit__(self, *_: object) -> None:
        self.own.update(list_family())
        self.busy = read_busy() - self.busy
        self.stopped.set()
        self.thread_.join()

    @property
    def seconds(self) -> float:
        """Of this process and those below it."""
        return sum(taken - self.before.get(pid, 0.0) for pid, taken in self.own.items())

    @property
    def others(self) -> float:
        """Of everything else on the machine."""
        return max(0.0, self.busy - self.seconds)


def list_family() -> Iterator[tuple[int, float]]:
    """This process and all below it with the processor seconds that they have taken."""
    parents: dict[int, int] = {}
    taken: dict[int, float] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(folder.name)] = int(fields[1])
        taken[int(folder.name)] = (int(fields[11]) + int(fields[12])) / TICK
    for pid in parents:
        above = pid
        while above > 1 and above != os.getpid():
            above = parents.get(above, 0)
        if above == os.getpid():
            yield pid, taken[pid]


def read_busy() -> float:
    """Processor seconds that the machine was at work since it was started."""
    user, nice, system, _, _, irq, soft = map(int, Path("/proc/stat").read_text().split()[1:8])
    return (user + nice + system + irq + soft) / TICK


def load_corpus(path: Path) -> list[Report]:
    """The reports of a file of JSONL."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [
        Report(row["id"], row["text"], row["title"], published=date.fromisoformat(row["published"]))
        for row in rows
    ]


def count_words(reports: Sequence[Report]) -> int:
    """Words as runs without white space."""
    return sum(len(report.text.split()) for report in reports)


def write_corpus(reports: Sequence[Report], articles: int, path: Path) -> int:
    """Write so many articles as JSONL, repeated under new ids; returns how many words they have."""
    words = 0
    with path.open("w", encoding="utf-8") as out:
        for number in range(articles):
            report = reports[number % len(reports)]
            published = report.published.isoformat() if report.published else None
            out.write(json.dumps({"id": f"n{number}", "text": report.text, "published": published}) + "\n")
            words += len(report.text.split())
    return words


def measure_one_process(path: Path, words: int) -> float:
    """Read the corpus in this process; returns the processor seconds that it takes."""
    reader = Reader()
    reader.read(Report("warm", "The minister resigned."))
    start = time.perf_counter()
    with Usage() as usage:
        found = reader.read_many(read_inputs([path], SourceOptions()), jobs=1)
        lines = sum(bool(json.dumps(each.to_dict())) for each in found if isinstance(each, Reading))
    show("one process", words, lines, time.perf_counter() - start, usage)
    return usage.seconds


def measure_batch(
    path: Path, words: int, jobs: int, out: Path, partition: int
) -> tuple[float, float, list[float]]:
    """Read a corpus with so many actors; returns seconds of processors, of the clock, and between partitions."""
    moments: list[float] = []

    def tell(_: Progress) -> None:
        moments.append(time.perf_counter())

    options = BatchOptions(jobs=jobs, partition_bytes=partition, only_relevant=False)
    start = time.perf_counter()
    with Usage() as usage:
        summary = run_batch([str(path)], str(out), options, tell)
    seconds = time.perf_counter() - start
    show(f"batch, {jobs} actors", words, summary.counts.read, seconds, usage)
    return usage.seconds, seconds, [later - earlier for earlier, later in pairwise(moments)]


def compare(
    alone: float, jobs: int, fixed: tuple[float, float], taken: float, words: int, whole: int
) -> None:
    """What a batch comes to beside one process, start-up apart, and with it for the whole corpus on free cores."""
    reading = taken - fixed[0]
    share = whole / words
    seconds = fixed[1] + share * reading / jobs
    print(
        f"                 start-up {fixed[0]:.1f} s of processors, {fixed[1]:.1f} s by the clock; reading takes "
        f"{reading / alone:.2f} of one process's processors\n"
        f"                 for {whole:,} words on {jobs} free cores, "
        f"on paper: {share * alone / seconds:.2f} times one process"
    )


def show(name: str, words: int, reports: int, seconds: float, usage: Usage) -> None:
    """A line of figures."""
    print(
        f"{name:16} {reports:6,} reports {seconds:8.1f} s wall {words / seconds:7.0f} words/s; "
        f"{usage.seconds:8.1f} s of processors {words / usage.seconds:7.0f} words/s a core; "
        f"others took {usage.others / seconds:.2f} cores",
        flush=True,
    )


def simulate(durations: Sequence[float], partitions: int, cores: int, start_up: float) -> float:
    """Seconds for so many partitions, drawn from measured ones, each taken by whichever core is free first."""
    rng = random.Random(7)  # noqa: S311 - no secret
    free = [start_up] * cores
    for _ in range(partitions):
        heapq.heappush(free, heapq.heappop(free) + rng.choice(durations))
    return max(free)


def show_sweep(seconds_a_word: float, gaps: Sequence[float], start_up: float) -> None:
    """A day of CC-News on more cores than there are here: on paper, from measured partitions."""
    day = DAY * DAY_WORDS * seconds_a_word
    mean = sum(gaps) / len(gaps)
    partitions = DAY // DAY_ARTICLES
    durations = [gap / mean * day / partitions for gap in gaps]
    print(f"a day of {DAY:,} articles of {DAY_WORDS} words, {partitions} partitions, on paper:")
    for cores in CORES:
        seconds = simulate(durations, partitions, cores, start_up)
        print(
            f"  {cores:4} cores {seconds / 3600:8.2f} h, {day / seconds / cores:.2f} of what the cores could do"
        )


def measure_filter(reports: Sequence[Report]) -> None:
    """What the test for relevance takes and passes over."""
    is_relevant(reports[0])
    start = time.process_time()
    left = [report for report in reports if not is_relevant(report)]
    seconds = time.process_time() - start
    print(
        f"relevance        {len(left)} of {len(reports)} reports passed over, "
        f"{count_words(left) / count_words(reports):.1%} of words; {1e6 * seconds / len(reports):.0f} µs a report"
    )


def measure_pages(reports: Sequence[Report], count: int) -> None:
    """What getting texts out of pages takes: articles in a page with a menu and a footer."""
    menu = "".join(f'<li><a href="/s/{n}">Section {n}</a></li>' for n in range(150))
    chosen = [reports[n % len(reports)] for n in range(count)]
    pages = [
        f"<html><head><title>{r.id}</title></head><body><nav><ul>{menu}</ul></nav><article>"
        + "".join(f"<p>{line}</p>" for line in r.text.split("\n") if line)
        + f"</article><footer>{menu}</footer></body></html>"
        for r in chosen
    ]
    start = time.process_time()
    for page in pages:
        list(read_stream(as_stream(page), Origin("page"), SourceOptions(), Format.HTML))
    seconds = time.process_time() - start
    print(f"pages            {1000 * seconds / count:.1f} ms a page for text, language and metadata")


def as_stream(page: str) -> io.BytesIO:
    """A page as a file would be."""
    return io.BytesIO(page.encode())


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--partition-kb", type=int, default=4000)
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument(
        "--corpus", type=Path, default=CORPUS, help="JSONL with id, text, title and published"
    )
    given = parser.parse_args()
    reports = load_corpus(given.corpus)
    measure_filter(reports)
    measure_pages(reports, given.pages)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        corpus, small = folder / "corpus.jsonl", folder / "small.jsonl"
        words = write_corpus(reports, given.articles, corpus)
        whole = round(WHOLE / len(reports) * count_words(reports))
        print(f"{given.articles:,} articles, {words:,} words; {WHOLE:,} would have {whole:,}", flush=True)
        alone = measure_one_process(corpus, words)
        for jobs in given.jobs:
            few = write_corpus([Report("s", "The minister resigned.")], jobs, small)
            taken, seconds, _ = measure_batch(small, few, jobs, folder / f"small{jobs}", 1)
            fixed = (taken, seconds)
            taken, _, gaps = measure_batch(
                corpus, words, jobs, folder / f"out{jobs}", given.partition_kb * 1000
            )
            compare(alone, jobs, fixed, taken, words, whole)
            if jobs == 1:
                show_sweep((taken - fixed[0]) / words, gaps, fixed[1])


if __name__ == "__main__":
    main()
