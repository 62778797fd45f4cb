"""The pages under load: a store of many reports, some users at once; prints times by page and memory.

    python benchmarks/web.py --store PATH [--users 20] [--seconds 60] [--pause 3]

The server runs in a process of its own, as `verbale serve` runs it. Each user asks for a page of a type drawn at
random, looks at it for some seconds (--pause, on average), and asks for the next.
"""

import argparse
import random
import re
import statistics
import subprocess
import sys
import threading
import time
from collections import defaultdict
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import select

from verbale.record import Store
from verbale.record import tables as t
from verbale.record.queries.listed import list_reports
from verbale.record.queries.prominent import list_prominent

PORT = 8931
WORDS = (
    "sanctions",
    "minister",
    "president",
    "talks",
    "parliament",
    "war",
    "vote",
    "trade",
    "court",
    "visit",
)


def list_pages(address: str) -> dict[str, list[str]]:
    """Addresses of each type of page, spread over what the store has."""
    with Store.open(address, read_only=True) as store, store.connect() as conn:
        reports = [each.id for each in list_reports(conn, limit=200)]
        known = [
            each.id for kind in ("person", "body", "state") for each in list_prominent(conn, kind, limit=300)
        ]
        chance = random.Random(7)  # noqa: S311 - not for secrets
        chance.shuffle(known)
        rare = (
            conn.execute(select(t.identities.c.id).where(t.identities.c.kind == "person").limit(200))
            .scalars()
            .all()
        )
    pairs = list(zip(known[:100], known[100:200], strict=False))
    return {
        "home": ["/"],
        "search": [f"/search?q={word}" for word in WORDS] + [f"/search?type=meet&q={word}" for word in WORDS],
        "search by filter": ["/search?type=visit", "/search?status=planned", "/search?country=us&type=meet"],
        "report": [f"/reports/{quote(each)}" for each in reports],
        "reports": ["/reports"],
        "dossier": [f"/identity/{each}" for each in rare],
        "dossier of the most named": [f"/identity/{each}" for each in known[:100]],
        "relations": [f"/ties?a={one}&b={other}" for one, other in pairs],
        "names": [f"/names?q={word[:4]}" for word in WORDS],
        "registers": ["/registers"],
        "activity": ["/activity"],
    }


def ask(
    pages: dict[str, list[str]], until: float, seed: int, times: dict[str, list[float]], pause: float
) -> None:
    """One user: page after page until the time is over, with pauses of some seconds on average."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    while time.monotonic() < until:
        kind = chance.choice(list(pages))
        start = time.perf_counter()
        connection = HTTPConnection("127.0.0.1", PORT, timeout=60)
        connection.request("GET", chance.choice(pages[kind]), headers={"Host": f"127.0.0.1:{PORT}"})
        answer = connection.getresponse()
        answer.read()
        connection.close()
        assert answer.status < 400, (kind, answer.status)
        times[kind].append(time.perf_counter() - start)
        if pause:
            time.sleep(chance.expovariate(1 / pause))


def read_memory(process: int) -> float:
    """Megabytes that a process has in memory."""
    found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{process}/status").read_text())
    return int(found[1]) / 1024 if found else 0.0


def main() -> None:
    """Serve, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("--store", required=True)
    parser.add_argument("--users", type=int, default=20)
    parser.add_argument("--pause", type=float, default=3.0)
    parser.add_argument("--seconds", type=float, default=60.0)
    options = parser.parse_args()
    pages = {kind: some for kind, some in list_pages(options.store).items() if some}
    command = [
        sys.executable,
        "-c",
        "from verbale.cli import main; main()",
        "serve",
        "--port",
        str(PORT),
        "--store",
        options.store,
    ]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(200):
            try:
                HTTPConnection("127.0.0.1", PORT, timeout=1).request("GET", "/healthz")
                break
            except OSError:
                time.sleep(0.1)
        alone: dict[str, list[float]] = defaultdict(list)
        ask(pages, time.monotonic() + options.seconds / 6, 0, alone, 0.0)
        before = read_memory(server.pid)
        times: dict[str, list[float]] = defaultdict(list)
        until = time.monotonic() + options.seconds
        users = [
            threading.Thread(target=ask, args=(pages, until, seed, times, options.pause))
            for seed in range(options.users)
        ]
        for user in users:
            user.start()
        for user in users:
            user.join()
        after = read_memory(server.pid)
    finally:
        server.terminate()
        server.wait()
    for kind in pages:
        one, many = (sorted(each.get(kind, [0.0])) for each in (alone, times))
        median, late = statistics.median(many), many[int(len(many) * 0.95)]
        print(
            f"{kind:28} alone {statistics.median(one) * 1000:7.1f} ms   {options.users} users: "
            f"median {median * 1000:7.1f} ms, 95 % within {late * 1000:7.1f} ms ({len(many)} pages)"
        )
    every = [each for some in times.values() for each in some]
    print(f"all: median {statistics.median(every) * 1000:.1f} ms, {len(every) / options.seconds:.0f} pages/s")
    print(f"memory: {before:.0f} MB before, {after:.0f} MB after")


if __name__ == "__main__":
    main()
