"""Sanctions lifted, against the lists of those who imposed them."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from sqlalchemy import Connection

from verbale.screening.corroboration.days import agree, off_by
from verbale.screening.corroboration.measures import Measure, lists_of, measures_of
from verbale.screening.corroboration.people import find_party, weigh
from verbale.screening.corroboration.sanctions import targets_of, tell
from verbale.screening.corroboration.statement import Statement
from verbale.screening.corroboration.verdict import TOLERANCE_DAYS, Standing, Verdict, strongest

_MARGIN = timedelta(days=TOLERANCE_DAYS)


def check_lifting(conn: Connection, claim: Statement) -> Verdict:
    """Whether the target left the list on the day that is said.

    Rules: `listing-ended` (the list says when), `gone-between-versions`, `still-listed`.
    """
    found: list[Verdict] = []
    versions = lists_of(conn, claim.actors)
    for target in targets_of(claim):
        for who in find_party(conn, target, versions):
            measures = measures_of(conn, claim.actors, who, versions)
            verdict = _judge_ends(claim, measures) or _judge_gone(claim, measures)
            found += [weigh(verdict, who, target)] if verdict else []
    otherwise = "no list that is loaded says when the measure ended"
    return strongest(found, Verdict(claim.claim_id, Standing.NOT_COVERED, "sanctions", otherwise))


def _judge_ends(claim: Statement, measures: Sequence[Measure]) -> Verdict | None:
    """The day on which the list itself ends a measure."""
    when = claim.when
    for measure in measures:
        ended = measure.listing.ended_on
        if ended and (when is None or agree(when, ended)):
            note = f"{measure.having[-1].label} ends the listing {ended}{off_by(when, ended) if when else ''}"
            return tell(claim, _ended(claim), "listing-ended", note, measure, TOLERANCE_DAYS)
    return None


def _judge_gone(claim: Statement, measures: Sequence[Measure]) -> Verdict | None:
    """The end of all measures as versions of the list show it."""
    day = claim.day
    if not measures or day is None:
        return None
    first = measures[0]
    having = {version.key for measure in measures for version in measure.having}
    after = [version for version in first.versions if version.issued >= first.since.issued]
    for last, then in pairwise(after):
        gone = last.key in having and then.key not in having and then.complete
        if gone and last.issued - _MARGIN <= day <= then.issued:
            note = f"on {last.label}, no longer on {then.label}"
            return tell(claim, _ended(claim), "gone-between-versions", note, first, TOLERANCE_DAYS)
    later = next((version for version in after if version.issued > day + _MARGIN), None)
    if later and later.key in having and (claim.when or claim.negated):
        standing = Standing.BORNE_OUT if claim.negated else Standing.CONTRADICTED
        return tell(claim, standing, "still-listed", f"still on {later.label}", first, TOLERANCE_DAYS)
    return None


def _ended(claim: Statement) -> Standing:
    """What it means for a claim that the measure ended."""
    return Standing.CONTRADICTED if claim.negated else Standing.BORNE_OUT
