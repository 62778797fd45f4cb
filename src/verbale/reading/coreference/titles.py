"""Titles without a name: the person of the report who bears them, or an office-holder left unnamed."""

from collections.abc import Mapping, Sequence
from itertools import islice

from spacy.tokens import Doc

from verbale.model import Kind
from verbale.reading.coreference.bodies import significant
from verbale.reading.coreference.entities import Roll
from verbale.reading.coreference.pronouns import Discourse
from verbale.reading.mention import Mention, Title

_MOST_HOLDERS = 40
_PREMIER, _MINISTER = "premier", "minister"
_BELOW = frozenset({"deputy", "vice", "assistant", "shadow", "junior"})
_NEW = frozenset({"a", "an", "another", "new", "some", "one", "any", "every", "each", "former", "first"})


def resolve_title(
    roll: Roll,
    discourse: Discourse,
    mention: Mention,
    title: Title,
    holders: Mapping[str, Mapping[int, Sequence[Title]]],
    *,
    explicit: bool,
) -> None:
    """The person of the report who bears this title, the likeliest first; else an office-holder of his own."""
    doc = discourse.doc
    if _refers_back(doc, mention):
        holding = holders.get(_noun(doc, title), {})
        seen = dict.fromkeys(index for _, index in discourse.candidates(mention.head) if index in holding)
        likely = [*seen, *(i for i in islice(holding, _MOST_HOLDERS) if i not in seen)]
        likely.sort(key=lambda index: not any(_same_words(title, other) for other in holding[index]))
        for index in likely:
            if any(_same_title(title, other, explicit=explicit) for other in holding[index]):
                roll.join(index, mention)
                return
    join_or_create(roll, discourse, mention, Kind.OFFICE, doc[title.head].lower_)


def _same_title(title: Title, other: Title, *, explicit: bool) -> bool:
    """Whether a title without a name can mean the office of one with a name."""
    one, two = title.office, other.office
    if explicit and one.country and two.country and one.country != two.country:
        return False
    if one.body and two.body and not set(significant(one.body)) & set(significant(two.body)):
        return False
    if one.body and not two.body and two.title.lower() != one.title.lower():
        return False
    wanted, given = _title_words(one.title), _title_words(two.title)
    return (wanted <= given or given <= wanted) and not (wanted ^ given) & _BELOW


def _title_words(title: str) -> set[str]:
    """The words of a title, that of a premier being the prime minister's."""
    words = set(title.lower().split())
    return words - {_PREMIER} | {"prime", _MINISTER} if _PREMIER in words else words


def _same_words(title: Title, other: Title) -> bool:
    return title.office.title.lower() == other.office.title.lower()


def _refers_back(doc: Doc, mention: Mention) -> bool:
    """Whether a title stands for somebody ("the president said") and is not said of somebody ("became president")."""
    if doc[mention.head].dep_ == "appos" or is_said_of_somebody(doc, mention):
        return False
    return is_definite(doc, mention)


def is_said_of_somebody(doc: Doc, mention: Mention) -> bool:
    """Whether a title only says what somebody is or becomes: "failed to become prime minister"."""
    head = doc[mention.head]
    return head.dep_ in ("attr", "oprd") or head.dep_ == "pobj" and head.head.lower_ == "as"


def names_country(doc: Doc, title: Title, states: set[int]) -> bool:
    """Whether the phrase of a title says whose it is ("Iran's president", "the president of Iran")."""
    before = title.start >= 2 and doc[title.start - 1].tag_ == "POS" and title.start - 2 in states
    after = (
        title.end + 2 < len(doc)
        and doc[title.end].lower_ == "of"
        and (title.end + 1 in states or title.end + 2 in states)
    )
    return before or after or any(i in states for i in range(title.start, title.end))


def holders_of(roll: Roll, doc: Doc, titles: Sequence[Title]) -> dict[str, dict[int, list[Title]]]:
    """The titles that persons of the report bear, by their noun and the person."""
    found: dict[str, dict[int, list[Title]]] = {}
    for title in titles:
        for index in roll.by_token.get(title.holder, ()) if title.holder is not None else ():
            found.setdefault(_noun(doc, title), {}).setdefault(index, []).append(title)
    return found


def _noun(doc: Doc, title: Title) -> str:
    """The noun that a title is filed under: a premier is a minister."""
    noun = doc[title.head].lower_
    return _MINISTER if noun == _PREMIER else noun


def is_definite(doc: Doc, mention: Mention) -> bool:
    """Whether a phrase has no article that brings in somebody new."""
    before = doc[mention.start - 1].lower_ if mention.start else ""
    first = doc[mention.start].lower_
    return before not in _NEW and (first not in _NEW or before == "the" and first == "former")


def join_or_create(roll: Roll, discourse: Discourse, mention: Mention, kind: Kind, sort: str) -> None:
    """Join the entity of that kind, sort and name, else make one."""
    wanted = significant(mention.name)
    for _, index in discourse.candidates(mention.head):
        entity = roll.entities[index]
        if (
            entity.kind is kind
            and entity.sort == sort
            and any(significant(n) == wanted for n in entity.names)
            and is_definite(discourse.doc, mention)
        ):
            roll.join(index, mention, mention.name)
            return
    roll.create(kind, mention, mention.name, sort)
