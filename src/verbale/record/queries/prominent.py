"""Who is named most, and whether anything in the record has changed since somebody looked."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from verbale.record import tables as t


@dataclass(frozen=True, slots=True)
class Prominent:
    """Somebody with how often reports name him."""

    id: str
    name: str
    kind: str
    country: str | None
    mentions: int


def list_prominent(conn: Connection, kind: str, *, limit: int = 10) -> tuple[Prominent, ...]:
    """The identities of a kind that are named most; those merged into others count with them no more."""
    i, n = t.identities.c, t.identity_names.c
    mentions = func.sum(n["count"])
    query = (
        select(i.id, i.name, i.kind, i.country, mentions)
        .select_from(t.identities.join(t.identity_names, n.identity_id == i.id))
        .where(i.kind == kind, i.merged_into.is_(None))
        .group_by(i.id, i.name, i.kind, i.country)
        .having(mentions > 0)
        .order_by(mentions.desc(), i.id)
        .limit(limit)
    )
    return tuple(Prominent(*row) for row in conn.execute(query))


def find_version(conn: Connection) -> tuple[object, ...]:
    """Something that is another after every change of reports, links, lists, verdicts or decisions; found at once."""
    columns = (
        t.readings.c.key, t.links.c.key, t.registers.c.key, t.screening_results.c.key, t.verdicts.c.key,
        t.reviews.c.key, t.unread.c.key,
    )  # fmt: skip
    newest = tuple(conn.execute(select(func.max(column))).scalar() for column in columns)
    return (*newest, conn.execute(select(func.count(t.decisions.c.id))).scalar_one())
