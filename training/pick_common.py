"""Pick the triggers that are too common to tell of politics: they go into data/en/relevance.yaml.

    .venv/bin/python training/pick_common.py REPORTS.jsonl... --gold FOLDER... [--check FOLDER...]

REPORTS are mixed news; they are read, and what has no claim but `say` and `hold_office` is taken for news of other
things. Gold folders stand for news of politics. Printed is what the filter passes over and loses, fitted and with each
half of the reports judged by the words of the other half; folders of `--check` are only measured on. Nothing is
written without `--write`.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from verbale import Reader
from verbale.batch.relevance import LEAD
from verbale.lexicon.relevance import form_table
from verbale.model import Reading
from verbale.sources import SourceOptions, read_inputs

TABLE = Path(__file__).parents[1] / "src" / "verbale" / "data" / "en" / "relevance.yaml"
PLAIN = frozenset({"say", "hold_office"})
"""Claims that news of any kind makes."""
LEAST = 2
"""In how many reports of other things a word must stand to be too common."""
RATIO = 0.5
"""How often a word may stand in news of other things for each time in news of politics."""
MOST_LOST = 0.002
"""How many of the claims of political news may be lost in the reports that words are picked from."""
WIDTH = 118


@dataclass(frozen=True, slots=True)
class Sample:
    """A report by the triggers of its beginning, how many claims it makes (of mixed news, those that are not plain),
    and whether it is of politics.
    """

    id: str
    words: tuple[frozenset[str], ...]
    claims: int
    of_politics: bool
    size: int

    @property
    def half(self) -> int:
        """Which half of all reports it belongs to, always the same."""
        return sha256(self.id.encode()).digest()[0] % 2


def list_words(title: str, text: str) -> tuple[frozenset[str], ...]:
    """The words that the filter looks at, each as the set of triggers that it is a form of."""
    table = form_table()
    lead = f"{title}\n{' '.join(text.split(None, LEAD)[:LEAD])}".lower()
    found = set(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", lead))
    found |= {part for word in found for part in word.split("-")}
    return tuple(frozenset(table[word]) for word in sorted(found) if word in table)


def read_mixed(path: Path) -> list[Sample]:
    """Reports of mixed news, read."""
    found = Reader().read_many(read_inputs([path], SourceOptions()), jobs=1)
    samples = []
    for each in found:
        if isinstance(each, Reading):
            text, told = each.report.text, sum(claim.type not in PLAIN for claim in each.claims)
            words = list_words(each.report.title, text)
            samples.append(Sample(each.report.id, words, told, told > 0, len(text.split())))
    return samples


def read_gold(folder: Path) -> list[Sample]:
    """Reports of a gold folder."""
    samples = []
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        report = gold["report"]
        words = list_words(report.get("title") or "", report["text"])
        claims = len(gold["claims"])
        samples.append(Sample(report["id"], words, claims, bool(claims), len(report["text"].split())))
    return samples


def pick_common(samples: Iterable[Sample]) -> frozenset[str]:
    """Triggers about as frequent in news of other things as in news of politics, without those that are needed."""
    samples = list(samples)
    politics, other = Counter[str](), Counter[str]()
    sizes = Counter[bool]()
    for sample in samples:
        sizes[sample.of_politics] += 1
        (politics if sample.of_politics else other).update({base for word in sample.words for base in word})

    def ratio(word: str) -> float:
        return (other[word] + 0.3) / sizes[False] / ((politics[word] + 0.3) / sizes[True])

    often = frozenset(word for word in other if other[word] >= LEAST and ratio(word) > RATIO)
    return give_back(often, samples)


def give_back(common: frozenset[str], samples: Sequence[Sample]) -> frozenset[str]:
    """The words without those that cost too many claims; the ones that let least else through go first."""
    left = set(common)
    whole = sum(sample.claims for sample in samples if sample.of_politics)
    while True:
        lost = [sample for sample in samples if not passes(sample, frozenset(left))]
        politics = [sample for sample in lost if sample.of_politics]
        if sum(sample.claims for sample in politics) <= MOST_LOST * whole:
            return frozenset(left)
        won, cost = Counter[str](), Counter[str]()
        for sample in lost:
            words = {base for bases in sample.words for base in bases}
            for word in words:
                won[word] += sample.claims if sample.of_politics else 0
                cost[word] += not sample.of_politics
        left.discard(max(sorted(won), key=lambda word: won[word] / (cost[word] + 1)))


def passes(sample: Sample, common: frozenset[str]) -> bool:
    """Whether the filter lets a report through."""
    return any(not bases <= common for bases in sample.words)


def tell(name: str, samples: Sequence[Sample], commons: Sequence[frozenset[str]]) -> None:
    """Print what the filter passes over; `commons` are the words for each half of the reports."""
    lost = [sample for sample in samples if not passes(sample, commons[sample.half])]
    docs = 100 * len(lost) / max(1, len(samples))
    words = 100 * sum(s.size for s in lost) / max(1, sum(s.size for s in samples))
    claims = 100 * sum(s.claims for s in lost) / max(1, sum(s.claims for s in samples))
    print(
        f"  {name:34} {docs:5.1f} % of reports and {words:5.1f} % of words passed over, {claims:5.2f} % of claims lost"
    )


def write_common(common: frozenset[str]) -> None:
    """Put the list into the table; the rest of it stays."""
    head = TABLE.read_text("utf-8").partition("\ncommon:")[0]
    lines, line = [], " "
    for word in sorted(common):
        piece = f' "{word}",' if word in ("yes", "no", "on", "off", "null", "true", "false") else f" {word},"
        if len(line) + len(piece) > WIDTH:
            lines.append(line)
            line = " "
        line += piece
    TABLE.write_text(f"{head}\ncommon: [\n" + "\n".join([*lines, line]) + "\n]\n", "utf-8")


def main() -> None:
    """Pick, measure and, if asked to, write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("reports", nargs="+", type=Path)
    parser.add_argument("--gold", nargs="+", type=Path, default=[])
    parser.add_argument("--check", nargs="+", type=Path, default=[])
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    parts = {str(path): read_mixed(path) for path in given.reports}
    parts |= {str(path): read_gold(path) for path in given.gold}
    checks = {str(path): read_gold(path) for path in given.check}
    samples = [sample for part in parts.values() for sample in part]
    common = pick_common(samples)
    halves = [pick_common(s for s in samples if s.half != half) for half in (0, 1)]
    print(f"{len(common)} words are too common")
    for title, commons in (("by the words of the other half:", halves), ("fitted:", [common, common])):
        print(title)
        for name, part in {**parts, **checks}.items():
            tell(name[-34:], part, commons)
    if given.write:
        write_common(common)


if __name__ == "__main__":
    main()
