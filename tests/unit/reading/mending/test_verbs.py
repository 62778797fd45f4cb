"""Headline verbs: parses as the parser gets them wrong, mended; parses that are right, left alone."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from verbale.reading.mending.verbs import mend_verbs
from verbale.reading.parse import load_model

Build = Callable[[str], Doc]


def arcs(doc: Doc) -> dict[str, tuple[str, str]]:
    """Dependency and head of each word."""
    return {token.text: (token.dep_, token.head.text) for token in doc}


TAGGED_NOUN = "Peru/NNP/nsubj/sanctions sanctions/NNS/ROOT/- generals/NNS/dobj/sanctions"
HIDDEN = "Thai/JJ/amod/court court/NN/compound/sentences sentences/NNS/ROOT/- editor/NN/appos/sentences"
FINITE = HIDDEN.replace("sentences/NNS", "sentences/VBZ")
BURIED = "Peru/NNP/compound/signs signs/VBZ/compound/deal trade/NN/compound/deal deal/NN/ROOT/-"
BURIED_BESIDE = "Peru/NNP/compound/deal signs/VBZ/compound/deal trade/NN/compound/deal deal/NN/ROOT/-"
CONTENT = (
    "court/NN/compound/rules rules/NNS/ROOT/- that/IN/mark/void law/NN/nsubj/void is/VBZ/aux/void "
    "void/JJ/relcl/rules"
)
PARTICIPLE = (
    "Police/NNS/compound/arrest arrest/NN/ROOT/- two/CD/nummod/men men/NNS/nsubj/linked linked/VBD/relcl/arrest "
    "to/IN/prep/linked raids/NNS/pobj/to"
)
OWNED = "Peru/NNP/poss/sanctions 's/POS/case/Peru sanctions/NNS/ROOT/- on/IN/prep/sanctions Chile/NNP/pobj/on"
NO_SUCH_VERB = "copper/NN/compound/exports exports/NNS/ROOT/- in/IN/prep/exports May/NNP/pobj/in"
FIRST = "Sanctions/NNS/ROOT/- on/IN/prep/Sanctions Chile/NNP/pobj/on"
CLAUSE = "Peru/NNP/nsubj/left left/VBD/ROOT/- while/IN/mark/sanctions sanctions/NNS/nsubj/lapse lapse/NN/ccomp/left"


@pytest.mark.parametrize(
    ("parse", "verb", "tag", "others"),
    [
        (TAGGED_NOUN, "sanctions", "VBZ", {"Peru": "nsubj", "generals": "dobj"}),
        (HIDDEN, "sentences", "VBZ", {"court": "nsubj", "editor": "dobj"}),
        (FINITE, "sentences", "VBZ", {"court": "nsubj", "editor": "dobj"}),
        (BURIED, "signs", "VBZ", {"Peru": "nsubj", "deal": "dobj"}),
        (BURIED_BESIDE, "signs", "VBZ", {"Peru": "nsubj", "deal": "dobj"}),
        (CONTENT, "rules", "VBZ", {"court": "nsubj", "void": "ccomp"}),
        (PARTICIPLE, "arrest", "VBP", {"Police": "nsubj", "men": "dobj"}),
    ],
)
def test_a_verb_gets_its_tag_and_arguments(
    build_doc: Build, parse: str, verb: str, tag: str, others: dict[str, str]
) -> None:
    doc = mend_verbs(build_doc(parse))
    token = next(token for token in doc if token.text == verb)
    assert (token.tag_, token.dep_) == (tag, "ROOT")
    found = arcs(doc)
    assert {word: found[word] for word in others} == {word: (dep, verb) for word, dep in others.items()}


def test_a_participle_tells_of_the_object(build_doc: Build) -> None:
    doc = mend_verbs(build_doc(PARTICIPLE))
    linked = next(token for token in doc if token.text == "linked")
    assert (linked.tag_, linked.dep_, linked.head.text) == ("VBN", "acl", "men")


@pytest.mark.parametrize("parse", [OWNED, NO_SUCH_VERB, FIRST, CLAUSE])
def test_nouns_stay_nouns(build_doc: Build, parse: str) -> None:
    before = build_doc(parse)
    after = mend_verbs(build_doc(parse))
    assert arcs(after) == arcs(before)
    assert [token.tag_ for token in after] == [token.tag_ for token in before]


def test_premodifiers_follow_the_new_subject(build_doc: Build) -> None:
    assert arcs(mend_verbs(build_doc(HIDDEN)))["Thai"] == ("amod", "court")


@pytest.mark.parametrize(
    ("text", "verb", "lemma"),
    [
        ("Peru signs trade deal with Chile", "signs", "sign"),
        ("Thai court sentences former minister to ten years", "sentences", "sentence"),
        ("Police arrest two men linked to the raids", "arrest", "arrest"),
        ("Kenya recalls its ambassador to Norway.", "recalls", "recall"),
    ],
)
def test_headlines_have_a_verb_with_its_lemma(text: str, verb: str, lemma: str) -> None:
    token = next(token for token in load_model()(text) if token.text == verb)
    assert (token.pos_, token.lemma_) == ("VERB", lemma)
    assert [child.dep_ for child in token.children if child.dep_ in ("nsubj", "dobj")] == ["nsubj", "dobj"]


def test_a_mended_parse_is_a_tree() -> None:
    for text in ("Peru signs trade deal with Chile", "Police arrest two men linked to the raids"):
        doc = load_model()(text)
        for token in doc:
            assert list(token.ancestors)[-1:] in ([], [token.sent.root])
