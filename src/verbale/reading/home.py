"""The country that a report is filed from, by its datelines: a hint where nothing nearer tells one."""

import re

from spacy.tokens import Doc

from verbale.lexicon.places import load_place_words, resolve_place
from verbale.lexicon.territories import load_territories
from verbale.reading.datelines import find_datelines

_TOWN = re.compile(r"(?:St\.? |ST\.? )?[^,(/—–:.]+")
_REGION = re.compile(r", (?P<name>[A-Z][a-z]+(?: [A-Za-z]+)*)")


def home_of(doc: Doc) -> str | None:
    """The code of the country that all datelines of a report name; None without one, or where they differ.

    Seats of many bodies of many states ("GENEVA") say nothing of whom a report is about.
    """
    text = doc.text
    found = {_country_of(text[start:end]) for start, end in find_datelines(text)}
    return found.pop() if len(found) == 1 else None


def part_of(doc: Doc) -> str | None:
    """The code of the part of a federal state whose seat of government the one dateline is ("HELENA" for "us-mt")."""
    text = doc.text
    datelines = find_datelines(text)
    town = _TOWN.search(text[datelines[0][0] : datelines[0][1]]) if len(datelines) == 1 else None
    if town is None:
        return None
    name, table = _titled(town.group().strip(" -")), load_territories()
    if table.by_capital(name) or _country_of(name) is None:
        return None
    return next((t.code for t in table.all if t.is_federated and name in t.capitals), None)


def _country_of(dateline: str) -> str | None:
    town = _TOWN.search(dateline)
    name = town.group().strip(" -") if town else ""
    if not name or name.casefold() in load_place_words().seats_of_many:
        return None
    table, titled = load_territories(), _titled(name)
    region = _REGION.match(dateline, town.end()) if town else None
    territory = (
        (table.by_name(region["name"]) if region else None)
        or table.by_capital(titled)
        or table.by_capital(titled.replace("St ", "St. "))
        or table.by_name(titled)
    )
    if territory:
        return territory.code if territory.is_country else territory.parent
    place = resolve_place(titled)
    return place.country if place else None


def _titled(name: str) -> str:
    """A name in capitals as names are else written: "ST GEORGE'S" is St George's.

    >>> _titled("ST GEORGE'S"), _titled("PORT-AU-PRINCE")
    ("St George's", 'Port-Au-Prince')
    """
    return " ".join(re.sub(r"(?<=['’])S\b", "s", word.title()) for word in name.split())
