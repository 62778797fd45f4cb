"""What is said, clause by clause, and of whom: what the steps that weigh a statement ask of it."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Token

from verbale.lexicon.stances import load_stance_words
from verbale.model import Kind
from verbale.reading.arguments import holder_of
from verbale.reading.composing import Context
from verbale.reading.draft import Draft
from verbale.reading.parties import stand_for

SELF = frozenset({"i", "we"})
_MOST = 4
_CLAUSAL = frozenset({"VERB", "AUX"})
_JOINED = frozenset({"conj", "ccomp", "parataxis"})


def said_clauses(doc: Doc, spans: Sequence[tuple[int, int]]) -> tuple[Token, ...]:
    """The heads of the clauses of what is said, in order, the first few: joined ones, and those behind "we think"."""
    found: dict[int, Token] = {}
    for start, end in spans:
        low = start
        while low < end:
            high = min(end, doc[low].sent.end)
            for clause in _joined(doc[low:high].root, low, high):
                found.setdefault(clause.i, clause)
            low = high
    return tuple(found.values())[:_MOST]


def _joined(clause: Token, low: int, high: int, depth: int = 0) -> Iterator[Token]:
    if clause.pos_ not in _CLAUSAL:
        return
    inner = [c for c in clause.children if c.dep_ == "ccomp" and low <= c.i < high and c.pos_ in _CLAUSAL]
    thinks = clause.lemma_.lower() in load_stance_words().thinking and any(
        c.dep_ == "nsubj" and c.lower_ in SELF for c in clause.children
    )
    if not (thinks and inner):
        yield clause
    if depth > 3:
        return
    for child in clause.children:
        if child.dep_ in _JOINED and low <= child.i < high and (child.dep_ != "ccomp" or thinks):
            yield from _joined(child, low, high, depth + 1)


def others(subjects: Iterable[Token], draft: Draft, context: Context) -> tuple[int, ...]:
    """Indices of the actors that `subjects` stand for, less the speakers."""
    heads = [found for token in subjects for found in stand_for(token, context.cast)]
    return tuple(dict.fromkeys(a for _, actors in heads for a in actors if a not in draft.actor))


def owners(subjects: Iterable[Token], draft: Draft, context: Context) -> tuple[int, ...]:
    """Those that `subjects` stand for, or else whose they are: of "the government's plan" the government."""
    found = tuple(subjects)
    return others(found, draft, context) or others(
        [h for token in found for h in holder_of(token)], draft, context
    )


def speaks_of_self(subject: Token, draft: Draft, context: Context, *, country: bool = False) -> bool:
    """Whether a subject is the speaker: himself, "we", what is his by "my" or "his", with `country` his country too."""
    if subject.lower_ in SELF:
        return True
    found = context.cast.at(subject.i)
    if found and set(found) <= set(draft.actor):
        return True
    for child in subject.children:
        if child.dep_ == "poss" and child.tag_ == "PRP$":
            return child.lower_ in ("my", "our") or bool(set(context.cast.at(child.i)) & set(draft.actor))
    return country and bool(found) and all(_is_own_state(a, draft, context) for a in found)


def _is_own_state(actor: int, draft: Draft, context: Context) -> bool:
    """Whether an actor is the country for which the speakers act."""
    other = context.cast.actors[actor]
    countries = {context.cast.actors[a].country for a in draft.actor}
    return other.kind is Kind.STATE and other.country is not None and countries == {other.country}


def is_denied(verb: Token) -> bool:
    """Whether a clause is negated, by "not", "never", or "no" with its object or subject."""
    return any(
        c.dep_ == "neg"
        or c.lower_ in ("never", "nothing", "nobody")
        or (c.dep_ in ("dobj", "nsubj", "nsubjpass", "attr") and any(d.lower_ == "no" for d in c.children))
        for c in verb.children
    )


def auxiliaries(verb: Token) -> frozenset[str]:
    """The auxiliaries of a verb, lower case."""
    return frozenset(c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass"))
