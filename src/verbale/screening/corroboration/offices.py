"""Offices held, taken and left, against tables of tenures."""

from functools import cache

from sqlalchemy import Connection

from verbale.lexicon.territories import load_territories
from verbale.record.registers.lookup import tenures_of
from verbale.record.registers.name_keys import name_words
from verbale.record.registers.versions import versions_on
from verbale.registers import Tenure
from verbale.screening.corroboration.people import find_party, weigh
from verbale.screening.corroboration.statement import Statement
from verbale.screening.corroboration.tenures import TABLES, judge_tenures, uncovered
from verbale.screening.corroboration.titles import same_office
from verbale.screening.corroboration.verdict import Verdict, strongest


def check_office(conn: Connection, claim: Statement) -> Verdict:
    """Whether a table of office-holders has the person in the office, from or until the day that is said.

    Rules: `in-office` (holds it on that day), `office-start`, `office-end` (the table's day agrees or does
    not), `office-over` (the table ended it before). A table without the person, or without the office,
    covers nothing; a tenure without end is known to last until the table was issued.
    """
    if claim.office is None:
        return uncovered(claim, "the claim names no office", "office")
    holders = claim.actors if claim.type in ("hold_office", "leave_office") else claim.recipients
    tables = [version for version in versions_on(conn) if version.kind in TABLES]
    found: list[Verdict] = []
    for holder in holders:
        for who in find_party(conn, holder, tables):
            held = [tenure for tenure in tenures_of(conn, who.found) if not tenure.organization]
            fitting = [tenure for tenure in held if _fits(claim, tenure)]
            if fitting:
                found.append(weigh(judge_tenures(claim, who.found, fitting, "office"), who, holder))
            elif held:
                note = f"{who.found.version.label} has {who.found.entry.name} in other offices only"
                found.append(uncovered(claim, note, "office", who.found, held[-1]))
    otherwise = "no table that is loaded has the person in such an office"
    return strongest(found, uncovered(claim, otherwise, "office"))


def _fits(claim: Statement, tenure: Tenure) -> bool:
    """Whether a tenure is of the office that the claim names."""
    office = claim.office
    if office is None or not tenure.position:
        return False
    if office.country and tenure.country and office.country != tenure.country:
        return False
    words = _country_words(office.country or tenure.country)
    return same_office(office.title, office.body, tenure.position, words)


@cache
def _country_words(code: str | None) -> frozenset[str]:
    """Words that name a country or its people."""
    territory = load_territories().by_code(code) if code else None
    if territory is None:
        return frozenset()
    names = (territory.name, territory.official, *territory.names, *territory.adjectives, *territory.people)
    return frozenset(word for name in names for word in name_words(name)) - {"the", "of", "and"}
