"""Who and what a predicate takes: slots of verbs, nouns and adjectives, whatever their construction.

Active, passive, participle, relative clause, control, coordination, possessive and support verb all come out
as the same slots (`subj`, `obj`, prepositions ...), so that a row of the lexicon is written once.
Slots hold the head tokens of noun phrases, coordinations expanded.
"""

from collections.abc import Collection
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from verbale.reading.arguments.nouns import holder_of, slot_of_noun
from verbale.reading.arguments.phrases import (
    NOMINAL,
    conjuncts,
    content_of,
    governing_verb,
    is_plural_verb,
    noun_phrases,
    titles_of,
)
from verbale.reading.arguments.subjects import surface_subject
from verbale.reading.arguments.verbs import adverbs, slot_of_adjective, slot_of_verb
from verbale.reading.arguments.voice import is_passive

__all__ = [
    "NOMINAL",
    "Arguments",
    "conjuncts",
    "content_of",
    "governing_verb",
    "holder_of",
    "is_passive",
    "is_plural_verb",
    "noun_phrases",
    "slot_of_noun",
    "slot_of_verb",
    "surface_subject",
    "titles_of",
]

_WINDOW = 60


@dataclass(slots=True)
class Arguments:
    """The slots of one trigger, each computed once when asked for.

    >>> import spacy
    >>> words = ["Peru", "thanked", "Chile"]
    >>> doc = Doc(spacy.blank("en").vocab, words=words, pos=["PROPN", "VERB", "PROPN"], tags=["NNP", "VBD", "NNP"],
    ...           heads=[1, 1, 1], deps=["nsubj", "ROOT", "dobj"], lemmas=["Peru", "thank", "Chile"])
    >>> [t.text for t in Arguments(doc[1]).slot("obj")]
    ['Chile']
    """

    trigger: Token
    support: Collection[str] = ()
    _slots: dict[str, tuple[Token, ...]] = field(default_factory=dict)

    @property
    def doc(self) -> Doc:
        """The Doc of the trigger."""
        doc: Doc = self.trigger.doc
        return doc

    def slot(self, name: str) -> tuple[Token, ...]:
        """The head tokens that fill the slot, () where none does; `a.b` is slot b of what fills slot a."""
        if name not in self._slots:
            self._slots[name] = self._compute(name)
        return self._slots[name]

    def _compute(self, name: str) -> tuple[Token, ...]:
        if name == "sentence":
            return _words_around(self.trigger)
        outer, _, inner = name.rpartition(".")
        if outer:
            return tuple(t for head in self.slot(outer) for t in _inner(head, inner))
        pos = self.trigger.pos_
        if pos in ("VERB", "AUX"):
            return slot_of_verb(self.trigger, name)
        if pos == "ADJ":
            return slot_of_adjective(self.trigger, name)
        return slot_of_noun(self.trigger, name, self.support)


def _words_around(trigger: Token) -> tuple[Token, ...]:
    """The words of the trigger's sentence, no further than `_WINDOW` tokens away."""
    start, end = trigger.sent.start, trigger.sent.end
    return tuple(trigger.doc[max(start, trigger.i - _WINDOW) : min(end, trigger.i + _WINDOW)])


def _inner(head: Token, slot: str) -> tuple[Token, ...]:
    outer, _, inner = slot.partition(".")
    if inner:
        return tuple(t for middle in _inner(head, outer) for t in _inner(middle, inner))
    if slot == "holder":
        return holder_of(head)
    if slot == "adv":
        return adverbs(head)
    if head.pos_ in ("VERB", "AUX"):
        return slot_of_verb(head, slot)
    return slot_of_noun(head, slot) or tuple(t for c in content_of(head) for t in slot_of_noun(c, slot))
