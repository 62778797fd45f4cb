"""Lists of titles and names that share one predicate: "sacked Justice Minister Roe, and Mayor Doe"."""

from collections.abc import Sequence

from verbale.reading.mention import Title
from verbale.reading.offices.scene import Scene

_JOINS = frozenset({",", "and", "&", ";"})
_LEADS = frozenset({"the", "as", "well", "also", "his", "her", "their", "its", "former"})


def listed_beside(scene: Scene, titles: Sequence[Title], holder: int) -> tuple[int, ...]:
    """The holders, by head token, whom a list of titles and names goes on to after `holder`, himself left out.

    The list has an "and", each member a title right before the name, and nothing but a comma or "and" between two.
    """
    person = scene.person_tokens.get(holder)
    if person is None or not any(t.holder == holder and t.end <= person.start for t in titles):
        return ()
    found: list[int] = []
    joined = False
    end = person.end
    while (following := _next(scene, titles, end)) is not None:
        at, closes = following
        if _does_something_else(scene, holder, at):
            break
        joined = joined or closes
        found.append(at)
        end = scene.person_tokens[at].end
    return tuple(found) if joined else ()


def _does_something_else(scene: Scene, holder: int, at: int) -> bool:
    """Whether a name is the subject of a clause of its own: "sacked Roe, and Mayor Doe criticised him"."""
    token = scene.doc[at]
    subject = token.dep_ in ("nsubj", "nsubjpass") and token.head.i > at
    return subject and token.head != scene.doc[holder].head


def _next(scene: Scene, titles: Sequence[Title], end: int) -> tuple[int, bool] | None:
    """The holder of the title that follows a name ending at `end`, and whether an "and" joins them."""
    at, closes = end, False
    while at < len(scene.words) and scene.words[at] in _JOINS:
        closes = closes or scene.words[at] in ("and", "&")
        at += 1
    if at == end:
        return None
    while at < len(scene.words) and scene.words[at] in _LEADS:
        at += 1
    for title in titles:
        if title.holder is None or not title.start <= at < title.end:
            continue
        name = scene.person_tokens.get(title.holder)
        if name is not None and title.start >= end and title.end == name.start:
            return title.holder, closes
    return None
