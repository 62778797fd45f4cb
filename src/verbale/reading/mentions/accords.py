"""Treaties as bodies, where somebody joins or leaves them: "withdrew from the Paris Agreement"."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Token

from verbale.lexicon.nouns import load_nouns
from verbale.reading.mention import Mention
from verbale.reading.mentions.body_names import capital_left, make_body, name_right
from verbale.reading.mentions.known import Known
from verbale.reading.mentions.words import Words

_OBJECTS = frozenset({"dobj", "nsubjpass"})
_LINKS = frozenset({"from", "of", "to", "out"})


def find_accords(words: Words, known: Mapping[int, Known], people: frozenset[int]) -> Iterator[Mention]:
    """Mentions of named treaties that somebody joins or leaves."""
    for i, lower in enumerate(words.lower):
        if lower in load_nouns().accords and words.is_capital(i) and i not in people:
            start = capital_left(words, i, known, people)
            end = name_right(words, i + 1, known, people)
            if end - start > 1 and _is_joined(words.doc[words.root(start, end)]):
                # It is of many countries, whichever it was signed in ("the Paris Agreement").
                yield replace(make_body(words, start, end, words.root(start, end), known), country=None)


def _is_joined(name: Token) -> bool:
    """Whether a name is what a verb or noun of joining or leaving is about."""
    while name.dep_ in ("conj", "appos") and name.head.i < name.i:
        name = name.head
    if name.dep_ in _OBJECTS:
        return name.head.lemma_.lower() in load_nouns().joining
    above = name.head
    for _ in range(3):
        if name.dep_ != "pobj" and above.lower_ not in _LINKS:
            return False
        if above.lower_ not in _LINKS:
            break
        above = above.head
        if above.lemma_.lower() in load_nouns().joining:
            return True
    return False
