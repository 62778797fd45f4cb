"""Whether the clause around a token speaks of the past, the present or the future."""

from typing import Literal

from spacy.tokens import Token

Tense = Literal["past", "present", "future"]

_FUTURE_MODALS = frozenset(
    (
        "will",
        "'ll",
        "shall",
        "wo",
        "would",
        "may",
        "might",
        "could",
        "can",
        "should",
        "must",
    )
)
_HAVE_BE_PAST = frozenset(
    ("was", "were", "had", "been", "has", "have", "having", "'ve", "'d", "got")
)
_FORWARD = frozenset(
    (
        "upcoming",
        "forthcoming",
        "planned",
        "scheduled",
        "next",
        "looming",
        "coming",
        "proposed",
    )
)
_NOMINAL = frozenset(
    (
        "NOUN",
        "PROPN",
        "NUM",
        "ADP",
        "ADJ",
        "ADV",
        "PRON",
        "DET",
        "X",
        "SYM",
        "PART",
        "PUNCT",
        "SCONJ",
    )
)


def clause_head(token: Token) -> Token:
    """The verb whose clause `token` stands in, or the head of the sentence where there is none."""
    while token.pos_ in _NOMINAL and token.head.i != token.i:
        token = token.head
    return token


def clause_tense(token: Token) -> Tense:
    """The tense of the clause that `token` stands in; a noun marked as to come counts as future."""
    step = token
    while step.pos_ in _NOMINAL and step.head.i != step.i:
        if any(child.lower_ in _FORWARD for child in step.children if child.i < step.i):
            return "future"
        if (
            step.dep_ == "prep"
            and step.lower_ == "of"
            and step.i > 0
            and step.nbor(-1).lower_ == "ahead"
        ):
            return "future"
        step = step.head
    return verb_tense(step)


def verb_tense(verb: Token) -> Tense:
    """The tense that a verb has by its form and its auxiliaries; infinitives look ahead.

    Participles without an auxiliary take the tense of the verb above them, except past participles that
    modify a noun ("the treaty signed on Monday"), which are past.
    """
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in helpers}
    if words & _FUTURE_MODALS or verb.tag_ == "MD":
        return "past" if "have" in words and verb.tag_ == "VBN" else "future"
    if "to" in words:
        return "past" if "have" in words else _infinitive_tense(verb)
    if verb.tag_ == "VBD" or words & _HAVE_BE_PAST:
        return "past"
    if any(child.tag_ == "VBD" for child in helpers):
        return "past"
    if verb.tag_ in ("VBG", "VBN") and not helpers:
        return _participle_tense(verb)
    if verb.tag_ == "VB":
        return "future"
    return "present" if verb.pos_ in ("VERB", "AUX") else "past"


def _infinitive_tense(verb: Token) -> Tense:
    """ "managed to sign on Monday" tells of the past, every other infinitive looks ahead."""
    if verb.dep_ == "xcomp" and verb.head.lemma_ in (
        "manage",
        "begin",
        "start",
        "continue",
        "use",
        "seem",
    ):
        return verb_tense(verb.head)
    return "future"


def _participle_tense(verb: Token) -> Tense:
    if verb.tag_ == "VBN" or verb.head.i == verb.i:
        return "past"
    above = clause_head(verb.head)
    return verb_tense(above) if above.i != verb.i else "past"
