"""The record at size: what adding a report costs as it grows, and how long questions take; prints times and sizes.

    python benchmarks/record.py CODED... [--store PATH|URL] [--steps 1000,10000,100000] [--read 60]
        [--person-claims 5000]

CODED are outputs of `verbale batch`, whose readings are drawn from: each synthetic report is a real one with another id
and all its days moved by a random stretch, so that people come again and happenings do not. One person gets claims
beyond that until he has --person-claims, for the dossier. --read N reads as many of the reports anew and compares the
reader's pace with that of reading and adding.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

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
LAST = 200
"""Reports at the end of each step whose cost is told."""
WORDS = ("sanctions", "minister", "talks", '"prime minister"', "visit -trade", "elect*")


def load_real(folders: list[Path]) -> list[Reading]:
    """The readings of the folders; those without a date tell nothing of time and are left out."""
    found = [each for folder in folders for each in read_back(folder)]
    return [each for each in found if isinstance(each, Reading) and each.report.published]


def draw(real: list[Reading], count: int, seed: int) -> Iterator[Reading]:
    """Synthetic readings, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    for nth in range(count):
        one = chance.choice(real)
        yield move(one, f"syn:{seed}:{nth}", timedelta(days=chance.randrange(-SPREAD, 1)))


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
    """Median and worst of some runs, in milliseconds."""
    took = []
    for _ in range(times):
        start = time.perf_counter()
        ask()
        took.append(1000 * (time.perf_counter() - start))
    return f"{statistics.median(took):8.1f} ms, worst {max(took):.1f}"


def grow(store: Store, real: list[Reading], count: int, seed: int) -> float:
    """Add so many synthetic readings; milliseconds of processor time a report over the last ones."""
    items = ((each.report, each) for each in draw(real, count, seed))
    marks = [time.process_time() for _ in add_each(store, items, now=NOW)]
    last = marks[-min(LAST, count) :]
    return 1000 * (last[-1] - last[0]) / max(1, len(last) - 1)


def feed_person(store: Store, real: list[Reading], wanted: int) -> str:
    """Give the person with the most claims more of them; his id."""
    with store.connect() as conn:
        star = list_prominent(conn, "person", limit=1)[0]
        have = who(conn, star.id, limit=1)[0].claims
    of_him = [each for each in real if any(actor.name == star.name for actor in each.actors)]
    per_report = max(1, sum(len(each.claims) for each in of_him) // (2 * len(of_him)))
    missing = max(0, wanted - have) // per_report
    items = ((each.report, each) for each in draw(of_him, missing, seed=99))
    add_readings(store, items, now=NOW)
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
    start = time.process_time()
    readings = [each for each in reader.read_many(reports) if isinstance(each, Reading)]
    read = time.process_time() - start
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "pace.db") as store:
        start = time.process_time()
        add_readings(store, ((each.report, each) for each in readings), now=NOW)
        add = time.process_time() - start
    each, also = 1000 * read / count, 1000 * add / count
    print(f"reading {each:.1f} ms a report, adding {also:.1f}: pace {each / (each + also):.2f}")


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
            there = 0
            for step, size in enumerate(map(int, given.steps.split(","))):
                cost = grow(store, real, size - there, seed=step)
                there = size
                with store.connect() as conn:
                    kilobytes = size_of(store, conn, address)
                print(f"{size:,} reports: {cost:.1f} ms a report, {kilobytes:.1f} kB a report", flush=True)
            star = feed_person(store, real, given.person_claims)
            with store.connect() as conn:
                ask_all(conn, star)


if __name__ == "__main__":
    main()
