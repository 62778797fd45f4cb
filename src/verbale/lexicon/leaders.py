"""Well-known heads of state and government, and other figures, with their countries (data/leaders.yaml, figures.yaml).

English newswire leaves out the country of those it takes for known: "President Putin said".
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from verbale.lexicon.nouns import load_nouns
from verbale.lexicon.spelling import fold

_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr."})


@dataclass(frozen=True, slots=True)
class Leaders:
    """Countries by name, folded and in lower case; a surname alone only where no two countries share it."""

    names: Mapping[str, str]
    surnames: Mapping[str, str]

    def country_of(self, name: str) -> str | None:
        """The code of the country that a leader of this full name or surname leads or led.

        >>> load_leaders().country_of("Recep Tayyip Erdoğan"), load_leaders().country_of("Merkel")
        ('tr', 'de')
        >>> load_leaders().country_of("Erna Erdoğan") is None
        True
        """
        words = [word for word in fold(name).lower().replace(",", "").split() if word not in _SUFFIXES]
        if len(words) == 1:
            return self.surnames.get(words[0]) or self.names.get(words[0])
        return self.names.get(" ".join(words)) or self.names.get(f"{words[0]} {words[-1]}") if words else None


def country_of_known(name: str, language: str = "en") -> str | None:
    """The country of somebody whom every reader of the language knows, leaders or not; None for others.

    >>> country_of_known("Nancy Pelosi"), country_of_known("Angela Merkel"), country_of_known("Ann Roe")
    ('us', 'de', None)
    """
    plain = " ".join(fold(name).lower().replace("-", " ").replace(".", " ").split())
    return load_nouns(language).known_people.get(plain) or load_leaders().country_of(name)


@cache
def load_leaders() -> Leaders:
    """The shipped tables, read once a process; of figures only the full name counts."""
    names = {
        " ".join(fold(figure).lower().split()): code
        for code, figures in _read("figures.yaml").items()
        for figure in figures
    }
    surnames: dict[str, set[str]] = {}
    for code, leaders in _read("leaders.yaml").items():
        for leader in leaders:
            words = fold(leader).lower().split()
            names[" ".join(words)] = names[f"{words[0]} {words[-1]}"] = code
            surnames.setdefault(words[-1], set()).add(code)
    return Leaders(names, {name: min(codes) for name, codes in surnames.items() if len(codes) == 1})


def _read(name: str) -> Mapping[str, Sequence[str]]:
    table: Mapping[str, Sequence[str]] = yaml.safe_load(
        files("verbale").joinpath("data", name).read_text(encoding="utf-8")
    )
    return table
