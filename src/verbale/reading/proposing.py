"""Weak proposals: every predicate with a party that the parse allows, its type left to the judge.

The lexicon's rows say what a predicate means; a weak proposal only says who its parties would be. Without a judge
nothing comes of it.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from verbale.lexicon.arguments import load_argument_words
from verbale.lexicon.predicates import PredicateLexicon
from verbale.lexicon.weak import WeakWords, load_weak_words
from verbale.reading.arguments import Arguments
from verbale.reading.mention import Cast
from verbale.reading.predicates import Candidate, Filler, stand_for


def propose(doc: Doc, cast: Cast, lexicon: PredicateLexicon, taken: Iterable[int]) -> Iterator[Candidate]:
    """A candidate of the row `weak.any` for each predicate with a party whose token is not among `taken`."""
    words = load_weak_words()
    skip = frozenset(taken)
    for token in doc:
        if token.i in skip or not _is_predicate(token, words, lexicon.nouns):
            continue
        found = _with_parties(token, cast, words)
        if found.actor or found.recipient:
            yield found


def _is_predicate(token: Token, words: WeakWords, nouns: Collection[str]) -> bool:
    pos = token.pos_
    if pos == "VERB":
        return token.lemma_.lower() not in words.never
    if pos == "NOUN":
        lemma = token.lemma_.lower()
        return (lemma in nouns or lemma.endswith(words.endings)) and lemma not in words.never
    return False


def _with_parties(token: Token, cast: Cast, words: WeakWords) -> Candidate:
    verb = token.pos_ == "VERB"
    arguments = Arguments(token, load_argument_words().support)
    actor = _first(arguments, words.verb_actor if verb else words.noun_actor, cast, frozenset())
    used = frozenset(a for filler in actor for a in filler.actors)
    recipient = _first(arguments, words.verb_recipient if verb else words.noun_recipient, cast, used)
    candidate = Candidate(words.row, token.i, actor, recipient)
    objects = arguments.slot("obj") if verb else arguments.slot("of")
    if objects:
        span = min(t.left_edge.i for t in objects), max(t.right_edge.i for t in objects) + 1
        candidate = replace(candidate, object=span)
    return candidate


def _first(
    arguments: Arguments, slots: Iterable[str], cast: Cast, used: frozenset[int]
) -> tuple[Filler, ...]:
    """What fills the first slot that yields actors not yet used."""
    for slot in slots:
        found: dict[int, Filler] = {}
        for token in arguments.slot(slot):
            for head, actors in stand_for(token, cast):
                if head not in found and not used.issuperset(actors):
                    found[head] = Filler(head, actors, slot)
        if found:
            return tuple(found.values())
    return ()
