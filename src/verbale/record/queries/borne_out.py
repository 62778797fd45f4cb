"""What registers say of somebody, as far as a person has accepted the match."""

from sqlalchemy import Connection

from verbale.record.queries.screened import list_screened


def topics_of(conn: Connection, identity: str) -> tuple[str, ...]:
    """FollowTheMoney's topics ("sanction", "role.pep") of the accepted entries; () where nobody has accepted any.

    Args:
        conn: a connection that reads.
        identity: an identity of the record.
    """
    accepted = (
        row
        for row in list_screened(conn, identity)
        if row.decision is not None and row.decision.kind == "accept"
    )
    return tuple(sorted({topic for row in accepted for topic in row.entry.topics}))
