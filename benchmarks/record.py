"""The record at size: what adding a report costs as it grows, and how long questions take; prints times and sizes.

    python benchmarks/record.py CODED... [--store PATH|URL] [--steps 1000,10000,100000] [--read 60]
        [--person-claims 5000]

CODED are outputs of `verbale batch`, whose readings are drawn from: each synthetic report is a real one with another id
and all its days moved, so that people come again and happenings do not. The real ones are added first; where more are
wanted, what the record holds is copied (multiplying.py says how, and what that leaves out). At the end of each step the
same 200 are added report by report, with other days, and timed. The dossier is that of the person whose claims come
nearest to --person-claims, who gets more where nobody has as many. --read N reads as many of the reports anew, five
times in turn with adding them, and compares the reader's pace with that of reading and adding. A store that is there
already is gone on with.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from multiplying import Original
from sqlalchemy import Connection, func, select, text

import verbale
from verbale.batch.readings import read_back
from verbale.model import Claim, Interval, Reading, When
from verbale.record import Store
from verbale.record import tables as t
from verbale.record.adding import add_each, add_readings
from verbale.record.queries.dealings import list_dealings
from verbale.record.queries.dossier import dossier
from verbale.record.queries.filters import Filters
from verbale.record.queries.prominent import list_prominent
from verbale.record.queries.search import search
from verbale.record.queries.ties import list_counterparts
from verbale.record.queries.timeline import load_timeline
from verbale.record.queries.who import who

NOW = datetime(2026, 1, 1, tzinfo=UTC)
SPREAD = 3650
"""Days over which the reports are spread."""
APART = 17
"""Weeks between a report and its copy: no reprint of it, and about ten years for thirty of them."""
LAST = 200
"""Reports at the end of each step whose cost is told."""
WORDS = ("sanctions", "minister", "talks", '"prime minister"', "visit -trade", "elect*")


def load_real(folders: list[Path]) -> list[Reading]:
    """The readings of the folders; those without a date tell nothing of time and are left out."""
    found = [each for folder in folders for each in read_back(folder)]
    return [each for each in found if isinstance(each, Reading) and each.report.published]


def draw(real: list[Reading], count: int, *, which: int, days: int) -> Iterator[Reading]:
    """Synthetic readings: `which` seeds what is drawn, `days` by how much it is moved."""
    choosing, moving = random.Random(which), random.Random(days)  # noqa: S311 - not for secrets
    for nth in range(count):
        one = choosing.choice(real)
        yield move(one, f"syn:{which}:{days}:{nth}", timedelta(days=moving.randrange(-SPREAD, 1)))


def move(reading: Reading, report_id: str, by: timedelta) -> Reading:
    """A reading under another id, all days moved."""
    report = reading.report
    assert report.published
    moved = replace(report, id=report_id, published=report.published + by)
    return replace(reading, report=moved, claims=tuple(_move_claim(each, by) for each in reading.claims))


def _move_claim(claim: Claim, by: timedelta) -> Claim:
    interval = claim.when.interval if claim.when else None
    if claim.when is None or interval is None:
        return claim
    days = [max(date(1800, 1, 1), day + by) if day else None for day in (interval.start, interval.end)]
    return replace(claim, when=When(Interval(*days), claim.when.text))


def measure(ask: Callable[[], object], times: int = 5) -> str:
    """Median and worst of some runs, in milliseconds, and the median of this process's processor time."""
    took, worked = [], []
    for _ in range(times):
        start, working = time.perf_counter(), time.process_time()
        ask()
        took.append(1000 * (time.perf_counter() - start))
        worked.append(1000 * (time.process_time() - working))
    return (
        f"{statistics.median(took):8.1f} ms, worst {max(took):.1f}; processor {statistics.median(worked):.1f}"
    )


def grow(store: Store, real: list[Reading], size: int) -> str:
    """Let the record have so many reports, give or take a few; what the last ones, the same in each step, cost."""
    there = count_reports(store)
    known = list_reports(store)
    rest = [each for each in real if each.report.id not in known]
    add_readings(store, ((each.report, each) for each in rest[: max(0, size - LAST - there)]), now=NOW)
    there = count_reports(store)
    times = round((size - LAST) / there)
    if times > 1:
        multiply(store, times, 7 * APART * max(1, round(there / len(real))))
    days = random.Random(size)  # noqa: S311 - not for secrets
    probes = [
        move(each, f"probe:{size}:{nth}", timedelta(days=days.randrange(-SPREAD, 1)))
        for nth, each in enumerate(random.Random(0).sample(real, LAST))  # noqa: S311
    ]
    marks, clocks = [time.process_time()], [time.perf_counter()]
    for _ in add_each(store, ((each.report, each) for each in probes), now=NOW):
        marks.append(time.process_time())
        clocks.append(time.perf_counter())
    worked = [1000 * (after - before) for before, after in pairwise(marks)]
    took = [1000 * (after - before) for before, after in pairwise(clocks)]
    return (
        f"{statistics.mean(worked):.1f} ms a report (median {statistics.median(worked):.1f}); by the clock "
        f"{statistics.mean(took):.1f} (median {statistics.median(took):.1f})"
    )


def multiply(store: Store, times: int, days: int) -> None:
    """Make the record so many times as large; each copy lies so many days before the one before it."""
    with store.connect() as conn:
        original = Original(conn)
    for nth in range(1, times):
        with store.begin() as conn:
            original.copy(conn, nth, -days * nth)
    with store.begin() as conn:
        original.count(conn, times)
        if conn.dialect.name == "postgresql":  # as its autovacuum does sooner or later
            conn.exec_driver_sql("ANALYZE")


def count_reports(store: Store) -> int:
    """How many reports the record has."""
    with store.connect() as conn:
        return conn.execute(select(func.count()).select_from(t.reports)).scalar_one()


def list_reports(store: Store) -> set[str]:
    """Their ids."""
    with store.connect() as conn:
        return set(conn.execute(select(t.reports.c.id)).scalars())


def find_person(store: Store, real: list[Reading], wanted: int) -> str:
    """The person whose claims come nearest to so many, given more of them where nobody has as many; his id."""
    with store.connect() as conn:
        known = list_prominent(conn, "person", limit=60)
        claims = {each.id: who(conn, each.id, limit=1)[0].claims for each in known}
    enough = [each for each in claims if claims[each] >= wanted]
    if enough:
        return min(enough, key=lambda each: claims[each])
    star = known[0]
    of_him = [each for each in real if any(actor.name == star.name for actor in each.actors)]
    per_report = max(1, sum(len(each.claims) for each in of_him) // (2 * len(of_him)))
    missing = (wanted - claims[star.id]) // per_report
    add_readings(store, ((each.report, each) for each in draw(of_him, missing, which=99, days=99)), now=NOW)
    return star.id


def ask_all(conn: Connection, star: str) -> None:
    """The questions, a line each."""
    prominent = [each for kind in ("person", "body", "state") for each in list_prominent(conn, kind, limit=5)]
    names = [each.name for each in prominent] + ["Vulin", "Сергей Шойгу", "nobody at all"]
    print(
        f"  who (of {len(names)} names)    {measure(lambda: [who(conn, name) for name in names], 3)} for all"
    )
    for words in WORDS:
        print(f"  search {words:18} {measure(lambda words=words: search(conn, Filters(words=words)))}")  # type: ignore[misc]
    print(
        f"  search of a person        {measure(lambda: search(conn, Filters(actor=star, types=('meet',))))}"
    )
    head = who(conn, star, limit=1)[0]
    print(f"  dossier ({head.claims:,} claims)   {measure(lambda: dossier(conn, star))}")
    print(f"  timeline                  {measure(lambda: load_timeline(conn, [star]))}")
    print(f"  ties                      {measure(lambda: list_counterparts(list_dealings(conn, star)))}")


def size_of(store: Store, conn: Connection, address: str) -> float:
    """Kilobytes of the store for each report."""
    reports = conn.execute(select(func.count()).select_from(t.reports)).scalar_one()
    if store.engine.dialect.name == "sqlite":
        files = (Path(f"{address}{ending}") for ending in ("", "-wal"))
        return sum(each.stat().st_size for each in files if each.exists()) / 1024 / reports
    size: int = conn.execute(text("SELECT pg_database_size(current_database())")).scalar_one()
    return size / 1024 / reports


def compare_pace(real: list[Reading], count: int) -> None:
    """Reading alone against reading and adding, in processor time: the same reports in the same process."""
    reports = [each.report for each in real[:: max(1, len(real) // count)]][:count]
    reader = verbale.Reader()
    list(reader.read_many(reports[:5]))
    reading, adding, paces = [], [], []
    for _ in range(5):
        start = time.process_time()
        readings = [each for each in reader.read_many(reports) if isinstance(each, Reading)]
        reading.append(1000 * (time.process_time() - start) / count)
        with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "pace.db") as store:
            start = time.process_time()
            add_readings(store, ((each.report, each) for each in readings), now=NOW)
            adding.append(1000 * (time.process_time() - start) / count)
        paces.append(reading[-1] / (reading[-1] + adding[-1]))
    print(
        f"reading {statistics.median(reading):.1f} ms a report, adding {statistics.median(adding):.1f}: "
        f"pace {statistics.median(paces):.2f} (median of 5, {min(paces):.2f} to {max(paces):.2f})"
    )


def main() -> None:
    """Print the figures of each step."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("coded", nargs="+", type=Path)
    parser.add_argument("--store", default="")
    parser.add_argument("--steps", default="1000,10000,100000")
    parser.add_argument("--read", type=int, default=60)
    parser.add_argument("--person-claims", type=int, default=5000)
    given = parser.parse_args()
    real = load_real(given.coded)
    if given.read:
        compare_pace(real, given.read)
    with tempfile.TemporaryDirectory() as folder:
        address = given.store or str(Path(folder) / "record.db")
        with Store.open(address) as store:
            for size in map(int, filter(None, given.steps.split(","))):
                cost = grow(store, real, size)
                with store.connect() as conn:
                    kilobytes = size_of(store, conn, address)
                print(f"{size:,} reports: {cost}; {kilobytes:.1f} kB a report", flush=True)
            star = find_person(store, real, given.person_claims)
            with store.connect() as conn:
                ask_all(conn, star)


if __name__ == "__main__":
    main()
