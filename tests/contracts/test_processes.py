"""Several processes on one record: killed at any moment, or writing at the same time, they lose nothing."""

import multiprocessing
import random
import signal
import time
from collections.abc import Iterator
from datetime import timedelta
from multiprocessing.synchronize import Event

import pytest
from readings import NOW, actor, claim, make_reading, person
from sqlalchemy import Select, func, select

from verbale.model import Reading
from verbale.record import Store
from verbale.record import tables as t
from verbale.record.adding import add_each, add_readings
from verbale.record.dump import dump

FORK = multiprocessing.get_context("fork")
REPORTS, KILLS = 96, 20
NAMES = ("Anna Nowak", "Marko Petrov", "Ola Nordmann", "Mary Wanjiru", "Ibrahim Musa")


def make_readings(first: int = 0, last: int = REPORTS) -> Iterator[Reading]:
    """Readings that share people; three of them tell of one meeting and one praise."""
    for nth in range(first, last):
        one, other = NAMES[nth // 3 % 5], NAMES[(nth // 3 + 1) % 5]
        day = (NOW + timedelta(days=nth // 3)).date()
        people = [person(one, "pl"), person(other, "rs"), actor("state", "Serbia", "rs")]
        claims = [
            claim("meet", f"{one}; {other}", when=str(day)),
            claim("hold_office", one, office=("Finance Minister", None, "pl")),
            claim("praise", one, "Serbia", topic=f"point {nth}"),
        ]
        publisher = f"Paper {nth % 3}"
        yield make_reading(f"r{nth}", people, claims, published=str(day), publisher=publisher)


def add_all(address: str, first: int = 0, last: int = REPORTS) -> None:
    """Add a stretch of the readings, as a process of its own would."""
    with Store.open(address) as store:
        add_readings(store, ((each.report, each) for each in make_readings(first, last)), now=NOW)


def add_and_tell(address: str, after: int, reached: Event) -> None:
    """Add the readings, and tell when so many of them are safe."""
    with Store.open(address) as store:
        items = ((each.report, each) for each in make_readings())
        for nth, _ in enumerate(add_each(store, items, now=NOW)):
            if nth == after:
                reached.set()


def kill_while_adding(address: str, after: int, wait: float) -> bool:
    """Kill a process that adds the readings, so many seconds after so many of them; False where it was done by then."""
    reached = FORK.Event()
    process = FORK.Process(target=add_and_tell, args=(address, after, reached))
    process.start()
    reached.wait(60)
    time.sleep(wait)
    process.kill()
    process.join()
    return process.exitcode == -signal.SIGKILL


def run(*calls: tuple[object, ...]) -> list[int | None]:
    """Run functions in processes at the same time; gives their exit codes."""
    processes = [FORK.Process(target=call, args=args) for call, *args in calls]  # type: ignore[arg-type]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return [process.exitcode for process in processes]


def text_of(address: str) -> list[str]:
    with Store.open(address, read_only=True) as store, store.connect() as conn:
        return list(dump(conn, clocks=False))


def test_killed_twenty_times_and_resumed_the_record_is_as_if_undisturbed(
    store_address: str, tmp_path: object
) -> None:
    whole = f"{tmp_path}/undisturbed.db"
    add_all(whole)
    chance = random.Random(7)  # noqa: S311 - a seed, so that a failure comes again
    Store.open(store_address).close()
    killed = 0
    for nth in range(KILLS):
        after = chance.randrange(nth * REPORTS // KILLS, (nth + 1) * REPORTS // KILLS)
        killed += kill_while_adding(store_address, after, chance.uniform(0, 0.05))
        with Store.open(store_address, read_only=True) as store, store.connect() as conn:
            assert conn.execute(_count_halves()).scalar_one() == 0
    assert killed >= KILLS - 2
    add_all(store_address)
    assert text_of(store_address) == text_of(whole)


def _count_halves() -> Select[tuple[int]]:
    """Reports of which a reading, a claim or a link is missing."""
    r, a, k = t.reports.c, t.actors.c, t.links.c
    claims = select(func.count()).where(t.claims.c.report_id == r.id).scalar_subquery()
    linked = t.actors.join(t.links, k.actor_key == a.key)
    links = select(func.count()).select_from(linked).where(a.report_id == r.id).scalar_subquery()
    return select(func.count()).select_from(t.reports).where((claims != 3) | (links != 3))


@pytest.fixture
def writers(request: pytest.FixtureRequest) -> int:
    """How many write at the same time: two into a file, four into a server."""
    return 2 if "sqlite" in request.node.name else 4


def test_writers_at_the_same_time_lose_nothing(store_address: str, writers: int) -> None:
    size = REPORTS // writers
    Store.open(store_address).close()
    overlap = size // 2  # what two add at the same time is there once
    calls = [
        (add_all, store_address, nth * size, min(REPORTS, (nth + 1) * size + overlap))
        for nth in range(writers)
    ]
    assert run(*calls) == [0] * writers
    with Store.open(store_address, read_only=True) as store, store.connect() as conn:
        reports = conn.execute(select(t.reports.c.id)).scalars().all()
        claims = conn.execute(select(func.count()).select_from(t.claims)).scalar_one()
        links = conn.execute(select(func.count()).select_from(t.links)).scalar_one()
        people = (
            conn.execute(select(t.identities.c.name).where(t.identities.c.kind == "person")).scalars().all()
        )
        events = conn.execute(select(func.count()).select_from(t.events)).scalar_one()
    assert sorted(reports) == sorted(f"r{nth}" for nth in range(REPORTS))
    assert (claims, links, events) == (3 * REPORTS, 3 * REPORTS, 2 * REPORTS // 3)
    assert sorted(people) == sorted(NAMES)
