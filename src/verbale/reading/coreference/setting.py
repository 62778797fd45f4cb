"""What a report's countries are: the one named nearest to a token, the one that the report is most about."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from spacy.tokens import Doc, Token

from verbale.lexicon.arguments import load_argument_words
from verbale.lexicon.leaders import country_of_known
from verbale.lexicon.places import resolve_place
from verbale.lexicon.regions import load_regions
from verbale.lexicon.territories import load_territories
from verbale.model import Kind
from verbale.reading.coreference.bodies import sort_of
from verbale.reading.datelines import dateline_tokens
from verbale.reading.home import home_of
from verbale.reading.mention import Mention
from verbale.reading.visits import ends_of_visit

_OPENING = 3
_ABROAD = 3
"""How many times more often another country must be named than the dateline's, for a report filed from abroad."""
_LOCATING = frozenset({"in", "near", "across", "outside", "inside"})


class Setting:
    """Where the report's states are named: the country nearest to a token, and the one it is most about."""

    def __init__(
        self,
        doc: Doc,
        mentions: Sequence[Mention],
        held: Sequence[tuple[int, str]] = (),
        persons: Mapping[int, str] = MappingProxyType({}),
    ) -> None:
        outside = dateline_tokens(doc)
        named = {
            m.head: whole(m.country)
            for m in mentions
            if m.kind in (Kind.STATE, Kind.BODY, Kind.GROUP)
            and m.country
            and m.head not in outside
            and not (m.kind is Kind.BODY and sort_of(m.name) == "media")
        }
        for token, code in [*_seats(doc), *_regions(doc), *held]:
            if token not in outside:
                named.setdefault(token, whole(code))
        context = tuple(dict.fromkeys(named.values()))
        for token, code in _towns(doc, context).items():
            if token not in outside:
                named.setdefault(token, code)
        named = named or _leaders(mentions)
        self._tokens = sorted(named)
        self._codes = [named[token] for token in self._tokens]
        self._doc = doc
        home = home_of(doc)
        self._persons = persons
        said = [*([home] if home else []), *self._codes, *persons.values()]
        self._counts = Counter(code for code in said if code and code != "eu")
        most = max(self._counts.values(), default=0)
        self.home = home if home and most <= _ABROAD * self._counts[home] else None

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

    def opening(self, token: int) -> str | None:
        """The country that a sentence opens with, where the token stands right behind: "In Peru, Ana Roe said"."""
        start = self._doc[token].sent.start
        at = bisect_left(self._tokens, start)
        if self._doc[start].lower_ != "in" or at == len(self._tokens) or self._tokens[at] > token:
            return None
        place = self._tokens[at]
        comma = self._doc[place + 1] if place + 1 < len(self._doc) else None
        near = place - start <= _OPENING and token - place <= _OPENING * 2
        return self._codes[at] if near and comma is not None and comma.text == "," else None

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
        return found.pop() if len(found) == 1 else self._struck(word.head)

    def _struck(self, killing: Token) -> str | None:
        """The country of the town whose shelling kills: "shelled Goma, killing four people"."""
        if killing.dep_ not in ("advcl", "xcomp"):
            return None
        places = [c.i for c in killing.head.children if c.dep_ == "dobj" and c.ent_type_ in ("GPE", "LOC")]
        at = bisect_left(self._tokens, places[0]) if places else len(self._tokens)
        return self._codes[at] if at < len(self._tokens) and self._tokens[at] == places[0] else None

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


def _regions(doc: Doc) -> Iterator[tuple[int, str]]:
    """The countries of the regions and peoples named ("Darfur", "Tigrayans")."""
    regions, words = load_regions(), [token.text for token in doc]
    for at in range(len(words)):
        found = regions.at(words, at)
        if found and found[1] and doc[at].ent_type_ != "PERSON":
            yield found[0] - 1, found[1]


def _towns(doc: Doc, context: Sequence[str]) -> dict[int, str]:
    """The countries of the towns named; only those of the context, where the report names countries."""
    places = (
        (ent.root.i, resolve_place(ent.text, countries=context)) for ent in doc.ents if ent.label_ == "GPE"
    )
    return {
        token: place.country
        for token, place in places
        if place and place.country and (not context or place.country in context)
    }


def _leaders(mentions: Sequence[Mention]) -> dict[int, str]:
    """The countries of the well-known persons named, for a report that names no place at all."""
    found = (
        (m.head, country_of_known(m.name)) for m in mentions if m.kind is Kind.PERSON and m.form == "name"
    )
    return {token: code for token, code in found if code}
