"""The name that stands right after a title, and the rank that may stand between."""

from verbale.reading.mention import Mention
from verbale.reading.offices.scene import Scene

_WITHIN_RANKS = frozenset({"-", "–", "."})


def name_after(scene: Scene, end: int, ceiling: int) -> Mention | None:
    """The person whose name follows token `end` at once, but for honorifics and a rank ("Amir Sheikh Tamim").

    None where something else stands there.
    """
    at = after_rank(scene, end, ceiling)
    while at < ceiling and at not in scene.persons_at and scene.words[at] in scene.lexicon.honorifics:
        at += 1
    return scene.persons_at.get(at)


def after_rank(scene: Scene, start: int, ceiling: int) -> int:
    """Where a name begins after the officer's rank at token `start` ("Lt Col Roe"); `start` where none stands there."""
    at = start
    while at < ceiling and at not in scene.persons_at and _is_of_rank(scene, start, at):
        at += 1
    return at if at in scene.persons_at else start


def _is_of_rank(scene: Scene, start: int, at: int) -> bool:
    if scene.words[at] in _WITHIN_RANKS:
        return at > start
    return scene.words[at] in scene.lexicon.rank_words and scene.is_capital(at)


def is_post(scene: Scene, at: int) -> bool:
    """Whether a token is the noun of a post and of no rank: "spokesman", "commander"."""
    noun = scene.lexicon.nouns.get(scene.words[at])
    return noun is not None and (noun.scope != "rank" or noun.word in scene.lexicon.commands)
