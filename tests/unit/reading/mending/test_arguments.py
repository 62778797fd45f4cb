"""Arguments hung elsewhere: given to the verb that they belong to, right parses left alone."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from verbale.reading.mending.arguments import mend_arguments
from verbale.reading.parse import load_model

Build = Callable[[str], Doc]


def arcs(doc: Doc) -> dict[str, tuple[str, str]]:
    """Dependency and head of each word."""
    return {token.text: (token.dep_, token.head.text) for token in doc}


BURIED = "Roe/NNP/nsubj/freed freed/VBD/amod/activist activist/NN/ROOT/- on/IN/prep/activist May/NNP/pobj/on"
NEIGHBOUR = (
    "Peru/NNP/nsubj/left left/VBD/ROOT/- on/IN/prep/left Monday/NNP/pobj/on and/CC/cc/Monday "
    "Chile/NNP/conj/Monday vowed/VBD/conj/left"
)
OWN_SUBJECT = NEIGHBOUR.replace("Chile/NNP/conj/Monday", "Chile/NNP/nsubj/vowed").replace(
    "and/CC/cc/Monday", "and/CC/cc/left"
)
GUILTY = "court/NN/nsubj/found found/VBD/ROOT/-/find Roe/NNP/dobj/found guilty/JJ/amod/Roe"
ACTIVE = (
    "court/NN/nsubj/annulled annulled/VBD/ROOT/- decree/NN/dobj/annulled by/IN/agent/annulled Roe/NNP/pobj/by"
)


@pytest.mark.parametrize(
    ("parse", "word", "dep", "head"),
    [
        (BURIED, "activist", "dobj", "freed"),
        (BURIED, "on", "prep", "freed"),
        (NEIGHBOUR, "Chile", "nsubj", "vowed"),
        (NEIGHBOUR, "and", "cc", "left"),
        (ACTIVE, "by", "prep", "decree"),
        (GUILTY, "guilty", "oprd", "found"),
    ],
)
def test_the_argument_goes_to_its_verb(build_doc: Build, parse: str, word: str, dep: str, head: str) -> None:
    assert arcs(mend_arguments(build_doc(parse)))[word] == (dep, head)


def test_a_verb_with_a_subject_of_its_own_is_left_alone(build_doc: Build) -> None:
    assert arcs(mend_arguments(build_doc(OWN_SUBJECT))) == arcs(build_doc(OWN_SUBJECT))


@pytest.mark.parametrize(
    ("text", "word", "dep"),
    [
        ('Norway dismissed as "groundless" accusations by Chile.', "accusations", "dobj"),
        ("The council voted, with 65 abstentions, to pass a resolution.", "pass", "xcomp"),
    ],
)
def test_what_the_parser_gets_wrong_is_mended(text: str, word: str, dep: str) -> None:
    assert arcs(load_model()(text))[word][0] == dep
