"""Fit the judge's table, cross-validate it by report, measure its probabilities."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from examples import Example, Gold
from numpy.typing import NDArray

Floats = NDArray[np.float64]

SEED = 0
RARE = 3
"""A feature seen in fewer proposals than this gets no weight."""
PENALTY = 3.0
"""Of squared weights; 1 and 6 gave the same F1 in cross-validation, 1 a worse Brier score."""
ROUNDS = 12


@dataclass(frozen=True)
class Table:
    """Weights of features in thousandths of log odds."""

    weights: dict[str, int]
    bias: int

    def weigh(self, example: Example) -> int:
        """The log odds of an example, in thousandths."""
        return self.bias + sum(self.weights.get(f, 0) for f in example.features)


@dataclass(frozen=True)
class Score:
    """Core figures: claims that are right, said, and annotated."""

    right: int
    said: int
    gold: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(1, self.said + self.gold)

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.said), self.right / max(1, self.gold)
        return f"F1 {self.f1:.3f}  P {precision:.3f}  R {recall:.3f}  ({self.right}/{self.said}/{self.gold})"


def fit(examples: Sequence[Example]) -> Table:
    """Logistic regression by Newton's method; the same input gives the same table."""
    seen = Counter(f for e in examples for f in set(e.features))
    names = sorted(f for f, n in seen.items() if n >= RARE)
    at = {name: i for i, name in enumerate(names)}
    given = np.zeros((len(examples), len(names) + 1))
    given[:, -1] = 1
    for row, example in enumerate(examples):
        for f in example.features:
            if f in at:
                given[row, at[f]] += 1
    right = np.array([float(e.right) for e in examples])
    penalty = np.full(len(names) + 1, PENALTY)
    penalty[-1] = 1e-3
    weights: Floats = np.zeros(len(names) + 1)
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-given @ weights))
        slope = given.T @ (p - right) + penalty * weights
        curve = (given * (p * (1 - p))[:, None]).T @ given + np.diag(penalty)
        weights -= np.linalg.solve(curve, slope)
    thousandths = [round(float(w) * 1000) for w in weights]
    kept = {name: w for name, w in zip(names, thousandths[:-1], strict=True) if w}
    return Table(kept, thousandths[-1])


def cross_validate(examples: Sequence[Example], folds: int) -> list[int]:
    """The weight of each example by a table that has seen nothing of its report."""
    reports = sorted({e.report for e in examples})
    order = np.random.default_rng(SEED).permutation(len(reports))
    fold = {reports[at]: i % folds for i, at in enumerate(order)}
    tables = [fit([e for e in examples if fold[e.report] != k]) for k in range(folds)]
    return [tables[fold[e.report]].weigh(e) for e in examples]


def score(examples: Sequence[Example], weights: Sequence[int], gold: Gold, least: float) -> Score:
    """Core figures where proposals of weight `least` or more are said; the same thing said twice counts twice."""
    taken: set[tuple[str, int]] = set()
    said = 0
    for weight, example in sorted(zip(weights, examples, strict=True), key=lambda pair: -pair[0]):
        if weight < least:
            break
        said += 1
        hit = next((at for at in example.matches if (example.report, at) not in taken), None)
        if hit is not None:
            taken.add((example.report, hit))
    right = sum(r for r, _ in gold.others.values())
    return Score(len(taken) + right, said + sum(n for _, n in gold.others.values()), gold.claims)


def describe_reliability(weights: Sequence[int], right: Sequence[bool]) -> list[str]:
    """Lines: the Brier score, and a table with a line for each tenth of probability."""
    p = 1 / (1 + np.exp(-np.array(weights) / 1000))
    r = np.array(right, dtype=float)
    lines = [f"Brier score {((p - r) ** 2).mean():.3f}", ""]
    lines += ["| probability | proposals | mean | right |", "|---|---|---|---|"]
    for tenth in range(10):
        inside = (p >= tenth / 10) & (p < (tenth + 1) / 10)
        if inside.any():
            cells = f"{inside.sum()} | {p[inside].mean():.2f} | {r[inside].mean():.2f}"
            lines.append(f"| {tenth / 10:.1f} to {(tenth + 1) / 10:.1f} | {cells} |")
    return lines
