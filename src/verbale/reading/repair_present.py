"""Mend sentences without a verb, whose verb in the headline present hides below a noun: "Parliament votes in favour".

Where no word of a sentence is finite, a word in -s that a row of the lexicon knows as a verb, right after a noun in
the singular and before what a verb takes, is the verb.
"""

from spacy.tokens import Doc, Span, Token

from verbale.reading.repair import OBJECT_OPENERS, base_form

_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_SINGULAR = frozenset({"NN", "NNP"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_FOLLOWING = OBJECT_OPENERS | {"IN", "PRP"}
_KEPT = ("dobj", "prep", "npadvmod", "advcl", "xcomp", "punct", "pobj", "appos", "acl", "relcl")


def find_hidden_verbs(doc: Doc) -> Doc:
    """Make the verb of a sentence without one the root, what stands before it its subject; changes `doc` in place."""
    for sentence in list(doc.sents):
        root = sentence.root
        if root.tag_ not in _NOUNS or doc[sentence.end - 1].text != ".":
            continue
        if any(token.tag_ in _FINITE for token in sentence):
            continue
        verb = next((token for token in sentence if _may_be_verb(token, root, sentence)), None)
        if verb is not None:
            _raise(verb, root)
    return doc


def _may_be_verb(token: Token, root: Token, sentence: Span) -> bool:
    if token.i <= root.i or token.tag_ != "NNS" or token.i + 1 >= sentence.end:
        return False
    if token.nbor(-1).tag_ not in _SINGULAR or token.nbor(1).tag_ not in _FOLLOWING:
        return False
    return token.lower_.islower() and token.text.islower() and base_form(token.lower_) != token.lower_


def _raise(verb: Token, root: Token) -> None:
    role, head, before = verb.dep_, verb.head, verb.nbor(-1)
    lefts = list(verb.lefts)
    rights = [c for c in root.rights if c.i > verb.i and c.dep_ in _KEPT]
    if head.i != root.i:
        before.head, before.dep_ = head, role
    for child in lefts:
        if child.i != before.i:
            child.head = before if head.i != root.i else root
    if head.i == root.i and before.head.i == verb.i:
        before.head = root
    verb.tag_ = "VBZ"
    verb.head, verb.dep_ = verb, "ROOT"
    root.head, root.dep_ = verb, "nsubj"
    for child in rights:
        child.head = verb
