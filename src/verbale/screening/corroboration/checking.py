"""Which rules check which type of claim."""

from collections.abc import Callable

from sqlalchemy import Connection

from verbale.model import Status
from verbale.screening.corroboration.liftings import check_lifting
from verbale.screening.corroboration.memberships import check_membership
from verbale.screening.corroboration.offices import check_office
from verbale.screening.corroboration.sanctions import check_sanction
from verbale.screening.corroboration.statement import Statement
from verbale.screening.corroboration.verdict import Standing, Verdict
from verbale.screening.corroboration.votes import check_vote

_RULES: dict[str, Callable[[Connection, Statement], Verdict]] = {
    "sanction": check_sanction,
    "lift_sanction": check_lifting,
    "hold_office": check_office,
    "appoint": check_office,
    "dismiss": check_office,
    "leave_office": check_office,
    "belong": check_membership,
    "join": check_membership,
    "leave": check_membership,
    "vote": check_vote,
    "support": check_vote,
    "oppose": check_vote,
}


def check_claim(conn: Connection, claim: Statement) -> Verdict:
    """What the registers in the store say of a claim.

    What is planned, demanded or alleged is in no register: not covered.

    Raises:
        MissingExtraError: the extra `screening` is not installed and somebody must be found by name.
    """
    if claim.status is not Status.HAPPENED:
        note = f"the report has it as {claim.status.value.replace('_', ' ')}: no register has that"
        return Verdict(claim.claim_id, Standing.NOT_COVERED, "status", note)
    check = _RULES.get(claim.type)
    if check is None:
        return Verdict(
            claim.claim_id, Standing.NOT_COVERED, "type", "no register speaks to claims of this type"
        )
    return check(conn, claim)
