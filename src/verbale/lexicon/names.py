"""What the same name looks like in other reports (`data/en/names.yaml`)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from verbale.lexicon.tables import load_table


@dataclass(frozen=True, slots=True)
class NameWords:
    """All lower case, plain Latin letters.

    `short_forms`: given name -> every name it goes with; `honorifics`, `particles`, `suffixes`
    tell no persons apart, but for father and son; `same_words`: word of a body's name -> the one that
    stands for it; `little` words tell no bodies apart; bodies named with `plain` words alone need a country;
    `armed_forces`: names for the forces of a state as a whole; `acronyms`: letters -> the body's name in full;
    `one_each`: bodies of which a state has one; `standing_groups`: groups that are one with a country's name;
    `single_offices`: words of offices with one holder at a time, those of `needs_more` only with a further word.
    """

    short_forms: Mapping[str, frozenset[str]]
    honorifics: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    same_words: Mapping[str, str]
    little: frozenset[str]
    plain: frozenset[str]
    armed_forces: frozenset[frozenset[str]]
    acronyms: Mapping[str, str]
    one_each: frozenset[str]
    standing_groups: frozenset[str]
    single_offices: frozenset[frozenset[str]]
    needs_more: frozenset[str]


@cache
def load_name_words(language: str = "en") -> NameWords:
    """The words of a language, frozen; read once a process.

    >>> words = load_name_words()
    >>> "joe" in words.short_forms["joseph"], words.same_words["defense"]
    (True, 'defence')
    """
    table = load_table(language, "names.yaml")
    rows = [row.split() for row in table["short_forms"]]
    same = {word: row.split()[0] for row in table["same_words"] for word in row.split()}
    names = {name for row in rows for name in row}
    return NameWords(
        short_forms={
            name: frozenset(n for row in rows if name in row for n in row) for name in sorted(names)
        },
        honorifics=frozenset(table["honorifics"].split()),
        particles=frozenset(table["particles"].split()),
        suffixes=frozenset(table["suffixes"].split()),
        same_words=same,
        little=frozenset(table["little"].split()),
        plain=frozenset(same.get(word, word) for word in table["plain"].split()),
        armed_forces=_word_sets(table["armed_forces"]),
        acronyms=table["acronyms"],
        one_each=frozenset(table["one_each"].split()),
        standing_groups=frozenset(table["standing_groups"].split()),
        single_offices=_word_sets(table["single_offices"]),
        needs_more=frozenset(table["needs_more"].split()),
    )


def _word_sets(rows: list[str]) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(row.split()) for row in rows)
