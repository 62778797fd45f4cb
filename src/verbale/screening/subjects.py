"""The people and bodies of the record as they are screened: names, country, the lines that identify them."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from verbale.record import tables as t
from verbale.record.clock import held
from verbale.screening.screen import Query

_SCHEMATA = {"person": "Person", "body": "Organization"}


@dataclass(frozen=True, slots=True)
class RecordSubject:
    """An identity of the record: id, what is looked for, and a digest that changes when that does."""

    id: str
    query: Query

    @property
    def digest(self) -> str:
        """Sixteen hexadecimal digits of names and country."""
        values = (sorted(self.query.all_names), self.query.schema, self.query.country, self.query.born)
        return hashlib.blake2b(ascii(values).encode(), digest_size=8).hexdigest()


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A sentence of a report that names someone."""

    report_id: str
    publisher: str
    published: date | None
    text: str

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "report": self.report_id,
            "publisher": self.publisher,
            "published": self.published.isoformat() if self.published else None,
            "text": self.text,
        }


def record_subjects(conn: Connection, identity_id: str | None = None) -> Iterator[RecordSubject]:
    """The persons and bodies of the record (or one of them), in the order of their ids, with all their names."""
    i, n = t.identities.c, t.identity_names.c
    query = (
        select(i.id, i.name, i.kind, i.country)
        .where(held(t.identities), i.merged_into.is_(None), i.kind.in_(_SCHEMATA))
        .order_by(i.id)
    )
    if identity_id is not None:
        query = query.where(i.id == identity_id)
    for row in conn.execute(query).all():
        names = conn.execute(select(n.name).where(n.identity_id == row.id).order_by(n.count.desc(), n.name))
        asked = Query(row.name, tuple(name for (name,) in names), _SCHEMATA[row.kind], row.country)
        yield RecordSubject(row.id, asked)


def report_lines(conn: Connection, identity_id: str, limit: int = 3) -> tuple[ReportLine, ...]:
    """Sentences that name the identity, the newest reports first, one a report."""
    k, p, c, r = t.links.c, t.parties.c, t.claims.c, t.reports.c
    query = (
        select(c.report_id, r.publisher, r.published, c.evidence_text)
        .join(t.parties, p.actor_key == k.actor_key)
        .join(t.claims, c.key == p.claim_key)
        .join(t.reports, r.id == c.report_id)
        .where(k.identity_id == identity_id, held(t.links), held(t.claims))
        .order_by(r.published.desc().nulls_last(), c.report_id, c.key)
        .limit(limit * 20)
    )
    lines: dict[str, ReportLine] = {}
    for row in conn.execute(query):
        lines.setdefault(row.report_id, ReportLine(*row))
    return tuple(lines.values())[:limit]
