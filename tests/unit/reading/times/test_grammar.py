"""Every row of times.yaml finds and resolves its examples, and keeps away from its counterexamples."""

from collections.abc import Mapping
from datetime import date

import pytest
from spacy.language import Language

from verbale.reading.times import find_times
from verbale.reading.times.grammar import load_grammar, load_words

PUBLISHED = "2024-06-12"
EXAMPLES = [(rule.name, example) for rule in load_grammar().rules for example in rule.examples]
COUNTEREXAMPLES = [(rule.name, text) for rule in load_grammar().rules for text in rule.counterexamples]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[f"{r}: {e['text']}" for r, e in EXAMPLES])
def test_example(nlp: Language, rule: str, example: Mapping[str, str]) -> None:
    published = date.fromisoformat(example.get("published", PUBLISHED))
    found = [e for e in find_times(nlp(example["text"]), published) if e.rule == rule]
    span = found[-1].when.interval if found else None
    assert (f"{span.start or ''}..{span.end or ''}" if span else "none") == example["is"]
    if "words" in example:
        assert found[-1].when.text == example["words"]


@pytest.mark.parametrize(("rule", "text"), COUNTEREXAMPLES)
def test_counterexample(nlp: Language, rule: str, text: str) -> None:
    found = find_times(nlp(text), date.fromisoformat(PUBLISHED))
    assert rule not in [e.rule for e in found]


def test_every_rule_has_an_example() -> None:
    assert [rule.name for rule in load_grammar().rules if not rule.examples] == []


def test_word_lists_are_lower_case() -> None:
    names = ("light_verbs", "sharing_verbs", "expressive_nouns", "meeting_words", "exchange_verbs")
    assert all(word == word.lower() for name in names for word in load_words(name))
