"""Mend parses of appointments: "named General Joan Roe army chief", "fires Doe and names Joan Roe as chief"."""

from spacy.tokens import Doc, Token

from verbale.lexicon.arguments import load_argument_words

_WORDS = load_argument_words()


def mend_offices(doc: Doc) -> Doc:
    """Give verbs of appointment whom they appoint; changes `doc` in place."""
    for token in list(doc):
        if token.dep_ == "dative" and token.ent_type_ == "PERSON":
            _make_office(token)
        elif token.dep_ == "compound" and token.tag_ == "NNS" and token.head.dep_ == "conj":
            _raise_naming(token)
    return doc


def _make_office(name: Token) -> None:
    """In "named General Joan Roe army chief" Roe is named, and nothing is given to her."""
    verb = name.head
    noun = next((c for c in verb.children if c.i > name.i and c.dep_ in ("dobj", "npadvmod", "oprd")), None)
    if noun is None or verb.lemma_.lower() not in _WORDS.making or noun.tag_ != "NN":
        return
    if noun.left_edge.i == name.right_edge.i + 1 and not any(
        c.dep_ in ("det", "poss") for c in noun.children
    ):
        name.dep_, noun.dep_ = "dobj", "oprd"


def _raise_naming(verb: Token) -> None:
    """In "fires Doe and names Joan Roe as chief" Roe is named, and no second one fired."""
    name, fired = verb.head, verb.head.head
    main = fired.head
    if verb.lower_.removesuffix("s") not in _WORDS.making or name.left_edge.i != verb.i or main.tag_ != "VBZ":
        return
    conjunction = next((c for c in fired.children if c.dep_ == "cc" and c.i == verb.i - 1), None)
    if conjunction is None or fired.dep_ != "dobj":
        return
    verb.tag_, verb.head, verb.dep_ = "VBZ", main, "conj"
    verb.pos_, verb.lemma_ = "VERB", verb.lower_.removesuffix("s")
    name.head, name.dep_ = verb, "dobj"
    conjunction.head = main
    for child in list(name.children):
        if child.i > name.i and child.dep_ == "prep":
            child.head = verb
