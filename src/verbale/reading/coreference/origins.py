"""The country of a group that does not name it: its owner's, its companions', its ruler's, the report's."""

from spacy.tokens import Doc

from verbale.lexicon.nouns import load_nouns
from verbale.model import Kind
from verbale.reading.coreference.bodies import institution_of
from verbale.reading.coreference.entities import Entity, Roll
from verbale.reading.coreference.pronouns import Discourse
from verbale.reading.coreference.seats import country_of_seat
from verbale.reading.coreference.setting import Setting
from verbale.reading.mention import Mention
from verbale.reading.mentions.phrases import names_several

_PEOPLE = (Kind.PERSON, Kind.GROUP, Kind.OFFICE)
_POINTING = frozenset({"the", "these", "those"})
_SHARE_OF_KNOWN = 0.35
"""The least share of a country in a report, that "the protesters" may be taken for those it told of."""
_CLIMB = 6


def country_of_group(roll: Roll, discourse: Discourse, setting: Setting, mention: Mention) -> str | None:
    """The country of a group whose words name none; None for those of several countries or of none.

    In turn: of its owner ("its citizens"), none for people of an international body ("judges at the ICC") or
    of several countries, of whoever it is listed with ("Ann Roe and two aides"), where it came to harm,
    the report's, of those who do what is told of it ("Spanish police arrested six men in Lyon"), the one named nearest.
    """
    doc, head = discourse.doc, mention.head
    owner = _owner(roll, doc, mention)
    if owner is not None:
        return owner.country
    if _is_of_no_country(roll, doc, mention):
        return None
    said = country_of_seat(doc, head) or _companion(roll, doc, head) or setting.of_harm(head)
    least = _SHARE_OF_KNOWN if mention.start and doc[mention.start - 1].lower_ in _POINTING else 0.5
    found = said or setting.dominant(least) or setting.subject(head) or _doer(roll, doc, head)
    found = found or setting.nearest(head)
    return None if found == "eu" else found


def _owner(roll: Roll, doc: Doc, mention: Mention) -> Entity | None:
    """Whom "its citizens" and "Roe's allies" belong to, None where nobody with a country owns the group."""
    for at in range(mention.start, max(mention.start - 3, -1), -1):
        if doc[at].tag_ == "PRP$" or doc[at].tag_ == "POS" and at:
            owners = roll.by_token.get(at - (doc[at].tag_ == "POS"), ())
            found = [roll.entities[index] for index in owners if roll.entities[index].country]
            return found[0] if found else None
    return None


def _is_of_no_country(roll: Roll, doc: Doc, mention: Mention) -> bool:
    words = {doc[i].lower_ for i in range(mention.start, mention.end)}
    nouns = load_nouns()
    if words & nouns.foreign or doc[mention.head].lower_ in nouns.states:
        return True
    after = doc[mention.end : mention.end + 4]
    if len(after) > 2 and after[0].lower_ == "from" and any(t.lower_ in nouns.states for t in after[1:]):
        return True
    several = names_several([token.text for token in doc[mention.start : mention.end]])
    return several or any(_is_international(roll, i) for i in _tokens_around(doc, mention))


def _tokens_around(doc: Doc, mention: Mention) -> list[int]:
    """The tokens of a group and of "at the ICC" right behind it."""
    end = mention.end
    if (
        end + 1 < len(doc)
        and doc[end].lower_ in ("at", "of", "with", "for")
        and doc[end].head.i == mention.head
    ):
        end = min(end + 6, len(doc))
    return list(range(mention.start, end))


def _is_international(roll: Roll, token: int) -> bool:
    """Whether a token is the name of a well-known body of no one country."""
    for index in roll.by_token.get(token, ()):
        entity = roll.entities[index]
        known = next((body for name in entity.names if (body := institution_of(name))), None)
        if entity.kind is Kind.BODY and known is not None and known.country is None:
            return True
    return False


def _doer(roll: Roll, doc: Doc, head: int) -> str | None:
    """The country of the person or group that does what a group has a part in ("Roe told supporters")."""
    at = doc[head]
    for _ in range(_CLIMB):
        at = at.head
        if at.pos_ in ("VERB", "AUX"):
            for child in at.children:
                owners = roll.by_token.get(child.i, ()) if child.dep_ in ("nsubj", "agent") else ()
                if len(owners) == 1 and child.i != head and roll.entities[owners[0]].kind in _PEOPLE:
                    return roll.entities[owners[0]].country
    return None


def _companion(roll: Roll, doc: Doc, head: int) -> str | None:
    """The country of the person or group that a group is joined to by "and"."""
    at = doc[head]
    while at.dep_ == "conj":
        at = at.head
        for index in roll.by_token.get(at.i, ()):
            if roll.entities[index].kind in _PEOPLE and roll.entities[index].country:
                return roll.entities[index].country
    return None
