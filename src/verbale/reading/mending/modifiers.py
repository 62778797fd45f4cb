"""Mend words before a noun that were taken for verbs, verbs taken for adverbs, and speech taken for a participle."""

from spacy.tokens import Doc, Token

_NOUNS = frozenset({"NOUN", "PROPN"})
_TELLERS = frozenset(
    {"charge", "allege", "claim", "announce", "warn", "argue", "insist", "state", "declare", "note"}
)
_TELLING = frozenset(
    {"government", "ministry", "opposition", "party", "minister", "spokesman", "spokeswoman", "spokesperson"}
    | {"embassy", "agency", "army", "military", "junta", "commission", "presidency", "union", "alliance"}
)
_TIMES = frozenset({"DATE", "TIME"})


def mend_modifiers(doc: Doc) -> Doc:
    """Give such words the place that their neighbours leave them; changes `doc` in place."""
    for token in list(doc):
        if token.tag_ == "VBN" and token.i > 0 and token.nbor(-1).lower_ == "to":
            _modify_addressee(token, token.nbor(-1))
        elif token.pos_ == "ADV" and token.lower_ == "back":
            _make_verb(token)
        elif token.dep_ == "acl" and token.tag_ == "VBN" and token.lemma_.lower() in _TELLERS:
            _make_speech(token)
    return doc


def _modify_addressee(participle: Token, to: Token) -> None:
    """In "loyal to ousted President Roe", "gave a medal to jailed Roe" nothing is to be ousted: he was."""
    if to.head.i != participle.i or to.dep_ != "aux":
        return
    if participle.dep_ == "amod":
        noun = _head_noun(participle.head)
        governor = noun.head
        if noun.i < participle.i or noun.dep_ not in ("dobj", "pobj", "dative", "npadvmod"):
            return
    else:
        nouns = [c for c in participle.children if c.dep_ == "dobj" and c.left_edge.i == participle.i + 1]
        if len(nouns) != 1:
            return
        noun, governor = nouns[0], participle.head
    if noun.pos_ not in _NOUNS or governor.i == noun.i or governor.i > to.i:
        return
    to.head, to.dep_, to.pos_, to.tag_ = governor, "prep", "ADP", "IN"
    for child in list(participle.children):
        if child.i > noun.i:
            child.head = governor
    noun.head, noun.dep_ = to, "pobj"
    participle.head, participle.dep_ = noun, "amod"
    given = [c for c in governor.children if c.dep_ == "dative" and c.pos_ == "NOUN" and c.i < to.i]
    if given and not any(c.dep_ == "dobj" for c in governor.children):
        given[-1].dep_ = "dobj"


def _head_noun(noun: Token) -> Token:
    """The name that a noun before it belongs to: "novelist [Roe]"."""
    at = noun
    while at.dep_ in ("compound", "nmod") and at.head.i > at.i:
        at = at.head
    return at


def _make_verb(word: Token) -> None:
    """In "will not [back] either side" the word after the auxiliary is the verb."""
    helped = any(c.dep_ == "aux" and c.tag_ in ("MD", "TO") and c.i < word.i for c in word.children)
    if helped and any(c.dep_ == "dobj" for c in word.children):
        word.pos_, word.tag_, word.lemma_ = "VERB", "VB", word.lower_


def _make_speech(verb: Token) -> None:
    """In "Roe is behind it, the government charged on Sunday" the government says so, and is no Roe."""
    speaker = verb.head
    root = speaker.head
    start = speaker.left_edge.i
    if speaker.lemma_.lower() not in _TELLING or speaker.dep_ not in (
        "attr",
        "appos",
        "conj",
        "dobj",
        "pobj",
    ):
        return
    while root.dep_ != "ROOT" and root.head.i != root.i:
        root = root.head
    if (
        root.i >= start
        or start == 0
        or speaker.doc[start - 1].text != ","
        or root.pos_ not in ("VERB", "AUX")
    ):
        return
    if not any(c.dep_ in ("nsubj", "nsubjpass") for c in root.children) or not _only_dated(verb):
        return
    speaker.head, speaker.dep_ = verb, "nsubj"
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    root.head, root.dep_ = verb, "ccomp"


def _only_dated(verb: Token) -> bool:
    """Whether what follows a verb only tells when: "charged [on Sunday]"."""
    for child in verb.children:
        if child.dep_ in ("agent", "dobj", "ccomp", "xcomp"):
            return False
        if child.dep_ == "prep" and not any(t.ent_type_ in _TIMES for t in child.children):
            return child.lower_ == "without"
    return True
