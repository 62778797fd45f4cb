"""Which other verb lends a verb without a date its own: coordinate, controlling, around its clause."""

from dataclasses import replace

from spacy.tokens import Token

from verbale.model import Interval, When
from verbale.reading.times.calendar import one_day, whole_month, whole_year
from verbale.reading.times.closeness import DATED, VERBAL, is_marked
from verbale.reading.times.expression import TimeExpression
from verbale.reading.times.grammar import load_words
from verbale.reading.times.tense import is_present_perfect, verb_tense

_ALONGSIDE = frozenset(("as", "when", "while"))
_STEPS = 6
_CROWD_DEPS = frozenset(("dobj", "nsubjpass", "pobj", "conj"))


def sharing_verb(verb: Token) -> Token | None:
    """The verb whose date `verb` shares where it has none: coordinate, controlling, main to a participle."""
    above = verb.head
    if verb.dep_ == "relcl" and is_set_in_event(verb):
        return above.head if above.head.pos_ in VERBAL else None
    if verb.dep_ == "relcl":
        return _verb_around_place(verb)
    if verb.tag_ == "VBG" and (around := _verb_around_participle(verb)) is not None:
        return around
    if above.i == verb.i or above.pos_ not in VERBAL:
        return None
    if verb.dep_ == "conj":
        return above if _same_time(verb, above) and not _is_denied(verb) else None
    if verb.dep_ in ("xcomp", "auxpass", "aux"):
        return above
    if verb.dep_ != "advcl" or verb.i < above.i:
        return None
    if verb.tag_ == "VBG":
        return None if is_marked(verb) else above
    if verb.tag_ == "VB" and verb.lemma_ in load_words("exchange_verbs"):
        return above if any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children) else None
    return above if _goes_along(verb, above) else None


def is_set_in_event(verb: Token) -> bool:
    """Whether a relative clause tells what happened in the event: "a call in which he thanked her"."""
    return any(
        c.dep_ == "prep"
        and c.lower_ in ("in", "during", "at")
        and any(g.lower_ == "which" for g in c.children)
        for c in verb.children
    )


def date_before_clause(verb: Token, nearby: list[TimeExpression]) -> TimeExpression | None:
    """The date that a clause explains: "in April, when he met the king", "from 2017 to 2019, during which he led".

    Of "since 2008, when he was jailed" it is the year itself.
    """
    opener = next((c for c in verb.children if c.i < verb.i and _refers_to_date(c)), None)
    if opener is None:
        return None
    beside = [e for e in nearby if 0 <= opener.i - e.end <= 1]
    return next((e for e in beside if e.kind in DATED), None) or next(
        (bounded for e in beside if e.kind == "since" and (bounded := _without_since(e))), None
    )


def _refers_to_date(opener: Token) -> bool:
    return opener.lower_ == "when" or (
        opener.lower_ == "during" and any(c.lower_ == "which" for c in opener.children)
    )


def _without_since(expression: TimeExpression) -> TimeExpression | None:
    """The stretch that "since" only opens: the year of "since 2008"."""
    span = expression.when.interval
    if span is None or span.start is None:
        return None
    whole: Interval | None = None
    if expression.rule == "year":
        whole = whole_year(span.start.year)
    elif "month" in expression.rule and "day" not in expression.rule:
        whole = whole_month(span.start.year, span.start.month)
    elif "day" in expression.rule:
        whole = one_day(span.start)
    return replace(expression, when=When(whole, expression.when.text), kind="point") if whole else None


def _is_denied(verb: Token) -> bool:
    """Whether the second of two verbs says what did not happen: "was questioned in May but was not *charged*"."""
    return any(c.dep_ == "neg" for c in verb.children)


def _same_time(verb: Token, above: Token) -> bool:
    """Whether two coordinate verbs can share a date: "met and signed", not "met and will sign"."""
    return (verb_tense(verb) == "future") == (verb_tense(above) == "future") and not is_present_perfect(verb)


def _verb_around_place(verb: Token) -> Token | None:
    """The verb around a clause with "where": "arrived in Oslo on Monday, where he *met* the king"."""
    if not any(c.lower_ == "where" and c.i < verb.i for c in verb.children) or not _is_deed(verb):
        return None
    above = verb.head
    for _ in range(_STEPS):
        if above.pos_ in VERBAL:
            return above if _is_deed(above) else None
        if above.head.i == above.i or above.dep_ == "nsubj" or above.lower_ == "from":
            return None
        above = above.head
    return None


def _verb_around_participle(verb: Token) -> Token | None:
    """The verb around a participle that does not hang on it: "a motion condemning", "with both *pledging* help"."""
    above = verb.head
    if verb.dep_ == "acl" and above.lemma_ in load_words("measure_nouns"):
        return above.head if above.dep_ in ("dobj", "nsubjpass") and above.head.pos_ in VERBAL else None
    if verb.dep_ == "pcomp" and above.lower_ == "before" and above.head.i < verb.i:
        return above.head if above.head.pos_ in VERBAL else None
    if verb.dep_ == "pcomp" and above.lower_ == "with" and any(c.dep_ == "nsubj" for c in verb.children):
        main = above.head
        return main if main.pos_ in VERBAL and main.i < verb.i and verb_tense(main) == "past" else None
    if verb.dep_ == "acl" and verb.lemma_ in load_words("crowd_verbs"):
        return _verb_around_crowd(above)
    return None


def _verb_around_crowd(noun: Token) -> Token | None:
    """What was done to people on the day they protested: "fired on a crowd *demanding* bread on Sunday"."""
    for _ in range(_STEPS):
        if noun.pos_ in VERBAL:
            return noun
        if noun.dep_ not in (*_CROWD_DEPS, "prep", "agent") or noun.head.i == noun.i:
            return None
        noun = noun.head
    return None


def _goes_along(verb: Token, above: Token) -> bool:
    """Whether a clause tells what happened at the same time: "was hurt on Sunday when police *stormed* it"."""
    opener = next((c for c in verb.children if c.i < verb.i and c.lower_ in _ALONGSIDE), None)
    if opener is None or not _is_deed(verb) or not _is_deed(above):
        return False
    speech = load_words("saying_verbs") | load_words("appeal_verbs")
    return verb.lemma_ not in speech and above.lemma_ not in speech


def _is_deed(verb: Token) -> bool:
    """Whether a verb in the simple past tells what was done once: no state, no pluperfect, no dwelling."""
    if verb_tense(verb) != "past" or verb.lemma_ in load_words("state_verbs") | load_words("dwelling_verbs"):
        return False
    helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    return (
        verb.lemma_ != "be" and verb.tag_ in ("VBD", "VBN") and not helpers & {"had", "has", "have", "having"}
    )
