"""Score the joining of claims to events: `python tools/score_events.py RECORD` (docs/record.md has the figures).

RECORD is a store that holds the reports of `../shared/data/reports/` (`verbale add ../shared/data/reports`). Each pair
was labelled by hand: whether both claims tell of one happening. The weights were set on `tools/event_pairs.tsv`;
`tools/event_pairs_fresh.tsv` was drawn and labelled afterwards, at every height of the sum, and nothing was set by it:
a pair counts there for as many as it was drawn from. Pairs that the reader no longer finds are counted and left out.
Printed is what the comparison of two claims says at each threshold, and what the record says.
"""

import sys
from fractions import Fraction
from pathlib import Path

from sqlalchemy import Connection, select

from verbale.record import Store
from verbale.record import tables as t
from verbale.record.clock import held
from verbale.record.events.comparison import compare_tellings
from verbale.record.events.telling import load_tellings
from verbale.record.events.weights import IMPOSSIBLE

SAMPLES = ("event_pairs.tsv", "event_pairs_fresh.tsv")
THRESHOLDS = (0.5, 1.0, 1.5, 2.0, 2.5)

Pair = tuple[str, str, bool, float]
"""Two claims, whether they are of one happening, how many pairs they stand for."""
Judged = tuple[float, bool, bool, float]
"""The sum of the weights of a pair, whether the record has both in one event, whether they are one, for how many."""


def load_pairs(sample: str) -> list[Pair]:
    """The labelled pairs."""
    lines = Path(__file__).with_name(sample).read_text("utf-8").splitlines()
    rows = [[*line.split(), "1"] for line in lines if line and not line.startswith("#")]
    return [
        (f"claim:{one}", f"claim:{other}", label == "1", float(Fraction(stands)))
        for one, other, label, stands, *_ in rows
    ]


def judge_pairs(conn: Connection, pairs: list[Pair]) -> list[Judged]:
    """What comparison and record say of the pairs whose claims both stand."""
    ids = {claim for one, other, *_ in pairs for claim in (one, other)}
    c, e = t.claims.c, t.event_claims.c
    found = conn.execute(select(c.id, c.key).where(c.id.in_(sorted(ids)), held(t.claims)))
    keys = {row.id: row.key for row in found}
    tellings = load_tellings(conn, sorted(keys.values()))
    joined = conn.execute(select(e.claim_key, e.event_id).where(held(t.event_claims)))
    events = {row.claim_key: row.event_id for row in joined}
    judged = []
    for one, other, same, stands in pairs:
        first, second = keys.get(one), keys.get(other)
        if first in tellings and second in tellings:
            likeness = compare_tellings(tellings[first], tellings[second])
            together = first in events and events[first] == events.get(second)
            judged.append((likeness.total if likeness else IMPOSSIBLE, together, same, stands))
    return judged


def show(title: str, taken: list[bool], judged: list[Judged]) -> None:
    """One line of figures; pairs count for those that they stand for, the one recall over all of them, the other over
    those whose sum is 0 or more.
    """
    both = list(zip(taken, judged, strict=True))
    right = sum(stands for chosen, (_, _, same, stands) in both if chosen and same)
    precision = right / (sum(stands for chosen, (*_, stands) in both if chosen) or 1)
    recall = right / (sum(stands for _, _, same, stands in judged if same) or 1)
    likely = right / (sum(stands for total, _, same, stands in judged if same and total >= 0) or 1)
    print(
        f"{title:24} taken for one {sum(taken):3}  P {precision:.3f}  R {recall:.3f}, of sums ≥ 0 {likely:.3f}"
    )


def main() -> int:
    """Exit code: 2 where no record is named."""
    if len(sys.argv) != 2:
        print("name a record: python tools/score_events.py RECORD")
        return 2
    with Store.open(sys.argv[1], read_only=True) as store, store.connect() as conn:
        for sample in SAMPLES:
            pairs = load_pairs(sample)
            judged = judge_pairs(conn, pairs)
            same = sum(label for _, _, label, _ in judged)
            print(f"{sample}: pairs {len(pairs)}, of them found {len(judged)}, of one happening {same}")
            for threshold in THRESHOLDS:
                show(f"sum of weights ≥ {threshold}", [total >= threshold for total, *_ in judged], judged)
            show("in one event", [together for _, together, _, _ in judged], judged)
    return 0


if __name__ == "__main__":
    sys.exit(main())
