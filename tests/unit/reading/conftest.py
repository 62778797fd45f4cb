"""Docs for the tests of the reader: built by hand from a line a word, or parsed from a sentence."""

from collections.abc import Callable
from datetime import date

import pytest
import spacy
from spacy.tokens import Doc

from verbale.model import Report
from verbale.reading.composing import Context
from verbale.reading.parse import load_model, parse_reports
from verbale.reading.reader import survey_report

VOCAB = spacy.blank("en").vocab
POS = {
    "NNP": "PROPN", "NNPS": "PROPN", "NN": "NOUN", "NNS": "NOUN", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON",
    "WDT": "PRON", "JJ": "ADJ", "RB": "ADV", "IN": "ADP", "TO": "PART", "RP": "ADP", "DT": "DET", "CC": "CCONJ",
    "CD": "NUM", "MD": "AUX", "POS": "PART", "HYPH": "PUNCT", ",": "PUNCT", ".": "PUNCT", "_SP": "SPACE",
}  # fmt: skip
AUXILIARIES = ("aux", "auxpass")


def build(parse: str) -> Doc:
    """The Doc of `word/TAG/dep/head[/lemma]` for each word; the head is a word of the line, "-" for the root."""
    cells = [word.split("/") for word in parse.split()]
    words = [cell[0] for cell in cells]
    deps = [cell[2] for cell in cells]
    return Doc(
        VOCAB,
        words=words,
        tags=[cell[1] for cell in cells],
        deps=deps,
        heads=[at if cell[3] == "-" else words.index(cell[3]) for at, cell in enumerate(cells)],
        pos=[_pos(cell[1], cell[2]) for cell in cells],
        lemmas=[cell[4] if len(cell) > 4 else cell[0].lower() for cell in cells],
    )


def _pos(tag: str, dep: str) -> str:
    if tag.startswith("VB"):
        return "AUX" if dep in AUXILIARIES else "VERB"
    return POS[tag]


@pytest.fixture(scope="session")
def build_doc() -> Callable[[str], Doc]:
    return build


@pytest.fixture(scope="session")
def survey_text() -> Callable[..., Context]:
    """A function: what the reader knows of a text before it looks for predicates."""

    def survey(text: str, published: date | None = date(2024, 6, 11)) -> Context:
        return survey_report(next(parse_reports([Report("r", text, published=published)], load_model())))

    return survey
