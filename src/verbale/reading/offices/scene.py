"""The scene: what the office rules look up around a token, gathered once a report."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from spacy.tokens import Doc

from verbale.lexicon.nouns import load_nouns
from verbale.lexicon.places import resolve_place
from verbale.lexicon.regions import load_regions
from verbale.lexicon.territories import load_territories
from verbale.lexicon.titles import TitleLexicon, load_titles
from verbale.model import Kind
from verbale.reading.coreference.bodies import sort_of
from verbale.reading.datelines import dateline_tokens
from verbale.reading.home import home_of, part_of
from verbale.reading.mention import Mention

_TAILS = frozenset(
    {"house", "forces", "senate", "council", "party", "ministry", "armed", "commission", "congress"}
)
"""Last words of a body that the parser draws into the name after it ("of the House Ann Roe")."""
_PARTS = frozenset(
    {"state", "territory", "commonwealth", "province", "republic", "region", "enclave", "emirate"}
)
_ARTICLES = frozenset({"the", "a", "an"})


@dataclass(frozen=True, slots=True)
class Territorial:
    """Tokens that name a territory, its people or seat, with the code of the state.

    `whole`: the state itself, not a part, a capital or a palace of it. `part`: the code of the part that
    has a government of its own ("us-tx"), None for others.
    """

    start: int
    end: int
    code: str
    whole: bool
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """A Doc with lower-cased words, and persons, bodies and territories by their first and last tokens.

    `persons_at` and `bodies_at` are keyed by a mention's first token without titles and articles,
    `persons_to` and `bodies_to` by its end (exclusive); `territories_at`, `territories_to` likewise.
    `country_counts` says how often each country is named, a dateline's once; `home` is the dateline's, `home_part`
    the part of it that the report tells of from its seat of government.
    """

    doc: Doc
    words: tuple[str, ...]
    lexicon: TitleLexicon
    persons_at: Mapping[int, Mention]
    persons_to: Mapping[int, Mention]
    person_tokens: Mapping[int, Mention]
    bodies_at: Mapping[int, Mention]
    bodies_to: Mapping[int, Mention]
    territories_at: Mapping[int, Territorial]
    territories_to: Mapping[int, Territorial]
    country_counts: Counter[str]
    home: str | None
    home_part: str | None = None

    def is_capital(self, token: int) -> bool:
        """Whether the token is written with a capital letter, or is a number within a name."""
        return self.doc[token].text[:1].isupper()

    def text(self, start: int, end: int) -> str:
        """The words from `start` to `end` as written."""
        return self.doc[start:end].text


def survey(doc: Doc, mentions: Sequence[Mention] = ()) -> Scene:
    """The scene of a report: one pass over its tokens, one over its mentions.

    Without mentions the parser's entities stand in for them.
    """
    words = tuple(token.lower_ for token in doc)
    lexicon = load_titles()
    mentions = mentions or _entities(doc)
    persons = [m for m in mentions if m.kind is Kind.PERSON and m.form == "name"]
    bodies = [m for m in mentions if m.kind is Kind.BODY and m.form == "name"]
    starts = {_name_start(words, lexicon, m): m for m in persons}
    first_names = {m.start: m for m in persons if words[m.start] in lexicon.nouns}
    inside = {token: m for start, m in starts.items() for token in range(start, m.end)}
    named = frozenset(i for m in bodies for i in range(m.start, m.end))
    territories = _find_territories(doc, inside, named)
    if any(t.code == "us" for t in territories) and "tbilisi" not in words and "georgian" not in words:
        territories = [
            replace(t, code="us", whole=False, part="us-ga") if t.code == "ge" else t for t in territories
        ]
    home = home_of(doc)
    return Scene(
        doc,
        words,
        lexicon,
        persons_at={**first_names, **starts},
        persons_to={end: m for m in persons for end in (m.end, _past_post_nominals(doc, m.end))},
        person_tokens=inside,
        bodies_at={m.start + (words[m.start] in _ARTICLES): m for m in bodies},
        bodies_to={m.end: m for m in bodies},
        territories_at={t.start: t for t in territories},
        territories_to={t.end: t for t in territories},
        country_counts=_count_countries(doc, territories, bodies, home),
        home=home,
        home_part=_told_part(doc, territories),
    )


def _told_part(doc: Doc, territories: Sequence[Territorial]) -> str | None:
    """The part that a report is filed from the seat of, where it names it too and no part more often."""
    part = part_of(doc)
    named = Counter(t.part for t in territories if t.part)
    return part if part and named[part] and named[part] == max(named.values()) else None


def _count_countries(
    doc: Doc, territories: Sequence[Territorial], bodies: Sequence[Mention], home: str | None
) -> Counter[str]:
    """How often countries are named, by bodies of theirs too; that of the dateline counts once, first of equals."""
    outside = dateline_tokens(doc)
    counts = Counter([home] if home else [])
    counts.update(t.code for t in territories if t.start not in outside)
    within = {t.start for t in territories}
    counts.update(
        m.country.partition("-")[0]
        for m in bodies
        if m.country
        and within.isdisjoint(range(m.start, m.end))
        and m.start not in outside
        and sort_of(m.name) != "media"
    )
    counts.update(_towns(doc, within | outside, tuple(counts)))
    return counts


def _towns(doc: Doc, known: Collection[int], context: Sequence[str]) -> list[str]:
    """The countries of the towns named that no table of territories has, those of the context alone."""
    named = (ent.text for ent in doc.ents if ent.label_ == "GPE" and ent.start not in known)
    places = (resolve_place(text, countries=context) for text in named)
    return [place.country for place in places if place and place.country and place.country in context]


def _entities(doc: Doc) -> list[Mention]:
    """The parser's persons and organisations; a territory that it takes for a person is none."""
    kinds = {"PERSON": Kind.PERSON, "ORG": Kind.BODY}
    table = load_territories()
    found = []
    for entity in doc.ents:
        if entity.label_ in kinds:
            match = table.longest_at([token.text for token in entity], 0)
            if match is None or match.end < len(entity):
                found.append(
                    Mention(entity.start, entity.end, entity.root.i, kinds[entity.label_], entity.text)
                )
    return found


def _past_post_nominals(doc: Doc, end: int) -> int:
    """The end of a name with the ranks and degrees behind it: "Ann Roe QC"."""
    at = end
    while at < len(doc) and doc[at].lower_ in load_nouns().post_nominals and doc[at].is_upper:
        at += 1
    return end if at < len(doc) and doc[at].tag_ in ("NNP", "NNPS") else at


def _name_start(words: Sequence[str], lexicon: TitleLexicon, mention: Mention) -> int:
    """Where the name begins inside a mention that may begin with its title ("Amir Tamim")."""
    start = mention.start
    while start < mention.end - 1 and (_is_before_name(words[start], lexicon) or words[start] in _TAILS):
        start += 1
    return start


def _is_before_name(word: str, lexicon: TitleLexicon) -> bool:
    return (
        word in lexicon.nouns or word in lexicon.honorifics or word in lexicon.former or word in lexicon.ranks
    )


def _find_territories(doc: Doc, persons: Mapping[int, Mention], bodies: Collection[int]) -> list[Territorial]:
    """Territories, demonyms and capitals, longest first, left to right, outside the names of persons; regions too.

    A region is none within the name of one of the `bodies`.
    """
    table, regions = load_territories(), load_regions()
    words = [token.text for token in doc]
    found: list[Territorial] = []
    at = 0
    while at < len(words):
        hit = table.longest_at(words, at) if at not in persons and words[at][:1].isupper() else None
        if hit:
            territory = hit.territory.as_now()
            is_country = territory.is_country or territory.kind == "historical"
            whole = is_country and hit.use in ("name", "adjective", "people")
            code = territory.code if is_country else territory.parent or territory.code
            part = territory.code if territory.is_federated else None
            found.append(Territorial(at, hit.end, code, whole, part))
        elif at not in persons and at not in bodies and (region := regions.at(words, at)) and region[1]:
            found.append(Territorial(at, region[0], region[1], False))
        at = found[-1].end if found and found[-1].start == at else at + 1
    return [
        first
        for first, second in zip_longest(found, found[1:])
        if second is None or not _has_part(words, first.end, second.start)
    ]


def _has_part(words: Sequence[str], end: int, start: int) -> bool:
    """Whether a state stands only as what a part of it belongs to ("US state of Ohio")."""
    between = [word.lower() for word in words[end:start]]
    return len(between) in (2, 3) and between[0] in _PARTS and between[1] == "of"
