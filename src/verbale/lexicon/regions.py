"""Regions and peoples that are no territory of their own, with the country they tell of: "Darfur", "Tigrayan"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from verbale.lexicon.nouns import load_nouns, split_name
from verbale.lexicon.places import load_gazetteer

_PARTY_KINDS = frozenset(
    {"Social", "Christian", "Liberal", "Free", "Progressive", "Independent", "Centre", "Sweden"}
)
"""What stands before "Democrats" in the name of a party that is not of the United States."""


@dataclass(frozen=True, slots=True)
class Regions:
    """Countries by the words of a region's or people's name ("" for those of several), and all first words."""

    countries: Mapping[tuple[str, ...], str]
    firsts: frozenset[str]
    longest: int

    def at(self, words: Sequence[str], start: int) -> tuple[int, str] | None:
        """Where the name of a region or people that begins at `start` ends, and its country; None without one.

        >>> load_regions().at(["the", "West", "Bank"], 1), load_regions().at(["Tigrayan", "forces"], 0)
        ((3, 'ps'), (1, 'et'))
        >>> load_regions().at(["the", "Social", "Democrats"], 2) is None
        True
        """
        if words[start] not in self.firsts or start and words[start - 1] in _PARTY_KINDS:
            return None
        for end in range(min(start + self.longest, len(words)), start, -1):
            country = self.countries.get(tuple(words[start:end]))
            if country is not None:
                return end, country
        return None


@cache
def load_regions(language: str = "en") -> Regions:
    """The regions, palaces and squares of the gazetteer that lie in one country, and the peoples of one."""
    peoples = ((name, country or "") for name, country in load_nouns(language).peoples.items())
    countries = {
        tuple(split_name(name)): country for name, country in chain(load_gazetteer().list_sites(), peoples)
    }
    return Regions(countries, frozenset(words[0] for words in countries), max(map(len, countries)))
