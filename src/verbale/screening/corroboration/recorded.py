"""Claims of the record as they are checked, and the verdicts kept beside them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, insert, select, update

from verbale.model import Interval, Office, Status
from verbale.record import tables as t
from verbale.record.clock import held
from verbale.record.counting import next_key
from verbale.screening.corroboration.checking import check_claim
from verbale.screening.corroboration.statement import COVERED, Party, Statement
from verbale.screening.corroboration.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Checked:
    """A claim of the record with what the registers say of it."""

    report_id: str
    publisher: str
    statement: Statement
    verdict: Verdict

    def to_dict(self) -> dict[str, Any]:
        """For JSON: claim, verdict, evidence on both sides."""
        one = self.statement
        return {
            "report": self.report_id,
            "publisher": self.publisher,
            "published": one.published.isoformat() if one.published else None,
            "type": one.type,
            "mode": one.mode,
            "actor": [party.name for party in one.actors],
            "recipient": [party.name for party in one.recipients],
            "object": one.object,
            "office": one.office.to_dict() if one.office else None,
            "when": one.when.to_dict() if one.when else None,
            "negated": one.negated,
            "evidence": one.evidence,
            **self.verdict.to_dict(),
        }


def reports_naming(conn: Connection, name: str) -> tuple[str, ...]:
    """Reports in which an actor, or the identity it is linked to, has this name; case does not count."""
    a, k, i = t.actors.c, t.links.c, t.identity_names.c
    wanted = name.casefold()
    plain = select(a.report_id, a.name).where(held(t.actors)).distinct()
    found = {row.report_id for row in conn.execute(plain) if row.name.casefold() == wanted}
    linked = (
        select(a.report_id, i.name)
        .join(t.links, k.actor_key == a.key)
        .join(t.identity_names, i.identity_id == k.identity_id)
        .where(held(t.actors), held(t.links))
        .distinct()
    )
    found |= {row.report_id for row in conn.execute(linked) if row.name.casefold() == wanted}
    return tuple(sorted(found))


def statements_of_report(conn: Connection, report_id: str) -> tuple[tuple[str, Statement], ...]:
    """The claims of a report that a register can speak to, each with its publisher."""
    c, r = t.claims.c, t.reports.c
    query = (
        select(t.claims, r.publisher, r.published)
        .join(t.reports, r.id == c.report_id)
        .where(c.report_id == report_id, held(t.claims), r.redacted_at.is_(None))
        .order_by(c.key)
    )
    rows = conn.execute(query).mappings().all()
    parties = _parties(conn, report_id)
    everything = [(row["publisher"], _statement(dict(row), parties.get(row["key"], {}))) for row in rows]
    context = [statement for _, statement in everything]
    return tuple(
        (publisher, one.with_others(context)) for publisher, one in everything if one.type in COVERED
    )


def _parties(conn: Connection, report_id: str) -> dict[int, dict[str, list[Party]]]:
    """Parties by claim and role, each with the names that the record knows its identity by."""
    p, a, k = t.parties.c, t.actors.c, t.links.c
    query = (
        select(p.claim_key, p.role, a.name, a.kind, a.country, a.aliases, k.identity_id)
        .join(t.actors, a.key == p.actor_key)
        .outerjoin(t.links, (k.actor_key == a.key) & held(t.links))
        .where(a.report_id == report_id, held(t.actors))
        .order_by(p.claim_key, p.role, p.position)
    )
    rows: dict[int, dict[str, list[Party]]] = {}
    names: dict[str, tuple[str, ...]] = {}
    for row in conn.execute(query).all():
        if row.identity_id and row.identity_id not in names:
            names[row.identity_id] = tuple(name for (name,) in conn.execute(_names(row.identity_id)))
        known = names.get(row.identity_id, ()) if row.identity_id else ()
        party = Party(row.name, row.kind, row.country, (*row.aliases, *known))
        rows.setdefault(row.claim_key, {}).setdefault(row.role, []).append(party)
    return rows


def _names(identity_id: str) -> Select[Any]:
    """The names of an identity, the commonest first."""
    n = t.identity_names.c
    return select(n.name).where(n.identity_id == identity_id).order_by(n.count.desc(), n.name)


def _statement(row: dict[str, Any], parties: dict[str, list[Party]]) -> Statement:
    """The statement of a row, without the rest of its report."""
    title = row["office_title"]
    start, end = row["when_start"], row["when_end"]
    return Statement(
        claim_id=row["id"],
        type=row["type"],
        mode=row["mode"],
        status=Status(row["status"]),
        negated=row["negated"],
        actors=tuple(parties.get("actor", ())),
        recipients=tuple(parties.get("recipient", ())),
        object=row["object"],
        topic=row["topic"],
        office=Office(title, row["office_body"], row["office_country"]) if title else None,
        when=Interval(start, end) if start or end else None,
        published=_day(row["published"]),
        evidence=row["evidence_text"],
    )


def _day(value: date | None) -> date | None:
    """The day of a column that may hold a moment."""
    return value.date() if isinstance(value, datetime) else value


def check_reports(
    conn: Connection, report_ids: Iterator[str] | tuple[str, ...], *, now: datetime
) -> Iterator[Checked]:
    """Check the claims of reports and keep the verdicts; an unchanged verdict stays as it is.

    Args:
        conn: a connection that writes.
        report_ids: reports of the record.
        now: `recorded_at` of new verdicts.

    Raises:
        MissingExtraError: the extra `screening` is not installed and somebody must be found by name.
    """
    for report_id in report_ids:
        for publisher, statement in statements_of_report(conn, report_id):
            verdict = check_claim(conn, statement)
            keep_verdict(conn, verdict, now=now)
            yield Checked(report_id, publisher, statement, verdict)


def keep_verdict(conn: Connection, verdict: Verdict, *, now: datetime) -> bool:
    """Keep a verdict where it differs from the one that stands; whether it did."""
    v = t.verdicts.c
    same = (v.claim_id == verdict.claim_id, held(t.verdicts))
    values = {
        "claim_id": verdict.claim_id,
        "verdict": verdict.standing.value,
        "rule": verdict.rule,
        "register": verdict.version.name if verdict.version else None,
        "register_key": verdict.version.key if verdict.version else None,
        "evidence": {**verdict.row, "tolerance_days": verdict.tolerance_days},
        "note": verdict.note,
    }
    standing = conn.execute(select(t.verdicts).where(*same)).mappings().first()
    if standing and {name: standing[name] for name in values} == values:
        return False
    conn.execute(update(t.verdicts).where(*same).values(superseded_at=now))
    conn.execute(insert(t.verdicts), {"key": next_key(conn, v.key), **values, "recorded_at": now})
    return True
