"""The country that a report is filed from, by its datelines: a hint where nothing nearer tells one."""

import re

from spacy.tokens import Doc

from verbale.lexicon.places import load_place_words, resolve_place
from verbale.lexicon.territories import load_territories
from verbale.reading.datelines import find_datelines

_TOWN = re.compile(r"[^,(/—–:.]+")


def home_of(doc: Doc) -> str | None:
    """The code of the country that all datelines of a report name; None without one, or where they differ.

    Seats of many bodies of many states ("GENEVA") say nothing of whom a report is about.
    """
    found = {_country_of(doc.text[start:end]) for start, end in find_datelines(doc.text)}
    return found.pop() if len(found) == 1 else None


def _country_of(dateline: str) -> str | None:
    town = _TOWN.search(dateline)
    name = town.group().strip(" -").title() if town else ""
    if not name or name.casefold() in load_place_words().seats_of_many:
        return None
    territory = load_territories().by_capital(name)
    place = None if territory else resolve_place(name)
    return territory.code if territory else place.country if place else None
