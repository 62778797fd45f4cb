"""Open intervals, ranges, anchors in the story, and what is left alone."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from verbale.reading.parse import load_model
from verbale.reading.times import find_times

WEDNESDAY = date(2024, 6, 12)

INTERVALS = [
    ("The firm has been under sanctions since 2022.", "2022-01-01", None),
    ("The embassy stayed closed until March.", None, "2024-03-31"),
    ("The treaty must be ratified by the end of 2025.", None, "2025-12-31"),
    ("The treaty must be ratified by September.", None, "2024-09-30"),
    ("The duties apply starting August 1.", "2024-08-01", None),
    ("He was mayor from 2014 to 2019.", "2014-01-01", "2019-12-31"),
    ("He was mayor between 2014 and 2019.", "2014-01-01", "2019-12-31"),
    ("They negotiated between May and July 2023.", "2023-05-01", "2023-07-31"),
    ("They negotiated from November to January 2023.", "2022-11-01", "2023-01-31"),
    ("The pope will visit Malta in November and December.", "2024-11-01", "2024-12-31"),
    ("The vote had to be held before 5 May.", None, "2024-05-04"),
    ("The king was shot on May 2, 1998.", "1998-05-02", "1998-05-02"),
    ("The session opens on Monday.", "2024-06-17", "2024-06-17"),
    ("The vote is scheduled for Tuesday.", "2024-06-18", "2024-06-18"),
    ("Ahead of Sunday's election, he resigned.", "2024-06-16", "2024-06-16"),
    ("He resigned in the early hours of Sunday.", "2024-06-09", "2024-06-09"),
    ("The mayor was arrested on February 29, 2024.", "2024-02-29", "2024-02-29"),
]

UNDATED = [
    "The court sentenced him to 10 years in prison.",
    "A 24-hour curfew was imposed.",
    "The 34-year-old minister paid a two-day visit.",
    "Around 2000 troops crossed the border.",
    "The council adopted Resolution 2231.",
    "The minister may resign.",
    "Theresa May resigned.",
    "They march every Friday.",
    "The Sunday Telegraph reported the talks.",
    "They raised $2020 for the party.",
    "The fall of the government surprised nobody.",
    "The mayor was arrested on February 30, 2024.",
]


@pytest.mark.parametrize(("text", "start", "end"), INTERVALS)
def test_interval(nlp: Language, text: str, start: str | None, end: str | None) -> None:
    spans = [e.when.interval for e in find_times(nlp(text), WEDNESDAY)]
    assert [s.to_dict() for s in spans if s] == [{"start": start, "end": end}]


@pytest.mark.parametrize("text", UNDATED)
def test_no_date(nlp: Language, text: str) -> None:
    assert [e.when for e in find_times(nlp(text), WEDNESDAY) if e.when.interval] == []


def test_relative_date_without_publication_keeps_its_words(nlp: Language) -> None:
    (found,) = find_times(nlp("The envoys met on Monday."), None)
    assert (found.when.interval, found.when.text) == (None, "Monday")


def test_absolute_date_needs_no_publication(nlp: Language) -> None:
    (found,) = find_times(nlp("The envoys met in July 2023."), None)
    assert found.when.to_dict() == {"start": "2023-07-01", "end": "2023-07-31", "text": "July 2023"}


def test_date_modifying_a_noun_is_marked(nlp: Language) -> None:
    (found,) = find_times(nlp("Nobody claimed Monday's attack."), WEDNESDAY)
    assert found.kind == "modifier"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "on",
                "in",
                "since",
                "until",
                "by",
                "from",
                "to",
                "between",
                "and",
                "the",
                "last",
                "next",
                "this",
                "early",
                "late",
                "end",
                "of",
                "Monday",
                "May",
                "March",
                "2023",
                "31",
                "30",
                "1",
                "-5",
                "week",
                "year",
                "two",
                "days",
                "ago",
                "later",
                "earlier",
                "Q3",
                "half",
                "1990s",
                "’20s",
                "Christmas",
                "met",
                "will",
                "meet",
                ",",
                ".",
                "\n",
                "é",
                "😀",
            ]
        ),
        max_size=14,
    ),
    st.one_of(st.none(), st.dates()),
)
def test_any_words_give_ordered_spans(words: list[str], published: date | None) -> None:
    doc = load_model()(" ".join(words))
    found = find_times(doc, published)
    starts = [e.start for e in found]
    assert starts == sorted(starts)
    for expression in found:
        assert 0 <= expression.start <= expression.head < expression.end <= len(doc)
        assert expression.when.text == doc[expression.start : expression.end].text
