"""How sure a claim is: the share of such claims that were right when measured, by row of the lexicon."""

from functools import cache

from verbale.lexicon.tables import load_table
from verbale.reading.draft import Draft


@cache
def _rates() -> dict[str, dict[str, float]]:
    rates: dict[str, dict[str, float]] = load_table("en", "confidence.yaml")
    return rates


def estimate_confidence(draft: Draft) -> float:
    """The judge's probability, else the measured precision of the draft's row, else of its type, else of all claims.

    Measured rates come with two decimals, from the table `data/en/confidence.yaml` that
    training/train_judge.py writes from annotated reports.
    """
    if draft.confidence is not None:
        return draft.confidence
    rates = _rates()
    of_type = rates["types"].get(draft.type, rates["all"]["all"])
    return round(rates["rows"].get(draft.row, of_type), 2)
