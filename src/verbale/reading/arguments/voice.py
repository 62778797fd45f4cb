"""Active or passive, and the arguments that each voice gives on the surface."""

from spacy.tokens import Token

from verbale.reading.arguments.phrases import RELATIVE, WORDS, noun_phrases, noun_phrases_of_head, put_off

_TIMES = frozenset({"DATE", "TIME"})
_FOLLOWED = frozenset({"replace", "succeed", "follow"})
"""Passives whose agent is no doer of what is told before: "was sacked and replaced by Roe"."""


def is_passive(verb: Token) -> bool:
    """Whether `verb` is a passive: "was arrested", "arrested by", the participle in "officials accused of ..."."""
    if verb.tag_ not in ("VBN", "VBD"):
        return False
    has_have = has_object = has_agent = False
    for child in verb.children:
        if child.dep_ in ("auxpass", "nsubjpass", "csubjpass"):
            return True
        has_agent = has_agent or child.dep_ == "agent"
        has_have = has_have or (child.dep_ == "aux" and child.lemma_ == "have")
        has_object = has_object or child.dep_ == "dobj"
    if has_agent:
        return not has_have
    if verb.tag_ == "VBD" and verb.dep_ != "acl":
        return False
    if has_have:
        return False
    if verb.dep_ in ("acl", "amod", "oprd"):
        return not has_object or verb.tag_ == "VBN"
    if verb.dep_ == "advcl":
        return not has_object
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        return not any(c.dep_ in ("nsubj", "aux") for c in verb.children) and is_passive(verb.head)
    return False


def agent_of_passive(verb: Token) -> tuple[Token, ...]:
    """The "by" phrase of a passive, its own or shared with the passives it is coordinated with."""
    found = own_agent(verb)
    if not found and verb.dep_ == "conj" and is_passive(verb.head):
        found = own_agent(verb.head)
    if not found:
        later = [
            c
            for c in verb.children
            if c.dep_ == "conj" and is_passive(c) and c.lemma_.lower() not in _FOLLOWED
        ]
        found = own_agent(later[0]) if later else ()
    return found or _agent_after_title(verb) or _who_ordered(verb)


def _who_ordered(verb: Token) -> tuple[Token, ...]:
    """Who has it done: the cabinet in "the cabinet ordered schools closed"."""
    order = verb.head
    if (
        verb.dep_ != "ccomp"
        or order.lemma_.lower() != "order"
        or any(c.dep_ == "auxpass" for c in verb.children)
    ):
        return ()
    return noun_phrases(c for c in order.children if c.dep_ == "nsubj")


def _agent_after_title(verb: Token) -> tuple[Token, ...]:
    """The "by" phrase that the parser hangs on what somebody was made: "was named minister by Roe", "listed as ..."."""
    made = [c for c in verb.children if c.dep_ in ("oprd", "attr") and c.i > verb.i]
    if made:
        return own_agent(made[0])
    ends = [
        o for c in verb.children if c.lower_ == "as" and c.i > verb.i for o in c.children if o.dep_ == "pobj"
    ]
    told = any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children) or verb.dep_ == "acl"
    return own_agent(ends[0]) if ends and told else ()


def own_agent(verb: Token) -> tuple[Token, ...]:
    """The "by" phrase of a verb, or what a hyphen joins to it: "Peru-backed"."""
    if verb.dep_ == "amod" and verb.i > 1 and verb.nbor(-1).text == "-":
        return (verb.nbor(-2),)
    return noun_phrases(
        phrase
        for child in verb.children
        if child.lower_ == "by" and child.dep_ in ("agent", "prep")
        for phrase in child.children
        if phrase.dep_ == "pobj"
    )


def kept_object(verb: Token) -> list[Token]:
    """The object that a verb of giving keeps in the passive: "was granted [bail]"."""
    if verb.lemma_.lower() not in WORDS.giving:
        return []
    return [c for c in verb.children if c.dep_ in ("dobj", "oprd", "attr") and c.pos_ in ("NOUN", "PROPN")]


def direct_object(verb: Token) -> tuple[Token, ...]:
    """The object of an active verb: its own, the antecedent's, or one shared with a coordinated verb."""
    own = [c for c in verb.children if c.dep_ == "dobj" and c.i != verb.i and c.ent_type_ not in _TIMES]
    if own and own[0].lower_ in RELATIVE and verb.dep_ == "relcl":
        return noun_phrases_of_head(verb.head)
    if own:
        return noun_phrases(own)
    if both := put_off(verb):
        return noun_phrases(both[1:])
    judged = small_clause(verb)
    if judged:
        return noun_phrases(c for c in judged[0].children if c.dep_ == "nsubj")
    if verb.dep_ == "relcl" and any(c.dep_ == "nsubj" and c.lower_ not in RELATIVE for c in verb.children):
        return noun_phrases_of_head(verb.head)
    if verb.dep_ != "conj":
        shared = [c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB" and c.lemma_ != "say"]
        return _shared_object(verb, shared)
    return ()


def small_clause(verb: Token) -> list[Token]:
    """What somebody is found or made, as the parser's clause without a verb: "[found him guilty]", "[let him out]"."""
    return [
        c
        for c in verb.children
        if c.dep_ in ("ccomp", "oprd")
        and c.pos_ in ("ADJ", "ADV", "NOUN", "PROPN")
        and any(t.dep_ == "nsubj" for t in c.children)
        and not any(t.dep_ in ("aux", "mark") for t in c.children)
    ]


def _shared_object(verb: Token, later: list[Token]) -> tuple[Token, ...]:
    """The object of "condemned and rejected the plan" for the first verb: nothing may stand between the two."""
    for other in later:
        between = [t for t in verb.doc[verb.i + 1 : other.i] if t.dep_ not in ("cc", "advmod", "punct")]
        if not between:
            return noun_phrases(c for c in other.children if c.dep_ == "dobj")
    return ()
