"""Every row of the predicate lexicon fires on its examples and stays silent on its counterexamples."""

from datetime import date

import pytest

from verbale.lexicon.predicates import Row, load_predicates
from verbale.model import Report
from verbale.reading.parse import load_model, parse_reports
from verbale.reading.predicates import find_candidates
from verbale.reading.reader import survey_report

PUBLISHED = date(2024, 6, 11)


def fired_rows(text: str) -> set[str]:
    parsed = next(parse_reports([Report("example", text, published=PUBLISHED)], load_model()))
    context = survey_report(parsed)
    return {c.row.id for c in find_candidates(context.doc, context.cast, load_predicates())}


@pytest.mark.parametrize("row", load_predicates().rows, ids=lambda row: row.id)
def test_examples_fire_and_counterexamples_do_not(row: Row) -> None:
    silent = [text for text in row.examples if row.id not in fired_rows(text)]
    wrong = [text for text in row.counterexamples if row.id in fired_rows(text)]
    assert not silent, f"row {row.id} does not fire on its example: {silent}"
    assert not wrong, f"row {row.id} fires on its counterexample: {wrong}"
