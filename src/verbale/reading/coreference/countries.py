"""The countries of actors: from their titles, the words beside their names, and what the report is about."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Token

from verbale.lexicon.arguments import load_argument_words
from verbale.lexicon.leaders import country_of_known
from verbale.lexicon.nouns import load_nouns
from verbale.lexicon.places import resolve_place
from verbale.lexicon.territories import load_territories
from verbale.lexicon.titles import load_titles
from verbale.model import Kind
from verbale.reading.coreference.bodies import institution_of, significant
from verbale.reading.coreference.entities import Entity, Roll
from verbale.reading.coreference.seats import country_of_seat
from verbale.reading.home import home_of
from verbale.reading.mention import Mention, Title
from verbale.reading.visits import ends_of_visit

_WITHIN_PHRASE = frozenset({"NN", "NNP", "NNS", "NNPS", "JJ", "POS", "VBN", "HYPH", "CD", "RB"})

_FAMILY = 15
_LOCATING = frozenset({"in", "near", "across", "outside", "inside"})


class Setting:
    """Where the report's states are named: the country nearest to a token, and the one it is most about."""

    def __init__(self, doc: Doc, mentions: Sequence[Mention], held: Sequence[tuple[int, str]] = ()) -> None:
        named = {
            m.head: whole(m.country)
            for m in mentions
            if m.kind in (Kind.STATE, Kind.BODY, Kind.GROUP) and m.country
        }
        for token, code in [*_seats(doc), *held]:
            named.setdefault(token, whole(code))
        named = named or _towns(doc) or _leaders(mentions)
        self._tokens = sorted(named)
        self._codes = [named[token] for token in self._tokens]
        self._doc = doc
        self.home = home_of(doc)
        self._counts = Counter(code for code in self._codes if code and code != "eu")

    def dominant(self, least: float = 0.5) -> str | None:
        """The country of at least this share of all mentions of countries, None where none reaches it."""
        if not self._counts:
            return None
        code, count = self._counts.most_common(1)[0]
        return code if count >= least * self._counts.total() else None

    def nearest(self, token: int) -> str | None:
        """The country named last before the token in its sentence, else first after it in the sentence."""
        at = bisect_right(self._tokens, token)
        sentence = self._doc[token].sent
        if at and self._tokens[at - 1] >= sentence.start:
            return self._codes[at - 1]
        if at < len(self._tokens) and self._tokens[at] < sentence.end:
            return self._codes[at]
        return None

    def preceding(self, token: int) -> str | None:
        """The country named last before the token in its sentence."""
        at = bisect_right(self._tokens, token)
        return self._codes[at - 1] if at and self._tokens[at - 1] >= self._doc[token].sent.start else None

    def subject(self, token: int) -> str | None:
        """The country of those who do what the token has a part in ("Spanish police arrested six men in Lyon")."""
        at = self._doc[token]
        while at.dep_ != "ROOT":
            if at.dep_ == "relcl" and at.i != token:
                return None
            at = at.head
            if at.pos_ not in ("VERB", "AUX"):
                continue
            said = [c for verb in at.children if verb.dep_ == "ccomp" for c in verb.children]
            for child in (*at.children, *said):
                if child.dep_ in ("nsubj", "agent") and not child.i <= token <= child.right_edge.i:
                    code = self._within(child)
                    if code:
                        return code
        return None

    def _within(self, noun: Token) -> str | None:
        """The country named in a noun phrase, before its relative clauses."""
        first = next(
            (g.i for g in noun.subtree if g.dep_ in ("relcl", "acl", "appos")), noun.right_edge.i + 1
        )
        found = bisect_left(self._tokens, noun.left_edge.i)
        if found < len(self._tokens) and self._tokens[found] < max(first, noun.i + 1):
            return self._codes[found]
        return None

    def of_harm(self, token: int) -> str | None:
        """The one country where those at the token came to harm ("Peruvian jets killed six people in Arica, Chile")."""
        word = self._doc[token]
        if (
            word.dep_ not in ("dobj", "nsubjpass")
            or word.head.lemma_.lower() not in load_argument_words().harming
        ):
            return None
        first, last = bisect_left(self._tokens, word.sent.start), bisect_left(self._tokens, word.sent.end)
        found = {self._codes[at] for at in range(first, last) if self._is_place(self._tokens[at])}
        return found.pop() if len(found) == 1 else None

    def _is_place(self, token: int) -> bool:
        """Whether "in", or "in", a town and a comma, stand before."""
        at = token - 1
        while at >= 0 and (self._doc[at].tag_ in ("NNP", "NNPS", "DT") or self._doc[at].text in (",", "-")):
            at -= 1
        return at >= 0 and self._doc[at].lower_ in _LOCATING

    def visited(self, token: int) -> set[str]:
        """The countries that whoever is named at the token visits."""
        ends = {end.i for end in ends_of_visit(self._doc[token])}
        return (
            {code for at, code in zip(self._tokens, self._codes, strict=True) if at in ends}
            if ends
            else set()
        )

    def before(self, token: int) -> str | None:
        """The country named last before the token, None at the beginning."""
        at = bisect_right(self._tokens, token)
        return self._codes[at - 1] if at else None


def whole(code: str) -> str:
    """The code of the state that a subdivision belongs to; parts that act as states, and others, as they are.

    >>> whole("us-tx"), whole("ba-srp")
    ('us', 'ba-srp')
    """
    territory = load_territories().by_code(code)
    if territory and territory.is_separate:
        return code
    return code.partition("-")[0]


def _seats(doc: Doc) -> list[tuple[int, str]]:
    """Places named that are a seat of government, as hints of what country is meant."""
    table = load_territories()
    found = ((ent.root.i, table.by_capital(ent.text)) for ent in doc.ents if ent.label_ == "GPE")
    return [(token, territory.code) for token, territory in found if territory]


def _towns(doc: Doc) -> dict[int, str]:
    """The countries of the towns named, for a report that names no country."""
    found = ((ent.root.i, resolve_place(ent.text)) for ent in doc.ents if ent.label_ == "GPE")
    return {token: place.country for token, place in found if place and place.country}


def _leaders(mentions: Sequence[Mention]) -> dict[int, str]:
    """The countries of the well-known persons named, for a report that names no place at all."""
    found = ((m.head, _known([m.name])) for m in mentions if m.kind is Kind.PERSON and m.form == "name")
    return {token: code for token, code in found if code}


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
    setting = Setting(doc, mentions, held_countries(titles))
    for entity in roll.entities:
        if entity.kind is Kind.PERSON and entity.country is None and not entity.international:
            entity.country = (
                _known(entity.names)
                or _beside(doc, entity.spans, adjacent)
                or _apposed(doc, entity.spans, owners)
                or _relative(roll, doc, entity.spans)
                or _about(setting, min(entity.heads))
            )
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
    words = {word for name in entity.names for word in significant(name)}
    return not words & nouns.worldwide and (
        entity.sort in nouns.local_sorts or entity.sort in ("", "company", "media")
    )


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
    found = (setting.dominant(0.5), setting.nearest(token), setting.home, setting.before(token))
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
