"""The parser that the tests of time expressions share."""

import pytest
from spacy.language import Language

from verbale.reading.parse import load_model


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_model()
