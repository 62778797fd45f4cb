"""Nouns for actors: people, groups, bodies and well-known names (groups, bodies, people, institutions.yaml)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from verbale.lexicon.spelling import fold
from verbale.lexicon.tables import load_table


@dataclass(frozen=True, slots=True)
class Institution:
    """A body known by name: its usual name, country code (None for an international one) and sort."""

    name: str
    country: str | None
    sort: str

    @property
    def is_branch(self) -> bool:
        """Whether the branch of the country in question is meant ("the Muslim Brotherhood")."""
        return self.name in load_nouns().branches


@dataclass(frozen=True, slots=True)
class NounLexicon:
    """All words for actors that are no territories, lower case unless they are names.

    `humans` maps singular and plural forms to the singular; `body_heads` maps a head noun to its sort
    ("ministry", "court"). `institutions` is keyed by the words of a name joined without spaces, `namesakes` the
    same where several countries have a body of that name.
    `known_people` maps folded lower-case names, and surnames of one country, to that country.
    """

    humans: Mapping[str, str]
    plurals: frozenset[str]
    collectives: frozenset[str]
    counted: frozenset[str]
    peoples: Mapping[str, str | None]
    body_heads: Mapping[str, str]
    local_sorts: frozenset[str]
    weak_heads: frozenset[str]
    not_bodies: frozenset[str]
    opens_things: frozenset[str]
    members: frozenset[str]
    governments: frozenset[str]
    worldwide: frozenset[str]
    party_words: frozenset[str]
    public: frozenset[str]
    acting_only: frozenset[str]
    organised: frozenset[str]
    organised_heads: frozenset[str]
    parts: frozenset[str]
    regional: frozenset[str]
    branches: frozenset[str]
    institutions: Mapping[str, Institution]
    namesakes: Mapping[str, Sequence[Institution]]
    first_words: frozenset[str]
    honorifics: frozenset[str]
    honorific_firsts: frozenset[str]
    honorific_seconds: frozenset[str]
    post_nominals: frozenset[str]
    titles: frozenset[str]
    not_surnames: frozenset[str]
    brand_titles: frozenset[str]
    suffixes: frozenset[str]
    particles: frozenset[str]
    female: frozenset[str]
    female_titles: frozenset[str]
    male_titles: frozenset[str]
    male: frozenset[str]
    no_names: frozenset[str]
    no_last_names: frozenset[str]
    personal_verbs: frozenset[str]
    known_people: Mapping[str, str]
    kin: frozenset[str]
    short_names: Mapping[str, frozenset[str]]
    never_bare: frozenset[str]
    short_for: Mapping[str, frozenset[str]]
    fighters: frozenset[str]
    ordinary: frozenset[str]
    accords: frozenset[str]
    joining: frozenset[str]
    unions: frozenset[str]
    outlets: frozenset[str]
    foreign: frozenset[str]
    hearers: frozenset[str]
    hearing_sorts: frozenset[str]
    states: frozenset[str]
    state_pairs: frozenset[str]
    person_pairs: frozenset[str]
    any_pairs: frozenset[str]
    quantifiers: frozenset[str]
    national: frozenset[str]
    country_words: frozenset[str]
    gatherings: Mapping[str, str]
    suffered: frozenset[str]
    suffered_by_number: frozenset[str]
    unpeopled: frozenset[str]


@cache
def load_nouns(language: str = "en") -> NounLexicon:
    """The nouns of a language, frozen; read once a process.

    >>> load_nouns().humans["policemen"]
    'policeman'
    >>> load_nouns().institutions["Knesset"].country
    'il'
    """
    groups, bodies = load_table(language, "groups.yaml"), load_table(language, "bodies.yaml")
    people = load_table(language, "people.yaml")
    namesakes = _read_institutions(load_table(language, "institutions.yaml"))
    humans = _with_plurals(groups["humans"].split(), groups["irregular"])
    return NounLexicon(
        humans=humans,
        plurals=frozenset(form for form, singular in humans.items() if form != singular),
        peoples=groups["peoples"],
        gatherings=groups["gatherings"],
        body_heads={word: sort for sort, words in bodies["heads"].items() for word in words.split()},
        local_sorts=_words(bodies["local"]),
        weak_heads=_words(bodies["weak"]),
        short_for={noun: _words(sorts) for noun, sorts in bodies["short_for"].items()},
        institutions={key: found[0] for key, found in namesakes.items()},
        namesakes={key: found for key, found in namesakes.items() if len(found) > 1},
        branches=frozenset(bodies["branches"]),
        first_words=frozenset(
            split_name(name)[0] for name in _names(load_table(language, "institutions.yaml"))
        ),
        known_people=_read_known(people["known"]),
        short_names={name: _words(full) for name, full in people["short_names"].items()},
        **{name: _words(fold(people[name])) for name in _PEOPLE},
        **{name: _words(bodies[name]) for name in _BODIES},
        **{name: _words(groups[name]) for name in _GROUPS},
    )


_PEOPLE = ("honorifics", "honorific_firsts", "honorific_seconds", "post_nominals", "kin", "titles", "not_surnames",
           "brand_titles", "suffixes", "particles", "female", "female_titles", "male_titles", "male",
           "no_names", "no_last_names", "personal_verbs")  # fmt: skip
_BODIES = (
    "not_bodies",
    "opens_things",
    "members",
    "governments",
    "worldwide",
    "never_bare",
    "fighters",
    "ordinary",
    "party_words",
    "public",
    "acting_only",
    "organised",
    "organised_heads",
    "parts",
    "regional",
    "accords",
    "joining",
    "unions",
    "outlets",
)
_GROUPS = ("collectives", "counted", "foreign", "hearers", "hearing_sorts", "states", "state_pairs", "person_pairs",
           "any_pairs", "quantifiers", "national", "country_words", "suffered", "suffered_by_number",
           "unpeopled")  # fmt: skip


def split_name(name: str) -> list[str]:
    """A name split the way the tokeniser splits it at hyphens, apostrophes and brackets.

    >>> split_name("Al-Shabaab")
    ['Al', '-', 'Shabaab']
    """
    for mark in ("-", "'s", "(", ")", "/"):
        name = name.replace(mark, f" {mark} ")
    return name.split()


def pluralise_human(noun: str) -> str:
    """The regular plural of a noun for people.

    >>> pluralise_human("ally"), pluralise_human("boy"), pluralise_human("coach")
    ('allies', 'boys', 'coaches')
    """
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "ch", "sh", "x")) else "s")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _with_plurals(singulars: Iterable[str], irregular: Mapping[str, str]) -> dict[str, str]:
    forms: dict[str, str] = {}
    irregulars = set(irregular.values())
    for noun in singulars:
        forms[noun] = noun
        if noun not in irregulars:
            forms[pluralise_human(noun)] = noun
    return {**forms, **irregular}


def _read_known(table: Mapping[str, str]) -> dict[str, str]:
    """Full name -> country, and surname -> country where all who bear it share the country."""
    full: dict[str, str] = {}
    shared: dict[str, set[str]] = {}
    for country, names in table.items():
        for name in names.replace("\n", " ").split(","):
            plain = " ".join(fold(name).lower().replace("-", " ").split())
            full[plain] = country
            if " " in plain:
                shared.setdefault(plain.split()[-1], set()).add(country)
    return {
        **{name: codes.pop() for name, codes in shared.items() if len(codes) == 1 and len(name) > 2},
        **full,
    }


def _names(table: Mapping[str, Any]) -> Iterable[str]:
    for row in _rows(table):
        yield from row[2]


def _rows(table: Mapping[str, Any]) -> Iterable[tuple[str, str | None, tuple[str, ...], str]]:
    """(name, country, all its names, sort) of each line `Name | alias | alias` under sort and country."""
    for sort, countries in table["institutions"].items():
        for country, lines in countries.items():
            code = None if country == "none" else str(country)
            for line in lines:
                names = tuple(part.strip() for part in str(line).split("|"))
                yield names[0], code, names, sort


def _read_institutions(table: Mapping[str, Any]) -> dict[str, list[Institution]]:
    found: dict[str, list[Institution]] = {}
    for name, country, names, sort in _rows(table):
        institution = Institution(name, country, sort)
        for alias in names:
            found.setdefault("".join(split_name(alias)), []).append(institution)
    return found
