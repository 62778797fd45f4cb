"""Whatever text comes in: no exception, and a reading that keeps its promises."""

import json
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from verbale import Reader, Reading, Report

SCHEMA = Path(__file__).parents[2] / "src" / "verbale" / "data" / "reading.schema.json"

PIECES = [
    "Serbia's Deputy Prime Minister, Ana Petrović,", "met", "with", "President Joao Lourenço", "in Luanda",
    "on Monday", "\"We will not join,\"", "she said", ".", ",", "\n", "\r\n", "“", "”", "’s", "—", "(", ")", "The European Union",
    "has not imposed sanctions on", "Belgrade", "and", "allegedly", "accused of", "since 2022", "last week", "31 February 2024",
    "from 3 to 5 June", "U.S.", "NATO", "\u00a0", "\u00ad", "\u200b", "\ufeff", "🙂", "\x00", "\t", "•", "the minister", "resigned",
    "was arrested", "in 99999", "two days later", "which", "that", "to", "his", "Иван", "北京", "e\u0301", "Ã©", "''", "``", "..."
]  # fmt: skip

newswire = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)
glued = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)
anything = st.text(max_size=200)
days = st.none() | st.dates(min_value=date(1800, 1, 1), max_value=date(2100, 12, 31))

quick = settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


@cache
def reader() -> Reader:
    return Reader()


@cache
def validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def read(text: str, published: date | None) -> Reading:
    return reader().read(Report("r", text, published=published))


def check_offsets(text: str, reading: Reading) -> None:
    for actor in reading.actors:
        for start, end in actor.mentions:
            assert 0 <= start < end <= len(text)
    for claim in reading.claims:
        for span in (claim.evidence, claim.trigger):
            assert span.start < span.end
            assert text[span.start : span.end] == span.text
        assert claim.evidence.start <= claim.trigger.start
        assert claim.trigger.end <= claim.evidence.end


def check_references(reading: Reading) -> None:
    actors = [actor.id for actor in reading.actors]
    claims = [claim.id for claim in reading.claims]
    assert len(set(actors)) == len(actors)
    assert len(set(claims)) == len(claims)
    for claim in reading.claims:
        assert {*claim.actor, *claim.recipient, *claim.attributed_to} <= {*actors}


def check_values(reading: Reading) -> None:
    for claim in reading.claims:
        assert 0 <= claim.confidence <= 1
        span = claim.when.interval if claim.when else None
        if span and span.start and span.end:
            assert span.start <= span.end


@quick
@given(newswire | glued | anything, days)
def test_any_text_gives_a_sound_reading(text: str, published: date | None) -> None:
    reading = read(text, published)
    check_offsets(text, reading)
    check_references(reading)
    check_values(reading)
    validator().validate(json.loads(json.dumps(reading.to_dict())))


@quick
@given(newswire, days)
def test_reading_twice_gives_the_same_reading(text: str, published: date | None) -> None:
    assert read(text, published) == read(text, published)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n\n",
        "\x00",
        "...",
        "\ufeff",
        "“" * 500,
        "(" * 500,
        "\u200b" * 50,
        "a" * 20_000,
        "🙂" * 300,
        "\ud800",
    ],
    ids=[
        "empty",
        "blank",
        "lines",
        "nul",
        "dots",
        "bom",
        "quotes",
        "brackets",
        "zero-width",
        "one-word",
        "emoji",
        "surrogate",
    ],
)
def test_text_without_news_has_no_claims(text: str) -> None:
    assert read(text, None).claims == ()


def test_offsets_survive_what_is_normalised_away() -> None:
    plain = "Moldova’s Foreign Minister, Irina Vulpe, met with Premier Jean Dubois in Paris on Monday."
    messy = plain.replace(" met", "\u00a0\u00admet").replace("Paris", "Pa\u00adris").replace(". ", ".\r\n")
    reading = read(messy, date(2024, 6, 11))
    check_offsets(messy, reading)
    assert "meet" in {claim.type for claim in reading.claims}
