"""Readings come back from their JSON as they were, traces apart."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

import verbale
from verbale.model import Reading, Report

TEXT = (
    "Serbia's Deputy Prime Minister, Aleksandar Vulin, met Sergei Shoigu in Moscow on Monday. "
    "He said that “Serbia will not join sanctions” against Russia."
)


@pytest.fixture(scope="module")
def reading(reader: verbale.Reader) -> Reading:
    report = Report("r1", TEXT, title="Visit", publisher="The Wire", published=date(2024, 6, 4))
    return reader.read(report)


def test_a_reading_comes_back_from_its_json(reading: Reading) -> None:
    assert reading.claims
    found = Reading.from_dict(json.loads(json.dumps(reading.to_dict())))
    assert found.to_dict() == reading.to_dict()
    assert found.actors == reading.actors
    assert found.claims == tuple(replace(claim, trace=()) for claim in reading.claims)
    assert found.report == replace(reading.report, text="")


def test_a_text_that_is_there_is_kept(reading: Reading) -> None:
    fields: dict[str, Any] = reading.to_dict()
    fields["report"] = fields["report"] | {"text": TEXT}
    assert Reading.from_dict(fields).report == reading.report


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"report": None}, "no reading"),
        ({"actors": [{"id": "a1"}]}, "'name' is missing"),
        ({"actors": []}, "names actor 'a"),
        ({"claims": 3}, "no reading"),
        ({"reader_version": None, "claims": [{"office": 1}]}, "no reading"),
    ],
)
def test_what_is_no_reading_is_told_why(reading: Reading, change: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Reading.from_dict(reading.to_dict() | change)


def test_words_must_be_as_long_as_their_offsets_say(reading: Reading) -> None:
    fields: dict[str, Any] = json.loads(json.dumps(reading.to_dict()))
    fields["claims"][0]["evidence"]["end"] += 1
    with pytest.raises(ValueError, match="characters"):
        Reading.from_dict(fields)
