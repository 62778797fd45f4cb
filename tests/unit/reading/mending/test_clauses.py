"""Main verbs below their subjects: raised where the sentence has no other, left alone where they are participles."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from verbale.reading.mending.clauses import raise_main_verbs

Build = Callable[[str], Doc]

WITH_OBJECT = (
    "minister/NN/ROOT/- ,/,/punct/minister Roe/NNP/appos/minister ,/,/punct/minister "
    "accused/VBN/acl/minister Peru/NNP/dobj/accused ././punct/minister"
)
PARTICIPLE = WITH_OBJECT.replace("Peru/NNP/dobj/accused", "yesterday/NN/npadvmod/accused")
HEADING = WITH_OBJECT.replace(" ././punct/minister", "")
SECOND_CLAUSE = (
    "Roe/NNP/nsubj/toppled named/VBD/acl/Roe Doe/NNP/dobj/named after/IN/mark/toppled "
    "deputies/NNS/nsubj/toppled toppled/VBD/ROOT/- Kos/NNP/dobj/toppled"
)
NO_MARK = SECOND_CLAUSE.replace("after/IN/mark/toppled", "then/RB/advmod/toppled")


def arcs(doc: Doc) -> dict[str, tuple[str, str]]:
    """Dependency and head of each word."""
    return {token.text: (token.dep_, token.head.text) for token in doc}


@pytest.mark.parametrize(("parse", "noun"), [(WITH_OBJECT, "minister"), (SECOND_CLAUSE, "Roe")])
def test_a_main_verb_is_raised(build_doc: Build, parse: str, noun: str) -> None:
    doc = raise_main_verbs(build_doc(parse))
    verb = next(token for token in doc if token.dep_ == "ROOT")
    assert verb.text in ("accused", "named")
    assert arcs(doc)[noun] == ("nsubj", verb.text)


def test_the_clause_that_took_the_subject_becomes_subordinate(build_doc: Build) -> None:
    assert arcs(raise_main_verbs(build_doc(SECOND_CLAUSE)))["toppled"] == ("advcl", "named")


@pytest.mark.parametrize("parse", [PARTICIPLE, HEADING, NO_MARK])
def test_participles_headings_and_other_clauses_stay(build_doc: Build, parse: str) -> None:
    assert arcs(raise_main_verbs(build_doc(parse))) == arcs(build_doc(parse))
