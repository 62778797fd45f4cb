"""The schema of FollowTheMoney that a party of a claim falls under."""

from verbale.export.plover.sectors import sector_of
from verbale.model import Kind
from verbale.record.queries.claim_rows import PartyRow

_PUBLIC = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "SPY"})
"""Sectors of PLOVER whose bodies are public ones."""
_COMPANY = "BUS"


def schema_of(party: PartyRow) -> str:
    """The schema of a party: groups and unnamed office-holders are a `LegalEntity`, which says no more than that.

    >>> schema_of(PartyRow("a1", "Ministry of Finance", "body", "pl", None, None))
    'PublicBody'
    >>> schema_of(PartyRow("a2", "protesters", "group", "pl", None, None))
    'LegalEntity'
    """
    match Kind(party.kind):
        case Kind.PERSON:
            return "Person"
        case Kind.STATE:
            return "PublicBody"
        case Kind.BODY:
            sector = sector_of(party)
            return "PublicBody" if sector in _PUBLIC else "Company" if sector == _COMPANY else "Organization"
        case _:
            return "LegalEntity"
