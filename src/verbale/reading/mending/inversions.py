"""Mend parses of clauses turned round ("Sacked were Joan Roe and Bo Doe") and of oaths given ("swore in Joan Roe").

"Among those held is Joan Roe" is such a clause too.
"""

from itertools import pairwise

from spacy.tokens import Doc, Span, Token

_LEADS = frozenset({"also", "among", "those", "and", "but", "meanwhile", "then"})
_BE = frozenset({"is", "are", "was", "were"})
_ABOVE = _BE | {"those"}
_FRONTED = {
    "sacked": "sack",
    "dropped": "drop",
    "fired": "fire",
    "axed": "axe",
    "dismissed": "dismiss",
    "ousted": "oust",
    "removed": "remove",
    "arrested": "arrest",
    "killed": "kill",
    "appointed": "appoint",
    "named": "name",
    "elected": "elect",
    "detained": "detain",
    "charged": "charge",
    "sanctioned": "sanction",
    "suspended": "suspend",
    "wounded": "wound",
    "injured": "injure",
    "nominated": "nominate",
}
"""Participles that the parser, seeing the capital, may take for names."""
_FAR = 8
"""Tokens within which the form of "be" follows the participle ("Dropped from the cabinet were")."""


def mend_inversions(doc: Doc) -> Doc:
    """Give such verbs their subjects and objects; changes `doc` in place."""
    for sentence in doc.sents:
        _mend_fronted(sentence)
    for token in doc:
        if token.lemma_ == "swear":
            _mend_oath(token)
    return doc


def _mend_fronted(sentence: Span) -> None:
    """In "Dropped were Energy Minister Joan Roe and Bo Doe" both were dropped."""
    verb = next((t for t in sentence if t.lower_ not in _LEADS), None)
    if verb is not None and verb.tag_ == "NNP" and verb.lower_ in _FRONTED:
        verb.tag_, verb.pos_, verb.lemma_ = "VBN", "VERB", _FRONTED[verb.lower_]
    if verb is None or verb.tag_ != "VBN" or (verb.dep_ != "ROOT" and verb.head.lower_ not in _ABOVE):
        return
    be = next((t for t in verb.doc[verb.i + 1 : min(verb.i + _FAR, sentence.end)] if t.lower_ in _BE), None)
    if be is None or any(t.text in (",", ";", ":") or t.pos_ == "VERB" for t in verb.doc[verb.i + 1 : be.i]):
        return
    names = _names_from(be, sentence) or _phrases_of(be)
    if not names:
        return
    if verb.head.lower_ == "those" and be.dep_ == "ROOT":
        verb.head = be
    if verb.dep_ != "ROOT":
        _exchange(verb, be)
    be.dep_ = "auxpass"
    names[0].head, names[0].dep_ = verb, "nsubjpass"
    for before, name in pairwise(names):
        name.head, name.dep_ = before, "conj"


def _exchange(verb: Token, be: Token) -> None:
    """Make the participle the head of the clause, which the parser made a complement of "were"."""
    if be.dep_ != "ROOT":
        return
    for child in list(be.children):
        if child.i != verb.i:
            child.head = verb
    verb.head, verb.dep_ = verb, "ROOT"
    be.head = verb


def _names_from(be: Token, sentence: Span) -> list[Token]:
    """The last words of the persons listed after "were", up to the next verb."""
    found = []
    for at in range(be.i + 1, sentence.end):
        token = sentence.doc[at]
        if token.pos_ in ("VERB", "AUX") or token.text in (";", ":"):
            break
        inside = at + 1 < sentence.end and sentence.doc[at + 1].ent_iob_ == "I"
        if token.ent_type_ == "PERSON" and not inside:
            found.append(token)
    return found


def _phrases_of(be: Token) -> list[Token]:
    """The subject behind "were" and what is joined to it: "Killed were *two officers* and *a guard*"."""
    first = next((c for c in be.children if c.i > be.i and c.dep_ in ("nsubj", "attr")), None)
    if first is None or first.pos_ not in ("NOUN", "PROPN"):
        return []
    found = [first]
    while joined := [c for c in found[-1].children if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN")]:
        found.append(joined[0])
    return found


def _mend_oath(verb: Token) -> None:
    """In "swore in Joan Roe as president" Roe is sworn in."""
    if verb.tag_ == "VBN" and any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
        return
    into = next((c for c in verb.children if c.lower_ == "in" and c.i == verb.i + 1), None)
    sworn = next((c for c in into.children if c.dep_ == "pobj"), None) if into is not None else None
    if into is None or sworn is None or sworn.ent_type_ in ("DATE", "GPE", "LOC"):
        return
    into.dep_, into.tag_ = "prt", "RP"
    sworn.head, sworn.dep_ = verb, "dobj"
