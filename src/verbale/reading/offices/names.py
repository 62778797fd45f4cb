"""The name that stands right after a title."""

from verbale.reading.mention import Mention
from verbale.reading.offices.scene import Scene


def name_after(scene: Scene, end: int, ceiling: int) -> Mention | None:
    """The person whose name follows token `end` at once, but for honorifics ("Amir Sheikh Tamim").

    None where something else stands there.
    """
    at = end
    while at < ceiling and at not in scene.persons_at and scene.words[at] in scene.lexicon.honorifics:
        at += 1
    return scene.persons_at.get(at)
