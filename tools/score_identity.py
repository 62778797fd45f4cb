"""Score identities across reports by B-cubed: `python tools/score_identity.py` (docs/identity.md has the figures).

The digest items of `../shared/data/reports/current_events_2025H1.jsonl` link mentions to pages of Wikipedia. A mention
that the reader found, whose words are those of a link, and whose page stands for a person or an institution, is scored:
its cluster is the identity that the record gives it, its class the page. A page stands for a person or an institution
where the reader calls most of its mentions a person or a body.

B-cubed (Bagga and Baldwin 1998): precision of a mention is the share of its cluster that has its page, recall the share
of its page that is in its cluster; both are means over mentions.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select

from verbale import Reader, Reading
from verbale.record import Store
from verbale.record.adding import add_readings
from verbale.record.tables import actors, links
from verbale.sources import SourceOptions, read_paths

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "data" / "reports" / "current_events_2025H1.jsonl"
NOW = datetime(2026, 1, 1, tzinfo=UTC)

SAME_PAGE = {
    "U.S.": "United States",
    "Houthi": "Houthi movement",
    "Houthis": "Houthi movement",
    "Israeli Defense Forces": "Israel Defense Forces",
    "Rwandan Defence Force": "Rwanda Defence Force",
    "U.S. Treasury Department": "United States Department of the Treasury",
    "U.S. Supreme Court": "Supreme Court of the United States",
    "ISIS": "Islamic State",
    "Al-Shabaab militant": "Al-Shabaab (militant group)",
}
"""Names of pages that lead to the same page (redirects), as far as the corpus has mentions under both."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention found by the reader, with the page that the corpus links it to and the identity it was given."""

    report_id: str
    start: int
    name: str
    kind: str
    page: str
    identity: str


@dataclass(frozen=True, slots=True)
class Score:
    """B-cubed precision, recall and F1 over so many mentions."""

    mentions: int
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def score_b_cubed(pairs: Sequence[tuple[str, str]]) -> Score:
    """B-cubed over (cluster, class) of each mention.

    >>> score = score_b_cubed([("c1", "A"), ("c1", "A"), ("c1", "B"), ("c2", "B")])
    >>> round(score.precision, 3), round(score.recall, 3)
    (0.667, 0.75)
    """
    both, clusters, classes = Counter(pairs), Counter(c for c, _ in pairs), Counter(k for _, k in pairs)
    count = len(pairs) or 1
    precision = sum(n * n / clusters[c] for (c, _), n in both.items()) / count
    recall = sum(n * n / classes[k] for (_, k), n in both.items()) / count
    return Score(len(pairs), precision, recall)


def load_links() -> dict[str, dict[tuple[int, int], str]]:
    """For each report the spans that are links, with their pages."""
    rows = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    return {
        row["id"]: {(start, end): SAME_PAGE.get(page, page) for start, end, page in row["links"]}
        for row in rows
    }


def read_corpus() -> list[Reading]:
    """What the reader makes of the corpus."""
    options = SourceOptions(today=NOW.date())
    return [r for r in Reader().read_many(read_paths([CORPUS], options)) if isinstance(r, Reading)]


def find_mentions(store: Store, pages: dict[str, dict[tuple[int, int], str]]) -> list[Mention]:
    """The mentions of the store whose words are those of a link; without an identity each stands alone."""
    query = select(actors, links.c.identity_id).outerjoin(
        links, (links.c.actor_key == actors.c.key) & links.c.superseded_at.is_(None)
    )
    found = []
    with store.connect() as conn:
        for row in conn.execute(query.where(actors.c.superseded_at.is_(None)).order_by(actors.c.key)):
            for start, end in row.mentions:
                page = pages.get(row.report_id, {}).get((start, end))
                if page:
                    identity = row.identity_id or f"alone:{row.key}"
                    found.append(Mention(row.report_id, start, row.name, row.kind, page, identity))
    return found


def keep_parties(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions whose page stands for a person or an institution."""
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    listed = list(mentions)
    for mention in listed:
        kinds[mention.page][mention.kind] += 1
    parties = {page for page, found in kinds.items() if found.most_common(1)[0][0] in ("person", "body")}
    return [mention for mention in listed if mention.page in parties]


def score_readings(
    readings: Iterable[Reading], pages: dict[str, dict[tuple[int, int], str]]
) -> list[Mention]:
    """The scored mentions of a record that holds these readings alone."""
    with Store.open(":memory:") as store:
        add_readings(store, ((reading.report, reading) for reading in readings), now=NOW)
        return keep_parties(find_mentions(store, pages))


def show(title: str, mentions: list[Mention]) -> None:
    """One line of figures."""
    score = score_b_cubed([(m.identity, m.page) for m in mentions])
    print(
        f"{title:28} mentions {score.mentions:5}  P {score.precision:.4f}  R {score.recall:.4f}  F1 {score.f1:.4f}"
    )


def show_faults(mentions: list[Mention]) -> None:
    """The clusters that cost most: pages mixed in one identity, pages spread over several."""
    for title, one, other in (("mixed", "identity", "page"), ("spread", "page", "identity")):
        groups: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
        for mention in mentions:
            groups[getattr(mention, one)][getattr(mention, other), f"{mention.name} ({mention.kind})"] += 1
        for key, found in sorted(groups.items(), key=lambda item: -sum(item[1].values())):
            if len({other_key for other_key, _ in found}) > 1:
                print(title, key, dict(found))


def main() -> int:
    """Exit code: 1 where the corpus is not there."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--faults", action="store_true", help="list the clusters that are not whole or not pure"
    )
    faults = parser.parse_args().faults
    if not CORPUS.exists():
        print(f"no corpus at {CORPUS}: identities not scored")
        return 1
    pages, readings = load_links(), read_corpus()
    halves: dict[str, list[Reading]] = {"January to March": [], "April to June": []}
    for reading in readings:
        month = reading.report.published.month if reading.report.published else 1
        halves["January to March" if month <= 3 else "April to June"].append(reading)
    for title, half in halves.items():
        show(title, score_readings(half, pages))
    whole = score_readings(readings, pages)
    show("whole", whole)
    for kind in ("person", "body"):
        show(f"  called {kind}", [m for m in whole if m.kind == kind])
    if faults:
        show_faults(whole)
    return 0


if __name__ == "__main__":
    sys.exit(main())
