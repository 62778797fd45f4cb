"""Who holds a title: the name right of it, left of it, or shared with its neighbours."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from verbale.reading.affiliations import tells_states_party
from verbale.reading.mention import Mention
from verbale.reading.offices.names import name_after
from verbale.reading.offices.phrases import Phrase
from verbale.reading.offices.scene import Scene

_BREAKS = frozenset({",", "-", "–", "—", "("})
_BETWEEN = frozenset({"and", ",", "the", "a", "an", "as", "well", "also", "&", "current", "now"})
MOST_HOLDERS = 12


def names_after_plural(scene: Scene, end: int, ceiling: int) -> list[Mention]:
    """The persons listed after a plural title: "Presidents Silva of Brazil and Rojas of Chile"."""
    found: list[Mention] = []
    at = end + (end < ceiling and scene.words[end] in (",", ":", "—", "–"))
    while at < ceiling and len(found) < MOST_HOLDERS:
        person = name_after(scene, at, ceiling)
        if person is None:
            break
        found.append(person)
        at = _past_home(scene, person.end, ceiling)
        while at < ceiling and scene.words[at] in (",", "and", "&"):
            at += 1
    listed = at > end and end < ceiling and scene.words[end] == ","
    return [] if listed and len(found) == 1 else found


def _past_home(scene: Scene, at: int, ceiling: int) -> int:
    if tells_states_party(scene.doc, at):
        return at + 5 if scene.words[at + 4 : at + 5] == (")",) else at + 4
    home = home_after(scene, at)
    if home is None:
        return at
    at += 1
    while at < ceiling and at not in scene.territories_at:
        at += 1
    return scene.territories_at[at].end


def home_after(scene: Scene, end: int) -> str | None:
    """The country in "of Israel" or "(D-Ohio)" right after a name, None where none stands there."""
    words = scene.words
    if tells_states_party(scene.doc, end):
        return "us"
    if end + 1 >= len(words) or words[end] not in ("of", "from"):
        return None
    at = end + 1 + (words[end + 1] == "the")
    territory = scene.territories_at.get(at)
    return territory.code if territory else None


def is_subject(scene: Scene, phrase: Phrase, ceiling: int) -> bool:
    """Whether a verb follows a definite title at once: a clause begins there ("Asked by Roe, the Queen spoke").

    Not so where only the name stands before: "Ann Roe, the Queen spoke" wants a comma.
    """
    at = phrase.end
    person = name_before(scene, phrase.start, scene.doc[phrase.head].sent.start)
    if person is not None and person.start == scene.doc[phrase.head].sent.start:
        return False
    return phrase.definite and at < ceiling and scene.doc[at].tag_ in ("VBD", "VBZ", "VBP", "MD")


def name_before(scene: Scene, start: int, floor: int) -> Mention | None:
    """The person whom a title stands in apposition to: "Anna Berg, the minister", "Berg (prime minister)"."""
    at = start - 1
    if at < floor or scene.words[at] not in _BREAKS:
        return None
    at = _skip_insertion(scene, at, floor)
    return scene.persons_to.get(at)


def _skip_insertion(scene: Scene, at: int, floor: int) -> int:
    """Past ", 58" or "(RSF)" between a name and its title, leftwards; the end of what stands before."""
    if at - 2 >= floor and scene.doc[at - 1].like_num and scene.words[at - 2] == ",":
        return at - 2
    if scene.words[at - 1] == ")":
        opening = at - 2
        while opening > max(floor, at - 8) and scene.words[opening] != "(":
            opening -= 1
        return opening
    return at


def name_after_comma(scene: Scene, end: int, ceiling: int) -> Mention | None:
    """The person named in apposition to a title: "Serbia's prime minister, Ana Petrovic, said"."""
    at = end
    if at < ceiling and scene.words[at] == "(":
        while at < min(ceiling, end + 8) and scene.words[at] != ")":
            at += 1
        at += 1
    if at >= ceiling or scene.words[at] not in _BREAKS:
        return None
    person = name_after(scene, at + 1, ceiling)
    person = person or _name_after_calling(scene, at + 1, ceiling)
    if person is None or person.end >= ceiling:
        return person
    return None if _is_list(scene, person, ceiling) or _opens_clause(scene, end, person) else person


def _name_after_calling(scene: Scene, start: int, ceiling: int) -> Mention | None:
    """The person whose calling comes before his name: "the interim leader, Nobel laureate Ann Roe"."""
    for at in range(start + 1, min(start + 4, ceiling)):
        person = scene.persons_at.get(at)
        if person is not None:
            return (
                person
                if scene.doc[at - 1].tag_ == "NN" and scene.words[at - 1] not in scene.lexicon.nouns
                else None
            )
        if scene.doc[at - 1].tag_ not in ("JJ", "NN", "NNP"):
            return None
    return None


def _opens_clause(scene: Scene, end: int, person: Mention) -> bool:
    """Whether the clause begins at the name: "Once an ally of the president, Roe broke with him"."""
    doc = scene.doc
    if doc[end - 1].dep_ != "pobj" or doc[person.end].tag_ not in ("VBD", "VBZ", "VBP", "MD"):
        return False
    return any(doc[i].dep_ in ("nsubj", "nsubjpass") for i in range(person.start, person.end))


def _is_list(scene: Scene, person: Mention, ceiling: int) -> bool:
    """Whether a name stands in a list of names, and so in no apposition ("the minister, Ann Roe and Bo Li")."""
    at = person.end
    if scene.words[person.start - 1] in scene.lexicon.honorifics and scene.words[at : at + 2] == (",", "and"):
        return True
    return at + 1 < ceiling and scene.words[at] in ("and", "or") and at + 1 in scene.persons_at


def share_neighbours(scene: Scene, phrases: Sequence[Phrase], holders: list[list[Mention]]) -> None:
    """Give a title without holder that of the title joined to it by "and" ("mayor and opposition leader Kaya").

    Changes `holders`, which runs parallel to `phrases`.
    """
    for i in range(len(phrases) - 2, -1, -1):
        if holders[i] or not holders[i + 1] or _belongs_before(scene, phrases, holders, i):
            continue
        if _shares_next(scene, phrases[i], phrases[i + 1], holders[i + 1][0]):
            holders[i] = holders[i + 1]
    for i in range(1, len(phrases)):
        if (
            not holders[i]
            and holders[i - 1]
            and _shares_previous(scene, phrases[i - 1], phrases[i], holders[i - 1][0])
        ):
            holders[i] = holders[i - 1]


def share_ranks(scene: Scene, phrases: Sequence[Phrase], holders: list[list[Mention]]) -> None:
    """Give a title without holder that of the one after its comma: "the head of the guard, Gen. Stone".

    Changes `holders`, which runs parallel to `phrases`.
    """
    for i, (first, second) in enumerate(pairwise(phrases)):
        apposed = second.start == first.end + 1 and scene.words[first.end] in _BREAKS
        listed = scene.words[first.start - 1] in (",", "and") if first.start else False
        if not apposed or holders[i] or listed or first.many:
            continue
        if second.noun.scope == "rank" or _is_apposed_title(scene, first, second, holders[i + 1]):
            holders[i] = holders[i + 1]


def _is_apposed_title(scene: Scene, first: Phrase, second: Phrase, held: Sequence[Mention]) -> bool:
    """Whether two titles are of one: "the party's chairman, Interior Minister Ann Roe, threatened to leave"."""
    if second.many or len(held) != 1 or held[0].start < second.end or scene.words[first.end] != ",":
        return False
    if first.possessor is None and not (first.definite and first.body) or second.definite:
        return False
    at = held[0].end
    return scene.words[at : at + 1] == (",",) and scene.words[at + 1 : at + 2] not in (("and",), ("or",))


def share_international(
    scene: Scene, phrases: Sequence[Phrase], holders: Sequence[Sequence[Mention]]
) -> list[Phrase]:
    """The phrases, with those made international that go on with a list of such a body's officers.

    "ICC judges Ann Roe and Bo Li and deputy prosecutor Cy Dee": the prosecutor is the ICC's.
    """
    shared: list[Phrase] = []
    for i, said in enumerate(phrases):
        phrase, before = said, shared[-1] if shared else None
        if before and before.international and not (phrase.body or phrase.country or phrase.international):
            end = max([before.end, *(person.end for person in holders[i - 1])])
            between = scene.words[end : phrase.start]
            if between and len(between) < 4 and all(word in _BETWEEN for word in between):
                phrase = replace(phrase, international=True)
        shared.append(phrase)
    return shared


def _joined(scene: Scene, first: Phrase, second: Phrase) -> bool:
    between = scene.words[first.end : second.start]
    return (
        0 < len(between) <= 4
        and ("and" in between or "&" in between)
        and all(word in _BETWEEN for word in between)
    )


def _belongs_before(
    scene: Scene, phrases: Sequence[Phrase], holders: Sequence[Sequence[Mention]], at: int
) -> bool:
    """Whether a list of persons goes on after a title: "Roe, an adviser and director of the office, and Mayor Kos"."""
    end = phrases[at].end
    if at == 0 or not holders[at - 1] or scene.words[end : end + 2] != (",", "and"):
        return False
    return _shares_previous(scene, phrases[at - 1], phrases[at], holders[at - 1][0])


def _shares_next(scene: Scene, first: Phrase, second: Phrase, holder: Mention) -> bool:
    """Whether the second title's holder, named after it, holds the first as well."""
    if holder.start < second.end - 1 or first.many or second.many:
        return False
    bare = first.definite and first.country is None and first.body is None and first.end == first.head + 1
    if bare and not second.definite and second.end == second.head + 1:
        return False
    capital = first.end == second.start and scene.doc[second.start].text[:1].isupper()
    adjacent = capital and (first.body is not None or second.noun.scope == "rank")
    if not adjacent and not _joined(scene, first, second):
        return False
    return first.country is None or second.country is None or first.country == second.country


def _shares_previous(scene: Scene, first: Phrase, second: Phrase, holder: Mention) -> bool:
    """Whether the first title's holder, named before it, holds the second as well."""
    return holder.end <= first.start and not second.many and _joined(scene, first, second)
