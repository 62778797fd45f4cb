"""What the record has on an identity, as the dossier and the API give it: head, offices, lines by kind."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from verbale.lexicon.claim_types import load_claim_types
from verbale.record.queries.claim_rows import ClaimRow, load_claims
from verbale.record.queries.dealings import Dealings, list_dealings
from verbale.record.queries.filters import Filters
from verbale.record.queries.who import Candidate, who
from verbale.web.dossier.offices import TYPES, OfficeLine, list_offices
from verbale.web.errors import Refusal

LINES = 6
"""Lines of each kind that are given; the search has them all."""
OFFICES = 400
"""Claims about offices that are looked at."""

SECTIONS = (
    ("contact", "Meetings and visits"),
    ("accord", "Agreements and aid"),
    ("words for", "Praise and support"),
    ("words against", "Criticism and demands"),
    ("coercion", "Sanctions, prosecutions, force"),
    ("power", "Offices and elections"),
    ("institutions", "Laws, votes, memberships"),
)
STATEMENTS = "Statements"


@dataclass(frozen=True, slots=True)
class Section:
    """Lines of a kind: the newest of them, how many there are, and the types that the search asks for."""

    heading: str
    slug: str
    total: int
    lines: tuple[ClaimRow, ...]
    types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that is told of one identity."""

    head: Candidate
    dealings: Dealings
    offices: list[OfficeLine]
    sections: list[Section]


def load_dossier(conn: Connection, identity: str, filters: Filters, *, other: str | None = None) -> Dossier:
    """What the record has on an identity, as far as filters let it through.

    Args:
        conn: a connection that reads.
        identity: whose dossier.
        filters: which claims.
        other: only claims that this identity has a part in too.

    Raises:
        Refusal: the record has no such identity.
    """
    head = find_identity(conn, identity)
    dealings = list_dealings(conn, head.id, other=other, filters=filters)
    offices = _load_offices(conn, dealings) if head.kind == "person" else []
    return Dossier(head, dealings, offices, _load_sections(conn, dealings))


def find_identity(conn: Connection, identity: str, as_of: datetime | None = None) -> Candidate:
    """The identity of an id.

    Raises:
        Refusal: the record has none of it.
    """
    heads = who(conn, identity, limit=1, as_of=as_of) if identity.startswith("identity:") else ()
    if not heads:
        raise Refusal(404, "unknown-identity", f"the record has no {identity}: the search finds names")
    return heads[0]


def _load_offices(conn: Connection, dealings: Dealings) -> list[OfficeLine]:
    """The offices that an identity is said to hold, to get or to leave."""
    given = ("appoint", "dismiss")  # to the recipient, by the actor
    keys = [
        each.key
        for each in dealings.claims
        if each.type in TYPES and ("recipient" if each.type in given else "actor") in each.roles
    ]
    return list_offices(load_claims(conn, keys[:OFFICES]))


def _load_sections(conn: Connection, dealings: Dealings) -> list[Section]:
    """The newest claims by kind; statements apart."""
    groups: dict[str, list[int]] = {}
    for each in dealings.claims:
        if each.type == "hold_office" or each.roles == {"attributed_to"}:
            continue
        row = load_claim_types().get(each.type)
        heading = STATEMENTS if each.type == "say" else row.group if row else ""
        groups.setdefault(heading, []).append(each.key)
    wanted = [key for keys in groups.values() for key in keys[:LINES]]
    rows = {row.key: row for row in load_claims(conn, wanted)}
    sections = []
    for group, heading in ((STATEMENTS, STATEMENTS), *SECTIONS):
        keys = groups.get(group, [])
        lines = tuple(rows[key] for key in keys[:LINES] if key in rows)
        if lines:
            sections.append(
                Section(heading, group.lower().replace(" ", "-"), len(keys), lines, _types_of(group))
            )
    return sections


def _types_of(group: str) -> tuple[str, ...]:
    """The types of a group, as the search is asked for them."""
    if group == STATEMENTS:
        return ("say",)
    return tuple(name for name, row in load_claim_types().items() if row.group == group and name != "say")
