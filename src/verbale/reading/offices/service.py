"""Whom a title serves: "spokesman for Mr Roe", "aide to former president Ann Roe", "adviser to the president"."""

from typing import NamedTuple

from verbale.reading.offices.names import name_after
from verbale.reading.offices.scene import Scene

_PREPOSITIONS = frozenset({"to", "for", "of"})
_SUFFIXES = frozenset({("-", "general"), ("-", "elect"), ("-", "designate")})
_REACH = 8


class Served(NamedTuple):
    """The complement up to token `end`; `owner` is the head of the person served, None where only a title does."""

    end: int
    owner: int | None


def served_after(scene: Scene, at: int, ceiling: int) -> Served | None:
    """Whom the preposition at token `at`, after a servant's title, says to be served; None for nobody in office.

    Right after "the President" a name is the servant's own: "adviser to the President Roe".
    """
    ceiling = min(ceiling, at + _REACH)
    if at + 1 >= ceiling or scene.words[at] not in _PREPOSITIONS:
        return None
    person = name_after(scene, at + 1, ceiling)
    if person is not None:
        return Served(person.end, person.head)
    titled = _title_end(scene, at + 1, ceiling)
    if titled is None:
        return None
    person = name_after(scene, titled, ceiling)
    if person is not None and not _is_plain(scene, at + 1, titled):
        return Served(person.end, person.head)
    return Served(titled, None)


def _title_end(scene: Scene, start: int, ceiling: int) -> int | None:
    """The end of the bare title that begins at `start` ("the former Prime Minister"), None where none does."""
    at = start
    while at < ceiling and at not in scene.person_tokens:
        noun = scene.lexicon.nouns.get(scene.words[at])
        inner = at + 1 < ceiling and scene.words[at + 1] in scene.lexicon.nouns
        if noun is not None and not inner and noun.scope in ("state", "crown", "place", "body"):
            return at + 1 + 2 * (scene.words[at + 1 : at + 3] in _SUFFIXES)
        if at in scene.territories_at:
            at = scene.territories_at[at].end
        elif _may_precede(scene, at):
            at += 1
        else:
            return None
    return None


def _may_precede(scene: Scene, at: int) -> bool:
    word, lexicon = scene.words[at], scene.lexicon
    return (
        word in lexicon.determiners
        or word in lexicon.former
        or word in lexicon.held
        or word in lexicon.ranks
        or word in lexicon.nouns
        or word == "-"
        or (word in lexicon.portfolios and word not in lexicon.institutions)
    )


def _is_plain(scene: Scene, start: int, end: int) -> bool:
    """Whether a title stands with nothing but its article: "the President"."""
    return end - start == 2 and scene.words[start] == "the"
