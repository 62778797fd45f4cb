"""The country that a report is filed from, by its dateline: a hint where nothing nearer tells one."""

import re

from spacy.tokens import Doc

from verbale.lexicon.places import load_place_words, resolve_place
from verbale.lexicon.territories import load_territories
from verbale.reading.datelines import find_datelines

_TOWN = re.compile(r"[^,(/—–:.]+")


def home_of(doc: Doc) -> str | None:
    """The code of the country of the town that the first dateline names; None without one.

    Seats of many bodies of many states ("GENEVA") say nothing of whom a report is about.
    """
    found = next(find_datelines(doc.text), None)
    town = _TOWN.search(doc.text, *found) if found else None
    if town is None:
        return None
    name = town.group().strip(" -").title()
    if name.casefold() in load_place_words().seats_of_many:
        return None
    territory = load_territories().by_capital(name)
    place = None if territory else resolve_place(name)
    return territory.code if territory else place.country if place else None
