"""Whether the clause around a token speaks of the past, the present or the future."""

from typing import Literal

from spacy.tokens import Doc, Token

from verbale.reading.times.grammar import load_words

Tense = Literal["past", "present", "future", "open"]

_NOMINAL = frozenset(
    ["NOUN", "PROPN", "NUM", "ADP", "ADJ", "ADV", "PRON", "DET", "X", "SYM", "PART", "PUNCT", "SCONJ"]
)
_MODALS = frozenset(
    ["will", "'ll", "shall", "wo", "would", "may", "might", "could", "can", "should", "must", "ca"]
)
_PAST_HELPERS = frozenset(["was", "were", "had", "been", "has", "have", "having", "'ve", "'d", "got"])
_VOTED = frozenset(
    [
        "remove",
        "oust",
        "dismiss",
        "impeach",
        "elect",
        "approve",
        "pass",
        "adopt",
        "reject",
        "expel",
        "suspend",
    ]
)
_PHASES = frozenset(
    [
        "manage",
        "try",
        "attempt",
        "fail",
        "help",
        "begin",
        "start",
        "continue",
        "use",
        "seem",
        "go",
        "come",
        "gather",
    ]
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
        if any(child.lower_ in load_words("forward_words") for child in step.children if child.i < step.i):
            return "future"
        if step.dep_ == "prep" and step.lower_ == "of" and step.i and step.nbor(-1).lower_ == "ahead":
            return "future"
        step = step.head
    return verb_tense(step)


def verb_right_before(doc: Doc, start: int) -> Token | None:
    """The verb that a date comes right after, whatever the parse: "said on Tuesday it would reply"."""
    at = start - 1
    if at > 0 and doc[at].lower_ in ("on", "in", "late", "early", "this", "last"):
        at -= 1
    return doc[at] if at >= 0 and doc[at].pos_ == "VERB" and doc[at].tag_ != "VBG" else None


def expression_tense(head: Token, *, modifies: bool) -> Tense:
    """The tense that a date hung on `head` is resolved by.

    Verbs of schedule look ahead in the present ("the session opens on Monday"); a date that only modifies a
    noun, or stands with a bare participle or a plain present, is "open": the nearest such day counts.
    """
    tense, verb = clause_tense(head), clause_head(head)
    if tense == "future" or verb.lemma_ in load_words("schedule_words"):
        return "future"
    if tense == "present":
        return "future" if verb.lemma_ in load_words("scheduled_verbs") else "open"
    return "open" if modifies or (verb.tag_ == "VBG" and tense == "past") else tense


def verb_tense(verb: Token) -> Tense:
    """The tense that a verb has by its form and its auxiliaries; infinitives look ahead.

    Participles without an auxiliary take the tense of the verb above them, except past participles that
    modify a noun ("the treaty signed on Monday"), which are past.
    """
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in helpers}
    if words & _MODALS or verb.tag_ == "MD":
        return "past" if "have" in words and verb.tag_ == "VBN" else "future"
    if "to" in words:
        return "past" if "have" in words else _infinitive_tense(verb)
    if verb.tag_ == "VBD" or words & _PAST_HELPERS:
        return "past"
    if verb.tag_ == "VB" and any(c.dep_ == "nsubj" for c in verb.children) and not helpers:
        return "present"
    if any(child.tag_ == "VBD" for child in helpers):
        return "past"
    if verb.tag_ in ("VBG", "VBN") and not helpers:
        return _participle_tense(verb)
    if verb.tag_ == "VB":
        return verb_tense(verb.head) if verb.dep_ == "conj" and verb.head.pos_ == "VERB" else "future"
    return "present" if verb.pos_ in ("VERB", "AUX") else "past"


def is_present_perfect(verb: Token) -> bool:
    """Whether the verb is a present perfect ("has joined"), which goes with no definite day in the past."""
    return verb.tag_ in ("VBN", "VBD") and any(
        c.dep_ == "aux" and c.lower_ in ("has", "have", "'ve") for c in verb.children
    )


def _infinitive_tense(verb: Token) -> Tense:
    """Past after verbs of success or phase ("managed to sign on Monday"), else the future."""
    voted = verb.head.lemma_ == "vote" and verb.lemma_ in _VOTED
    if verb.dep_ == "xcomp" and (voted or verb.head.lemma_ in _PHASES):
        return verb_tense(verb.head)
    if verb.dep_ == "xcomp" and verb.head.lemma_ == "have" and verb.head.tag_ == "VBD":
        return "past"
    return "future"


def _participle_tense(verb: Token) -> Tense:
    if verb.tag_ == "VBN" or verb.head.i == verb.i:
        return "past"
    above = clause_head(verb.head)
    return verb_tense(above) if above.i != verb.i else "past"
