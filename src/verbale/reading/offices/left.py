"""What stands left of a title noun: its own words, a body, a country, a possessor, "former"."""

from dataclasses import dataclass, field

from verbale.reading.offices.bodies import body_start, ends_a_body, run_start
from verbale.reading.offices.names import is_post
from verbale.reading.offices.scene import Scene, Territorial

POSSESSIVES = frozenset({"his", "her", "their", "its", "my", "our", "your", "whose"})
_PREFIXES = frozenset(
    {"then", "ex", "vice", "co", "under", "sub", "long", "newly", "re", "non", "anti", "first", "second"}
)
_ORDINALS = frozenset({"first", "second"})
_STANCES = frozenset({"far", "centre", "center", "ultra", "pro", "hard", "left", "right"})
_PLACES = frozenset({"city", "town", "county", "state", "village"})
_AND = frozenset({"and", "&"})


@dataclass(slots=True)
class Left:
    """What a walk left from a title noun gathers; `start` is the first token taken.

    `words` are the tokens of the title itself; `body` is half-open; `possessor` is the token of a
    person, pronoun or common noun that owns the title ("Trump's", "his", "the country's").
    """

    start: int
    words: list[int] = field(default_factory=list)
    body: tuple[int, int] | None = None
    country: str | None = None
    possessor: int | None = None
    former: bool = False
    definite: bool = False
    anchored: bool = False


def walk_left(scene: Scene, noun: int, floor: int) -> Left:
    """What stands left of the noun at token `noun`, not before token `floor` (the sentence's first)."""
    left = Left(noun)
    at = noun - 1
    while at >= floor:
        if at + 1 == left.start and _precedes_rank(scene, noun, at):
            break
        if left.body is None and _is_short_form(scene, at, floor):
            left.start, at = at - 2, at - 3
            continue
        step = _step(scene, left, noun, at, floor)
        if step is None:
            break
        at = step
    _take_adverb(scene, left, floor)
    return left


def _take_adverb(scene: Scene, left: Left, floor: int) -> None:
    """Take the adverb between a name's comma and its title: "Roe, then the deputy head", "Roe, now mayor"."""
    at = left.start - 1
    if at <= floor or scene.words[at - 1] not in (",", "(", "–", "—", "and"):
        return
    sort = scene.lexicon.title_adverbs.get(scene.words[at])
    if sort is not None:
        left.start, left.former = at, left.former or sort == "former"


def _step(scene: Scene, left: Left, noun: int, at: int, floor: int) -> int | None:
    """Take the token `at` into `left`; the next token to look at, None to stop."""
    word = scene.words[at]
    lexicon = scene.lexicon
    if word in ("'s", "'"):
        return _take_possessor(scene, left, at, floor)
    if at in scene.person_tokens:
        return _take_owner(scene, left, at)
    if word in ("-", "–", "."):
        cross = _take_short_rank if word == "." else _cross_hyphen
        return cross(scene, left, at, floor)
    if word in scene.lexicon.determiners:
        left.start, left.definite = at, word == "the"
        return None
    if word in POSSESSIVES:
        left.start, left.possessor, left.anchored = at, at, True
        return None
    if (word in lexicon.former or word in lexicon.held) and not _is_predicate(scene, at):
        left.former = left.former or word in lexicon.former
        left.start = at
        return at - 1
    territory = scene.territories_to.get(at + 1)
    if territory and not ends_a_body(scene, territory.start, at + 1):
        _take_territory(left, territory)
        return territory.start - 1
    if word in _ORDINALS and scene.words[at + 1] not in lexicon.after_ordinal:
        left.start = at
        return at - 1
    if word in lexicon.no_suffix and scene.is_capital(noun) and not scene.is_capital(at):
        return None
    if word in lexicon.ranks or (word in lexicon.portfolios and word not in lexicon.institutions):
        if word in _PLACES and scene.is_capital(at) and not scene.is_capital(noun):
            return _take_body_or_skip(scene, left, at, floor)
        apart = at + 1 < (left.words[0] if left.words else noun)
        return None if apart and word not in lexicon.ranks else _take_word(left, at)
    return _take_body_or_skip(scene, left, at, floor)


def _is_short_form(scene: Scene, at: int, floor: int) -> bool:
    """Whether a bracket closes after a body's short form: "National Movement Party (NMP) leader"."""
    if scene.words[at] != ")" or at - 3 < floor or scene.words[at - 2] != "(":
        return False
    if not scene.doc[at - 1].text[:2].isupper():
        return False
    return scene.is_capital(at - 3) and at - 3 not in scene.person_tokens


def _precedes_rank(scene: Scene, noun: int, at: int) -> bool:
    """Whether the noun is the rank of one whose post stands before it: "Interior Minister Lt. Gen. Stone"."""
    rank = scene.words[noun] in scene.lexicon.rank_words and not is_post(scene, noun)
    return rank and is_post(scene, at)


def _is_predicate(scene: Scene, at: int) -> bool:
    """Whether a word is a verb with a subject or a clause: "parliament impeached Roe", "Roe, elected mayor in May"."""
    if scene.doc[at].tag_ == "VBN" and scene.doc[at].dep_ in ("acl", "advcl", "relcl"):
        return True
    return any(child.dep_ in ("nsubj", "nsubjpass") for child in scene.doc[at].children)


def _is_second_half(scene: Scene, at: int, floor: int) -> bool:
    """Whether a word is what a hyphen joins to another that begins no title: "right" in "far-right minister"."""
    return at - 2 >= floor and scene.words[at - 1] == "-" and scene.words[at - 2] in _STANCES


def _take_territory(left: Left, territory: Territorial) -> None:
    """Take a state as the country, a part or seat of one as the body."""
    if not territory.whole and left.body is None and left.country is None:
        left.body = (territory.start, territory.end)
    left.country, left.anchored = left.country or territory.code, True
    left.start = territory.start


def _take_word(left: Left, at: int) -> int:
    left.words.insert(0, at)
    left.anchored = True
    left.start = at
    return at - 1


def _cross_hyphen(scene: Scene, left: Left, at: int, floor: int) -> int | None:
    if at - 1 < floor or at != left.start - 1:
        return None
    before = scene.words[at - 1]
    if before in _PREFIXES and before not in scene.lexicon.former and before not in scene.lexicon.held:
        left.words[:0] = [at - 1, at]
        left.start = at - 1
        return at - 2
    return at - 1 if scene.doc[at].whitespace_ == "" and scene.doc[at - 1].whitespace_ == "" else None


def _take_short_rank(scene: Scene, left: Left, at: int, floor: int) -> int | None:
    """Take the first half of an officer's short rank: "Lt." in "Lt. Gen. Stone"."""
    short = at - 1
    if short < floor or scene.words[short] not in scene.lexicon.ranks or scene.doc[short].whitespace_:
        return None
    left.words[:0] = [short, at]
    left.start, left.anchored = short, True
    return short - 1


def _take_possessor(scene: Scene, left: Left, at: int, floor: int) -> int | None:
    """Take "Serbia's", "the country's", "Mahan's" or "Trump's", which end the walk but for their article.

    "People's" is no owner, but part of the title ("People's Deputy").
    """
    owner = at - 1
    if owner < floor:
        return None
    left.anchored = True
    if scene.words[owner] in scene.lexicon.title_owners:
        left.words[:0] = [owner, at]
        left.start = owner
        return owner - 1
    territory = scene.territories_to.get(at)
    body = scene.bodies_to.get(at)
    if owner in scene.person_tokens:
        left.possessor, left.start = owner, scene.persons_to[at].start if at in scene.persons_to else owner
    elif territory and not ends_a_body(scene, territory.start, at):
        _take_territory(left, territory)
    elif body or scene.is_capital(owner):
        start = body.start if body else run_start(scene, owner, 0)
        left.body, left.start = left.body or (start, at), start
    else:
        left.possessor, left.start = owner, owner
        if scene.words[owner] == "bloc" and scene.country_counts["eu"]:
            left.country = "eu"
    return None


def _take_owner(scene: Scene, left: Left, at: int) -> int | None:
    """Take the person in "former Trump adviser"; a name left of a capital is another matter."""
    owner = scene.persons_to.get(at + 1)
    if (
        owner is None
        or left.body
        or left.country
        or scene.is_capital(left.start)
        or scene.doc[at].sent.start == owner.start
    ):
        return None
    left.possessor, left.anchored, left.start = owner.head, True, owner.start
    return owner.start - 1


def _take_body_or_skip(scene: Scene, left: Left, at: int, floor: int) -> int | None:
    word, token, lexicon = scene.words[at], scene.doc[at], scene.lexicon
    if word == "staff" and at > floor and scene.words[at - 1] == "of":
        return None
    if word == "cabinet" and scene.words[at + 1] == "secretary":
        return _take_word(left, at)
    if left.body is None and not left.country:
        start = body_start(scene, at, floor)
        if start is not None and _is_anothers(scene, start, floor):
            return None
        if start is not None:
            left.body, left.anchored, left.start = (start, at + 1), True, start
            return start - 1
    if word in _AND and _joins_portfolios(scene, left, at, floor):
        left.words.insert(0, at)
        return at - 1
    if (
        word == ","
        and left.words
        and scene.words[left.words[0]] in scene.lexicon.portfolios
        and _joins_list(scene, left, at)
    ):
        left.words.insert(0, at)
        return at - 1
    if (
        token.tag_ in ("JJ", "JJR", "JJS")
        or token.tag_ == "VBN"
        and token.dep_ == "amod"
        or _is_age(scene, at)
    ):
        left.start = at
        return at - 1
    if (
        token.tag_ == "NN"
        and word not in lexicon.nouns
        and not left.body
        and not left.country
        and token.head.i in (left.start, *left.words, at + 1)
    ):
        if _is_second_half(scene, at, floor):
            left.start = at
            return at - 1
        return _take_noun(left, at)
    return None


def _is_anothers(scene: Scene, start: int, floor: int) -> bool:
    """Whether a body belongs to the title before it: "Commander of the Task Force Colonel Stone"."""
    at = start - 1 - (start > floor and scene.words[start - 1] == "the")
    return at - 1 >= floor and scene.words[at] == "of" and scene.words[at - 1] in scene.lexicon.nouns


def _is_age(scene: Scene, at: int) -> bool:
    """Whether a token belongs to "30-year-old"."""
    if scene.words[at] == "year":
        return scene.words[at + 1] == "-"
    return scene.doc[at].like_num and scene.words[at + 1] == "-"


def _take_noun(left: Left, at: int) -> int:
    left.words.insert(0, at)
    left.start = at
    return at - 1


def _joins_portfolios(scene: Scene, left: Left, at: int, floor: int) -> bool:
    """Whether "and" joins two portfolios of one title ("trade and industry commissioner")."""
    if at - 1 < floor or not left.words or left.words[0] != at + 1:
        return False
    lexicon = scene.lexicon
    both = scene.words[at + 1] in lexicon.portfolios and scene.words[at - 1] in lexicon.portfolios
    return both and scene.words[at + 1] not in lexicon.ranks


def _joins_list(scene: Scene, left: Left, at: int) -> bool:
    """Whether a comma joins portfolios ("sport, arts and culture minister")."""
    words = [scene.words[i] for i in left.words]
    return at >= 1 and "and" in words and scene.words[at - 1] in scene.lexicon.portfolios
