"""A report forgotten."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import Connection, delete, select, update

from verbale.errors import ForgetError
from verbale.record import tables as t
from verbale.record.copies import drop_bands
from verbale.record.decisions import Decision, decide
from verbale.record.events.joining import close_events, list_events_of
from verbale.record.forgetting.copies import hand_on_copies
from verbale.record.forgetting.deleting import delete_actors, delete_claims, delete_identities, list_values
from verbale.record.identity.scene import load_earlier
from verbale.record.identity.writing import Writing


def forget_report(conn: Connection, report_id: str, *, by: str, why: str, now: datetime) -> Decision:
    """Forget a report: its text, title, address and everything read in it, also in the past.

    What is kept is its id, publisher and day, when it was recorded and forgotten, and the decision; adding it again
    adds nothing. Copies in other papers are reports of their own, the earliest of them is the first one from now on.

    Args:
        conn: a connection that writes.
        report_id: as it was added.
        by: who decides.
        why: the reason given.
        now: when, with a time zone.

    Raises:
        ForgetError: the record has no such report, or has forgotten it.
    """
    r = t.reports.c
    known = conn.execute(select(r.published, r.redacted_at).where(r.id == report_id)).first()
    if known is None or known.redacted_at:
        state = "has forgotten" if known else "has no"
        raise ForgetError(f"the record {state} report {report_id!r}: `verbale search` names those it has")
    claims = list_values(conn, t.claims.c.key, t.claims.c.report_id, [report_id])
    told = list_events_of(conn, claims)
    _blank_decisions(conn, set(list_values(conn, t.claims.c.id, t.claims.c.report_id, [report_id])))
    _take_back_names(conn, report_id, known.published, now)
    delete_claims(conn, claims)
    delete_actors(conn, list_values(conn, t.actors.c.key, t.actors.c.report_id, [report_id]))
    close_events(conn, told, now)
    drop_bands(conn, report_id)
    for table in (t.report_versions, t.unread):
        conn.execute(delete(table).where(table.c.report_id == report_id))
    blank = {"title": "", "url": "", "text": "", "content_hash": "", "language": ""}
    conn.execute(update(t.readings).where(t.readings.c.report_id == report_id).values(content_hash=""))
    conn.execute(update(t.reports).where(r.id == report_id).values(**blank, redacted_at=now))
    _drop_bare_identities(conn, now)
    hand_on_copies(conn, report_id, now)
    return decide(conn, "forget", {"report": report_id}, by=by, why=why, now=now)


def _blank_decisions(conn: Connection, claim_ids: Collection[str]) -> None:
    """Leave of decisions about claims that they were made, not what was decided to be right."""
    d = t.decisions.c
    for decision, subject in conn.execute(select(d.id, d.subject)).all():
        if subject.get("claim") in claim_ids:
            blank = {"subject": {"claim": subject["claim"]}, "why": ""}
            conn.execute(update(t.decisions).where(d.id == decision).values(blank))


def _take_back_names(conn: Connection, report_id: str, published: date | None, now: datetime) -> None:
    """Uncount what the links of a report said of identities."""
    writing = Writing(conn, now, is_reread=True)
    for old in load_earlier(conn, report_id, 0, published):
        writing.take_back(old.identity_id, old.profile)
    writing.finish(report_id, 0)


def _drop_bare_identities(conn: Connection, now: datetime) -> None:
    """Forget the identities that no report names any more, and names that no report uses."""
    n, i, k = t.identity_names.c, t.identities.c, t.links.c
    bare = conn.execute(select(n.identity_id).where(n["count"] <= 0).distinct()).scalars().all()
    linked = set(list_values(conn, k.identity_id, k.identity_id, bare))
    delete_identities(conn, [each for each in bare if each not in linked], now)
    for identity in sorted(linked & set(bare)):
        conn.execute(delete(t.identity_names).where(n.identity_id == identity, n["count"] <= 0))
        left = (
            conn.execute(select(n.name).where(n.identity_id == identity).order_by(n["count"].desc(), n.name))
            .scalars()
            .all()
        )
        if left and conn.execute(select(i.name).where(i.id == identity)).scalar() not in left:
            conn.execute(update(t.identities).where(i.id == identity).values(name=left[0]))
