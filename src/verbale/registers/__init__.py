"""Registers: official lists, roll calls and tables of office-holders, read into one frozen shape."""

from verbale.registers.dates import first_day, last_day, parse_date
from verbale.registers.loading import KINDS, RegisterKind, load_rows
from verbale.registers.options import LoadOptions
from verbale.registers.rows import BadRow, Entry, Listing, RollCall, Row, Tenure

__all__ = [
    "KINDS",
    "BadRow",
    "Entry",
    "Listing",
    "LoadOptions",
    "RegisterKind",
    "RollCall",
    "Row",
    "Tenure",
    "first_day",
    "last_day",
    "load_rows",
    "parse_date",
]
