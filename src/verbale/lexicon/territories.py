"""Territories: states and their parts under every English name, demonym, capital and metonym.

The table `data/territories.json` is built by `tools/build_territories.py` from rigour and
`data-sources/territories.tsv`; codes are ISO 3166-1 alpha-2 in lower case, `xk`, `eu`, and rigour's
subdivision codes (`ba-srp`, `us-tx`).
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Literal

from verbale.lexicon.spelling import fold, strip_article

TerritoryKind = Literal["country", "territory", "subdivision", "historical", "body", "none"]
Use = Literal["name", "metonym", "adjective", "people", "capital"]


_FEDERATIONS = frozenset({"ar", "au", "ba", "be", "br", "ca", "de", "es", "gb", "in", "it", "mx", "us"})
_RULED_BY_STATE = frozenset({"gb-eng"})
_SEPARATE = frozenset({"ba-srp", "cy-trnc", "ge-ab", "iq-kr", "md-pmr", "so-som", "x-so"})


@dataclass(frozen=True, slots=True)
class Territory:
    """One state, dependent or disputed territory, subdivision, former state, or the European Union.

    `kind` is "body" for the European Union and "none" for codes that are no place (the UN, "global").
    `parent` is the code of the state that a subdivision or dependency belongs to.
    `weak` are those of its names that mean it only in context ("Victoria").
    `abbreviations` count only after a comma ("Paris, Tex.").
    `successor` is the code of the state that a former one is counted as now (Zaire: "cd").
    """

    code: str
    name: str
    official: str
    kind: TerritoryKind
    alpha3: str | None = None
    parent: str | None = None
    region: str | None = None
    codes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    successor: str | None = None

    def as_now(self) -> "Territory":
        """A former state under the code of its successor and its own name; any other as it is.

        >>> zaire = load_territories().by_name("Zaire").as_now()
        >>> zaire.name, zaire.code
        ('Zaire', 'cd')
        """
        return replace(self, code=self.successor, kind="country") if self.successor else self

    @property
    def is_country(self) -> bool:
        """Whether it is a present state or a territory with an ISO code of its own."""
        return self.kind in ("country", "territory")

    @property
    def is_separate(self) -> bool:
        """Whether it acts as a state of its own, recognised or not, though a state claims it ("ba-srp")."""
        return self.code in _SEPARATE

    @property
    def is_federated(self) -> bool:
        """Whether it has a government of its own that newspapers name: Texas, Scotland, Republika Srpska."""
        return self.is_separate or (
            self.kind == "subdivision" and self.parent in _FEDERATIONS and self.code not in _RULED_BY_STATE
        )

    @property
    def capital(self) -> str | None:
        """The seat that newspapers use for its government, None where the table has none."""
        return self.capitals[0] if self.capitals else None


@dataclass(frozen=True, slots=True)
class TerritoryMatch:
    """Words `start` to `end` (half-open) that stand for a territory, and in which use."""

    start: int
    end: int
    territory: Territory
    use: Use


class Territories:
    """All territories with lookups by name, demonym, capital and metonym.

    Lookups keep case ("turkey" and "us" match nothing, "TURKEY" does), fold accents and ignore a
    leading "the". Where two territories share a word, states come before their parts and the order of the
    table decides between equals ("Congo" is the Democratic Republic of the Congo, "Georgia" the state
    in the Caucasus).

    >>> territories = load_territories()
    >>> territories.by_name("the U.S.").code
    'us'
    >>> territories.by_demonym("Poles").code
    'pl'
    >>> territories.by_metonym("the Kremlin").code, territories.by_capital("Belgrade").code
    ('ru', 'rs')
    >>> territories.by_name("us") is None
    True
    """

    def __init__(self, territories: Iterable[Territory]) -> None:
        self.all = tuple(territories)
        self._codes = {code: t for t in self.all for code in (*t.codes, t.alpha3) if code}
        self._codes.update({t.code: t for t in self.all})
        ranked = sorted((t for t in self.all if t.kind != "none"), key=_rank)
        states = [t for t in ranked if t.kind != "subdivision"]
        seats = {fold(word) for t in states for word in t.capitals}
        self._names = _Index((name, t) for t in ranked for name in _strong_names(t, seats))
        self._adjectives = _Index((word, t) for t in ranked for word in t.adjectives)
        self._people = _Index((word, t) for t in ranked for word in t.people)
        self._metonyms = _Index((word, t) for t in ranked for word in t.metonyms)
        self._capitals = _Index((word, t) for t in states for word in t.capitals)
        self._bearers = _collect((strip_article(fold(n)), t) for t in ranked for n in _all_names(t))
        self._abbreviated = _collect((word, t) for t in ranked for word in _abbreviate(t))
        self._joined = self._join_uses()
        self._first = _first_words(self._joined_names())
        self._several = _join_several(self._joined_names())
        self.max_words = max(len(_split(word)) for word in self._joined_names())

    def by_code(self, code: str) -> Territory | None:
        """The territory with this alpha-2, alpha-3, former or subdivision code, in any case.

        >>> load_territories().by_code("SRB").name
        'Serbia'
        """
        return self._codes.get(code.lower())

    def by_name(self, text: str) -> Territory | None:
        """The territory of this full, short, former or colloquial name.

        >>> load_territories().by_name("Türkiye").name
        'Turkey'
        >>> load_territories().by_name("Washington") is None
        True
        """
        return self._names.find(text)

    def by_demonym(self, text: str) -> Territory | None:
        """The territory of this adjective or noun for its people, singular or plural.

        >>> load_territories().by_demonym("Bosnian Serb").code
        'ba-srp'
        """
        return self.resolve_adjective(text) or self._people.find(text)

    def resolve_adjective(self, text: str) -> Territory | None:
        """The territory of this adjective ("South Korean"); None for a noun only ("Poles")."""
        return self._adjectives.find(text)

    def by_capital(self, text: str) -> Territory | None:
        """The state whose seat of government this city is; "Brussels" is the European Union's.

        Capitals of subdivisions are left out: nobody writes "Springfield said".
        """
        return self._capitals.find(text)

    def by_metonym(self, text: str) -> Territory | None:
        """The state that this building or street stands for ("Downing Street")."""
        return self._metonyms.find(text)

    def by_abbreviation(self, text: str, parent: str | None = None) -> Territory | None:
        """The subdivision written so after a comma ("Tex.", "TX"), of `parent` where given."""
        return next((t for t in self._abbreviated.get(text, ()) if parent in (None, t.parent)), None)

    def candidates(self, text: str) -> tuple[Territory, ...]:
        """All territories of this name, the likeliest first, weak names included.

        >>> [t.code for t in load_territories().candidates("Georgia")]
        ['ge', 'us-ga']
        """
        return self._bearers.get(strip_article(fold(text)), ())

    def names(self) -> Iterator[tuple[str, Territory]]:
        """Every name with the territory that `by_name` gives for it, accents folded, in a stable order."""
        return iter(self._names.exact.items())

    def longest_at(self, words: Sequence[str], start: int) -> TerritoryMatch | None:
        """The longest name, demonym, capital or metonym that begins at word `start`, None where none does.

        Args:
            words: the words of a sentence as a tokeniser splits them ("Guinea", "-", "Bissau"); a leading
                "the" is not part of a match.
            start: index of the first word.

        >>> load_territories().longest_at(["a", "South", "Korean", "ship"], 1).end
        3

        What is one word is never read across two; "Oman is" holds no Omanis:

        >>> load_territories().longest_at(["Oman", "is", "neutral"], 0).end
        1
        """
        key = fold(words[start])
        if key not in self._first:
            return None
        found: TerritoryMatch | None = None
        for end in range(start + 1, min(start + self.max_words, len(words)) + 1):
            key = key if end == start + 1 else key + fold(words[end - 1])
            hit = self._joined.get(key)
            if hit and (end == start + 1 or key in self._several):
                found = TerritoryMatch(start, end, *hit)
        return found

    def _joined_names(self) -> Iterator[str]:
        for index in (self._names, self._adjectives, self._people, self._metonyms, self._capitals):
            yield from index.exact

    def _join_uses(self) -> dict[str, tuple[Territory, Use]]:
        """Every word without spaces -> its first use: a name before a metonym before a demonym."""
        joined: dict[str, tuple[Territory, Use]] = {}
        uses: tuple[tuple[_Index, Use], ...] = (
            (self._names, "name"),
            (self._metonyms, "metonym"),
            (self._adjectives, "adjective"),
            (self._people, "people"),
            (self._capitals, "capital"),
        )
        for index, use in uses:
            for word, territory in index.exact.items():
                joined.setdefault(word.replace(" ", ""), (territory, use))
                if len(word) > 4:
                    joined.setdefault(word.replace(" ", "").upper(), (territory, use))
        return joined


@cache
def load_territories() -> Territories:
    """The shipped territories, read once a process."""
    text = files("verbale.data").joinpath("territories.json").read_text("utf-8")
    return Territories(_read_row(row) for row in json.loads(text))


def _read_row(row: dict[str, object]) -> Territory:
    return Territory(**{k: tuple(v) if isinstance(v, list) else v for k, v in row.items()})  # type: ignore[arg-type]


def _rank(territory: Territory) -> int:
    order = ("body", "country", "territory", "historical", "subdivision")
    return order.index(territory.kind)


def _all_names(territory: Territory) -> Iterator[str]:
    yield from dict.fromkeys((territory.name, territory.official, *territory.names))


def _abbreviate(territory: Territory) -> Iterator[str]:
    """Abbreviations used after a comma; in federations that have them, the postal code too ("TX")."""
    yield from territory.abbreviations
    if territory.kind == "subdivision" and territory.parent in ("us", "ca", "au"):
        yield territory.code.partition("-")[2].upper()


def _collect(pairs: Iterable[tuple[str, Territory]]) -> dict[str, tuple[Territory, ...]]:
    """Words -> all territories that share them, in the order given, each once."""
    found: dict[str, dict[str, Territory]] = {}
    for word, territory in pairs:
        found.setdefault(word, {})[territory.code] = territory
    return {word: tuple(bearers.values()) for word, bearers in found.items()}


def _strong_names(territory: Territory, seats: set[str]) -> Iterator[str]:
    """The names that identify a territory by themselves.

    A subdivision named like a seat of government (Moscow, Washington) is rarely meant by the bare name,
    nor is one named like a person or a common word (Victoria).
    """
    for name in _all_names(territory):
        if name not in territory.weak and not (territory.kind == "subdivision" and fold(name) in seats):
            yield name


class _Index:
    """Words -> territory, first come first served; a word of five letters and more also in capitals."""

    def __init__(self, pairs: Iterable[tuple[str, Territory]]) -> None:
        self.exact: dict[str, Territory] = {}
        for word, territory in pairs:
            self.exact.setdefault(fold(word), territory)
        self._upper = {word.upper(): t for word, t in reversed(self.exact.items()) if len(word) > 4}

    def find(self, text: str) -> Territory | None:
        """The territory of the text, with or without a leading "the"."""
        key = fold(text)
        bare = strip_article(key)
        return self.exact.get(key) or self.exact.get(bare) or self._upper.get(bare)


def _split(word: str) -> list[str]:
    return word.replace("-", " - ").split()


def _first_words(words: Iterable[str]) -> frozenset[str]:
    firsts = {_split(word)[0] for word in words}
    return frozenset(firsts | {first.upper() for first in firsts if len(first) > 2})


def _join_several(words: Iterable[str]) -> frozenset[str]:
    """The forms that a tokeniser may split, joined without spaces: those with anything but letters in them."""
    joined = {word.replace(" ", "") for word in words if not word.isalpha()}
    return frozenset(joined | {word.upper() for word in joined})
