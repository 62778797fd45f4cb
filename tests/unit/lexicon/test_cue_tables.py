"""Tables of cues and of speech: what is refused."""

import pytest

from verbale.errors import DataError
from verbale.lexicon import attribution, factuality


@pytest.mark.parametrize(
    "row",
    [
        {
            "id": "x",
            "category": "negated",
            "scope": "modifier",
            "words": ["not"],
            "examples": ["a"],
            "word": ["no"],
        },
        {"id": "x", "category": "denied", "scope": "modifier", "words": ["not"], "examples": ["a"]},
        {"id": "x", "category": "negated", "scope": "modifier", "words": ["not"]},
    ],
)
def test_faulty_cue_is_refused(row: dict[str, object]) -> None:
    with pytest.raises(DataError, match="row x"):
        factuality._read_row(row)


def test_faulty_speech_row_is_refused() -> None:
    with pytest.raises(DataError, match="row x"):
        attribution._read_row({"id": "x", "verbs": ["say"], "examples": ["a"]})


def test_every_row_of_both_tables_has_counterexamples() -> None:
    rows = [*factuality.load_cues().rows, *attribution.load_speech().rows]
    assert [row.id for row in rows if not row.counterexamples] == []
