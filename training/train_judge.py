"""Train the judge: `python training/train_judge.py GOLD_FOLDER ...` writes judge.json and confidence.yaml.

A GOLD_FOLDER holds one JSON file a report: a reading as `verbale read --format json` prints it, made right by hand.
Printed are core figures of the grammar alone and with the judge (cross-validated over reports), the reliability of
its probabilities, and with --check the same on reports that it has not been trained on.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

from examples import Example, Gold, read_examples
from fitting import cross_validate, describe_reliability, fit, score

DATA = Path(__file__).parents[1] / "src" / "verbale" / "data" / "en"
LEAST = -1000
"""Thousandths of log odds below which a proposal is dropped: it is e times likelier wrong than right (0.27)."""
PRIOR = 3
"""A type's rate is drawn towards that of all types as if by so many claims."""
HEADER = (
    "# Share of claims that were right at the core, by type, without the judge (training/train_judge.py).\n"
)


def main() -> None:
    """Train, print figures, write the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, nargs="+", help="folders of annotated reports")
    parser.add_argument("--check", type=Path, help="folder of other annotated reports, only to measure on")
    parser.add_argument("--out", type=Path, default=DATA, help="folder for the two tables")
    parser.add_argument("--folds", type=int, default=5, help="parts of the cross-validation")
    args = parser.parse_args()
    examples, gold = read_examples(args.gold)
    weights = cross_validate(examples, args.folds)
    least = LEAST
    print(f"{', '.join(map(str, args.gold))}, cross-validated; threshold {least} thousandths of log odds")
    _show(examples, weights, gold, least)
    table = fit(examples)
    _write(args.out, {"least": least, "bias": table.bias, "weights": table.weights}, examples, gold)
    if args.check:
        others, other_gold = read_examples([args.check])
        print(f"\n{args.check}, not trained on")
        _show(others, [table.weigh(e) for e in others], other_gold, least)


def _show(examples: list[Example], weights: list[int], gold: Gold, least: int) -> None:
    print("grammar alone  ", score(examples, [0] * len(weights), gold, 0))
    print("with the judge ", score(examples, weights, gold, least))
    print("\n".join(describe_reliability(weights, [e.right for e in examples])))


def _write(out: Path, judge: dict[str, object], examples: list[Example], gold: Gold) -> None:
    text = json.dumps(judge, indent=0, ensure_ascii=False, sort_keys=True)
    (out / "judge.json").write_text(text + "\n", encoding="utf-8")
    said, right = Counter(e.type for e in examples), Counter(e.type for e in examples if e.right)
    for type_, (hits, count) in gold.others.items():
        said[type_] += count
        right[type_] += hits
    every = sum(right.values()) / max(1, sum(said.values()))
    rates = {t: round((right[t] + PRIOR * every) / (said[t] + PRIOR), 2) for t in sorted(said)}
    lines = [
        f"all: {{all: {every:.2f}}}",
        "types:",
        *(f"  {t}: {rate}" for t, rate in rates.items()),
        "rows: {}",
    ]
    (out / "confidence.yaml").write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
