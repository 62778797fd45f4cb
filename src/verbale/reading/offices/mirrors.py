"""Titles that stand for another: "his Chinese counterpart Wang Yi", "the incumbent Anna Berg"."""

from collections.abc import Sequence

from verbale.reading.offices.phrases import Phrase, title_text
from verbale.reading.offices.scene import Scene

OTHER = "other"
MIRROR = "mirror"
_FAR = 60
"""Tokens before a sentence within which the title of whom "her counterpart" answers to is sought."""


def is_title(phrase: Phrase) -> bool:
    """Whether a phrase names an office, by itself or through another; a profession or kinship only joins titles."""
    return phrase.noun.scope != OTHER


def mirrored_title(scene: Scene, phrases: Sequence[Phrase], at: int) -> str | None:
    """The title that phrase `at` stands for; None where nothing in the report tells it.

    A counterpart's is the nearest title of its sentence, an incumbent's that of the election reported
    ("presidential vote").
    """
    phrase = phrases[at]
    if phrase.noun.word == "incumbent":
        return _contested(scene, phrase)
    if phrase.noun.word == "colleague" and (phrase.country is None or phrase.possessor is None):
        return None
    sentence = scene.doc[phrase.head].sent
    others = [
        other
        for other in phrases
        if other.noun.scope not in (OTHER, MIRROR) and sentence.start <= other.head < sentence.end
    ]
    nearest = min(others, key=lambda other: abs(other.head - phrase.head), default=None)
    if phrase.possessor is not None and (nearest is None or nearest.head > phrase.head):
        nearest = _told_before(phrases[:at], sentence.start) or nearest
    return title_text(scene, nearest) if nearest else None


def _told_before(before: Sequence[Phrase], start: int) -> Phrase | None:
    """The title of state told last, not long before a sentence: whose counterpart "her counterpart" is."""
    told = [p for p in before if p.noun.scope == "state" and start - _FAR <= p.head < start and not p.many]
    return told[-1] if told else None


def countries_of_counterparts(scene: Scene, phrase: Phrase) -> set[str]:
    """The countries of those called counterparts later in a title's sentence: "met her [Chinese] counterpart"."""
    return {
        territory.code
        for at in range(phrase.end, scene.doc[phrase.head].sent.end)
        if (noun := scene.lexicon.nouns.get(scene.words[at])) and noun.word == "counterpart"
        if (territory := scene.territories_to.get(at))
    }


def _contested(scene: Scene, phrase: Phrase) -> str | None:
    """The office of the election that a sentence, else the report, is about."""
    titles = scene.lexicon.election_titles
    sentence = scene.doc[phrase.head].sent
    for words in (scene.words[sentence.start : sentence.end], scene.words):
        for word in words:
            if word in titles:
                return titles[word]
    return None
