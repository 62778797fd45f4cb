"""Score the joining of claims to events: `python tools/score_events.py RECORD` (docs/record.md has the figures).

RECORD is a store that holds the reports of `../shared/data/reports/` (`verbale add ../shared/data/reports`). Each pair
of `tools/event_pairs.tsv` was labelled by hand: whether both claims tell of one happening. Pairs that the reader no
longer finds are counted and left out. Printed is what the comparison of two claims says at each threshold, and what
the record says.
"""

import sys
from pathlib import Path

from sqlalchemy import Connection, select

from verbale.record import Store
from verbale.record import tables as t
from verbale.record.clock import held
from verbale.record.events.comparison import compare_tellings
from verbale.record.events.telling import load_tellings
from verbale.record.events.weights import IMPOSSIBLE

PAIRS = Path(__file__).with_name("event_pairs.tsv")
THRESHOLDS = (0.5, 1.0, 1.5, 2.0, 2.5)

Judged = tuple[float, bool, bool]
"""The sum of the weights of a pair, whether the record has both in one event, whether they are one."""


def load_pairs() -> list[tuple[str, str, bool]]:
    """The labelled pairs."""
    rows = [
        line.split() for line in PAIRS.read_text("utf-8").splitlines() if line and not line.startswith("#")
    ]
    return [(f"claim:{one}", f"claim:{other}", label == "1") for one, other, label in rows]


def judge_pairs(conn: Connection, pairs: list[tuple[str, str, bool]]) -> list[Judged]:
    """What comparison and record say of the pairs whose claims both stand."""
    ids = {claim for one, other, _ in pairs for claim in (one, other)}
    c, e = t.claims.c, t.event_claims.c
    found = conn.execute(select(c.id, c.key).where(c.id.in_(sorted(ids)), held(t.claims)))
    keys = {row.id: row.key for row in found}
    tellings = load_tellings(conn, sorted(keys.values()))
    joined = conn.execute(select(e.claim_key, e.event_id).where(held(t.event_claims)))
    events = {row.claim_key: row.event_id for row in joined}
    judged = []
    for one, other, same in pairs:
        first, second = keys.get(one), keys.get(other)
        if first in tellings and second in tellings:
            likeness = compare_tellings(tellings[first], tellings[second])
            together = first in events and events[first] == events.get(second)
            judged.append((likeness.total if likeness else IMPOSSIBLE, together, same))
    return judged


def show(title: str, taken: list[bool], same: list[bool]) -> None:
    """One line of figures."""
    right = sum(a and b for a, b in zip(taken, same, strict=True))
    precision, recall = right / (sum(taken) or 1), right / (sum(same) or 1)
    print(f"{title:24} taken for one {sum(taken):3}  P {precision:.3f}  R {recall:.3f}")


def main() -> int:
    """Exit code: 2 where no record is named."""
    if len(sys.argv) != 2:
        print("name a record: python tools/score_events.py RECORD")
        return 2
    pairs = load_pairs()
    with Store.open(sys.argv[1], read_only=True) as store, store.connect() as conn:
        judged = judge_pairs(conn, pairs)
    same = [label for _, _, label in judged]
    print(f"pairs {len(pairs)}, of them found {len(judged)}, of one happening {sum(same)}")
    for threshold in THRESHOLDS:
        show(f"sum of weights ≥ {threshold}", [total >= threshold for total, _, _ in judged], same)
    show("in one event", [together for _, together, _ in judged], same)
    return 0


if __name__ == "__main__":
    sys.exit(main())
