"""Measures against somebody over the versions of a list: since which version, until which, by whom."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from verbale.record.registers.lookup import Found, history_of, listings_of
from verbale.record.registers.versions import Version, list_versions
from verbale.registers import Listing
from verbale.screening.corroboration.people import Identified
from verbale.screening.corroboration.statement import Party

_LISTS_OF_SANCTIONS = frozenset({"ofac", "un", "eu", "uk", "ftm"})
_OF_THE_UN = (
    "United Nations",
    "UN Security Council",
    "U.N. Security Council",
    "UN",
    "U.N.",
    "Security Council",
)
_AUTHORITIES = {
    "office of foreign assets control": "us", "department of treasury": "us", "ofac": "us",
    "council of the european union": "eu", "european union": "eu", "united nations security council": "un",
    "united nations": "un", "foreign, commonwealth & development office": "gb", "hm treasury": "gb",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure against an entry.

    `listing` is as the newest version with it has it; `found` the entry in the first such version; `having` all of
    them and `versions` all that the record has of the list, both the first issued first.
    """

    listing: Listing
    found: Found
    having: tuple[Version, ...]
    versions: tuple[Version, ...]

    @property
    def since(self) -> Version:
        """The first version that has it."""
        return self.found.version

    @property
    def before(self) -> tuple[Version, ...]:
        """The versions issued before the first that has it."""
        return tuple(version for version in self.versions if version.issued < self.since.issued)

    @property
    def newest(self) -> Version:
        """The newest version of the list, whether it has the measure or not."""
        return self.versions[-1]


def lists_of(conn: Connection, imposers: Sequence[Party]) -> list[Version]:
    """All versions of lists of those who impose: of everybody where none is named."""
    wanted = {code for party in imposers if (code := authority_of(party))}
    versions = [version for version in list_versions(conn) if version.kind in _LISTS_OF_SANCTIONS]
    if not imposers:
        return versions
    return [version for version in versions if version.authority is None or version.authority in wanted]


def authority_of(party: Party) -> str | None:
    """Whose lists a party's measures are on: a country's, the EU's (`eu`), the UN's (`un`).

    >>> authority_of(Party("UN Security Council", "body")), authority_of(Party("Security Council", "body", "ru"))
    ('un', 'ru')
    """
    return party.country or ("un" if party.name.startswith(_OF_THE_UN) else None)


def measures_of(
    conn: Connection, imposers: Sequence[Party], who: Identified, versions: Sequence[Version]
) -> tuple[Measure, ...]:
    """The measures of an entry by those who are said to impose them, over all versions of its list."""
    name = who.found.version.name
    mine = sorted((v for v in versions if v.name == name), key=lambda v: (v.issued, v.key))
    first: dict[tuple[str | None, ...], Found] = {}
    latest: dict[tuple[str | None, ...], Listing] = {}
    having: dict[tuple[str | None, ...], list[Version]] = {}
    for found in history_of(conn, name, who.found.entry.id, mine):
        for listing in _fitting(conn, imposers, found):
            key = (listing.programme, listing.authority, listing.listed_on)
            first.setdefault(key, found)
            latest[key] = listing
            if found.version not in having.setdefault(key, []):
                having[key].append(found.version)
    return tuple(Measure(latest[key], found, tuple(having[key]), tuple(mine)) for key, found in first.items())


def _fitting(conn: Connection, imposers: Sequence[Party], found: Found) -> list[Listing]:
    """The measures of an entry in one version that are by those who are said to impose them."""
    listings = list(listings_of(conn, found))
    if not listings and "sanction" in found.entry.topics:
        listings = [Listing(authority=found.version.authority)]
    if not imposers or found.version.authority is not None:
        return listings
    wanted = {code for party in imposers if (code := authority_of(party))}
    names = {party.name.lower() for party in imposers}
    return [one for one in listings if _code_of(one) in wanted or (one.authority or "").lower() in names]


def _code_of(listing: Listing) -> str | None:
    """The code of a measure's authority, of FollowTheMoney's in words."""
    words = (listing.authority or "").lower()
    return next((code for name, code in _AUTHORITIES.items() if name in words), words or None)
