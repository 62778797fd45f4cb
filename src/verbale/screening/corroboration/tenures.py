"""What tenures of one holder say of a claim: an office or a membership begun, ended, or held on a day."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from verbale.record.registers.lookup import Found
from verbale.registers import Tenure, first_day, last_day
from verbale.screening.corroboration.days import agree, covers, off_by, touches
from verbale.screening.corroboration.statement import Statement
from verbale.screening.corroboration.verdict import TOLERANCE_DAYS, Standing, Verdict

TABLES = frozenset({"ftm", "officeholders"})
"""Kinds of register that can hold tenures."""

_MARGIN = timedelta(days=TOLERANCE_DAYS)
_BEGINS = frozenset({"appoint", "join"})
_ENDS = frozenset({"dismiss", "leave_office", "leave"})


def judge_tenures(claim: Statement, found: Found, tenures: Sequence[Tenure], what: str) -> Verdict:
    """What the tenures of one holder say.

    Args:
        claim: which of `_BEGINS` and `_ENDS` it is, or neither, decides what is compared.
        found: the holder in the register.
        tenures: one or more, all of the office or the membership that the claim names.
        what: "office" or "membership", for the note and the rule.
    """
    if claim.type in _BEGINS:
        return _judge_day(claim, found, tenures, "start", what)
    if claim.type in _ENDS:
        return _judge_day(claim, found, tenures, "end", what)
    return _judge_span(claim, found, tenures, what)


def _judge_day(claim: Statement, found: Found, tenures: Sequence[Tenure], which: str, what: str) -> Verdict:
    """The day on which an office was taken or left; a denial is contradicted by a day that agrees."""
    rule, label = f"{what}-{which}", found.version.label
    days = [(tenure, day) for tenure in tenures if (day := getattr(tenure, which))]
    if not days or claim.when is None:
        return uncovered(claim, f"{label} has the {what}, but no day to compare", what, found, tenures[0])
    for tenure, day in days:
        if agree(claim.when, day):
            note = f"{label} has its {which} on {day}{off_by(claim.when, day)}"
            standing = Standing.CONTRADICTED if claim.negated else Standing.BORNE_OUT
            return _verdict(claim, standing, rule, note, found, tenure)
    tenure, day = days[-1]
    if claim.negated:
        return uncovered(claim, f"{label} has its {which} on {day}", what, found, tenure)
    if claim.day and claim.day > found.version.issued:
        return uncovered(claim, f"{label} was issued before that day", what, found, tenure)
    note = f"{label} has its {which} on {day}, the report says otherwise"
    return _verdict(claim, Standing.CONTRADICTED, rule, note, found, tenure)


def _judge_span(claim: Statement, found: Found, tenures: Sequence[Tenure], what: str) -> Verdict:
    """Something held: on the day of the report, or at some time in the span that is said.

    Where the report gives no day, an office that was over contradicts nothing: reports call people by the
    office they had then ("Attorney General Eric Holder was held in contempt in 2012").
    """
    day, when, version = claim.day, claim.when, found.version
    if day is None:
        note = f"{version.label} has the {what}; the report has no date"
        return uncovered(claim, note, what, found, tenures[0])
    for tenure in tenures:
        end = tenure.end or version.issued.isoformat()
        held = touches(tenure.start, end, when) if when else covers(tenure.start, end, day)
        if held:
            note = f"{version.label} has the {what} {_span(tenure)}"
            standing = Standing.CONTRADICTED if claim.negated else Standing.BORNE_OUT
            return _verdict(claim, standing, _IN[what], note, found, tenure)
    last = tenures[-1]
    ended = last_day(last.end)
    if last.end is None and (first_day(last.start) or day) <= day:
        note = f"{version.label} has the {what} {_span(last)}; it does not reach that day"
        return uncovered(claim, note, what, found, last)
    begun = when.start if when else None
    if not claim.negated and ended and begun and ended + _MARGIN < begun <= version.issued:
        note = f"{version.label} has the {what} only {_span(last)}"
        return _verdict(claim, Standing.CONTRADICTED, f"{what}-over", note, found, last)
    note = f"{version.label} has the {what} {_span(last)}, not at that day"
    return uncovered(claim, note, what, found, last)


_IN = {"office": "in-office", "membership": "member"}


def _span(tenure: Tenure) -> str:
    """From when until when, in words.

    >>> _span(Tenure("A", "Minister", start="2017-06-29")), _span(Tenure("A", "Minister"))
    ('from 2017-06-29', 'without dates')
    """
    begun, ended = (
        (f"from {tenure.start}" if tenure.start else ""),
        (f"until {tenure.end}" if tenure.end else ""),
    )
    return f"{begun} {ended}".strip() or "without dates"


def _verdict(
    claim: Statement, standing: Standing, rule: str, note: str, found: Found, tenure: Tenure
) -> Verdict:
    """A verdict with the row that says so."""
    row = _row(found, tenure)
    return Verdict(claim.claim_id, standing, rule, note, found.version, row, TOLERANCE_DAYS)


def uncovered(
    claim: Statement, note: str, what: str, found: Found | None = None, tenure: Tenure | None = None
) -> Verdict:
    """No table speaks; the nearest row is shown where there is one."""
    row = _row(found, tenure) if found and tenure else {}
    version = found.version if found else None
    return Verdict(claim.claim_id, Standing.NOT_COVERED, f"{what}s", note, version, row)


def _row(found: Found, tenure: Tenure) -> dict[str, Any]:
    """The row of the table, as JSON."""
    names = ("position", "organization", "country", "start", "end")
    values = {name: value for name in names if (value := getattr(tenure, name))}
    return {"entry": found.entry.id, "name": found.entry.name, **values, "line": tenure.line}
