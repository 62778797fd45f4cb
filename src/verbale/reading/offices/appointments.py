"""The office that a predicate names: "appointed X as Y", "resigned as Y", "elected Y", "to the post of Y"."""

from collections.abc import Sequence

from spacy.tokens import Token

from verbale.model import Office
from verbale.reading.mention import Title
from verbale.reading.offices.countries import country_around, main_country
from verbale.reading.offices.mirrors import MIRROR, OTHER
from verbale.reading.offices.phrases import Phrase, phrase_at, title_text
from verbale.reading.offices.scene import Scene

_CHOOSING = frozenset({"pick", "nominate", "nominee", "choice", "choose", "select", "tap", "propose"})
REACH = 24
"""Tokens right of a predicate within which its office is sought."""


def parse_office(scene: Scene, start: int, end: int) -> Office | None:
    """The office that tokens `start` to `end` name ("Deputy Prime Minister on May 2"), None where they name none.

    The country is the one said there, else the one the sentence or the report goes by.
    """
    found = _first_phrase(scene, start, end)
    return _office(scene, found) if found else None


def find_office_after(scene: Scene, trigger: Token) -> tuple[Office, int, int] | None:
    """The office that an appointing, electing, dismissing or resigning predicate names in its clause.

    Args:
        scene: the report, as `survey` gives it.
        trigger: the verb ("appointed", "resigns") or noun ("appointment", "resignation").

    Returns:
        The office with its tokens, half-open; None where the clause names none ("resigned on Friday").
    """
    found = find_offices_after(scene, trigger)
    return found[0] if found else None


def find_offices_after(scene: Scene, trigger: Token) -> tuple[tuple[Office, int, int], ...]:
    """As `find_office_after`, with the offices joined to it: "appointed prime minister and finance minister"."""
    ceiling = min(trigger.sent.end, trigger.i + REACH)
    start = _office_start(scene, trigger, ceiling)
    if start is None:
        return _seat_after(scene, trigger, ceiling)
    first = _phrase_from(scene, start, trigger.sent.end)
    if first is None:
        return _loose_office(scene, start, trigger.sent.end) or _seat_after(scene, trigger, ceiling)
    found = [first]
    while len(found) < 4 and (following := _joined_phrase(scene, found[-1], trigger.sent.end)):
        found.append(following)
    return tuple((_office(scene, phrase), phrase.start, phrase.end) for phrase in found)


def office_of(titles: Sequence[Title], holder: int) -> Office | None:
    """The office that the sentence gives a person by title, for predicates that leave it out ("Minister Roe resigned").

    Present offices go before former ones; None where the person has no title there.
    """
    held = [title for title in titles if title.holder == holder]
    held.sort(key=lambda title: title.former)
    return held[0].office if held else None


def _office_start(scene: Scene, trigger: Token, ceiling: int) -> int | None:
    """Where the office phrase begins: after "as", after "post of", right after the trigger or its object."""
    at = trigger.i + 1
    while at < ceiling:
        word = scene.words[at]
        if word in scene.lexicon.office_stops and at > trigger.i + 1:
            return None
        if word == "as" and scene.words[at + 1 : at + 2] not in (("well",), ("part",), ("a",)):
            return at + 1
        if word == "as" and _phrase_from(scene, at + 1, trigger.sent.end):
            return at + 1
        if word == "for" and trigger.lemma_.lower() in _CHOOSING and _is_bare_office(scene, trigger, at + 1):
            return at + 1
        if word in scene.lexicon.posts and at + 1 < ceiling and scene.words[at + 1] in ("of", "as"):
            return at + 2
        if at not in scene.person_tokens and _is_bare_office(scene, trigger, at):
            return at
        at += 1
    return None


def _is_bare_office(scene: Scene, trigger: Token, at: int) -> bool:
    """Whether an office begins at `at` that is nobody else's title: "elected Prime Minister of"."""
    before = scene.words[at - 1]
    follows = (
        (before == "for" and trigger.lemma_.lower() in _CHOOSING and scene.doc[at].tag_ != "JJS")
        or at == trigger.i + 1
        or at in scene.persons_to
        or before in ("him", "her", "be", "become", "in", ")")
    )
    if not follows:
        return False
    phrase = _phrase_from(scene, at, trigger.sent.end)
    return phrase is not None and phrase.end not in scene.persons_at and phrase.end not in scene.person_tokens


def _phrase_from(scene: Scene, start: int, ceiling: int) -> Phrase | None:
    """The title phrase that begins at `start`, articles and "new" aside; None where something else stands there."""
    phrase = _first_phrase(scene, start, min(ceiling, start + 14))
    if phrase is None:
        return None
    between = scene.words[start : max(start, min(phrase.start, *phrase.words))]
    return phrase if all(_may_lead(scene, start + i, word) for i, word in enumerate(between)) else None


def _may_lead(scene: Scene, at: int, word: str) -> bool:
    token = scene.doc[at]
    return (
        word in scene.lexicon.office_leads
        or word in scene.lexicon.held
        or word in scene.lexicon.ranks
        or word == "and"
        or token.like_num
        or token.tag_ in ("JJ", "CD", "HYPH", "RB", "PRP$", "POS", "DT", "VBN")
        or at in scene.territories_at
        or token.text[:1].isdigit()
    )


def _first_phrase(scene: Scene, start: int, end: int) -> Phrase | None:
    for at in range(start, end):
        if scene.words[at] in scene.lexicon.nouns and at not in scene.person_tokens:
            phrase = phrase_at(scene, at, start, scene.doc[at].sent.end, loose=True)
            if phrase and phrase.noun.scope not in (MIRROR, OTHER):
                return _outermost(scene, phrase, start, end)
    return None


def _outermost(scene: Scene, phrase: Phrase, start: int, end: int) -> Phrase:
    """The phrase whose noun comes last in the compound: "Justice Minister" for "Justice"."""
    for at in range(phrase.head + 1, min(end, phrase.head + 4)):
        if scene.words[at] in scene.lexicon.nouns and at not in phrase.words:
            longer = phrase_at(scene, at, start, scene.doc[at].sent.end, loose=True)
            if longer and phrase.head in longer.words:
                return longer
    return phrase


def _joined_phrase(scene: Scene, phrase: Phrase, ceiling: int) -> Phrase | None:
    at = phrase.end
    if at + 1 >= ceiling or scene.words[at] not in ("and", ","):
        return None
    at += 1 + (scene.words[at + 1] == "and")
    at += at + 1 < ceiling and scene.words[at] == "as"
    following = _phrase_from(scene, at, min(ceiling, at + 6))
    if following is None or following.end in scene.persons_at:
        return None
    return following if min(following.words) - at <= 2 else None


def _office(scene: Scene, phrase: Phrase) -> Office:
    country = phrase.country
    if country is None and not phrase.international:
        country = country_around(scene, phrase)
    return Office(title_text(scene, phrase), scene.text(*phrase.body) if phrase.body else None, country)


def _loose_office(scene: Scene, start: int, ceiling: int) -> tuple[tuple[Office, int, int], ...]:
    """An office by an unlisted noun after "as the": "serving as the head spy"; () where it is no office."""
    at = start
    while at < ceiling and scene.words[at] in ("the", "its", "their", "his", "her"):
        at += 1
    begin = at
    while at < ceiling and (scene.doc[at].pos_ in ("NOUN", "ADJ", "PROPN") or scene.words[at] == "-"):
        at += 1
    if (
        not 0 < at - begin <= 5
        or begin == start
        or scene.doc[at - 1].pos_ == "ADJ"
        or begin in scene.person_tokens
    ):
        return ()
    if scene.doc[at - 1].lemma_.lower() in scene.lexicon.no_offices:
        return ()
    return ((Office(scene.text(begin, at)), start, at),)


def _seat_after(scene: Scene, trigger: Token, ceiling: int) -> tuple[tuple[Office, int, int], ...]:
    """A seat in a body: "elected to the House of Representatives", "resigned from the cabinet"; () for none."""
    at = trigger.i + 1
    while at + 1 < ceiling and at <= trigger.i + 6:
        if scene.words[at] in scene.lexicon.office_stops:
            return ()
        if scene.words[at] in ("to", "from", "into", "in"):
            return _seat_at(scene, at + 1, ceiling)
        at += 1
    return ()


def _seat_at(scene: Scene, at: int, ceiling: int) -> tuple[tuple[Office, int, int], ...]:
    start = at + (scene.words[at] in ("the", "his", "her", "their", "its"))
    end = start
    seat = False
    while end < ceiling and _is_seat_word(scene, end):
        seat = seat or scene.words[end] in scene.lexicon.seats
        end += 1
    while end > start and scene.words[end - 1] in ("of", "the", "'s"):
        end -= 1
    if not seat or any(
        scene.words[i] in scene.lexicon.nouns and scene.words[i - 1] != "of" for i in range(start, end)
    ):
        return ()
    inside = [t.code for i in range(start, end) if (t := scene.territories_at.get(i))]
    return (
        (Office("member", scene.text(start, end), inside[-1] if inside else main_country(scene)), start, end),
    )


def _is_seat_word(scene: Scene, at: int) -> bool:
    word = scene.words[at]
    return (
        scene.is_capital(at)
        or word in scene.lexicon.seats
        or word
        in ("of", "current", "'s", "federal", "the", "state", "regional", "provincial", "national", "city")
    )
