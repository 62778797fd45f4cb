"""The titles that people hold, as reports call them."""

from datetime import datetime

from sqlalchemy import Connection, func, select

from verbale.record import tables as t
from verbale.record.clock import held


def list_titles(conn: Connection, as_of: datetime | None = None) -> dict[str, tuple[str, ...]]:
    """Titles by identity, the most reported first, equals in the order of the alphabet."""
    c, p, links = t.claims, t.parties, t.links
    count = func.count()
    found = (
        select(links.c.identity_id, c.c.office_title)
        .select_from(c.join(p, p.c.claim_key == c.c.key).join(links, links.c.actor_key == p.c.actor_key))
        .where(c.c.type == "hold_office", c.c.negated.is_(False), p.c.role == "actor")
        .where(c.c.office_title.is_not(None), held(c, as_of), held(links, as_of))
        .group_by(links.c.identity_id, c.c.office_title)
        .order_by(links.c.identity_id, count.desc(), c.c.office_title)
    )
    titles: dict[str, tuple[str, ...]] = {}
    for identity, title in conn.execute(found):
        titles[identity] = (*titles.get(identity, ()), title)
    return titles
