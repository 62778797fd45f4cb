"""The name of a place where it stands in a sentence, and what it was resolved to."""

from typing import NamedTuple

from verbale.lexicon.places import names_town
from verbale.model import Place


class PlaceName(NamedTuple):
    """Tokens `start` to `end` (half-open) and the place that they name."""

    start: int
    end: int
    place: Place


def is_town(place: Place) -> bool:
    """Whether a table has the place with coordinates, as no state, region, palace or sea, nor a part of one."""
    return place.lat is not None and names_town(place.name)
