"""What reading costs: run `make bench`.

Prints figures and asserts none: times depend on the machine, the ratio to the bare pipeline hardly does.
"""

import argparse
import json
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from pathlib import Path

from verbale import Reader, Report
from verbale.reading.parse import load_model

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "data" / "reports" / "wikinews_2019-2020.jsonl"
EXAMPLES = ROOT / "examples"
LENGTHS = (100, 1_000, 10_000, 100_000)
PIPE_BATCH = 8
"""Texts that the bare pipeline takes at once: as many as the reader does; spaCy's own default is slower and larger."""


def load_reports(limit: int | None = None) -> list[Report]:
    """The Wikinews corpus where it lies beside the checkout, else the examples many times over."""
    if not CORPUS.exists():
        texts = [file.read_text(encoding="utf-8") for file in sorted(EXAMPLES.glob("*.txt"))]
        return [Report(f"x{i}", text, published=date(2024, 9, 12)) for i, text in enumerate(texts * 50)][
            :limit
        ]
    rows = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    return [Report(r["id"], r["text"], published=date.fromisoformat(r["published"])) for r in rows][:limit]


def count_words(reports: Iterable[Report]) -> int:
    """Words as runs without white space."""
    return sum(len(report.text.split()) for report in reports)


def take_seconds(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    """Seconds that `work` takes, by the wall clock or by another one."""
    start = clock()
    work()
    return clock() - start


def measure_ratio(reader: Reader, reports: list[Report], runs: int) -> None:
    """Reading, all steps, with the judge and without, against the bare pipeline: same texts, same process, in turn.

    By processor time of this process, which other programs on the machine disturb less than the wall clock.
    """
    alone = Reader(reader.settings.model_copy(update={"judge": "none"}))
    nlp = load_model(reader.settings.spacy_model)
    ours = [name for name in nlp.pipe_names if name.startswith("verbale")]
    texts = [report.text for report in reports]

    def parse() -> None:
        with nlp.select_pipes(disable=ours):
            for _ in nlp.pipe(texts, batch_size=PIPE_BATCH):
                pass

    def read(by: Reader) -> None:
        for _ in by.read_many(reports, jobs=1):
            pass

    works = (parse, partial(read, reader), partial(read, alone))
    for work in works:
        work()
    rounds = [[take_seconds(work, time.process_time) for work in works] for _ in range(runs)]
    words = count_words(reports)
    names = ("bare pipeline", f"judge {reader.settings.judge}", "judge none")
    for name, taken in zip(names, zip(*rounds, strict=True), strict=True):
        seconds = statistics.median(taken)
        print(f"{name:18} {seconds:7.2f} s  {words / seconds:8.0f} words/s")
    for column, name in enumerate(names[1:], start=1):
        ratio = statistics.median(taken[column] / taken[0] for taken in rounds)
        print(f"ratio, {name:11} {ratio:7.2f}    (median of {runs} runs in turn)")


def measure_jobs(reader: Reader, reports: list[Report], runs: int) -> None:
    """Throughput of two processes against one, pools started and models loaded included."""

    def read(jobs: int) -> None:
        for _ in reader.read_many(reports, jobs=jobs):
            pass

    pairs = [(take_seconds(partial(read, 1)), take_seconds(partial(read, 2))) for _ in range(runs)]
    gain = statistics.median(one / two for one, two in pairs)
    print(f"--jobs 2           {gain:7.2f}  times the throughput of one ({len(reports)} reports)")


def measure_lengths(reader: Reader, reports: list[Report]) -> None:
    """Cost per word of one report of 100 to 100,000 words."""
    rng = random.Random(0)  # noqa: S311 - a fixed shuffle of paragraphs, nothing secret
    paragraphs = [line for report in reports for line in report.text.splitlines() if line.strip()]
    rng.shuffle(paragraphs)
    for length in LENGTHS:
        report = Report(f"n{length}", build_text(paragraphs, length), published=date(2024, 6, 11))
        repeats = max(1, 3_000 // length)
        runs = [take_seconds(partial(reader.read, report), time.process_time) for _ in range(repeats + 1)]
        seconds = statistics.median(runs)
        print(f"{length:>7,} words      {1e6 * seconds / count_words([report]):7.0f} microseconds a word")


def build_text(paragraphs: list[str], length: int) -> str:
    """Paragraphs one after another, over and over, until there are `length` words."""
    chosen, words, i = [], 0, 0
    while words < length:
        chosen.append(" ".join(paragraphs[i % len(paragraphs)].split()[: length - words]))
        words += len(chosen[-1].split())
        i += 1
    return "\n".join(chosen)


def measure_start() -> None:
    """Seconds from the command to its first line of output."""
    example = min(EXAMPLES.glob("*.txt"))
    command = [str(Path(sys.executable).with_name("verbale")), "read", str(example), "--format", "jsonl"]

    def first_line() -> None:
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            assert process.stdout
            process.stdout.readline()

    seconds = statistics.median(take_seconds(first_line) for _ in range(3))
    print(f"first reading      {seconds:7.2f} s after the command")


_WATCH = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdin=sys.stdin, stdout=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
"""
"""A small process that starts the reader: started from this large one, the reader would inherit its peak."""


def show_memory(reports: list[Report]) -> None:
    """The most memory that a process of its own ever held while it read the reports."""
    lines = [
        json.dumps({"id": r.id, "text": r.text, "published": r.published and r.published.isoformat()})
        for r in reports
    ]
    command = [str(Path(sys.executable).with_name("verbale")), "read", "-", "--format", "jsonl"]
    watch = [sys.executable, "-c", _WATCH, *command]
    done = subprocess.run(watch, input="\n".join(lines).encode(), stdout=subprocess.PIPE, check=True)
    print(f"peak memory        {int(done.stdout):7d} MB")


def main() -> None:
    """Print every figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="alternating runs that the medians are of")
    parser.add_argument(
        "--reports", type=int, default=None, help="how many reports of the corpus (default: all)"
    )
    parser.add_argument("--quick", action="store_true", help="the ratio only")
    args = parser.parse_args()
    reader, reports = Reader(), load_reports(args.reports)
    print(f"{len(reports)} reports, {count_words(reports):,} words")
    measure_ratio(reader, reports, args.runs)
    if args.quick:
        return
    show_memory(reports)
    measure_jobs(reader, reports, args.runs)
    measure_start()
    measure_lengths(reader, reports)


if __name__ == "__main__":
    main()
