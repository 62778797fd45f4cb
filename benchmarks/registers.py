"""Registers at full size: load a million entities, screen a hundred names; prints time, memory, disk.

    python benchmarks/registers.py [--entities 1000000] [--names LIST.csv] [--store PATH|URL] [--no-screening]

Times are by the wall clock and, after the slash, of this process's processors: on a machine that others use, or with a
server of its own (PostgreSQL), the two differ. Memory is that of this process.

Entities are synthetic: given names and surnames of the names in LIST.csv (or of a short list of our own) put together
anew, with a country, a year of birth and, for every third, an alias.
"""

import argparse
import csv
import json
import random
import resource
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from verbale.record import Store
from verbale.record.registers.adding import NewVersion, add_register
from verbale.registers import load_rows

GIVEN = ["Ana", "Marko", "Ivan", "Elena", "Sergei", "Peter", "Maria", "Ahmed", "Li", "John", "Fatima", "Olga"]
FAMILY = ["Petrović", "Kováč", "Ivanov", "Smith", "al-Hassan", "Wang", "Nowak", "Schmidt", "García", "Okafor"]
COUNTRIES = ["rs", "ru", "us", "cn", "de", "sk", "ng", "ir", "sy", "mx"]


def real_names(path: Path | None) -> tuple[list[str], list[str]]:
    """Given names and surnames of a list: the first and the last words of the names of people in it."""
    if path is None:
        return GIVEN, FAMILY
    given, family = set(GIVEN), set(FAMILY)
    with path.open(encoding="utf-8") as stream:
        for row in csv.reader(stream):
            for cell in row[:6]:
                surname, comma, first = cell.partition(", ")
                if comma and first and cell.count(",") == 1 and not any(c.isdigit() for c in cell):
                    family.add(surname.title())
                    given.update(word for word in first.split() if len(word) > 2)
    return sorted(given), sorted(family)


def write_entities(path: Path, count: int, given: list[str], family: list[str]) -> None:
    """A file of FollowTheMoney entities, the same every time."""
    chance = random.Random(17)  # noqa: S311 - not for secrets
    with path.open("w", encoding="utf-8") as stream:
        for number, name in enumerate(names(chance, count, given, family)):
            properties = {
                "name": [name],
                "country": [chance.choice(COUNTRIES)],
                "birthDate": [str(chance.randint(1930, 2000))],
                "topics": ["role.pep"],
            }
            if number % 3 == 0:
                properties["alias"] = [f"{chance.choice(given)} {name.split()[-1]}"]
            entity = {"id": f"syn-{number}", "schema": "Person", "properties": properties}
            stream.write(json.dumps(entity, ensure_ascii=False) + "\n")


def names(chance: random.Random, count: int, given: list[str], family: list[str]) -> Iterator[str]:
    """Names put together anew."""
    for _ in range(count):
        middle = f" {chance.choice(given)}" if chance.random() < 0.4 else ""
        yield f"{chance.choice(given)}{middle} {chance.choice(family)}"


def peak() -> str:
    """The most memory that this process has held."""
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB"


class Stopwatch:
    """What has passed since it was made: by the wall clock, and of this process's processors."""

    def __init__(self) -> None:
        self._wall, self._own = time.perf_counter(), time.process_time()

    def __str__(self) -> str:
        return f"{time.perf_counter() - self._wall:.1f} s / {time.process_time() - self._own:.1f} s"


def load(store: Store, path: Path, count: int) -> None:
    """Load the file and print what it took."""
    version = NewVersion("synthetic", "ftm", date(2026, 1, 1), f"synthetic-{count}")
    watch = Stopwatch()
    added = add_register(store, version, load_rows("ftm", [path]), now=datetime(2026, 1, 2, tzinfo=UTC))
    print(f"loaded and indexed {added.counts} in {watch}, peak memory {peak()}")
    print(f"store {measure(store) / 1e6:.0f} MB")


def measure(store: Store) -> int:
    """Bytes that the store takes on disk."""
    if store.engine.dialect.name == "postgresql":
        with store.engine.connect() as conn:
            return int(conn.exec_driver_sql("SELECT pg_database_size(current_database())").scalar_one())
    with store.engine.connect() as conn:
        conn.exec_driver_sql("COMMIT")
        conn.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    path = Path(str(store.engine.url.database))
    return sum(file.stat().st_size for file in path.parent.glob(f"{path.name}*"))


def screen(store: Store, count: int, given: list[str], family: list[str]) -> None:
    """Screen names and print what it took."""
    from verbale.screening.scorer import warm_up  # noqa: PLC0415 - loading is measured without it
    from verbale.screening.screen import Query, screen_name  # noqa: PLC0415

    watch = Stopwatch()
    warm_up()
    print(f"warm-up {watch}, peak memory {peak()}")
    asked = list(names(random.Random(23), count, given, family))  # noqa: S311
    watch = Stopwatch()
    with store.connect() as conn:
        hits = [screen_name(conn, Query(name=name)) for name in asked]
    print(f"screened {count} names in {watch}, {sum(map(bool, hits))} with a result, peak memory {peak()}")


def main() -> None:
    """Run it all."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--entities", type=int, default=1_000_000)
    parser.add_argument("--queries", type=int, default=100)
    parser.add_argument("--names", type=Path)
    parser.add_argument("--store")
    parser.add_argument("--no-screening", action="store_true")
    args = parser.parse_args()
    given, family = real_names(args.names)
    print(f"{args.entities} entities of {len(given)} given names and {len(family)} surnames")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "entities.jsonl")
        write_entities(path, args.entities, given, family)
        print(f"file {path.stat().st_size / 1e6:.0f} MB")
        address = args.store or str(Path(folder, "verbale.db"))
        with Store.open(address) as store:
            load(store, path, args.entities)
            if not args.no_screening:
                screen(store, args.queries, given, family)


if __name__ == "__main__":
    main()
