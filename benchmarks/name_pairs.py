"""Scores on labelled pairs of names: precision, recall and F1 at each level, as docs/screening.md has them.

python benchmarks/name_pairs.py [PAIRS.csv]
"""

import csv
import sys
from pathlib import Path

from verbale.record.registers.name_keys import name_keys
from verbale.registers import Entry
from verbale.screening.levels import ALERT, POSSIBLE, SURE
from verbale.screening.scorer import Subject, score_entries

PAIRS = Path(__file__).parents[2] / "shared" / "data" / "registers" / "name_pairs.csv"
LEVELS = ((POSSIBLE, "possible"), (ALERT, "alert"), (SURE, "taken for the same"))


def score_pairs(path: Path) -> list[tuple[float, bool, bool]]:
    """For each pair: its score, whether it is the same, whether the index would find it."""
    found = []
    with path.open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            entry = Entry("entry", row["schema"], (row["name2"],))
            (score,) = score_entries(Subject((row["name1"],), row["schema"]), [entry])
            indexed = bool(name_keys([row["name1"]]) & name_keys([row["name2"]]))
            found.append((score.score, row["is_match"] == "true", indexed))
    return found


def rate(scored: list[tuple[float, bool, bool]], threshold: float) -> tuple[float, float, float]:
    """Precision, recall and F1 of a threshold."""
    right = sum(score >= threshold and same for score, same, _ in scored)
    taken = sum(score >= threshold for score, _, _ in scored)
    all_same = sum(same for _, same, _ in scored)
    precision, recall = right / max(taken, 1), right / max(all_same, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def main() -> None:
    """Print the table."""
    scored = score_pairs(Path(sys.argv[1]) if len(sys.argv) > 1 else PAIRS)
    for threshold, level in LEVELS:
        precision, recall, f1 = rate(scored, threshold)
        print(f"| {threshold:.2f} | {level} | {precision:.3f} | {recall:.3f} | {f1:.3f} |")
    same = [indexed for _, is_same, indexed in scored if is_same]
    print(f"the index finds {sum(same)} of {len(same)} pairs that are the same")


if __name__ == "__main__":
    main()
