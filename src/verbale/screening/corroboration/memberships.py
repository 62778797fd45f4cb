"""Memberships, joining and leaving, against registers that say who is member of what."""

from sqlalchemy import Connection

from verbale.record.registers.entries import find_entry
from verbale.record.registers.lookup import Found, tenures_of
from verbale.record.registers.name_keys import name_words
from verbale.record.registers.versions import versions_on
from verbale.registers import Tenure
from verbale.screening.corroboration.people import find_party, weigh
from verbale.screening.corroboration.statement import Statement
from verbale.screening.corroboration.tenures import TABLES, judge_tenures, uncovered
from verbale.screening.corroboration.verdict import Verdict, strongest

_FULL = "member"
_LESSER = frozenset({
    "candidate", "observer", "applicant", "partner", "associate", "guest", "invitee", "former", "suspended",
})  # fmt: skip
"""Words of roles that make nobody a member: the ontology's modes of a membership that is not one yet, and those that
registers have beside them ("dialogue partner", "former member")."""


def check_membership(conn: Connection, claim: Statement) -> Verdict:
    """Whether a register has the actor as a member of the recipient, from or until the day that is said.

    Rules: `member` (is one on that day), `membership-start`, `membership-end`, `membership-over`. A candidate is no
    member: a claim of the one is not held against a row of the other.
    """
    tables = [version for version in versions_on(conn) if version.kind in TABLES]
    found: list[Verdict] = []
    for member in claim.actors:
        for who in find_party(conn, member, tables):
            fitting = [one for one in tenures_of(conn, who.found) if _fits(conn, claim, who.found, one)]
            if fitting:
                found.append(weigh(judge_tenures(claim, who.found, fitting, "membership"), who, member))
    return strongest(found, uncovered(claim, "no register that is loaded has the membership", "membership"))


def _fits(conn: Connection, claim: Statement, member: Found, tenure: Tenure) -> bool:
    """Whether a tenure is the membership that the claim tells of."""
    if not tenure.organization or _mode_of(tenure) != (claim.mode or _FULL):
        return False
    names = {tenure.organization}
    if tenure.post_id and (body := find_entry(conn, member.version, tenure.post_id)):
        names |= {*body.entry.names, *body.entry.weak_names}
    known = {name_words(name) for party in claim.recipients for name in party.all_names}
    return any(name_words(name) in known for name in names)


def _mode_of(tenure: Tenure) -> str:
    """The mode of a membership by the role that the register gives; most roles are those of members.

    >>> _mode_of(Tenure("Serbia", "Candidate country")), _mode_of(Tenure("Ana", "Deputy leader"))
    ('candidate', 'member')
    >>> _mode_of(Tenure("Turkey", "Dialogue partner"))
    'partner'
    """
    words = name_words(tenure.position or "")
    return next((mode for mode in sorted(_LESSER) if mode in words), _FULL)
