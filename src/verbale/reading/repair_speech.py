"""Mend parses of who speaks: the participle that goes on with the subject of "with ...", the listener cut from "told".

In "jailed, with judge Doe ordering ..., stating that ..." Doe states it; in "told leaders gathered in Lima that ..."
the leaders are told; in "judged the vote to be fair" the vote is judged.
"""

from spacy.tokens import Doc, Token

from verbale.lexicon.attribution import load_speech

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_TELLING = frozenset(load_speech().verbs) & {
    "tell",
    "inform",
    "assure",
    "remind",
    "notify",
    "urge",
    "warn",
    "brief",
}
_JUDGING = frozenset({"judge", "deem", "consider", "find", "believe", "declare", "hold", "think"})


def mend_speech(doc: Doc) -> Doc:
    """Give words of speech their speakers and listeners; changes `doc` in place and returns it."""
    for token in doc:
        if token.dep_ == "advcl" and token.tag_ == "VBG":
            _give_to_absolute(token)
        elif token.dep_ == "ccomp" and token.tag_ in ("VBN", "VBD"):
            _free_listener(token)
        elif token.dep_ == "acl" and token.lower_ == "be":
            _judge_object(token)
    return doc


def _judge_object(be: Token) -> None:
    """In "judged the vote to be fair" it is the verb that says of the vote what it is."""
    noun = be.head
    if noun.dep_ == "dobj" and noun.head.lemma_.lower() in _JUDGING:
        be.head, be.dep_ = noun.head, "xcomp"


def _give_to_absolute(participle: Token) -> None:
    """In "Roe is jailed, with judge Doe ordering a search, stating why" Doe states it, not Roe."""
    if any(c.dep_ in _SUBJECTS or c.dep_ == "mark" for c in participle.children):
        return
    first = participle.left_edge.i
    if first < 2 or participle.doc[first - 1].text != ",":
        return
    for preposition in participle.head.children:
        if preposition.dep_ != "prep" or preposition.lower_ != "with" or preposition.right_edge.i < first - 2:
            continue
        verb = next((c for c in preposition.children if c.dep_ == "pcomp" and c.tag_ == "VBG"), None)
        if verb is not None and verb.i < first and any(c.dep_ in _SUBJECTS for c in verb.children):
            participle.head = verb
            return


def _free_listener(verb: Token) -> None:
    """In "told leaders gathered in Lima that it would leave" the leaders are told, and "gathered" tells of them."""
    telling = verb.head
    subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    if telling.lemma_.lower() not in _TELLING or subject is None or subject.left_edge.i != telling.i + 1:
        return
    if any(c.dep_ in ("aux", "auxpass", "mark", "neg") for c in verb.children):
        return
    said = next(
        (c for c in verb.children if c.dep_ in ("ccomp", "advcl") and c.i > verb.i and _has_that(c)), None
    )
    if said is None:
        return
    subject.head, subject.dep_ = telling, "dobj"
    verb.head, verb.dep_, verb.tag_ = subject, "acl", "VBN"
    said.head, said.dep_ = telling, "ccomp"


def _has_that(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)
