"""Tying time expressions to the predicates they date."""

from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from verbale.lexicon.nouns import load_nouns
from verbale.reading.times.expression import TimeExpression
from verbale.reading.times.grammar import load_words
from verbale.reading.times.tense import is_present_perfect, verb_right_before, verb_tense

_VERBAL = frozenset(("VERB", "AUX"))
_SUBJECT = frozenset(("nsubj", "nsubjpass", "csubj"))
_OBJECT = frozenset(("dobj", "obj", "attr", "oprd"))
_SETTING = frozenset(("in", "at", "during", "on", "within"))
_DATED = frozenset(("point", "range", "relative"))
_RUNNERS = frozenset({"nominee", "winner", "champion", "runner", "hopeful", "laureate"})
_FAR = 10**6


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
    if token.pos_ in _VERBAL:
        return _date_of_verb(token, [e for e in nearby if not _dates_person(e, doc)])
    return _date_of_noun(token, nearby)


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
    if token.dep_ == "pobj" and token.head.lower_ in _SETTING:
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
        found = _own_date(verb, nearby) or _date_before_clause(verb, nearby)
        if found is not None:
            return found
        above = _sharing_verb(verb)
        if above is None:
            return _date_of_last_joined(verb, nearby) or _date_of_antecedent(verb, nearby)
        if verb.dep_ == "conj":
            nearby = [e for e in nearby if e.start < verb.i]
        verb = above
    return None


def _sharing_verb(verb: Token) -> Token | None:
    """The verb whose date `verb` shares where it has none: coordinate, controlling, main to a participle."""
    above = verb.head
    if verb.dep_ == "relcl" and is_set_in_event(verb):
        return above.head if above.head.pos_ in _VERBAL else None
    if above.i == verb.i or above.pos_ not in _VERBAL:
        return None
    if verb.dep_ == "conj":
        return above if _same_time(verb, above) else None
    if verb.dep_ in ("xcomp", "auxpass", "aux"):
        return above
    if verb.dep_ != "advcl" or verb.i < above.i:
        return None
    if verb.tag_ == "VBG":
        return None if _marked(verb) else above
    if verb.tag_ == "VB" and verb.lemma_ in load_words("exchange_verbs"):
        return above if any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children) else None
    return None


def is_set_in_event(verb: Token) -> bool:
    """Whether a relative clause tells what happened in the event: "a call in which he thanked her"."""
    return any(
        c.dep_ == "prep"
        and c.lower_ in ("in", "during", "at")
        and any(g.lower_ == "which" for g in c.children)
        for c in verb.children
    )


def _same_time(verb: Token, above: Token) -> bool:
    """Whether two coordinate verbs can share a date: "met and signed", not "met and will sign"."""
    return (verb_tense(verb) == "future") == (verb_tense(above) == "future") and not is_present_perfect(verb)


def _marked(verb: Token) -> bool:
    """Whether a participle clause is opened by a word of its own ("after meeting", "while visiting")."""
    return any(
        c.dep_ in ("mark", "advmod", "prep")
        and c.i < verb.i
        and c.lower_ not in ("likewise", "also", "then", "thus")
        for c in verb.children
    )


def _date_before_clause(verb: Token, nearby: list[TimeExpression]) -> TimeExpression | None:
    """The date that a clause explains: "in April, when he met the king", "from 2017 to 2019, during which he led"."""
    opener = next((c for c in verb.children if c.i < verb.i and _refers_to_date(c)), None)
    if opener is None:
        return None
    return next((e for e in nearby if 0 <= opener.i - e.end <= 1 and e.kind in _DATED), None)


def _refers_to_date(opener: Token) -> bool:
    return opener.lower_ == "when" or (
        opener.lower_ == "during" and any(c.lower_ == "which" for c in opener.children)
    )


def _date_of_last_joined(verb: Token, nearby: list[TimeExpression]) -> TimeExpression | None:
    """The date behind the last of verbs with one subject and one object: "arrested and charged him on Sunday"."""
    joined = next((c for c in verb.children if c.dep_ == "conj" and c.i > verb.i), None)
    if joined is None or joined.pos_ not in _VERBAL or _is_passive(joined) != _is_passive(verb):
        return None
    if any(c.dep_ in _OBJECT or c.dep_ == "prep" or c.lower_ == "but" for c in verb.children if c.i > verb.i):
        return None
    if (
        verb_tense(joined) != "past"
        or verb_tense(verb) != "past"
        or any(c.dep_ in _SUBJECT for c in joined.children)
    ):
        return None
    if any(e.start > verb.i and e.start < joined.i for e in nearby):
        return None
    behind = [e for e in nearby if e.start > joined.i and e.kind != "relative" and e.when.interval]
    return _own_date(joined, behind) or _date_of_last_joined(joined, behind)


def _is_passive(verb: Token) -> bool:
    """Whether the verb is passive, by itself or by the verb it is joined to."""
    if any(c.dep_ == "auxpass" for c in verb.children):
        return True
    own = any(c.dep_ in ("aux", *_OBJECT) for c in verb.children)
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


def _own_date(verb: Token, nearby: list[TimeExpression]) -> TimeExpression | None:
    ranked = [(rank, e) for e in nearby if (rank := _closeness(verb, e)) is not None]
    if not ranked:
        return None
    return min(ranked, key=lambda r: (r[0], r[1].days or _FAR, abs(r[1].head - verb.i), r[1].start))[1]


def _closeness(verb: Token, expression: TimeExpression) -> int | None:
    """How closely the expression hangs on the verb, 0 the closest, None where it does not."""
    if is_present_perfect(verb) and _is_past_point(expression):
        return None
    beside = verb_right_before(verb.doc, expression.start) if expression.kind != "modifier" else None
    if beside is not None and beside.tag_ == "VBD":
        return 0 if beside.i == verb.i else None
    token, rank = verb.doc[expression.head], 3 if expression.kind == "vague" else 0
    if _is_complement(token, expression, verb):
        return None
    while token.i != verb.i:
        above = token.head
        inside = expression.start <= token.i < expression.end
        if above.i == token.i or (token.pos_ in _VERBAL and not inside and not _hands_up(token, verb)):
            return None
        if token.pos_ in _VERBAL:
            rank = max(rank, 2)
        elif above.pos_ in ("NOUN", "PROPN", "PRON", "NUM") and above.i != expression.head:
            rank = max(rank, 1)
            if above.pos_ == "NOUN" and not _passes(above, expression, verb):
                return None
            if (
                above.pos_ == "PROPN"
                and expression.kind == "modifier"
                and not _passes(above, expression, verb)
            ):
                return None
        token = above
    return rank


def _is_complement(token: Token, expression: TimeExpression, verb: Token) -> bool:
    """Whether the date belongs to a thing, not to what was done: "a deadline of May 2", "calls a vote for May 2"."""
    opener = token.head
    if expression.kind != "point" or token.dep_ != "pobj" or opener.i != expression.start - 1:
        return False
    if opener.lower_ == "for":
        return verb.lemma_ not in load_words("schedule_words") and (expression.days or _FAR) <= 31
    return (
        opener.lower_ == "of" and opener.head.pos_ == "NOUN" and opener.head.ent_type_ not in ("DATE", "TIME")
    )


def _hands_up(token: Token, verb: Token) -> bool:
    """Whether a date inside this verb's phrase dates the verb above: an auxiliary, "by holding", "playing"."""
    if token.dep_ in ("aux", "auxpass"):
        return True
    if token.tag_ == "VBN":
        return _dates_a_document(token)
    if token.tag_ == "VBG" and token.i < verb.i:
        return _sets_scene(token, verb)
    if token.tag_ != "VBG":
        return False
    return token.dep_ == "conj" or (token.dep_ == "pcomp" and token.head.lower_ == "by")


def _dates_a_document(participle: Token) -> bool:
    """Whether it dates what the verb is told in: "in a statement issued on Monday", "in a decree dated May 2"."""
    noun = participle.head
    return (
        participle.dep_ == "acl"
        and noun.dep_ == "pobj"
        and noun.head.lower_ == "in"
        and noun.lemma_ in load_words("document_nouns")
    )


def _sets_scene(participle: Token, verb: Token) -> bool:
    """Whether a participle before the verb tells the occasion: "Speaking on Monday, Roe said"."""
    if _marked(participle) or any(c.dep_ == "aux" for c in participle.children):
        return False
    above = participle.head
    if participle.dep_ == "advcl":
        return above.i == verb.i
    return (
        participle.dep_ == "acl"
        and above.dep_ in _SUBJECT
        and above.head.i == verb.i
        and participle.lemma_ in load_words("occasion_verbs")
    )


def _is_past_point(expression: TimeExpression) -> bool:
    """Whether it is a stretch of past days that "has done" cannot go with, as "in February 2022"."""
    return expression.kind == "point" and expression.rule in (
        "month_year",
        "year",
        "month",
        "month_day",
        "day_month",
    )


def _passes(noun: Token, expression: TimeExpression, verb: Token) -> bool:
    """Whether a date on `noun` dates the verb around it too."""
    if noun.dep_ in _SUBJECT and noun.head.i == verb.i:
        return expression.kind != "modifier" or verb_tense(verb) != "present"
    if noun.dep_ == "pobj" and noun.head.lower_ in _SETTING:
        return True
    if noun.dep_ == "npadvmod":
        return True
    outer = noun.head.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and outer.dep_ == "pobj":
        return outer.head.lower_ in _SETTING and outer.lemma_ in load_words("occasion_nouns")
    if noun.dep_ in _OBJECT and verb.lemma_ in load_words("sharing_verbs"):
        return True
    return expression.kind in _DATED and (expression.days or _FAR) <= 7


def _date_of_noun(noun: Token, nearby: list[TimeExpression]) -> TimeExpression | None:
    found = [e for e in nearby if _modifies(noun, e)] or [e for e in nearby if _follows(noun, e)]
    if found:
        return min(found, key=lambda e: (e.days or _FAR, abs(e.head - noun.i), e.start))
    above = noun.head
    if above.i == noun.i:
        return None
    if noun.dep_ == "conj" and above.pos_ in ("NOUN", "PROPN"):
        return _date_of_noun(above, nearby)
    if noun.dep_ == "pobj" and above.lower_ == "of" and above.head.lemma_ in load_words("quantity_nouns"):
        return _date_of_noun(above.head, nearby)
    if noun.dep_ == "pobj" and above.lower_ in _SETTING and above.head.pos_ in _VERBAL:
        return _date_of_verb(above.head, nearby)
    if noun.dep_ == "pobj" and above.lower_ == "as" and verb_tense(above.head) == "past":
        return _date_of_verb(above.head, nearby) if above.head.pos_ in _VERBAL else None
    if above.pos_ not in _VERBAL:
        return None
    if noun.pos_ not in ("NOUN", "PROPN") or noun.dep_ in _SUBJECT:
        return _date_of_verb(above, nearby)
    if noun.dep_ == "attr" and verb_tense(above) == "past":
        return _date_of_verb(above, nearby)
    if noun.dep_ in _OBJECT and above.lemma_ in load_words("light_verbs"):
        return _date_of_verb(above, nearby)
    return None


def _modifies(noun: Token, expression: TimeExpression) -> bool:
    """Whether the expression hangs on the noun, by itself or by a name or a pronoun beside it."""
    token = noun.doc[expression.head]
    while token.head.i != token.i:
        token = token.head
        if token.i == noun.i:
            return True
        if token.pos_ == "NOUN" and token.dep_ == "pobj" and token.head.lower_ in _SETTING:
            continue
        if token.pos_ in _VERBAL or (token.pos_ == "NOUN" and token.ent_type_ not in ("DATE", "TIME")):
            return _is_participle_of(token, noun)
    return False


def _is_participle_of(token: Token, noun: Token) -> bool:
    """Whether `token` is a participle that says how the noun came about: "an agreement signed in May"."""
    return token.dep_ == "acl" and token.tag_ == "VBN" and token.head.i == noun.i


def _follows(noun: Token, expression: TimeExpression) -> bool:
    """Whether the expression comes right after the noun's phrase, on a verb that cannot have it."""
    if expression.kind != "point" or not (
        _is_past_point(expression) or expression.rule in ("relative_span", "ago")
    ):
        return False
    first = noun.doc[expression.head]
    if expression.start > 0 and noun.doc[expression.start - 1].dep_ == "prep":
        first = noun.doc[expression.start - 1]
    if first.i <= noun.i or noun.right_edge.i != min(first.i, expression.start) - 1:
        return False
    verb = first.head
    if verb.pos_ not in _VERBAL:
        return False
    return verb.tag_ in ("VBZ", "VBP") or is_present_perfect(verb) or verb.i > noun.i or noun.dep_ == "pobj"
