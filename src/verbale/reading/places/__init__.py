"""Places in a parsed report: the expressions that name them, and which belongs to a predicate.

A place is what a preposition puts a happening into ("in Munich, Germany", "at the White House", "in the
Serbian capital"), what a verb of movement has for its object ("visited Kyiv"), or the dateline that "here" means.
A nationality is no place.
"""

from verbale.reading.places.attaching import attach_place
from verbale.reading.places.expression import PlaceExpression
from verbale.reading.places.finding import find_places

__all__ = ["PlaceExpression", "attach_place", "find_places"]
