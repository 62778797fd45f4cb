"""Parts of known bodies: "a Senate committee", "the UN peacekeeping mission", "the House Foreign Affairs Committee"."""

from collections.abc import Iterator, Mapping

from verbale.lexicon.nouns import load_nouns
from verbale.reading.mention import Mention
from verbale.reading.mentions.body_descriptions import plain_right
from verbale.reading.mentions.body_names import make_body
from verbale.reading.mentions.known import Known
from verbale.reading.mentions.phrases import left_edge
from verbale.reading.mentions.words import Words

_WHOLES = frozenset(
    {"igo", "parliament", "ministry", "agency", "council", "court", "committee", "army", "party"}
)
_MODIFYING = frozenset({"compound", "nmod", "amod"})
_SINGULAR = frozenset({"NN", "NNP"})


def find_parts(words: Words, known: Mapping[int, Known], people: frozenset[int]) -> Iterator[Mention]:
    """Mentions of bodies that are called after the known body they are a part of."""
    heads = load_nouns().parts
    named = {i for hit in known.values() for i in range(hit.start, hit.end)}
    for i, lower in enumerate(words.lower):
        if lower not in heads or words.tag[i] not in _SINGULAR or i in people or i in named:
            continue
        if words.dep[i] in _MODIFYING and words.head[i] > i:
            continue
        start = left_edge(words, i, people)
        if any(_modifies(words, known[at], i) for at in range(start, i) if at in known):
            capital = words.is_capital(i)
            end = i + 1 if capital else plain_right(words, i + 1, known, people)
            yield make_body(words, start, end, i, known, "name" if capital else "description")


def _modifies(words: Words, whole: Known, head: int) -> bool:
    """Whether the name of the whole stands as a modifier of the noun for the part."""
    if whole.institution is None or whole.institution.sort not in _WHOLES or whole.end > head:
        return False
    last = words.root(whole.start, whole.end)
    return words.dep[last] in _MODIFYING and whole.end <= words.head[last] <= head
