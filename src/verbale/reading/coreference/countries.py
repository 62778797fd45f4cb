"""The countries of actors: from their titles, the words beside their names, and what the report is about."""

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from verbale.lexicon.leaders import country_of_known
from verbale.lexicon.nouns import load_nouns
from verbale.lexicon.titles import load_titles
from verbale.model import Kind
from verbale.reading.coreference.bodies import institution_of, significant
from verbale.reading.coreference.entities import Entity, Roll
from verbale.reading.coreference.seats import country_of_seat
from verbale.reading.coreference.setting import Setting, whole
from verbale.reading.mention import Mention, Title

_WITHIN_PHRASE = frozenset({"NN", "NNP", "NNS", "NNPS", "JJ", "POS", "VBN", "HYPH", "CD", "RB"})

_FAMILY = 15


def give_countries(roll: Roll, doc: Doc, mentions: Sequence[Mention], titles: Sequence[Title]) -> None:
    """Give each person without a country the one that the report ties to it. Changes `roll`.

    In this order: the country of an office held, the demonym or possessor before the name, general
    knowledge, what the report is about. Officers of international bodies stay without.
    """
    international: set[int] = set()
    bodies = {m.end: m for m in mentions if m.kind is Kind.BODY}
    for title in titles:
        for index in roll.by_token.get(title.holder, ()) if title.holder is not None else ():
            roll.entities[index].country = roll.entities[index].country or title.office.country
            if _is_international(title, bodies):
                international.add(index)
    for index in international:
        roll.entities[index].international = roll.entities[index].country is None
    adjacent = {m.end: m.country for m in mentions if m.kind is Kind.STATE and m.country and m.form == "name"}
    owners = {m.start: m for m in mentions if m.kind in (Kind.STATE, Kind.BODY) and m.country}
    persons = [e for e in roll.entities if e.kind is Kind.PERSON and not e.international]
    for entity in persons:
        entity.country = entity.country or (
            _beside(doc, entity.spans, adjacent)
            or _known(entity.names)
            or _apposed(doc, entity.spans, owners)
            or _relative(roll, doc, entity.spans)
        )
    setting = Setting(doc, mentions, held_countries(titles), named_persons(roll))
    for entity in persons:
        entity.country = entity.country or _about(setting, min(entity.heads))
    for entity in roll.entities:
        if entity.kind is Kind.BODY and entity.country is None and _is_national(entity):
            seat = next((code for head in entity.heads if (code := country_of_seat(doc, head))), None)
            entity.country = seat or _about(setting, min(entity.heads))


def _is_national(entity: Entity) -> bool:
    """Whether a body without a country of its own belongs to the one that the report is about."""
    nouns = load_nouns()
    known = [body for name in entity.names if (body := institution_of(name))]
    if any(body.country is None for body in known):
        return any(body.is_branch for body in known)
    if any(_is_of_many(word) for name in entity.names for word in name.split()):
        return False
    words = {word for name in entity.names for word in significant(name)}
    return not words & (nouns.worldwide | nouns.accords) and (
        entity.sort in nouns.local_sorts or entity.sort in ("", "company", "media")
    )


def _is_of_many(word: str) -> bool:
    """Whether a word names a body of no one country, as in "UN atomic watchdog"."""
    found = institution_of(word) if word.isupper() else None
    return found is not None and found.sort == "igo" and found.country is None


def named_persons(roll: Roll) -> dict[int, str]:
    """The countries of persons by the tokens of their names."""
    return {
        head: whole(entity.country)
        for entity in roll.entities
        if entity.kind is Kind.PERSON and entity.country
        for head in entity.heads
    }


def held_countries(titles: Sequence[Title]) -> list[tuple[int, str]]:
    """The countries of titles, by the token of the title noun."""
    return [(t.head, t.office.country) for t in titles if t.office.country]


def _is_international(title: Title, bodies: Mapping[int, Mention]) -> bool:
    """Whether a title is of a body of no one country ("NATO Secretary-General", "WHO Director-General")."""
    beside = next((bodies[at] for at in (title.start, title.start - 1) if at in bodies), None)
    names = [title.office.body] if title.office.body else [beside.name] if beside else []
    found = next((body for name in names if (body := institution_of(name))), None)
    known = bool(found and found.country is None and found.sort == "igo")
    last = title.office.title.lower().split()[-1]
    return (title.international or known or last in load_titles().of_many) and not title.office.country


def _about(setting: Setting, token: int) -> str | None:
    found = (
        setting.opening(token),
        setting.dominant(0.5),
        setting.nearest(token),
        setting.home,
        setting.before(token),
    )
    visited = setting.visited(token)
    return next((code for code in found if code and code not in visited), None)


def _beside(doc: Doc, spans: Sequence[tuple[int, int]], adjacent: Mapping[int, str]) -> str | None:
    """The country named in the noun phrase before the name ("Kenyan activist Boniface Mwangi")."""
    for start, _ in spans:
        at = start
        while at > max(start - 7, 0) and doc[at - 1].tag_ in _WITHIN_PHRASE:
            if at in adjacent and doc[at].text != "-":
                return whole(adjacent[at])
            at -= 1
        if at in adjacent and doc[at].text != "-":
            return whole(adjacent[at])
    return None


def _apposed(doc: Doc, spans: Sequence[tuple[int, int]], owners: Mapping[int, Mention]) -> str | None:
    """The country of whoever owns the noun that follows the name: "Carl Bildt, the European Union's mediator"."""
    for _, end in spans:
        if end + 2 >= len(doc) or doc[end].text != ",":
            continue
        start = end + 1 + (doc[end + 1].lower_ == "the")
        owner = owners.get(start)
        if owner and owner.country and owner.end < len(doc) and doc[owner.end].lower_ in ("'s", "'"):
            return whole(owner.country)
    return None


def _relative(roll: Roll, doc: Doc, spans: Sequence[tuple[int, int]]) -> str | None:
    """The country of the person whose relative the name is said to be ("his wife Ann", "Roe's son Bo")."""
    kin = load_nouns().kin
    for start, _ in spans:
        at = start - 1 - (start > 1 and doc[start - 1].text == ",")
        if at < 1 or doc[at].lower_ not in kin:
            continue
        for before in range(at - 1, max(at - _FAMILY, doc[at].sent.start) - 1, -1):
            owners = roll.by_token.get(before, ())
            if owners and roll.entities[owners[0]].kind is Kind.PERSON and roll.entities[owners[0]].country:
                return roll.entities[owners[0]].country
    return None


def _known(names: Sequence[str]) -> str | None:
    """The country of somebody whom every reader knows by his fullest name here, None for others."""
    name = max(names, key=lambda n: len(n.split()))
    return country_of_known(name)
