"""Offices out of verbs with a post for an object ("held the post of"), or of claiming ("declared himself king")."""

from collections.abc import Iterator

from spacy.tokens import Token

from verbale.model import Office
from verbale.reading.offices.appointments import find_offices_after, parse_office
from verbale.reading.offices.holding import Holding
from verbale.reading.offices.portfolios import office_of_command, office_of_portfolio
from verbale.reading.offices.right import name_end
from verbale.reading.offices.scene import Scene
from verbale.reading.offices.subjects import is_past, subjects_of

_REFLEXIVE = frozenset({"himself", "herself", "themselves", "itself"})
_REACH = 12


def holdings_from_occupying(scene: Scene, verb: Token, sort: str) -> Iterator[Holding]:
    """Holdings out of "held the post of finance minister", "assumed the presidency of Chile", "took the helm of"."""
    noun = _post(scene, verb)
    if noun is None:
        return
    begins = verb.i if sort == "begins" else None
    offices = [_role(scene, noun)] if scene.words[noun.i] in scene.lexicon.roles else _posts(scene, noun)
    if not offices:
        commanded = office_of_portfolio(scene, noun) or office_of_command(scene, noun)
        offices = [commanded] if commanded else []
    former = begins is None and is_past(verb)
    for subject in subjects_of(scene, verb):
        for office, start, end in offices:
            yield Holding(subject, office, start, end, verb.i, former, begins)


def has_post(scene: Scene, verb: Token) -> bool:
    """Whether a verb has a post for an object: "held the post of", not "held talks"."""
    return _post(scene, verb) is not None


def _post(scene: Scene, verb: Token) -> Token | None:
    for noun in verb.children:
        if noun.dep_ == "dobj" and noun.i > verb.i:
            named = scene.words[noun.i + 1 : noun.i + 2] in (("of",), ("as",))
            if scene.words[noun.i] in scene.lexicon.roles or (
                named and noun.lemma_.lower() in scene.lexicon.posts
            ):
                return noun
            if office_of_portfolio(scene, noun) or office_of_command(scene, noun):
                return noun
    return None


def holdings_from_claiming(scene: Scene, verb: Token) -> Iterator[Holding]:
    """Holdings out of "declared himself head of state": an office that one takes."""
    at = next((c.i for c in verb.children if c.lower_ in _REFLEXIVE and c.i > verb.i), None)
    at = verb.i + 1 if at is None and scene.words[verb.i + 1] in _REFLEXIVE else at
    if at is None:
        return
    end = min(verb.sent.end, at + _REACH)
    office = parse_office(scene, at + 1, end)
    if office is None or not _follows_at_once(scene, office, at + 1):
        return
    for subject in subjects_of(scene, verb):
        yield Holding(subject, office, at + 1, end, verb.i, False, verb.i)


def _follows_at_once(scene: Scene, office: Office, start: int) -> bool:
    """Whether the title begins right after the pronoun, articles and "to be" aside."""
    first = office.title.replace("-", " ").split()[0].lower()
    at = start
    while at < len(scene.words) and scene.words[at] != first:
        word, territory = scene.words[at], scene.territories_at.get(at)
        if territory is None and word not in scene.lexicon.office_leads and word not in scene.lexicon.held:
            return False
        at = territory.end if territory else at + 1
    return at < len(scene.words)


def _posts(scene: Scene, noun: Token) -> list[tuple[Office, int, int]]:
    """The offices after "the post of"; "posts of health and education minister" are two."""
    found = list(find_offices_after(scene, noun))
    if noun.tag_ != "NNS" or len(found) != 1:
        return found
    office, start, end = found[0]
    *fields, last = [part.strip() for part in office.title.replace(" and ", ",").split(",") if part.strip()]
    title_noun = last.split()[-1]
    split = [f"{field} {title_noun}" for field in fields] + [last]
    return [(Office(title, office.body, office.country), start, end) for title in split]


def _role(scene: Scene, noun: Token) -> tuple[Office, int, int]:
    """The office that a noun such as "presidency" names, with the body or country before or after it."""
    end = name_end(scene, noun.i + 1)
    start = noun.left_edge.i
    territory = next((t for i in range(start, end) if (t := scene.territories_at.get(i))), None)
    body = next((m for m in (scene.bodies_to.get(end), scene.bodies_to.get(noun.i)) if m is not None), None)
    country = territory.code if territory else body.country if body else None
    return Office(noun.text, body.name if body else None, country), noun.i, max(end, noun.i + 1)
