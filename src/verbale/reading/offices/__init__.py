"""Offices: titles, who holds them, and the office that a predicate names."""

from verbale.reading.offices.appointments import (
    find_office_after,
    find_offices_after,
    office_of,
    parse_office,
)
from verbale.reading.offices.heading import office_to_head
from verbale.reading.offices.holding import Holding, same_office
from verbale.reading.offices.holdings import find_holdings
from verbale.reading.offices.naming import name_holders
from verbale.reading.offices.portfolios import portfolio_after
from verbale.reading.offices.scene import Scene, survey
from verbale.reading.offices.titles import find_titles, titles_in

__all__ = [
    "Holding",
    "Scene",
    "find_holdings",
    "find_office_after",
    "find_offices_after",
    "find_titles",
    "name_holders",
    "office_of",
    "office_to_head",
    "parse_office",
    "portfolio_after",
    "same_office",
    "survey",
    "titles_in",
]
