"""Contests: what one sentence says of one candidate is given once."""

from datetime import date

import pytest

from verbale.model import Report
from verbale.reading.parse import load_model, parse_reports
from verbale.reading.reader import find_drafts, survey_report

SENTENCES = [
    ("Opposition candidate Ana Kos won the election.", [("win", False)]),
    ("Opposition candidate Ana Kos met the minister.", [("run", False)]),
    ("Ana Kos ended her presidential campaign on Monday.", [("run", True)]),
    ("Ana Kos won the election with 52 percent of the vote, securing a majority.", [("win", False)]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_a_sentence_tells_one_contest_of_a_candidate(text: str, expected: list[tuple[str, bool]]) -> None:
    parsed = next(parse_reports([Report("r", text, published=date(2024, 6, 11))], load_model()))
    drafts = [d for d in find_drafts(survey_report(parsed)) if d.type == "contest"]
    assert [(d.mode, d.negated) for d in drafts] == expected
