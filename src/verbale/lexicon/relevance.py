"""Words that tell of politics: triggers and titles of office in every form, less those that any news is full of.

Which are too common stands in `data/en/relevance.yaml`; `training/pick_common.py` picks them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from verbale.lexicon.predicates import load_predicates
from verbale.lexicon.tables import load_table
from verbale.lexicon.titles import load_titles

_DOUBLED = re.compile(r"(?:^|[^aeiou])[aeiou][bdglmnprt]$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")


@cache
def load_telling_words(language: str = "en") -> frozenset[str]:
    """Every form of every word that tells of politics, in lower case.

    >>> words = load_telling_words()
    >>> {"sanctions", "ministers", "ratified", "overthrew"} <= words, "made" in words
    (True, False)
    """
    table = load_table(language, "relevance.yaml")
    common = set(table["common"])
    telling = {form for form, bases in form_table(language).items() if not bases <= common}
    return frozenset(telling | set(table["also"]))


def form_table(language: str = "en") -> Mapping[str, set[str]]:
    """Every form of every trigger and title, with the words that it is a form of.

    >>> form_table()["met"], form_table()["ministers"]
    ({'meet'}, {'minister'})
    """
    irregular: Mapping[str, list[str]] = load_table(language, "relevance.yaml")["irregular"]
    table: dict[str, set[str]] = {}
    for base, forms in _forms(language):
        for form in (*forms, *irregular.get(base, ())):
            table.setdefault(form, set()).add(base)
    return table


def _forms(language: str) -> Iterator[tuple[str, Iterable[str]]]:
    predicates = load_predicates(language)
    for verb in predicates.verbs:
        yield verb.lower(), inflect_verb(verb.lower())
    titles = (noun.word for noun in load_titles(language).nouns.values())
    for noun in (*predicates.nouns, *titles):
        yield noun.lower(), inflect_noun(noun.lower())
    for adjective in predicates.adjectives:
        yield adjective.lower(), (adjective.lower(),)


def inflect_verb(verb: str) -> tuple[str, ...]:
    """The regular forms of a verb, those with a doubled consonant among them where it may be doubled.

    >>> inflect_verb("ratify")
    ('ratify', 'ratifies', 'ratified', 'ratifying')
    >>> inflect_verb("ban")
    ('ban', 'bans', 'baned', 'baning', 'banned', 'banning')
    """
    if verb.endswith("e"):
        return verb, f"{verb}s", f"{verb}d", f"{verb[:-1]}ing", f"{verb}ing"
    if _CONSONANT_Y.search(verb):
        return verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"
    plain = (verb, _add_s(verb), f"{verb}ed", f"{verb}ing")
    last = verb[-1]
    return (*plain, f"{verb}{last}ed", f"{verb}{last}ing") if _DOUBLED.search(verb) else plain


def inflect_noun(noun: str) -> tuple[str, str]:
    """The singular of a noun and its regular plural.

    >>> inflect_noun("party"), inflect_noun("speech"), inflect_noun("envoy")
    (('party', 'parties'), ('speech', 'speeches'), ('envoy', 'envoys'))
    """
    return noun, f"{noun[:-1]}ies" if _CONSONANT_Y.search(noun) else _add_s(noun)


def _add_s(word: str) -> str:
    return f"{word}es" if word.endswith(("s", "x", "z", "ch", "sh")) else f"{word}s"
