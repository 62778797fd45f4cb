"""Sanctions imposed, in force, or lifted, against the lists of those who impose them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection

from verbale.model import Interval
from verbale.record.registers.lookup import Found, has_entry, listings_of
from verbale.record.registers.versions import Version, list_versions
from verbale.registers import Listing, first_day, last_day
from verbale.screening.corroboration.days import agree, days_apart, off_by
from verbale.screening.corroboration.people import find_party, sole_entry
from verbale.screening.corroboration.statement import Party, Statement
from verbale.screening.corroboration.verdict import (
    COMPLETE_WITHIN_DAYS,
    TOLERANCE_DAYS,
    Standing,
    Verdict,
    strongest,
)

_OF_THE_UN = (
    "United Nations",
    "UN Security Council",
    "U.N. Security Council",
    "UN",
    "U.N.",
    "Security Council",
)
_LISTS_OF_SANCTIONS = frozenset({"ofac", "un", "eu", "uk", "ftm"})


def check_sanction(conn: Connection, claim: Statement) -> Verdict:
    """Whether the target is on the list of the one who is said to sanction him, on the day that is said.

    Rules: `listed` (on the list at that day), `listing-date` (the list's date agrees or does not),
    `between-versions` (the list has no date, but an earlier version lacks the entry and a later one has
    it), `absent-from-complete-list`.
    """
    found: list[Verdict] = []
    for target in _targets(claim):
        versions = _lists(conn, claim.actors)
        if not versions:
            return _uncovered(claim, "no list of sanctions by " + _names(claim.actors) + " is loaded")
        found += [_judge(conn, claim, one) for one in _first_of_each(find_party(conn, target, versions))]
        if not any(one.standing is Standing.BORNE_OUT for one in found):
            found += _absences(conn, claim, target, versions, found=bool(found))
    return strongest(found, _uncovered(claim, "nobody named there is surely on the lists that are loaded"))


def check_lifting(conn: Connection, claim: Statement) -> Verdict:
    """Whether the target left the list on the day that is said.

    Rules: `listing-ended` (the list says when), `gone-between-versions`, `still-listed`.
    """
    found: list[Verdict] = []
    for target in _targets(claim):
        versions = _lists(conn, claim.actors)
        for one in _first_of_each(find_party(conn, target, versions)):
            found += _judge_end(conn, claim, one)
    return strongest(found, _uncovered(claim, "no list that is loaded says when the measure ended"))


def _targets(claim: Statement) -> Iterator[Party]:
    """The targets; a country that is the imposer's own is left out, for reports seldom say whose citizen he is.

    The reader takes the only country in the sentence for it, and states do not sanction their own.
    """
    imposing = {party.country for party in claim.actors}
    for target in claim.recipients:
        yield replace(target, country=None) if target.country in imposing else target


def _lists(conn: Connection, imposers: Sequence[Party]) -> list[Version]:
    """All versions of lists of those who impose: of everybody where none is named."""
    wanted = {code for party in imposers if (code := _authority(party))}
    versions = [version for version in list_versions(conn) if version.kind in _LISTS_OF_SANCTIONS]
    if not imposers:
        return versions
    return [version for version in versions if version.authority is None or version.authority in wanted]


def _authority(party: Party) -> str | None:
    """Whose lists a party's measures are on: a country's, the EU's (`eu`), the UN's (`un`).

    >>> _authority(Party("UN Security Council", "body")), _authority(Party("Security Council", "body", "ru"))
    ('un', 'ru')
    """
    return party.country or ("un" if party.name.startswith(_OF_THE_UN) else None)


def _first_of_each(found: Sequence[Found]) -> list[Found]:
    """Of the versions of one entry the first that has it: with it begins what the list says."""
    first: dict[tuple[str, str], Found] = {}
    for one in sorted(found, key=lambda one: (one.version.issued, one.version.key)):
        first.setdefault((one.version.name, one.entry.id), one)
    return list(first.values())


def _judge(conn: Connection, claim: Statement, found: Found) -> Verdict:
    """What one entry says of a sanction."""
    listings = _fitting(conn, claim, found)
    if not listings:
        return _uncovered(
            claim, f"{found.version.label} has the entry, but no measure by {_names(claim.actors)}"
        )
    if claim.negated:
        return _listed_though_denied(claim, found, listings)
    dated = [listing for listing in listings if listing.listed_on]
    if claim.when and dated:
        return _judge_date(claim, found, dated, claim.when)
    return _judge_bracket(conn, claim, found, listings[0])


def _fitting(conn: Connection, claim: Statement, found: Found) -> list[Listing]:
    """The measures of an entry that are by those who are said to impose them."""
    listings = list(listings_of(conn, found))
    if not listings and "sanction" in found.entry.topics:
        listings = [Listing(authority=found.version.authority)]
    if not claim.actors or found.version.authority is not None:
        return listings
    wanted = {code for party in claim.actors if (code := _authority(party))}
    names = {party.name.lower() for party in claim.actors}
    return [one for one in listings if _authority_of(one) in wanted or (one.authority or "").lower() in names]


_AUTHORITIES = {
    "office of foreign assets control": "us", "department of treasury": "us", "ofac": "us",
    "council of the european union": "eu", "european union": "eu", "united nations security council": "un",
    "united nations": "un", "foreign, commonwealth & development office": "gb", "hm treasury": "gb",
}  # fmt: skip


def _authority_of(listing: Listing) -> str | None:
    """The code of a measure's authority, of FollowTheMoney's in words."""
    words = (listing.authority or "").lower()
    return next((code for name, code in _AUTHORITIES.items() if name in words), words or None)


def _listed_though_denied(claim: Statement, found: Found, listings: Sequence[Listing]) -> Verdict:
    """A report says that somebody is not sanctioned: a row in force at that day says otherwise."""
    day = claim.day
    for listing in listings:
        begun = first_day(listing.listed_on) or found.version.issued
        ended = last_day(listing.ended_on)
        if day and begun <= day and (ended is None or day <= ended):
            note = f"on {found.version.label} at that day, though the report says not"
            return _verdict(claim, Standing.CONTRADICTED, "listed", note, found, listing)
    return _uncovered(claim, f"{found.version.label} has the entry, but not surely at that day")


def _judge_date(claim: Statement, found: Found, dated: Sequence[Listing], when: Interval) -> Verdict:
    """The list's date against the report's."""
    for listing in dated:
        on = listing.listed_on or ""
        if agree(when, on):
            note = f"{found.version.label} dates the listing {on}{off_by(when, on)}"
            return _verdict(claim, Standing.BORNE_OUT, "listing-date", note, found, listing, TOLERANCE_DAYS)
    nearest = min(dated, key=lambda listing: abs(days_apart(when, listing.listed_on or "")))
    note = f"{found.version.label} dates the listing {nearest.listed_on}, the report says otherwise"
    return _verdict(claim, Standing.CONTRADICTED, "listing-date", note, found, nearest, TOLERANCE_DAYS)


def _judge_bracket(conn: Connection, claim: Statement, found: Found, listing: Listing) -> Verdict:
    """A list without dates, or a report without: from which version to which the entry came."""
    day = claim.day
    begun = first_day(listing.listed_on)
    version = found.version
    earlier = [v for v in list_versions(conn, version.name) if v.issued < version.issued]
    if day is None or (begun and begun <= day + timedelta(days=TOLERANCE_DAYS)):
        since = f" since {listing.listed_on}" if listing.listed_on else ""
        return _verdict(claim, Standing.BORNE_OUT, "listed", f"on {version.label}{since}", found, listing)
    if begun:
        note = f"{version.label} dates the listing {listing.listed_on}, after the report"
        return _verdict(claim, Standing.CONTRADICTED, "listing-date", note, found, listing, TOLERANCE_DAYS)
    if claim.when is None or not earlier:
        return _undated(claim, found, listing, day)
    last_without = earlier[-1].issued
    start, end = claim.when.start or date.min, claim.when.end or date.max
    if end < last_without - timedelta(days=TOLERANCE_DAYS) and earlier[-1].complete:
        note = f"not yet on {earlier[-1].label}; on {version.label}"
        return _verdict(
            claim, Standing.CONTRADICTED, "between-versions", note, found, listing, TOLERANCE_DAYS
        )
    if start > version.issued + timedelta(days=TOLERANCE_DAYS):
        note = f"already on {version.label}"
        return _verdict(
            claim, Standing.CONTRADICTED, "between-versions", note, found, listing, TOLERANCE_DAYS
        )
    note = f"not on {earlier[-1].label}, on {version.label} under {listing.programme}; the list gives no date"
    return _verdict(claim, Standing.BORNE_OUT, "between-versions", note, found, listing, TOLERANCE_DAYS)


def _undated(claim: Statement, found: Found, listing: Listing, day: date) -> Verdict:
    """A list without dates: it says that he is on it, under which programme, but not since when."""
    version = found.version
    if claim.when and (claim.when.start or day) > version.issued + timedelta(days=TOLERANCE_DAYS):
        note = f"already on {version.label}, before the day that the report gives"
        return _verdict(claim, Standing.CONTRADICTED, "listed", note, found, listing, TOLERANCE_DAYS)
    note = f"on {version.label} under {listing.programme}; the list gives no date"
    return _verdict(claim, Standing.BORNE_OUT, "listed", note, found, listing)


def _absences(
    conn: Connection, claim: Statement, target: Party, versions: Sequence[Version], *, found: bool
) -> list[Verdict]:
    """A list that claims completeness at the day and does not have the target speaks against the claim."""
    day = claim.day
    if day is None or found or claim.negated or not claim.actors or target.kind not in ("person", "body"):
        return []
    return [
        Verdict(
            claim.claim_id,
            Standing.CONTRADICTED,
            "absent-from-complete-list",
            f"{target.name} is not on {version.label}, which is complete",
            version,
            tolerance_days=COMPLETE_WITHIN_DAYS,
        )
        for version in versions
        if version.complete
        and version.authority
        and 0 <= (version.issued - day).days <= COMPLETE_WITHIN_DAYS
        and not find_party(conn, target, [version])
    ][:1]


def _judge_end(conn: Connection, claim: Statement, found: Found) -> list[Verdict]:
    """What one entry says of the end of a measure."""
    verdicts = []
    when = claim.when
    for listing in _fitting(conn, claim, found):
        if listing.ended_on and (when is None or agree(when, listing.ended_on)):
            note = f"{found.version.label} ends the listing {listing.ended_on}"
            note += off_by(when, listing.ended_on) if when else ""
            verdicts.append(
                _verdict(claim, Standing.BORNE_OUT, "listing-ended", note, found, listing, TOLERANCE_DAYS)
            )
    return verdicts or _gone(conn, claim, found)


def _gone(conn: Connection, claim: Statement, found: Found) -> list[Verdict]:
    """The end of a measure as versions of the list show it."""
    day = claim.day
    after = [v for v in list_versions(conn, found.version.name) if v.issued >= found.version.issued]
    has = {v.key: has_entry(conn, v, found.entry.id) for v in after}
    for before, then in pairwise(after):
        if has[before.key] and not has[then.key] and then.complete and day and day <= then.issued:
            if day >= before.issued - timedelta(days=TOLERANCE_DAYS):
                note = f"on {before.label}, no longer on {then.label}"
                return [
                    _verdict(
                        claim, Standing.BORNE_OUT, "gone-between-versions", note, found, None, TOLERANCE_DAYS
                    )
                ]
    still = [v for v in after if day and has[v.key] and v.issued > day + timedelta(days=TOLERANCE_DAYS)]
    if still and claim.when and sole_entry([found], found.version):
        note = f"still on {still[0].label}"
        return [_verdict(claim, Standing.CONTRADICTED, "still-listed", note, found, None, TOLERANCE_DAYS)]
    return []


def _verdict(
    claim: Statement,
    standing: Standing,
    rule: str,
    note: str,
    found: Found,
    listing: Listing | None,
    tolerance: int = 0,
) -> Verdict:
    """A verdict with the entry and the measure that says so."""
    entry = found.entry
    row: dict[str, Any] = {"entry": entry.id, "name": entry.name}
    for name in ("programme", "listed_on", "ended_on", "reference"):
        if listing and getattr(listing, name):
            row[name] = getattr(listing, name)
    return Verdict(claim.claim_id, standing, rule, note, found.version, row, tolerance)


def _uncovered(claim: Statement, note: str) -> Verdict:
    """No list speaks."""
    return Verdict(claim.claim_id, Standing.NOT_COVERED, "sanctions", note)


def _names(parties: Sequence[Party]) -> str:
    """Parties in words."""
    return ", ".join(party.name for party in parties) or "anybody"
