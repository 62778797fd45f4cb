"""The judge: how likely it is that a claim which the grammar proposes is right.

A table gives each feature of a proposal (its row, the kinds of its parties, its construction ...) a weight; their sum
is the logarithm of the odds, in thousandths. Sums are whole numbers, so that no decision hangs on a rounding.
training/train_judge.py writes the table from annotated reports; docs/model-card.md tells what it is worth.
"""

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from verbale.lexicon.tables import data_path


@dataclass(frozen=True, slots=True)
class Judge:
    """Weights of features and the least sum that a claim needs, both in thousandths of log odds.

    >>> judge = Judge({"row meet.with": 2000, "no recipient": -1500}, bias=0, least=300)
    >>> judge.weigh(["row meet.with", "never seen"]), judge.accepts(2000), judge.accepts(-1500)
    (2000, True, False)
    """

    weights: Mapping[str, int]
    bias: int
    least: int

    def weigh(self, features: Iterable[str]) -> int:
        """The log odds of a proposal, in thousandths; features not in the table count nothing."""
        return self.bias + sum(self.weights.get(feature, 0) for feature in features)

    def accepts(self, weight: int) -> bool:
        """Whether a proposal of that weight becomes a claim."""
        return weight >= self.least


def probability(weight: int) -> float:
    """The probability that belongs to log odds in thousandths, two decimals, never quite 0 or 1.

    >>> probability(0), probability(2000), probability(-99000)
    (0.5, 0.88, 0.01)
    """
    return min(0.99, max(0.01, round(1 / (1 + math.exp(-max(weight, -20_000) / 1000)), 2)))


@cache
def load_judge(name: str) -> Judge | None:
    """The judge called `name`; "none" is nobody: the grammar decides alone.

    >>> load_judge("none") is None
    True
    """
    if name == "none":
        return None
    given = json.loads(data_path("en", "judge.json").read_text(encoding="utf-8"))
    return Judge(given["weights"], given["bias"], given["least"])
