"""Offices: titles, who holds them, and the office that a predicate names."""

from verbale.reading.offices.scene import Scene, survey
from verbale.reading.offices.titles import find_titles, titles_in

__all__ = ["Scene", "find_titles", "survey", "titles_in"]
