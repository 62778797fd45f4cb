"""What stands right of a title noun: "-elect", "of the Security Council", "of Foreign Affairs", "to Germany"."""

from dataclasses import dataclass, field

from verbale.reading.offices.run_on import name_start
from verbale.reading.offices.scene import Scene
from verbale.reading.offices.service import served_after

_PREPOSITIONS = frozenset({"of", "for", "to", "at", "on", "from"})
_INSIDE = frozenset({"of", "for", "and", "&", "the", "'s", "'", "-", "–", "on", "in"})
_DETERMINERS = frozenset({"the", "its", "their", "his", "her", "that"})
_HYPHENATED = frozenset({"elect", "designate", "general", "in", "delegate", "select"})
_ADVISERS = frozenset(
    {"adviser", "advisor", "envoy", "representative", "rapporteur", "coordinator", "counselor"}
)
_SEATED = frozenset({"leader", "whip", "spokesman", "spokeswoman", "spokesperson"})
_AMBASSADORS = frozenset({"ambassador", "envoy", "representative", "consul", "delegate", "high"})


@dataclass(slots=True)
class Right:
    """What a walk right from a title noun gathers; `end` is past the last token taken.

    `owner` is the head token of the person whom the title serves ("aide to President Roe").
    """

    end: int
    words: list[int] = field(default_factory=list)
    body: tuple[int, int] | None = None
    country: str | None = None
    owner: int | None = None


def walk_right(scene: Scene, noun: int, ceiling: int) -> Right:
    """What stands right of the noun at token `noun`, before token `ceiling` (the sentence's end)."""
    right = Right(noun + 1)
    _take_suffix(scene, right, ceiling)
    for _ in range(3):
        if not _take_complement(scene, right, noun, ceiling):
            break
    return right


def name_end(scene: Scene, end: int) -> int:
    """Where a body's name ends that goes on with "of ..." at token `end` ("the Department of Justice")."""
    if end + 1 >= len(scene.words) or scene.words[end] != "of":
        return end
    start = end + 1 + (scene.words[end + 1] == "the")
    found = _content_end(scene, start, min(len(scene.words), start + 8))
    return found if found > start else end


def _take_suffix(scene: Scene, right: Right, ceiling: int) -> None:
    words = scene.words
    while right.end < ceiling:
        word = words[right.end]
        following = words[right.end + 1] if right.end + 1 < ceiling else ""
        if word in ("-", "–") and following in _HYPHENATED:
            right.words += [right.end, right.end + 1]
            right.end += 2
            if following == "in":
                right.words += range(right.end, min(right.end + 2, ceiling))
                right.end = min(right.end + 2, ceiling)
        elif (
            word in scene.lexicon.after_noun
            and right.end not in scene.persons_at
            and not _is_rank(scene, right.end)
        ):
            right.words.append(right.end)
            right.end += 1
        else:
            break


def _is_rank(scene: Scene, at: int) -> bool:
    """Whether "General" after a title is the rank of its holder: "army chief General Stone"."""
    return (
        scene.words[at] == "general"
        and at + 1 in scene.persons_at
        and scene.words[at - 1] in scene.lexicon.no_suffix
    )


def _take_complement(scene: Scene, right: Right, noun: int, ceiling: int) -> bool:
    """Take one prepositional phrase; False where there is none that belongs to a title."""
    at = right.end
    if at + 1 < ceiling and scene.words[at] == "in":
        return _take_seat(scene, right, noun)
    if (
        at + 1 >= ceiling
        or scene.words[at] not in _PREPOSITIONS
        or not _governs(scene, noun, scene.words[at])
    ):
        return False
    if scene.words[at - 1] in scene.lexicon.servants and _take_served(scene, right, ceiling):
        return right.owner is None
    start = at + 1
    while start < ceiling and scene.words[start] in _DETERMINERS:
        start += 1
    end = _content_end(scene, start, ceiling)
    owned = end < ceiling and scene.words[end] in ("'s", "'") and scene.words[at] != "of"
    if end <= start or owned or _names_a_holder(scene, at + 1, end):
        return False
    _sort_complement(scene, right, noun, start, end)
    right.end = end
    return True


def _take_served(scene: Scene, right: Right, ceiling: int) -> bool:
    """Take "for Mr Roe" or "to the president"; False where nobody in office is served."""
    served = served_after(scene, right.end, ceiling)
    if served is None:
        return False
    if served.owner is None:
        right.words += range(right.end, served.end)
    right.end, right.owner = served.end, served.owner
    return True


def _take_seat(scene: Scene, right: Right, noun: int) -> bool:
    """Take where an officer serves before the comma and his name: "the ambassador in Kabul, Ann Roe".

    It belongs to the title of a diplomat alone.
    """
    word = scene.lexicon.nouns[scene.words[noun]].word
    start = right.end + 1 + (scene.words[right.end + 1] == "the")
    territory = scene.territories_at.get(start)
    named = word in _AMBASSADORS or word in _SEATED
    end = territory.end if territory else _end_of_place(scene, start) if named else start
    comma = end < len(scene.words) and scene.words[end] == ","
    if end == start or not (comma or word in _AMBASSADORS) or end + comma not in scene.persons_at:
        return False
    if word in _AMBASSADORS or word in ("leader", "whip"):
        right.words += range(right.end, end)
    right.end = end
    return True


def _end_of_place(scene: Scene, start: int) -> int:
    """Where the run of capitals that names a town or a chamber ends; `start` where none stands there."""
    at = start
    while at < min(len(scene.words), start + 4) and scene.is_capital(at) and at not in scene.persons_at:
        at += 1
    return at


def _governs(scene: Scene, noun: int, preposition: str) -> bool:
    """Whether a title noun takes a preposition: "director at", "senator from", but no "speaker at"."""
    title_noun = scene.lexicon.nouns[scene.words[noun]]
    if preposition == "on":
        return title_noun.word in _ADVISERS or title_noun.word in _SEATED
    if preposition == "at":
        return title_noun.scope in ("body", "bench", "rank") and title_noun.word != "speaker"
    return preposition != "from" or title_noun.scope == "member"


def _names_a_holder(scene: Scene, start: int, end: int) -> bool:
    """Whether a complement ends in somebody else's title ("spokesman for President Roe")."""
    last = scene.words[end - 1]
    titled = last in scene.lexicon.nouns and last not in scene.lexicon.portfolios
    return titled and scene.words[start] != "the" and end in scene.persons_at


def _content_end(scene: Scene, start: int, ceiling: int) -> int:
    """Where the name or portfolio that begins at `start` ends; `start` where there is none."""
    at = end = start
    lexicon = scene.lexicon
    while at < ceiling and at not in scene.persons_at:
        territory = scene.territories_at.get(at)
        if territory:
            at = end = territory.end
            if not _goes_on(scene, at, ceiling):
                break
            continue
        word = scene.words[at]
        if _is_content(scene, at):
            if word in lexicon.nouns and at > start and _opens_title(scene, at):
                break
            at = end = at + 1
        elif word in _INSIDE and at > start and _resumes(scene, at + 1, ceiling):
            at += 1
        else:
            break
    end = _cut_second_title(scene, start, end)
    return name_start(scene.doc, start, end) or end if end - start > 2 else end


def _is_officer(scene: Scene, at: int) -> bool:
    """Whether the word is an officer's rank: "Colonel"."""
    return scene.lexicon.nouns[scene.words[at]].scope == "rank"


def _opens_title(scene: Scene, at: int) -> bool:
    """Whether a title noun begins another title: "finance and minister", "chief of staff Lieutenant Stone"."""
    before = scene.words[at - 1]
    if _is_officer(scene, at) and at + 1 in scene.persons_at:
        return True
    return before == "and" or (
        scene.is_capital(at) and not scene.is_capital(at - 1) and before not in _INSIDE and before != "."
    )


def _is_content(scene: Scene, at: int) -> bool:
    word = scene.words[at]
    lexicon = scene.lexicon
    if scene.doc[at].ent_type_ in ("DATE", "TIME"):
        return False
    if scene.is_capital(at):
        return True
    return (
        word in lexicon.portfolios
        or word in lexicon.institutions
        or word in ("central", "armed", "united", "ruling", "bloc")
        or _leads_to_institution(scene, at)
    )


def _leads_to_institution(scene: Scene, at: int) -> bool:
    """Whether a plain word stands right before a noun for a body: "presidential guard", "anti-drug agency"."""
    return (
        at + 1 < len(scene.words)
        and scene.words[at + 1] in scene.lexicon.qualified_institutions
        and scene.doc[at].tag_ in ("JJ", "NN")
        and scene.words[at] not in scene.lexicon.held
        and scene.doc[at].head.i == at + 1
    )


def _resumes(scene: Scene, at: int, ceiling: int) -> bool:
    while at < ceiling and scene.words[at] == "the":
        at += 1
    return (
        at < ceiling and at not in scene.persons_at and (_is_content(scene, at) or at in scene.territories_at)
    )


def _goes_on(scene: Scene, at: int, ceiling: int) -> bool:
    """Whether a name goes on after a territory ("Korea Trade Council"), not so in "of Iran Mohammad Farzi"."""
    if at < ceiling and scene.words[at] in ("and", "of", "'s"):
        return _resumes(scene, at + 1, ceiling) and (
            scene.words[at] != "and" or at + 1 in scene.territories_at
        )
    while at < ceiling and _is_content(scene, at) and at not in scene.persons_at:
        if scene.words[at] in scene.lexicon.institutions:
            return True
        at += 1
    return False


def _cut_second_title(scene: Scene, start: int, end: int) -> int:
    """Cut "Finance and Minister of Economy" before the second title."""
    for at in range(start + 1, end):
        if scene.words[at] == "and" and any(
            scene.words[i] in scene.lexicon.nouns for i in range(at + 1, min(end, at + 5))
        ):
            return at
    return end


def _sort_complement(scene: Scene, right: Right, noun: int, start: int, end: int) -> None:
    """Decide whether tokens `start` to `end` are a country, part of the title, or a body."""
    preposition, title_noun = scene.words[right.end], scene.lexicon.nouns[scene.words[noun]]
    territory = scene.territories_at.get(start)
    tail = _final_territory(scene, start, end)
    whole = territory is not None and (territory.end == end or scene.words[territory.end] == "and")
    serves_place = preposition == "for" and title_noun.scope in ("bench", "member", "place")
    if (
        preposition in ("to", "for", "on")
        and not serves_place
        and (title_noun.word in _AMBASSADORS or preposition != "for" or not _is_body(scene, start, end))
    ):
        right.words += range(right.end, end)
        return
    if whole and territory and title_noun.word != "member":
        right.country = right.country or territory.code
        if not territory.whole:
            right.body = right.body or (start, end)
    elif _is_portfolio(scene, title_noun.word, start, tail or end):
        right.words += range(right.end, tail or end)
        if tail:
            right.country = scene.territories_to[end].code
    else:
        right.body = right.body or (start, end)
        country = scene.territories_to.get(end) or territory
        right.country = right.country or (country.code if country else None)


def _final_territory(scene: Scene, start: int, end: int) -> int | None:
    """Where the closing "of Ukraine" of a complement begins, None where there is none."""
    territory = scene.territories_to.get(end)
    if territory is None or territory.start <= start:
        return None
    at = territory.start - 1
    if scene.words[at] == "the":
        at -= 1
    return at if at > start and scene.words[at] == "of" else None


def _is_portfolio(scene: Scene, noun: str, start: int, end: int) -> bool:
    """Whether "of ..." names a field ("Foreign Affairs", "State", "staff") and no body."""
    content = [scene.words[i] for i in range(start, end)]
    if noun == "minister" or (noun == "secretary" and not _is_body(scene, start, end)):
        return True
    if content in (
        ["staff"],
        ["state"],
        ["the", "opposition"],
        ["opposition"],
        ["parliament"],
        ["government"],
        ["mission"],
    ):
        return True
    known = scene.lexicon.portfolios | scene.lexicon.ranks | {"and", ",", "of"}
    return all(word in known for word in content) and not _is_body(scene, start, end)


def _is_body(scene: Scene, start: int, end: int) -> bool:
    return any(
        scene.words[i] in scene.lexicon.institutions and scene.words[i] != "staff" for i in range(start, end)
    ) or (start in scene.bodies_at)
