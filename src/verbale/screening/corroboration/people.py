"""Who a party is in a list: entries that surely mean the same person or body."""

from collections.abc import Sequence

from sqlalchemy import Connection

from verbale.record.registers.lookup import Found
from verbale.record.registers.versions import Version
from verbale.screening.corroboration.statement import Party
from verbale.screening.levels import SURE
from verbale.screening.screen import Query, screen_name

_SCHEMATA = {"person": "Person", "body": "Organization"}


def find_party(conn: Connection, party: Party, versions: Sequence[Version]) -> tuple[Found, ...]:
    """The entries of these versions that are the party, the best first; none where that is not sure.

    Two entries of one list that fit equally well are both kept: each may bear a claim out, and neither
    is let contradict one (`sole_entry`).

    Raises:
        MissingExtraError: the extra `screening` is not installed.
    """
    if party.kind not in _SCHEMATA or not versions:
        return ()
    query = Query(party.name, party.names, _SCHEMATA[party.kind], party.country)
    matches = screen_name(conn, query, versions=versions)
    return tuple(match.found for match in matches if match.score.score >= SURE)


def sole_entry(found: Sequence[Found], version: Version) -> bool:
    """Whether only one entry of a version fits."""
    return sum(one.version.key == version.key for one in found) == 1
