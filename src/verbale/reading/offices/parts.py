"""The part of a state that an office governs: "Texas governor", "Governor Ann Roe" in a report of Ohio."""

from verbale.reading.offices.phrases import Phrase
from verbale.reading.offices.scene import Scene

_REACH = 80
_WHOLE_STATE = frozenset(
    {"federal", "national", "ambassador", "envoy", "prime", "pope", "king", "queen", "chancellor"}
)
_OWN_STATE = frozenset({"senator", "senators", "representative", "representatives", "attorney", "health"})


def part_led(scene: Scene, phrase: Phrase, end: int, country: str | None) -> str | None:
    """The code of the part that a present office governs, None for offices of a whole state and former ones.

    `end` is where the holder's name ends, `country` that of the office so far.
    """
    if phrase.former:
        return None
    if phrase.noun.word in scene.lexicon.regional:
        named = (scene.territories_at.get(at) for at in range(phrase.start, phrase.end))
        found = next((territory.part for territory in named if territory and territory.part), None)
        if found:
            return found
    return _part_around(scene, phrase, end, country) if _is_of_a_part(scene, phrase) else None


def part_at_home(scene: Scene, phrase: Phrase, country: str | None) -> str | None:
    """The part that a report is filed from the seat of, for a present office that names no country and is its."""
    part = scene.home_part
    if part is None or phrase.former or phrase.country or phrase.international:
        return None
    if country not in (None, part.partition("-")[0]):
        return None
    words = {scene.words[at] for at in range(phrase.start, phrase.end)}
    body = {scene.words[at] for at in range(*phrase.body)} if phrase.body else set()
    alone = phrase.noun.word == "president" and phrase.body is None
    strange = bool(body) and not body & scene.lexicon.institutions
    return None if alone or strange or words & _WHOLE_STATE else part


def _is_of_a_part(scene: Scene, phrase: Phrase) -> bool:
    """Whether an office is a part's by its words alone: a governor, a state senator."""
    if phrase.noun.word in scene.lexicon.governing:
        return True
    words = [scene.words[at] for at in phrase.words]
    return words[:1] == ["state"] and len(words) > 1 and words[1] in _OWN_STATE


def _part_around(scene: Scene, phrase: Phrase, end: int, country: str | None) -> str | None:
    """The part of the office's state that "of Ohio" behind the name says, else the one named last before."""
    after = scene.territories_at.get(end + 1) if end < len(scene.words) and scene.words[end] == "of" else None
    before = (
        scene.territories_at.get(at) for at in range(phrase.start - 1, max(phrase.start - _REACH, -1), -1)
    )
    near = [after] if after else before
    return next((t.part for t in near if t and t.part and country in (None, t.code)), None)
