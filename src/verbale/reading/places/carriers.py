"""The verbs and clauses whose place a predicate shares: "flew to Doha to meet", "killed when police fired in Lima"."""

from collections.abc import Iterator

from spacy.tokens import Token

from verbale.lexicon.arguments import load_argument_words
from verbale.lexicon.places import load_place_words

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))

_ARGUMENTS = frozenset(("dobj", "nsubj", "nsubjpass", "pobj", "attr"))
_OPENERS = frozenset(("after", "when", "as", "while", "where"))
_SUFFERERS = frozenset(("dobj", "nsubjpass"))


def find_carriers(trigger: Token) -> Iterator[tuple[int, Token]]:
    """The verbs whose place the trigger shares, with the rank of each."""
    for child in trigger.children:
        if child.dep_ == "relcl" and trigger.pos_ == "NOUN" and _tells_of_noun(child):
            yield 10, child
    trigger = _whole(trigger)
    head = trigger.head
    if trigger.dep_ in _ARGUMENTS:
        verb = head.head if head.dep_ == "prep" else head
        if trigger.dep_ in ("dobj", "pobj") and verb.lemma_ in load_place_words().about:
            return
        yield 15, verb
        trigger, head = verb, verb.head
    has_subject = any(child.dep_ in SUBJECTS for child in trigger.children)
    if trigger.dep_ in ("conj", "xcomp", "advcl") and not has_subject:
        yield 20, head
        if head.dep_ == "conj" and not any(child.dep_ in SUBJECTS for child in head.children):
            yield 25, head.head
    if trigger.dep_ == "relcl" and trigger.head.pos_ == "NOUN" and _tells_of_noun(trigger):
        yield 30, trigger.head
    yield from _around_victims(trigger)
    yield from ((30, clause) for clause in _arrivals(trigger))
    for child in trigger.children:
        if child.dep_ == "conj" and _shares_place(child, trigger):
            yield 25, child
            yield from _around_victims(child)


def _arrivals(verb: Token) -> Iterator[Token]:
    """The clauses that tell where its subject had come to: "Roe, who *arrived* in Oslo on Monday, met the king"."""
    for subject in (c for c in verb.children if c.dep_ == "nsubj"):
        names = (subject, *(c for c in subject.children if c.dep_ == "appos"))
        for clause in (c for name in names for c in name.children):
            came = clause.dep_ == "relcl" and clause.lemma_ in load_place_words().arriving
            if came and clause.tag_ == "VBD" and _tells_of_noun(clause):
                yield clause


def _around_victims(verb: Token) -> Iterator[tuple[int, Token]]:
    """The clauses around what befell somebody: "arrested men *found* in Dover", "killed when police *fired*"."""
    if verb.lemma_ not in load_place_words().victims:
        return
    for child in verb.children:
        if child.dep_ in _SUFFERERS:
            yield from ((30, clause) for clause in _participles_of(child))
        elif child.dep_ == "agent":
            yield from ((35, clause) for noun in child.children for clause in _participles_of(noun))
        elif child.dep_ == "advcl" and any(c.lower_ in _OPENERS and c.i < child.i for c in child.children):
            yield 45, child


def _participles_of(noun: Token) -> Iterator[Token]:
    for child in noun.children:
        if child.dep_ == "acl" and child.tag_ in ("VBG", "VBN"):
            yield child
        elif child.lower_ == "of":
            yield from (clause for inner in child.children for clause in _participles_of(inner))


def _tells_of_noun(clause: Token) -> bool:
    """Whether a relative clause has its noun for a subject: "protests that killed ten people in Lima"."""
    subjects = [c for c in clause.children if c.dep_ in SUBJECTS]
    return bool(subjects) and all(c.tag_ in ("WDT", "WP") for c in subjects)


def _whole(noun: Token) -> Token:
    """The head of a phrase that only says how many: "a series of protests" is held where it is held."""
    words = load_argument_words()
    while noun.dep_ == "pobj" and noun.head.lower_ == "of":
        outer = noun.head.head
        if outer.lemma_.lower() not in words.collectives | words.quantities:
            break
        noun = outer
    return noun


def _shares_place(clause: Token, trigger: Token) -> bool:
    """Whether a coordinated clause shares its place: it has no subject, or is passive as well.

    "Two were killed and ten were injured in clashes in Lima" happened in one place.
    """
    subjects = [child.dep_ for child in clause.children if child.dep_ in SUBJECTS]
    is_passive = any(child.dep_ == "nsubjpass" for child in trigger.children)
    return not subjects or (is_passive and subjects == ["nsubjpass"])
