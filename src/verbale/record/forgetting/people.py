"""A person forgotten in all reports."""

from datetime import datetime

from sqlalchemy import Connection, select

from verbale.errors import ForgetError
from verbale.record import tables as t
from verbale.record.decisions import Decision, decide
from verbale.record.events.joining import close_events, list_events_of
from verbale.record.forgetting.deleting import (
    delete_actors,
    delete_claims,
    delete_identities,
    list_values,
    load_rows,
)
from verbale.record.forgetting.masking import make_mask, mask_decisions, mask_report


def forget_identity(conn: Connection, identity: str, *, by: str, why: str, now: datetime) -> Decision:
    """Forget a person: every claim that he acts in or is acted on, and his name wherever it stands.

    In texts that are kept each letter of his names becomes a block. Reports that name him are not read again, since
    that would bring him back; a new report that names him begins anew.

    Args:
        conn: a connection that writes.
        identity: his id; those merged into it are forgotten with it.
        by: who decides.
        why: the reason given.
        now: when, with a time zone.

    Raises:
        ForgetError: the record has no such identity, or it is no person.
    """
    i = t.identities.c
    kind = conn.execute(select(i.kind).where(i.id == identity)).scalar()
    if kind != "person":
        raise ForgetError(
            f"{identity} is a {kind}: only people and reports are forgotten"
            if kind
            else f"the record has no {identity}: `verbale who NAME` shows the ids"
        )
    ids = [identity, *conn.execute(select(i.id).where(i.merged_into == identity)).scalars()]
    actors = sorted(set(list_values(conn, t.links.c.actor_key, t.links.c.identity_id, ids)))
    rows = load_rows(conn, t.actors, t.actors.c.key, actors)
    names = list_values(conn, t.identity_names.c.name, t.identity_names.c.identity_id, ids)
    names += list_values(conn, i.name, i.id, ids)
    mask = make_mask([*names, *(name for row in rows for name in (row["name"], *row["aliases"]))])
    reports = sorted({row["report_id"] for row in rows})
    parties = load_rows(conn, t.parties, t.parties.c.actor_key, actors)
    claims = sorted({row["claim_key"] for row in parties if row["role"] != "attributed_to"})
    told = list_events_of(conn, claims)
    about = {*ids, *list_values(conn, t.claims.c.id, t.claims.c.report_id, reports)}
    delete_claims(conn, claims)
    delete_actors(conn, actors)
    close_events(conn, told, now)
    for report in reports:
        mask_report(conn, report, mask, now)
    delete_identities(conn, ids, now)
    mask_decisions(conn, about, mask)
    return decide(conn, "forget", {"identity": identity, "reports": len(reports)}, by=by, why=why, now=now)
