"""Tying time expressions to the predicates they date."""

from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from verbale.lexicon.nouns import load_nouns
from verbale.reading.times.closeness import (
    FAR,
    OBJECT,
    SETTING,
    SUBJECT,
    VERBAL,
    is_past_point,
    own_date,
)
from verbale.reading.times.expression import TimeExpression
from verbale.reading.times.grammar import load_words
from verbale.reading.times.sharing import date_before_clause, is_set_in_event, sharing_verb
from verbale.reading.times.tense import is_present_perfect, verb_tense

_STEPS = 10
_RUNNERS = frozenset({"nominee", "winner", "champion", "runner", "hopeful", "laureate"})


def attach_time(doc: Doc, trigger: int, expressions: Sequence[TimeExpression]) -> TimeExpression | None:
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
    within = expressions_in(expressions, token.sent.start, token.sent.end)
    if (distance := next((e for e in within if _measures(e, token)), None)) is not None:
        return distance
    nearby = [e for e in within if e.kind != "distance"]
    if not nearby:
        return None
    if token.pos_ in VERBAL:
        found = _date_of_verb(token, [e for e in nearby if not _dates_person(e, doc)])
    else:
        found = _date_of_noun(token, nearby)
    return found or _date_as_subject(token, nearby)


def _date_as_subject(token: Token, nearby: list[TimeExpression]) -> TimeExpression | None:
    """The day that is itself what a sentence tells of: "Friday was the fourth day that they *protested*"."""
    for _ in range(_STEPS):
        if token.dep_ == "ROOT" or token.dep_ == "advcl":
            break
        token = token.head
    if token.dep_ != "ROOT" or token.lemma_ not in load_words("marking_verbs"):
        return None
    if any(c.dep_ in SUBJECT and c.ent_type_ not in ("DATE", "TIME") for c in token.children):
        return None
    return next((e for e in nearby if e.kind == "point" and e.end == token.i), None)


def expressions_in(expressions: Sequence[TimeExpression], start: int, end: int) -> list[TimeExpression]:
    """The expressions that begin between two tokens."""
    first = bisect_left(expressions, start, key=lambda e: e.start)
    last = bisect_left(expressions, end, lo=first, key=lambda e: e.start)
    return list(expressions[first:last])


def _measures(expression: TimeExpression, token: Token) -> bool:
    """Whether a distance dates the event at `token`: "a month after she was *removed*", "after *winning*"."""
    if expression.kind != "distance":
        return False
    opener = expression.end - 1
    if any(c.dep_ in ("mark", "advmod") and c.i == opener for c in token.children):
        return True
    if token.dep_ == "pobj" and token.head.lower_ in SETTING:
        token = token.head.head
    return token.dep_ in ("pcomp", "pobj") and token.head.i == opener


def _dates_person(expression: TimeExpression, doc: Doc) -> bool:
    """Whether a date says when somebody was what he is called: "the party's 1996 nominee won"."""
    last = doc[expression.end - 1]
    before = last.dep_ in ("nummod", "compound", "amod", "nmod") and last.head.i > last.i
    return before and (
        last.head.lemma_.lower() in load_nouns().humans or last.head.lemma_.lower() in _RUNNERS
    )


def _date_of_verb(verb: Token, nearby: list[TimeExpression]) -> TimeExpression | None:
    for _ in range(8):
        found = (
            own_date(verb, nearby) or date_before_clause(verb, nearby) or _date_of_event_above(verb, nearby)
        )
        if found is not None:
            return found
        above = sharing_verb(verb)
        if above is None:
            return (
                _date_of_last_joined(verb, nearby)
                or _date_of_antecedent(verb, nearby)
                or _date_of_clause(verb, nearby)
            )
        if verb.dep_ in ("conj", "relcl"):
            nearby = [e for e in nearby if e.start < verb.i]
        if verb.dep_ == "conj" and any(c.dep_ in SUBJECT for c in verb.children):
            nearby = [e for e in nearby if e.kind not in ("since", "until")]
        verb = above
    return None


def _date_of_event_above(verb: Token, nearby: list[TimeExpression]) -> TimeExpression | None:
    """The date beside the event that a clause goes into: "the downing on 26 May, in which two were killed"."""
    if verb.dep_ != "relcl" or not is_set_in_event(verb):
        return None
    noun = verb.head
    before = [e for e in nearby if e.end <= verb.left_edge.i]
    return next((e for e in before if e.start <= noun.i < e.end or _modifies(noun, e)), None)


def _date_of_last_joined(verb: Token, nearby: list[TimeExpression]) -> TimeExpression | None:
    """The date behind the last of verbs with one subject and one object: "arrested and charged him on Sunday"."""
    joined = next((c for c in verb.children if c.dep_ == "conj" and c.i > verb.i), None)
    if joined is None or joined.pos_ not in VERBAL or _is_passive(joined) != _is_passive(verb):
        return None
    goes = verb.lemma_ in load_words("arriving_verbs")
    if not goes and any(
        c.dep_ in OBJECT or c.dep_ == "prep" or c.lower_ == "but" for c in verb.children if c.i > verb.i
    ):
        return None
    if (
        verb_tense(joined) != "past"
        or verb_tense(verb) != "past"
        or any(c.dep_ in SUBJECT for c in joined.children)
    ):
        return None
    if any(e.start > verb.i and e.start < joined.i for e in nearby):
        return None
    behind = [e for e in nearby if e.start > joined.i and e.kind != "relative" and e.when.interval]
    return own_date(joined, behind) or _date_of_last_joined(joined, behind)


def _date_of_clause(verb: Token, nearby: list[TimeExpression]) -> TimeExpression | None:
    """The date in the clause that tells what went on then: "was arrested *as he tried to cross on Tuesday*"."""
    for clause in verb.children:
        if clause.dep_ == "advcl" and clause.i > verb.i and verb_tense(clause) == verb_tense(verb) == "past":
            if any(c.lower_ in ("as", "when") and c.i < clause.i for c in clause.children):
                inside = [clause, *(c for c in clause.children if c.dep_ == "xcomp")]
                found = next((e for v in inside if (e := own_date(v, nearby)) and e.kind == "point"), None)
                if found is not None:
                    return found
    return None


def _is_passive(verb: Token) -> bool:
    """Whether the verb is passive, by itself or by the verb it is joined to."""
    if any(c.dep_ == "auxpass" for c in verb.children):
        return True
    own = any(c.dep_ in ("aux", *OBJECT) for c in verb.children)
    return verb.dep_ == "conj" and verb.tag_ == "VBN" and not own and _is_passive(verb.head)


def _date_of_antecedent(verb: Token, nearby: list[TimeExpression]) -> TimeExpression | None:
    """The date of the event that a relative clause tells more of: "the 2012 attack that killed the envoy"."""
    noun = verb.head
    if verb.dep_ != "relcl" or noun.pos_ != "NOUN" or verb.tag_ != "VBD":
        return None
    if not any(c.dep_ == "nsubj" and c.tag_ == "WDT" for c in verb.children):
        return None
    found = [
        e for e in nearby if e.start < verb.i and e.kind == "modifier" and _modified_noun(e, verb) == noun.i
    ]
    return found[0] if found else None


def _modified_noun(expression: TimeExpression, token: Token) -> int:
    """The noun that a modifying date stands with."""
    return token.doc[expression.head].head.i


def _date_of_noun(noun: Token, nearby: list[TimeExpression]) -> TimeExpression | None:
    found = [e for e in nearby if _modifies(noun, e)] or [e for e in nearby if _follows(noun, e)]
    if found:
        return min(found, key=lambda e: (e.days or FAR, abs(e.head - noun.i), e.start))
    above = noun.head
    if above.i == noun.i:
        return None
    if noun.dep_ == "conj" and above.pos_ in ("NOUN", "PROPN"):
        return _date_of_noun(above, nearby)
    if noun.dep_ == "pobj" and above.lower_ == "of" and above.head.lemma_ in load_words("quantity_nouns"):
        return _date_of_noun(above.head, nearby)
    if noun.lemma_ in load_words("prompting_nouns"):
        return None
    if noun.dep_ == "pobj" and above.lower_ in SETTING and above.head.pos_ in VERBAL:
        return _date_of_verb(above.head, nearby)
    if noun.dep_ == "pobj" and above.lower_ == "as" and verb_tense(above.head) == "past":
        return _date_of_verb(above.head, nearby) if above.head.pos_ in VERBAL else None
    if above.pos_ not in VERBAL:
        return None
    if noun.pos_ not in ("NOUN", "PROPN") or noun.dep_ in SUBJECT:
        return _date_of_verb(above, nearby)
    if noun.dep_ == "attr" and verb_tense(above) == "past":
        return _date_of_verb(above, nearby)
    return _date_of_object(noun, above, nearby) if noun.dep_ in OBJECT else None


def _date_of_object(noun: Token, verb: Token, nearby: list[TimeExpression]) -> TimeExpression | None:
    """The date of an event that is the object of a verb which says little itself, or which it only follows."""
    if verb.lemma_ in load_words("light_verbs"):
        return _date_of_verb(verb, nearby)
    if verb.lemma_ in load_words("order_verbs"):
        return _date_of_verb(verb, [e for e in nearby if e.start > noun.i])
    return None


def _modifies(noun: Token, expression: TimeExpression) -> bool:
    """Whether the expression hangs on the noun, by itself or by a name or a pronoun beside it."""
    token = noun.doc[expression.head]
    while token.head.i != token.i:
        token = token.head
        if token.i == noun.i:
            return True
        if token.pos_ == "NOUN" and token.dep_ == "pobj" and token.head.lower_ in SETTING:
            continue
        if token.pos_ in VERBAL or (token.pos_ == "NOUN" and token.ent_type_ not in ("DATE", "TIME")):
            return _is_participle_of(token, noun)
    return False


def _is_participle_of(token: Token, noun: Token) -> bool:
    """Whether `token` is a participle that says how the noun came about: "an agreement signed in May"."""
    return token.dep_ == "acl" and token.tag_ == "VBN" and token.head.i == noun.i


def _follows(noun: Token, expression: TimeExpression) -> bool:
    """Whether the expression comes right after the noun's phrase, on a verb that cannot have it."""
    if expression.kind != "point" or not (
        is_past_point(expression) or expression.rule in ("relative_span", "ago")
    ):
        return False
    first = noun.doc[expression.head]
    if expression.start > 0 and noun.doc[expression.start - 1].dep_ == "prep":
        first = noun.doc[expression.start - 1]
    if first.i <= noun.i or noun.right_edge.i != min(first.i, expression.start) - 1:
        return False
    verb = first.head
    if verb.pos_ not in VERBAL:
        return False
    return verb.tag_ in ("VBZ", "VBP") or is_present_perfect(verb) or verb.i > noun.i or noun.dep_ == "pobj"
