"""How closely a date hangs on a verb: on the verb itself, on a name or an object beside it, on a phrase within."""

from spacy.tokens import Token

from verbale.reading.times.expression import TimeExpression
from verbale.reading.times.grammar import load_words
from verbale.reading.times.tense import is_present_perfect, verb_right_before, verb_tense

FAR = 10**6
SETTING = frozenset(("in", "at", "during", "on", "within"))
SUBJECT = frozenset(("nsubj", "nsubjpass", "csubj"))
OBJECT = frozenset(("dobj", "obj", "attr", "oprd"))
DATED = frozenset(("point", "range", "relative"))
VERBAL = frozenset(("VERB", "AUX"))

_REASONS = frozenset(("over", "following", "after", "despite"))


def is_marked(verb: Token) -> bool:
    """Whether a participle clause is opened by a word of its own ("after meeting", "while visiting")."""
    return any(
        c.dep_ in ("mark", "advmod", "prep")
        and c.i < verb.i
        and c.lower_ not in ("likewise", "also", "then", "thus")
        for c in verb.children
    )


def own_date(verb: Token, nearby: list[TimeExpression]) -> TimeExpression | None:
    """The date that hangs closest on the verb, the shorter of two that hang as closely."""
    ranked = [(rank, e) for e in nearby if (rank := _closeness(verb, e)) is not None]
    if not ranked:
        return None
    return min(ranked, key=lambda r: (r[0], r[1].days or FAR, abs(r[1].head - verb.i), r[1].start))[1]


def _closeness(verb: Token, expression: TimeExpression) -> int | None:
    """How closely the expression hangs on the verb, 0 the closest, None where it does not."""
    if is_present_perfect(verb) and is_past_point(expression):
        return None
    beside = verb_right_before(verb.doc, expression.start) if expression.kind != "modifier" else None
    if beside is not None and beside.tag_ == "VBD" and not _dates_a_document(beside):
        return 0 if beside.i == verb.i else None
    token, rank = verb.doc[expression.head], 3 if expression.kind == "vague" else 0
    if _is_complement(token, expression, verb) or _ends_before(verb, expression):
        return None
    while token.i != verb.i:
        above = token.head
        inside = expression.start <= token.i < expression.end
        if above.i == token.i or (token.pos_ in VERBAL and not inside and not _hands_up(token, verb)):
            return None
        if token.pos_ in VERBAL:
            rank = max(rank, 2)
        elif above.pos_ in ("NOUN", "PROPN", "PRON", "NUM") and above.i != expression.head:
            rank = max(rank, 1)
            if above.pos_ == "NOUN" and not _passes(above, expression, verb):
                return None
            if expression.kind in ("since", "until") and _is_set_off(expression, verb):
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
    if _belongs_to_what_comes(expression, verb):
        return True
    if expression.kind != "point" or token.dep_ != "pobj" or opener.i != expression.start - 1:
        return False
    if opener.lower_ == "for":
        return verb.lemma_ not in load_words("schedule_words") and (expression.days or FAR) <= 31
    return (
        opener.lower_ == "of" and opener.head.pos_ == "NOUN" and opener.head.ent_type_ not in ("DATE", "TIME")
    )


def _belongs_to_what_comes(expression: TimeExpression, verb: Token) -> bool:
    """Whether the date is that of what is still to come: "met her ahead of the summit in June"."""
    start = expression.start - 1 if verb.doc[expression.start - 1].dep_ == "prep" else expression.start
    noun = verb.doc[start - 1]
    return (
        start - 1 > verb.i
        and noun.dep_ == "pobj"
        and noun.pos_ in ("NOUN", "PROPN")
        and noun.head.lower_ == "of"
        and noun.head.head.lower_ == "ahead"
    )


def _is_set_off(expression: TimeExpression, verb: Token) -> bool:
    """Whether commas set the phrase of the date off before the verb: "The Fund, in talks since May, said"."""
    behind = verb.doc[expression.end] if expression.end < len(verb.doc) else None
    opened = any(t.text == "," for t in verb.doc[verb.sent.start : expression.start])
    return opened and behind is not None and behind.text == "," and expression.end <= verb.i


def _ends_before(clause: Token, expression: TimeExpression) -> bool:
    """Whether a relative clause ends before the date: "Roe, who came to power in 1989, dissolved it on Monday"."""
    if clause.dep_ != "relcl" or expression.start < clause.i:
        return False
    between = clause.doc[clause.i : expression.start]
    return any(t.text == "," and t.nbor().tag_ in ("VBD", "VBN") for t in between)


def _hands_up(token: Token, verb: Token) -> bool:
    """Whether a date inside this verb's phrase dates the verb above: an auxiliary, "by holding", "playing"."""
    if token.dep_ in ("aux", "auxpass", "amod"):
        return True
    if token.tag_ == "VBN" or (token.dep_ == "relcl" and token.tag_ == "VBD"):
        return _dates_a_document(token)
    if token.tag_ == "VBG" and token.i < verb.i:
        return _sets_scene(token, verb)
    if token.tag_ != "VBG":
        return False
    return token.dep_ == "conj" or (token.dep_ == "pcomp" and token.head.lower_ == "by")


def _dates_a_document(participle: Token) -> bool:
    """Whether it dates what the verb is told in: "in a statement issued on Monday", "in a speech that aired today"."""
    noun = participle.head
    relates = participle.dep_ == "relcl" and any(
        c.tag_ == "WDT" and c.dep_ in SUBJECT for c in participle.children
    )
    return (
        (participle.dep_ == "acl" or relates)
        and noun.dep_ == "pobj"
        and noun.head.lower_ == "in"
        and noun.lemma_ in load_words("document_nouns")
    )


def _sets_scene(participle: Token, verb: Token) -> bool:
    """Whether a participle before the verb tells the occasion: "Speaking on Monday, Roe said"."""
    if is_marked(participle) or any(c.dep_ == "aux" for c in participle.children):
        return False
    above = participle.head
    if participle.dep_ == "advcl":
        return above.i == verb.i
    return (
        participle.dep_ == "acl"
        and above.dep_ in SUBJECT
        and above.head.i == verb.i
        and participle.lemma_ in load_words("occasion_verbs")
    )


def is_past_point(expression: TimeExpression) -> bool:
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
    if noun.dep_ in SUBJECT and noun.head.i == verb.i:
        return expression.kind != "modifier" or verb_tense(verb) != "present"
    if noun.dep_ == "pobj" and noun.head.lower_ in SETTING:
        return True
    if noun.dep_ == "npadvmod":
        return True
    if noun.dep_ == "pobj" and noun.lemma_ in load_words("post_nouns") and noun.head.lower_ in ("to", "into"):
        return True
    if noun.dep_ == "pobj" and noun.head.lower_ in _REASONS and expression.start > noun.i:
        return False
    outer = noun.head.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and outer.dep_ == "pobj":
        return outer.head.lower_ in SETTING and outer.lemma_ in load_words("occasion_nouns")
    if noun.dep_ in OBJECT and verb.lemma_ in load_words("sharing_verbs"):
        return True
    return expression.kind in DATED and (expression.days or FAR) <= 7
