"""Titles of office: the nouns that carry one, and the words that stand around them (data/en/titles.yaml)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import yaml

Scope = Literal["state", "crown", "body", "member", "bench", "rank", "place", "mirror", "other"]


_WORD_LISTS = (
    "former",
    "held",
    "after_noun",
    "after_ordinal",
    "no_suffix",
    "institutions",
    "qualified_institutions",
    "international",
    "international_first",
    "european",
    "of_many",
    "crowned",
    "led_by",
    "crowns",
    "governing",
    "regional",
    "honorifics",
    "posts",
    "ends_of_life",
    "seats",
    "determiners",
    "name_particles",
    "office_stops",
    "office_leads",
    "no_offices",
    "distinct",
    "serving_verbs",
    "entering_verbs",
    "succeeding_verbs",
    "servants",
    "title_owners",
    "roles",
    "portfolio_nouns",
    "whole_portfolios",
    "command_nouns",
    "claiming_verbs",
    "capital_titles",
    "bare_titles",
    "rank_words",
    "commands",
)


@dataclass(frozen=True, slots=True)
class TitleNoun:
    """A noun that can carry a title, with what it takes for it to be one.

    `anchored`: only with a body, country, possessor or title word beside it ("rebel leader", not "leader").
    `needs`: only with one of these words in the phrase, where given ("first" for "lady").
    `named`: only right before a name, or with a country ("King Hassan", not "the king").
    """

    word: str
    scope: Scope
    anchored: bool = False
    needs: frozenset[str] = frozenset()
    named: bool = False
    plural: bool = False


@dataclass(frozen=True, slots=True)
class TitleExample:
    """A sentence with what must come out of it: the holder's name and the title, None for nothing.

    `others` are further persons named in it.
    """

    text: str
    holder: str | None = None
    others: tuple[str, ...] = ()
    title: str | None = None
    body: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class TitleLexicon:
    """All words of titles.yaml, lower case.

    `nouns` is keyed by each form, singular and plural; the other sets hold single words or, in
    `international` and `european`, names of several words.
    """

    nouns: Mapping[str, TitleNoun]
    ranks: frozenset[str]
    portfolios: frozenset[str]
    former: frozenset[str]
    held: frozenset[str]
    after_noun: frozenset[str]
    after_ordinal: frozenset[str]
    no_suffix: frozenset[str]
    institutions: frozenset[str]
    qualified_institutions: frozenset[str]
    international: frozenset[str]
    international_first: frozenset[str]
    european: frozenset[str]
    of_many: frozenset[str]
    crowned: frozenset[str]
    led_by: frozenset[str]
    crowns: frozenset[str]
    governing: frozenset[str]
    regional: frozenset[str]
    honorifics: frozenset[str]
    posts: frozenset[str]
    entries: Mapping[str, frozenset[str]]
    ends_of_life: frozenset[str]
    seats: frozenset[str]
    determiners: frozenset[str]
    name_particles: frozenset[str]
    office_stops: frozenset[str]
    office_leads: frozenset[str]
    no_offices: frozenset[str]
    distinct: frozenset[str]
    serving_verbs: frozenset[str]
    entering_verbs: frozenset[str]
    succeeding_verbs: frozenset[str]
    servants: frozenset[str]
    title_owners: frozenset[str]
    capital_titles: frozenset[str]
    bare_titles: frozenset[str]
    rank_words: frozenset[str]
    commands: frozenset[str]
    title_adverbs: Mapping[str, str]
    roles: frozenset[str]
    portfolio_nouns: frozenset[str]
    whole_portfolios: frozenset[str]
    command_nouns: frozenset[str]
    claiming_verbs: frozenset[str]
    occupying_verbs: Mapping[str, str]
    heading_verbs: Mapping[str, str]
    tenure_nouns: Mapping[str, str]
    election_titles: Mapping[str, str]
    examples: tuple[TitleExample, ...]

    def is_international(self, body: str) -> bool:
        """Whether the name of a body says that it belongs to no one state.

        >>> load_titles().is_international("Asian Development Bank"), load_titles().is_international("UN")
        (True, True)
        >>> load_titles().is_international("European Commission"), load_titles().is_international("Senate")
        (False, False)
        """
        first = body.lower().removeprefix("the ").partition(" ")[0]
        named = first in self.international_first or names_one_of(body, self.international)
        return named and not names_one_of(body, self.european)


def names_one_of(body: str, names: frozenset[str]) -> bool:
    """Whether the name of a body holds one of these names, word for word, in any case."""
    joined = f" {' '.join(body.lower().split())} "
    return any(f" {known} " in joined for known in names)


@cache
def load_titles(language: str = "en") -> TitleLexicon:
    """The title lexicon of a language, frozen; read once a process.

    >>> load_titles().nouns["chairmen"].word
    'chairman'
    >>> "banana" in load_titles().nouns
    False
    """
    text = files("verbale").joinpath("data", language, "titles.yaml").read_text(encoding="utf-8")
    raw = yaml.safe_load(text)
    words = raw["title_words"]
    return TitleLexicon(
        nouns=_read_nouns(raw["nouns"]),
        ranks=frozenset(words["rank"]),
        portfolios=frozenset(words["portfolio"]),
        examples=tuple(_read_examples(raw["nouns"])),
        heading_verbs=raw["heading_verbs"],
        tenure_nouns=raw["tenure_nouns"],
        title_adverbs=raw["title_adverbs"],
        occupying_verbs=raw["occupying_verbs"],
        entries={verb: frozenset(nouns) for verb, nouns in raw["entries"].items()},
        election_titles=raw["election_titles"],
        **{name: frozenset(raw[name]) for name in _WORD_LISTS},
    )


def pluralise(noun: str) -> str:
    """The plural of a title noun.

    >>> pluralise("secretary"), pluralise("spokeswoman"), pluralise("judge")
    ('secretaries', 'spokeswomen', 'judges')
    >>> pluralise("Gen.")
    'Gens.'
    """
    if noun.endswith("."):
        return noun[:-1] + "s."
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun.endswith("y"):
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith("ss") else "s")


def _read_nouns(rows: list[dict[str, Any]]) -> dict[str, TitleNoun]:
    nouns: dict[str, TitleNoun] = {}
    for row in rows:
        for word in row["words"]:
            for form in (word, pluralise(word)):
                nouns[form] = TitleNoun(
                    word,
                    row["scope"],
                    bool(row.get("anchored")),
                    frozenset(row.get("needs", ())),
                    bool(row.get("named")),
                    form != word,
                )
    return nouns


def _read_examples(rows: list[dict[str, Any]]) -> list[TitleExample]:
    found = []
    for row in rows:
        found += [_read_example(example) for example in row.get("examples", ())]
        found += [TitleExample(text) for text in row.get("counterexamples", ())]
    return found


def _read_example(row: dict[str, Any]) -> TitleExample:
    return TitleExample(**{**row, "others": tuple(row.get("others", ()))})
