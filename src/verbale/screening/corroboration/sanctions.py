"""Sanctions imposed or in force, against the lists of those who impose them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import Connection

from verbale.model import Interval
from verbale.record.registers.versions import Version
from verbale.registers import first_day, last_day
from verbale.screening.corroboration.days import agree, days_apart, off_by
from verbale.screening.corroboration.measures import Measure, lists_of, measures_of
from verbale.screening.corroboration.people import Identified, find_party, is_absent, weigh
from verbale.screening.corroboration.statement import Party, Statement
from verbale.screening.corroboration.verdict import (
    COMPLETE_WITHIN_DAYS,
    TOLERANCE_DAYS,
    Standing,
    Verdict,
    strongest,
)

_MARGIN = timedelta(days=TOLERANCE_DAYS)
_REACH = timedelta(days=COMPLETE_WITHIN_DAYS)


def check_sanction(conn: Connection, claim: Statement) -> Verdict:
    """Whether the target is on the list of the one who is said to sanction him, on the day that is said.

    Rules: `listed` (on the list at that day), `listing-date` (the list's date agrees or does not),
    `between-versions` (the list has no date, but an earlier version lacks the measure and a later one has
    it), `absent-from-complete-list`. A list speaks against a claim only where a version of that time or later is there.
    """
    versions = lists_of(conn, claim.actors)
    if not versions:
        return _uncovered(claim, "no list of sanctions by " + name_parties(claim.actors) + " is loaded")
    found: list[Verdict] = []
    for target in targets_of(claim):
        entries = find_party(conn, target, versions)
        found += [
            _judge(claim, who, target, measures_of(conn, claim.actors, who, versions)) for who in entries
        ]
        if not entries:
            found += _absences(conn, claim, target, versions)
    return strongest(found, _uncovered(claim, "nobody named there is surely on the lists that are loaded"))


def targets_of(claim: Statement) -> Iterator[Party]:
    """The targets; a country that is the imposer's own is left out, for reports seldom say whose citizen he is.

    The reader takes the only country in the sentence for it, and states do not sanction their own.
    """
    imposing = {party.country for party in claim.actors}
    for target in claim.recipients:
        yield replace(target, country=None) if target.country in imposing else target


def _judge(claim: Statement, who: Identified, target: Party, measures: Sequence[Measure]) -> Verdict:
    """What one entry says of a sanction: it contradicts only where every measure against it does."""
    if not measures:
        label = who.found.version.label
        return _uncovered(claim, f"{label} has the entry, but no measure by {name_parties(claim.actors)}")
    judge = _judge_denied if claim.negated else _judge_measure
    verdicts = [judge(claim, measure) for measure in _nearest_first(claim, measures)]
    verdict = strongest(verdicts, verdicts[0])
    if verdict.standing is Standing.CONTRADICTED and not claim.negated:
        verdict = next((one for one in verdicts if one.standing is Standing.NOT_COVERED), verdict)
    return weigh(verdict, who, target)


def _nearest_first(claim: Statement, measures: Sequence[Measure]) -> list[Measure]:
    """Those whose date is nearest to the report's first."""
    when, far = claim.when, date.max.toordinal()

    def _distance(measure: Measure) -> int:
        on = measure.listing.listed_on
        return abs(days_apart(when, on)) if when and on else far

    return sorted(measures, key=_distance)


def _judge_denied(claim: Statement, measure: Measure) -> Verdict:
    """A report says that somebody is not sanctioned: a measure in force at that day says otherwise."""
    day, listing = claim.day, measure.listing
    begun, ended = first_day(listing.listed_on) or measure.since.issued, last_day(listing.ended_on)
    by_then = [version for version in measure.versions if day and version.issued <= day]
    gone = bool(by_then) and by_then[-1].issued > measure.since.issued and by_then[-1] not in measure.having
    if day and begun <= day and (ended is None or day <= ended) and not gone:
        cited = next((version for version in reversed(by_then) if version in measure.having), measure.since)
        note = f"on {cited.label} at that day, though the report says not"
        return tell(claim, Standing.CONTRADICTED, "listed", note, measure)
    return _uncovered(claim, f"{measure.since.label} has the entry, but not surely at that day")


def _judge_measure(claim: Statement, measure: Measure) -> Verdict:
    """What one measure says of a sanction that is said to be."""
    on = measure.listing.listed_on
    if on is None:
        return _judge_bracket(claim, measure)
    if claim.when:
        return _judge_date(claim, measure, on, claim.when)
    begun = first_day(on)
    if claim.day is None or begun is None or begun <= claim.day + _MARGIN:
        ended = f" until {measure.listing.ended_on}" if measure.listing.ended_on else ""
        note = f"on {measure.since.label} since {on}{ended}"
        return tell(claim, Standing.BORNE_OUT, "listed", note, measure)
    note = f"{measure.since.label} dates the listing {on}, after the report"
    return tell(claim, Standing.CONTRADICTED, "listing-date", note, measure, TOLERANCE_DAYS)


def _judge_date(claim: Statement, measure: Measure, on: str, when: Interval) -> Verdict:
    """The list's date against the report's."""
    label = measure.since.label
    if agree(when, on):
        note = f"{label} dates the listing {on}{off_by(when, on)}"
        return tell(claim, Standing.BORNE_OUT, "listing-date", note, measure, TOLERANCE_DAYS)
    if when.start and measure.newest.issued < when.start:
        note = f"{label} dates the listing {on}; no version of that day or later is loaded"
        return tell(claim, Standing.NOT_COVERED, "listing-date", note, measure, TOLERANCE_DAYS)
    note = f"{label} dates the listing {on}, the report says otherwise"
    return tell(claim, Standing.CONTRADICTED, "listing-date", note, measure, TOLERANCE_DAYS)


def _judge_bracket(claim: Statement, measure: Measure) -> Verdict:
    """A list without dates: from which version to which the measure came."""
    since, before, day = measure.since, measure.before, claim.day
    under = f" under {measure.listing.programme}" if measure.listing.programme else ""
    start = claim.when.start if claim.when else None
    end = claim.when.end if claim.when else day
    if before and end and end < before[-1].issued - _MARGIN:
        return _judge_earlier(claim, measure, end)
    if start and start > since.issued + _MARGIN:
        if measure.newest.issued < start:
            note = f"already on {since.label}{under}; no version of that day or later is loaded"
            return tell(claim, Standing.NOT_COVERED, "between-versions", note, measure, TOLERANCE_DAYS)
        note = f"already on {since.label}{under}, before the day that the report gives"
        return tell(claim, Standing.CONTRADICTED, "between-versions", note, measure, TOLERANCE_DAYS)
    if before and claim.when:
        note = f"not on {before[-1].label}, on {since.label}{under}; the list gives no date"
        return tell(claim, Standing.BORNE_OUT, "between-versions", note, measure, TOLERANCE_DAYS)
    note = f"on {since.label}{under}; the list gives no date"
    return tell(claim, Standing.BORNE_OUT, "listed", note, measure)


def _judge_earlier(claim: Statement, measure: Measure, end: date) -> Verdict:
    """A day before a version that lacks the measure: against the claim if it is complete and of that time."""
    last = measure.before[-1]
    for version in measure.before:
        if version.complete and end + _MARGIN < version.issued <= end + _REACH:
            note = f"not yet on {version.label}, which is complete; on {measure.since.label}"
            return tell(claim, Standing.CONTRADICTED, "between-versions", note, measure, TOLERANCE_DAYS)
    note = f"not on {last.label}, on {measure.since.label}; no complete version of that time is loaded"
    return tell(claim, Standing.NOT_COVERED, "between-versions", note, measure, TOLERANCE_DAYS)


def _absences(
    conn: Connection, claim: Statement, target: Party, versions: Sequence[Version]
) -> list[Verdict]:
    """A list that claims completeness at the day and lacks the target speaks against the claim, or for a denial."""
    day = claim.day
    if day is None or not claim.actors:
        return []
    near = [v for v in versions if v.complete and v.authority and day <= v.issued <= day + _REACH]
    standing = Standing.BORNE_OUT if claim.negated else Standing.CONTRADICTED
    return [
        Verdict(
            claim.claim_id,
            standing,
            "absent-from-complete-list",
            f"{target.name} is not on {version.label}, which is complete",
            version,
            tolerance_days=COMPLETE_WITHIN_DAYS,
        )
        for version in near[:1]
        if is_absent(conn, target, version)
    ]


def tell(
    claim: Statement, standing: Standing, rule: str, note: str, measure: Measure, tolerance: int = 0
) -> Verdict:
    """A verdict with the entry and the measure that says so."""
    entry, listing = measure.found.entry, measure.listing
    row = {"entry": entry.id, "name": entry.name}
    for name in ("programme", "listed_on", "ended_on", "reference"):
        if value := getattr(listing, name):
            row[name] = value
    return Verdict(claim.claim_id, standing, rule, note, measure.since, row, tolerance)


def _uncovered(claim: Statement, note: str) -> Verdict:
    """No list speaks."""
    return Verdict(claim.claim_id, Standing.NOT_COVERED, "sanctions", note)


def name_parties(parties: Sequence[Party]) -> str:
    """Parties in words."""
    return ", ".join(party.name for party in parties) or "anybody"
