"""Tying time expressions to the predicates they date."""

from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from verbale.reading.times.expression import TimeExpression
from verbale.reading.times.grammar import load_words

_VERBAL = frozenset(("VERB", "AUX"))
_CORE = frozenset(("nsubj", "nsubjpass", "csubj"))
_OBJECT = frozenset(("dobj", "obj", "attr", "oprd"))


def attach_time(
    doc: Doc, trigger: int, expressions: Sequence[TimeExpression]
) -> TimeExpression | None:
    """The expression that dates the predicate at token `trigger`, None where its clause names no date.

    A verb takes what hangs on itself, on a name or an object beside it, then what its coordinate or
    controlling verb has; a noun takes what modifies it, then what dates the verb it is subject or light
    object of. Dates inside other subordinate clauses never count.

    Args:
        doc: the parsed report.
        trigger: index of the token that carries the predicate.
        expressions: all expressions of the report, in order.
    """
    token = doc[trigger]
    nearby = expressions_in(expressions, token.sent.start, token.sent.end)
    if not nearby:
        return None
    if token.pos_ in _VERBAL:
        return _date_of_verb(token, nearby)
    return _date_of_noun(token, nearby)


def expressions_in(
    expressions: Sequence[TimeExpression], start: int, end: int
) -> list[TimeExpression]:
    """The expressions that lie between two tokens."""
    first = bisect_left(expressions, start, key=lambda e: e.start)
    last = bisect_left(expressions, end, key=lambda e: e.start)
    return list(expressions[first:last])


def _date_of_verb(verb: Token, nearby: list[TimeExpression]) -> TimeExpression | None:
    seen: set[int] = set()
    while verb.i not in seen:
        seen.add(verb.i)
        found = _own_date(verb, nearby)
        if found is not None:
            return found
        above = _sharing_verb(verb)
        if above is None:
            return None
        if verb.dep_ == "conj":
            nearby = [e for e in nearby if e.start < verb.i]
        verb = above
    return None


def _sharing_verb(verb: Token) -> Token | None:
    """The verb whose date `verb` shares when it has none: coordinate, controlling, or main to a participle."""
    above = verb.head
    if above.i == verb.i or above.pos_ not in _VERBAL:
        return None
    if verb.dep_ in ("conj", "xcomp", "auxpass", "aux"):
        return above
    if (
        verb.dep_ == "advcl"
        and verb.tag_ == "VBG"
        and verb.i > above.i
        and not _marked(verb)
    ):
        return above
    return None


def _marked(verb: Token) -> bool:
    """Whether a participle clause is opened by a word of its own ("after meeting", "while visiting")."""
    return any(
        child.dep_ in ("mark", "advmod", "prep") and child.i < verb.i
        for child in verb.children
    )


def _own_date(verb: Token, nearby: list[TimeExpression]) -> TimeExpression | None:
    ranked = [(rank, e) for e in nearby if (rank := _closeness(verb, e)) is not None]
    if not ranked:
        return None
    return min(
        ranked,
        key=lambda r: (r[0], r[1].days or 10**6, abs(r[1].head - verb.i), r[1].start),
    )[1]


def _closeness(verb: Token, expression: TimeExpression) -> int | None:
    """How closely the expression hangs on the verb, 0 the closest, None where it does not."""
    token, rank = verb.doc[expression.head], 0
    if expression.kind == "vague":
        rank = 3
    while token.i != verb.i:
        above = token.head
        if above.i == token.i:
            return None
        if token.pos_ in _VERBAL and token.dep_ not in ("aux", "auxpass"):
            return None
        if (
            above.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "ADV")
            and above.i != expression.head
        ):
            rank = max(rank, 1)
            if above.pos_ == "NOUN" and not _passes(above, expression, verb):
                return None
        token = above
    return rank


def _passes(noun: Token, expression: TimeExpression, verb: Token) -> bool:
    """Whether a date on `noun` dates the verb around it too."""
    if noun.dep_ in _CORE and noun.head.i == verb.i:
        return True
    if noun.dep_ == "pobj" and noun.head.lower_ in (
        "in",
        "at",
        "during",
        "on",
        "within",
    ):
        return True
    if noun.dep_ in _OBJECT and verb.lemma_ in load_words("sharing_verbs"):
        return True
    return (
        expression.kind in ("point", "range", "relative")
        and (expression.days or 99) <= 7
    )


def _date_of_noun(noun: Token, nearby: list[TimeExpression]) -> TimeExpression | None:
    found = [e for e in nearby if _modifies(noun, e)]
    if found:
        return min(
            found, key=lambda e: (e.days or 10**6, abs(e.head - noun.i), e.start)
        )
    if (
        noun.dep_ == "conj"
        and noun.head.pos_ in ("NOUN", "PROPN")
        and noun.head.i != noun.i
    ):
        return _date_of_noun(noun.head, nearby)
    verb = noun.head
    if verb.pos_ not in _VERBAL or verb.i == noun.i:
        return (
            _date_of_verb(verb, nearby)
            if noun.pos_ not in ("NOUN", "PROPN") and verb.i != noun.i
            else None
        )
    if noun.dep_ in _CORE or (
        noun.dep_ in _OBJECT and verb.lemma_ in load_words("light_verbs")
    ):
        return _date_of_verb(verb, nearby)
    return None


def _modifies(noun: Token, expression: TimeExpression) -> bool:
    token = noun.doc[expression.head]
    while token.head.i != token.i:
        token = token.head
        if token.i == noun.i:
            return True
        if token.pos_ in _VERBAL or (
            token.pos_ == "NOUN" and token.ent_type_ not in ("DATE", "TIME")
        ):
            return False
    return False
