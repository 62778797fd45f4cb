"""Offices held, taken and left, and memberships, against tables of tenures."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from functools import cache
from typing import Any

from sqlalchemy import Connection

from verbale.lexicon.territories import load_territories
from verbale.record.registers.lookup import Found, tenures_of
from verbale.record.registers.name_keys import name_words
from verbale.record.registers.versions import Version, versions_on
from verbale.registers import Tenure, first_day, last_day
from verbale.screening.corroboration.days import agree, covers, off_by, touches
from verbale.screening.corroboration.people import find_party, sole_entry
from verbale.screening.corroboration.statement import Party, Statement
from verbale.screening.corroboration.titles import same_office
from verbale.screening.corroboration.verdict import TOLERANCE_DAYS, Standing, Verdict, strongest

_MARGIN = timedelta(days=TOLERANCE_DAYS)
_KINDS = frozenset({"ftm", "officeholders"})


def check_office(conn: Connection, claim: Statement) -> Verdict:
    """Whether a table of office-holders has the person in the office, from or until the day that is said.

    Rules: `in-office` (holds it on that day), `office-start`, `office-end` (the table's day agrees or does
    not), `office-over` (the table ended it before). A table without the person, or without the office,
    covers nothing; a tenure without end is known to last until the table was issued.
    """
    if claim.office is None:
        return _uncovered(claim, "the claim names no office")
    holders = claim.actors if claim.type in ("hold_office", "leave_office") else claim.recipients
    found: list[Verdict] = []
    for holder in holders:
        entries = find_party(conn, holder, _tables(conn))
        for one in entries:
            fitting = [tenure for tenure in tenures_of(conn, one) if _fits(claim, tenure)]
            if fitting:
                found.append(_judge(claim, one, fitting, certain=sole_entry(entries, one.version)))
    return strongest(found, _uncovered(claim, "no table that is loaded has the person in such an office"))


def check_membership(conn: Connection, claim: Statement) -> Verdict:
    """Whether a register has the actor as a member of the recipient. Rules: as for offices."""
    found: list[Verdict] = []
    for member in claim.actors:
        entries = find_party(conn, member, _tables(conn))
        for one in entries:
            fitting = [
                t
                for t in tenures_of(conn, one)
                if t.organization and _is_one_of(t.organization, claim.recipients)
            ]
            if fitting:
                found.append(_judge(claim, one, fitting, certain=sole_entry(entries, one.version)))
    return strongest(found, _uncovered(claim, "no register that is loaded has the membership"))


def _tables(conn: Connection) -> list[Version]:
    """The newest version of each register that can hold tenures."""
    return [version for version in versions_on(conn) if version.kind in _KINDS]


def _is_one_of(organization: str, parties: Iterable[Party]) -> bool:
    """Whether an organisation is one of these parties, by its words."""
    words = set(name_words(organization))
    return any(words == set(name_words(name)) for party in parties for name in party.all_names)


def _fits(claim: Statement, tenure: Tenure) -> bool:
    """Whether a tenure is of the office that the claim names."""
    office = claim.office
    if office is None or not tenure.position or tenure.organization:
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


def _judge(claim: Statement, found: Found, tenures: Sequence[Tenure], *, certain: bool) -> Verdict:
    """What the tenures of one holder in the office say."""
    if claim.type in ("appoint", "join"):
        return _judge_day(claim, found, tenures, "start", certain=certain)
    if claim.type in ("dismiss", "leave_office", "leave"):
        return _judge_day(claim, found, tenures, "end", certain=certain)
    return _judge_span(claim, found, tenures, certain=certain)


def _judge_day(
    claim: Statement, found: Found, tenures: Sequence[Tenure], which: str, *, certain: bool
) -> Verdict:
    """The day on which an office was taken or left."""
    rule = f"office-{which}"
    days = [(tenure, day) for tenure in tenures if (day := getattr(tenure, which))]
    if not days or claim.when is None:
        return _uncovered(
            claim, f"{found.version.label} has the office, but no day to compare", found, tenures[0]
        )
    for tenure, day in days:
        if agree(claim.when, day):
            note = f"{found.version.label} has the {which} on {day}{off_by(claim.when, day)}"
            return _verdict(claim, Standing.BORNE_OUT, rule, note, found, tenure, TOLERANCE_DAYS)
    tenure, day = days[-1]
    if not certain or (claim.day and claim.day > found.version.issued):
        return _uncovered(claim, f"{found.version.label} was issued before that day", found, tenure)
    note = f"{found.version.label} has the {which} on {day}, the report says otherwise"
    return _verdict(claim, Standing.CONTRADICTED, rule, note, found, tenure, TOLERANCE_DAYS)


def _judge_span(claim: Statement, found: Found, tenures: Sequence[Tenure], *, certain: bool) -> Verdict:
    """An office held: on the day of the report, or at some time in the span that is said.

    Where the report gives no day, an office that was over contradicts nothing: reports call people by the
    office they had then ("Attorney General Eric Holder was held in contempt in 2012").
    """
    day, when, version = claim.day, claim.when, found.version
    if day is None:
        return _uncovered(claim, f"{version.label} has the office; the report has no date", found, tenures[0])
    for tenure in tenures:
        end = tenure.end or version.issued.isoformat()
        held = touches(tenure.start, end, when) if when else covers(tenure.start, end, day)
        if held:
            note = f"{version.label} has the office {_span(tenure)}"
            standing = Standing.CONTRADICTED if claim.negated else Standing.BORNE_OUT
            return _verdict(claim, standing, "in-office", note, found, tenure, TOLERANCE_DAYS)
    last = tenures[-1]
    ended = last_day(last.end)
    if last.end is None and (first_day(last.start) or day) <= day:
        note = f"{version.label} has the office {_span(last)}; it does not reach that day"
        return _uncovered(claim, note, found, last)
    begun = when.start if when else None
    if certain and not claim.negated and ended and begun and ended + _MARGIN < begun <= version.issued:
        note = f"{version.label} has the office only {_span(last)}"
        return _verdict(claim, Standing.CONTRADICTED, "office-over", note, found, last, TOLERANCE_DAYS)
    return _uncovered(claim, f"{version.label} has the office {_span(last)}, not at that day", found, last)


def _span(tenure: Tenure) -> str:
    """From when until when, in words.

    >>> _span(Tenure("A", "Minister", start="2017-06-29")), _span(Tenure("A", "Minister"))
    ('from 2017-06-29', 'without dates')
    """
    parts = ([f"from {tenure.start}"] if tenure.start else []) + (
        [f"until {tenure.end}"] if tenure.end else []
    )
    return " ".join(parts) or "without dates"


def _row(found: Found, tenure: Tenure) -> dict[str, Any]:
    """The row of the table, as JSON."""
    names = ("position", "organization", "country", "start", "end")
    values = {name: value for name in names if (value := getattr(tenure, name))}
    return {"entry": found.entry.id, "name": found.entry.name, **values, "line": tenure.line}


def _verdict(
    claim: Statement, standing: Standing, rule: str, note: str, found: Found, tenure: Tenure, tolerance: int
) -> Verdict:
    """A verdict with the row that says so."""
    return Verdict(claim.claim_id, standing, rule, note, found.version, _row(found, tenure), tolerance)


def _uncovered(
    claim: Statement, note: str, found: Found | None = None, tenure: Tenure | None = None
) -> Verdict:
    """No table speaks; the nearest row is shown where there is one."""
    row = _row(found, tenure) if found and tenure else {}
    return Verdict(
        claim.claim_id, Standing.NOT_COVERED, "offices", note, found.version if found else None, row
    )
