"""Whether a report may speak of politics at all: a test that costs a thousandth of reading it."""

from functools import cache

from ahocorasick_rs import AhoCorasick

from verbale.lexicon.relevance import load_telling_words
from verbale.model import Report

LEAD = 80
"""Words of a report's beginning that are looked at: news says first what it is about."""


def is_relevant(report: Report, language: str = "en") -> bool:
    """Whether the title or the first words of a report hold a word that tells of politics.

    >>> is_relevant(Report("r1", "Parliament ratified the treaty on Monday."))
    True
    >>> is_relevant(Report("r2", "Astronomers found a star that is smaller than Saturn."))
    False
    """
    lead = f"{report.title}\n{' '.join(report.text.split(None, LEAD)[:LEAD])}".lower()
    found = _automaton(language).find_matches_as_indexes(lead, overlapping=True)
    return any(_is_word(lead, start, end) for _, start, end in found)


@cache
def _automaton(language: str) -> AhoCorasick:
    return AhoCorasick(sorted(load_telling_words(language)))


def _is_word(text: str, start: int, end: int) -> bool:
    """Whether the match is no part of a longer word; what a hyphen joins is a word each."""
    return not (text[start - 1 : start].isalpha() or text[end : end + 1].isalpha())
