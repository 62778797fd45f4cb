"""Identities that people have merged into others."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, select

from verbale.record import tables as t


def follow_merges(conn: Connection, ids: Iterable[str], as_of: datetime | None = None) -> dict[str, str]:
    """What each identity is now, or was at a moment: itself, or the one it was merged into.

    Identities that the record does not have, or did not yet, are left out.
    """
    i = t.identities.c
    wanted, steps = set(ids), dict[str, str]()
    left, asked = wanted, set[str]()
    while left:
        asked |= left
        query = select(i.id, i.merged_into, i.superseded_at).where(i.id.in_(sorted(left)))
        if as_of:
            query = query.where(i.recorded_at <= as_of)
        for row in conn.execute(query):
            merged = row.merged_into and not (as_of and row.superseded_at and row.superseded_at > as_of)
            steps[row.id] = row.merged_into if merged else row.id
        left = set(steps.values()) - asked
    return {one: _last(one, steps) for one in sorted(wanted & steps.keys())}


def _last(one: str, steps: dict[str, str]) -> str:
    """The end of a chain of merges."""
    seen = {one}
    while steps.get(one, one) not in seen:
        one = steps[one]
        seen.add(one)
    return one
