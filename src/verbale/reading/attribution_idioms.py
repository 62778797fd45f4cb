"""Ways to tell somebody something by other words than a verb of speech: "let Norland know that", "made clear that"."""

from dataclasses import dataclass

from spacy.tokens import Token

from verbale.reading.arguments import is_passive, slot_of_verb, surface_subject

_KNOWING = {
    "know": frozenset({"let"}),
    "understand": frozenset({"give", "let"}),
    "slip": frozenset({"let"}),
    "drop": frozenset({"let"}),
}
_CLEAR = frozenset({"clear", "plain", "explicit", "known"})
_PREDICATES = frozenset({"ccomp", "oprd", "acomp", "xcomp", "advcl"})


@dataclass(frozen=True, slots=True)
class Conveyed:
    """What is conveyed by an idiom: its verb, who speaks and listens, and the clauses that say what."""

    cue: Token
    speakers: tuple[Token, ...]
    listener: Token | None
    clauses: tuple[Token, ...]


def find_conveyed(token: Token) -> Conveyed | None:
    """What `token` and the verb above it convey, None where they are no such idiom.

    >>> from verbale.reading.parse import load_model
    >>> doc = load_model()("Norland let Chile know that it would leave.")
    >>> found = find_conveyed(doc[3])
    >>> [str(t) for t in (found.cue, *found.speakers, found.listener, *found.clauses)]
    ['let', 'Norland', 'Chile', 'leave']
    """
    verb = token.head
    if token.dep_ not in _PREDICATES or verb.i == token.i:
        return None
    if verb.lemma_.lower() in _KNOWING.get(token.lemma_.lower(), ()):
        return _let_know(token, verb)
    if token.lower_ in _CLEAR and verb.lemma_ == "make" and token.i > verb.i:
        return _make_clear(token, verb)
    return None


def _let_know(knowing: Token, verb: Token) -> Conveyed | None:
    clauses = tuple(
        c
        for head in (knowing, verb)
        for c in head.children
        if c.i > knowing.i and (c.dep_ == "ccomp" or (c.dep_ == "advcl" and _opens_with_that(c)))
    )
    listeners = [c for c in knowing.children if c.dep_ == "nsubj"]
    listeners = listeners or [c for c in verb.children if c.dep_ in ("dobj", "dative")]
    if not listeners and is_passive(verb):
        listeners = list(surface_subject(verb))
    if not clauses:
        return None
    return Conveyed(verb, slot_of_verb(verb, "subj"), listeners[0] if listeners else None, clauses)


def _opens_with_that(clause: Token) -> bool:
    return any(t.dep_ == "mark" and t.lower_ == "that" for t in clause.children)


def _make_clear(clear: Token, verb: Token) -> Conveyed | None:
    after = [c for head in (clear, verb) for c in head.children if c.i > clear.i]
    clauses = tuple(c for c in after if c.dep_ in ("ccomp", "advcl") and _opens_with_that(c))
    if not clauses:
        return None
    listeners = [p for c in after if c.lower_ == "to" for p in c.children if p.dep_ == "pobj"]
    return Conveyed(verb, slot_of_verb(verb, "subj"), listeners[0] if listeners else None, clauses[:1])
