"""Places: towns, regions and buildings by name, with coordinates, resolved with the countries in context.

The table `data/places.tsv` is built by `tools/build_places.py`: towns from 15,000 inhabitants (GeoNames,
CC BY 4.0), a table of other places that newswire names, and one centre for every territory.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from verbale.lexicon.spelling import fold, strip_article
from verbale.lexicon.tables import load_table
from verbale.lexicon.territories import Territory, load_territories
from verbale.model import Place

CONTEXT_WEIGHT = 25
"""How many times larger a town abroad must be to be meant, rather than one in a country of the context."""

CAPITAL_WEIGHT = 3
"""A seat of government counts as so many times larger: London is rarely London, Ontario."""

LARGE_TOWN = 300_000
"""A subdivision named like a town of so many inhabitants (New York, Geneva) is meant as the town."""

_ARTICLES = ("al ", "el ", "ad ", "an ", "ar ", "as ", "ash ", "at ", "ath ", "az ")
_SAINTS = ("st. ", "st ", "ste. ", "sainte ")


class Gazetteer:
    """The table of places in memory; a line is parsed only when it is asked for."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._towns: dict[str, list[str]] = {}
        self._sites: dict[str, str] = {}
        self._centres: dict[str, str] = {}
        for line in lines:
            name, spellings, kind, _ = line.split("\t", 3)
            if kind == "territory":
                self._centres[name] = line
                continue
            for spelling in (name, *spellings.split("; ")) if spellings else (name,):
                key = spelling.lower() if spelling.isascii() and spelling.isalpha() else make_key(spelling)
                if kind == "site":
                    self._sites[key] = line
                else:
                    self._towns.setdefault(key, []).append(line)

    def towns(self, key: str) -> list["Town"]:
        """The towns of this name, in the order of the table."""
        return [_parse(line) for line in self._towns.get(key, ())]

    def site(self, key: str) -> "Town | None":
        """The region, building or sea of this name."""
        line = self._sites.get(key)
        return _parse(line) if line else None

    def list_sites(self) -> Iterator[tuple[str, str]]:
        """The names of regions and buildings with the country of each."""
        for line in dict.fromkeys(self._sites.values()):
            name, spellings, _, country, _ = line.split("\t", 4)
            if country:
                yield from ((spelling, country) for spelling in (name, *spellings.split("; ")) if spelling)

    def centre(self, code: str) -> tuple[float, float] | None:
        """Degrees of latitude and longitude at the centre of a territory's people, None where unknown."""
        line = self._centres.get(code)
        if line is None:
            return None
        town = _parse(line)
        return town.latitude, town.longitude


class Town(NamedTuple):
    """One place of the table; `admin1` is the code of its subdivision where the table has it."""

    name: str
    country: str | None
    admin1: str
    latitude: float
    longitude: float
    population: int


def _parse(line: str) -> Town:
    name, _, _, country, admin1, latitude, longitude, population, _ = line.split("\t")
    return Town(name, country or None, admin1, float(latitude), float(longitude), int(population))


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The English words around place names; `data/en/places.yaml` says what each list is for."""

    locative: frozenset[str]
    surface: frozenset[str]
    trodden: frozenset[str]
    direction: frozenset[str]
    motion: frozenset[str]
    arriving: frozenset[str]
    entering: frozenset[str]
    words: frozenset[str]
    about: frozenset[str]
    parts: tuple[str, ...]
    kinds: tuple[str, ...]
    kinds_of: frozenset[str]
    seats_of_many: frozenset[str]
    aimed: frozenset[str]
    sending: frozenset[str]
    sent: frozenset[str]
    grounds: frozenset[str]
    regions: frozenset[str]
    landmarks: frozenset[str]
    seated: frozenset[str]
    victims: frozenset[str]
    scenes: frozenset[str]
    polls: frozenset[str]

    @property
    def prepositions(self) -> frozenset[str]:
        """Every preposition that can stand before a place."""
        return self.locative | self.surface | self.direction


@cache
def load_place_words() -> PlaceWords:
    """The shipped words around place names, read once a process."""
    rows: dict[str, list[str]] = load_table("en", "places.yaml")
    return PlaceWords(
        locative=frozenset(rows["locative"]),
        surface=frozenset(rows["surface"]),
        trodden=frozenset(rows["trodden"]),
        direction=frozenset(rows["direction"]),
        motion=frozenset(rows["motion"]),
        arriving=frozenset(rows["arriving"]),
        entering=frozenset(rows["entering"]),
        words=frozenset(rows["words"]),
        about=frozenset(rows["about"]),
        parts=_longest_first(rows["parts"]),
        kinds=_longest_first(rows["kinds"]),
        kinds_of=frozenset(rows["kinds_of"]),
        seats_of_many=frozenset(rows["seats_of_many"]),
        aimed=frozenset(rows["aimed"]),
        sending=frozenset(rows["sending"]),
        sent=frozenset(rows["sent"]),
        grounds=frozenset(rows["grounds"]),
        regions=frozenset(rows["regions"]),
        landmarks=frozenset(rows["landmarks"]),
        seated=frozenset(rows["seated"]),
        victims=frozenset(rows["victims"]),
        scenes=frozenset(rows["scenes"]),
        polls=frozenset(rows["polls"]),
    )


def _longest_first(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


@cache
def load_gazetteer() -> Gazetteer:
    """The shipped places, read once a process."""
    text = files("verbale.data").joinpath("places.tsv").read_text("utf-8")
    return Gazetteer(text.splitlines()[1:])


def make_key(name: str) -> str:
    """The form under which a place is filed: lower case, no accents, "Saint" written out, no hyphens.

    >>> make_key("St. Petersburg"), make_key("Ta‘izz"), make_key("Deir al-Zor")
    ('saint petersburg', 'taizz', 'deir al zor')
    """
    key = fold(name).lower().replace("'", "").replace("-", " ").strip()
    for short in _SAINTS:
        if key.startswith(short):
            return "saint " + key[len(short) :]
    return key


def resolve_place(name: str, *, countries: Sequence[str] = ()) -> Place | None:
    """The place of this name, as written, with its country and coordinates.

    Args:
        name: the place as the report writes it, with or without what it lies in ("Paris, Texas").
        countries: codes of the countries that the context is about; a town there is preferred unless one
            elsewhere is far larger.

    A state or a subdivision gets the centre of its people (the mean of its towns, weighted by inhabitants)
    or, where no town of it is known, no coordinates; its `country` is the state, never the subdivision.
    Parts of a place ("eastern Ukraine", "Idlib province") get the coordinates of the whole.
    None: no such place is known.

    >>> resolve_place("Paris").country, resolve_place("Paris, Texas").country
    ('fr', 'us')
    >>> resolve_place("St. Petersburg").country, resolve_place("St. Petersburg, Florida").country
    ('ru', 'us')
    >>> resolve_place("the minister") is None
    True
    """
    bare = strip_article(name.strip().rstrip(","))
    if not bare or not any(c.isupper() for c in bare):
        return None
    head, *within = (part.strip() for part in bare.split(","))
    found = _find_within(head, within) if within else _find(head, tuple(countries))
    return Place(head, found.country, found.latitude, found.longitude) if found else None


class _Found(NamedTuple):
    country: str | None
    latitude: float | None
    longitude: float | None


def _find_within(head: str, within: Sequence[str]) -> _Found | None:
    """The place that lies in what the qualifiers name; without coordinates where only those are known."""
    regions = next((found for found in map(_find_regions, within) if found), ())
    if not regions:
        return _find(head, ())
    towns = [t for key in _key_forms(make_key(head)) for t in load_gazetteer().towns(key)]
    inside = [t for t in towns if any(_lies_in(t, region) for region in regions)]
    if inside:
        best = max(inside, key=lambda t: t.population)
        return _Found(best.country, best.latitude, best.longitude)
    states = tuple(filter(None, map(_state_of, regions)))
    known = _find(head, states)
    return known if known and known.country in states else _Found(next(iter(states), None), None, None)


def _find_regions(text: str) -> tuple[Territory, ...]:
    """All territories of this name, or the one abbreviated so ("Tex.")."""
    territories = load_territories()
    short = territories.by_abbreviation(text)
    return territories.candidates(text) or ((short,) if short else ())


def _lies_in(town: Town, region: Territory) -> bool:
    """Whether the town lies in the region; where its subdivision is unknown, whether it may."""
    if town.country == region.code or town.admin1 == region.code:
        return True
    return town.country == region.parent and not town.admin1


def is_site(name: str) -> bool:
    """Whether the table of places other than towns has this name: a palace, a region, a sea.

    >>> is_site("the Black Sea"), is_site("Lyon")
    (True, False)
    """
    return load_gazetteer().site(make_key(strip_article(name))) is not None


@lru_cache(maxsize=20_000)
def names_town(name: str) -> bool:
    """Whether the name, or what it is a part of, is a town's rather than a region's, a state's or a building's.

    >>> names_town("Moscow"), names_town("central Bangkok"), names_town("southern Israel"), names_town("Kremlin")
    (True, True, False, False)
    """
    key = make_key(strip_article(name))
    if _find_territory(name, key, ()) or _find_site(key):
        return False
    if _find_town(name, key, ()):
        return True
    whole = _strip_part(name)
    return whole is not None and names_town(whole)


def whole_of(name: str) -> str:
    """The name without a word in front for a part of the place.

    >>> whole_of("southwestern Pakistan"), whole_of("South Sudan")
    ('Pakistan', 'South Sudan')
    """
    if load_territories().by_name(name):
        return name
    first, _, rest = name.partition(" ")
    return whole_of(rest) if rest and first.lower() in load_place_words().parts else name


@lru_cache(maxsize=20_000)
def _find(name: str, countries: tuple[str, ...]) -> _Found | None:
    """The place of this name, else the place that it is a part of."""
    key = make_key(name)
    found = _find_territory(name, key, countries) or _find_site(key) or _find_town(name, key, countries)
    if found:
        return found
    whole = _strip_part(name)
    return _find(whole, countries) if whole else None


def _strip_part(name: str) -> str | None:
    """What the place is a part of ("northern Gaza" -> "Gaza"), None where the name does not say so."""
    words = load_place_words()
    flat = name.lower().replace("-", " ")
    for part in (*words.parts, *(f"{kind} of" for kind in sorted(words.kinds_of))):
        if flat.startswith(part + " "):
            return strip_article(name[len(part) + 1 :])
    for kind in words.kinds:
        if flat.endswith(" " + kind):
            return name[: -len(kind) - 1]
    return None


def _find_territory(name: str, key: str, countries: tuple[str, ...]) -> _Found | None:
    """The centre of the territory of this name, unless a large town of the name is meant."""
    strong = load_territories().by_name(name)
    if strong is None:
        return None
    near = [t for t in load_territories().candidates(name) if t.code in countries or t.parent in countries]
    territory = strong if strong.code in countries or not near else near[0]
    if territory.kind == "subdivision":
        towns = [t for t in load_gazetteer().towns(key) if t.country == territory.parent]
        if any(t.population >= LARGE_TOWN for t in towns):
            return None
    state = _state_of(territory)
    point = load_gazetteer().centre(territory.code) or (None, None)
    return _Found(state, *point) if state else None


def _state_of(territory: Territory) -> str | None:
    """The code with two letters: the territory's own or, of a subdivision, its parent's."""
    now = territory.as_now()
    return now.code if len(now.code) == 2 else now.parent


def _find_site(key: str) -> _Found | None:
    site = load_gazetteer().site(key)
    return _Found(site.country, site.latitude, site.longitude) if site else None


def _find_town(name: str, key: str, countries: tuple[str, ...]) -> _Found | None:
    """The largest town of this name, those in the context and seats of government counted as larger."""
    seat = load_territories().by_capital(name)

    def weight(town: Town) -> int:
        near = CONTEXT_WEIGHT if town.country in countries else 1
        return town.population * near * (CAPITAL_WEIGHT if seat and seat.code == town.country else 1)

    for form in _key_forms(key):
        towns = load_gazetteer().towns(form)
        if towns:
            best = max(towns, key=weight)
            return _Found(best.country, best.latitude, best.longitude)
    return None


def _key_forms(key: str) -> tuple[str, ...]:
    """The key, and without an Arabic article ("al fallujah" -> "fallujah")."""
    for article in _ARTICLES:
        if key.startswith(article):
            return key, key[len(article) :]
    return (key,)
