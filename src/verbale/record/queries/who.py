"""Who is meant by a name: candidates with what tells them apart."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, func, select

from verbale.errors import SearchError
from verbale.record import tables as t
from verbale.record.clock import held
from verbale.record.queries.merged import follow_merges
from verbale.record.queries.names import Fit, Named, find_beginning, find_named, load_named
from verbale.record.queries.offices_said import OfficeSaid, list_offices_said

SHORTEST = 2
"""Letters from which names are suggested."""
DOMINANT = 5
"""How many times more often than the next one somebody must be named to be meant by a name that both go by."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody whom a name may mean; `first` and `last` are the days of the reports that name him."""

    id: str
    name: str
    kind: str
    country: str | None
    names: tuple[str, ...]
    offices: tuple[OfficeSaid, ...]
    claims: int
    first: date | None
    last: date | None
    fit: Fit

    def to_dict(self) -> dict[str, Any]:
        """The candidate for JSON."""
        return {
            "id": self.id,
            "name": self.name,
            "kind": self.kind,
            "country": self.country,
            "names": list(self.names),
            "offices": [office.to_dict() for office in self.offices],
            "claims": self.claims,
            "first": self.first.isoformat() if self.first else None,
            "last": self.last.isoformat() if self.last else None,
            "fit": self.fit.name.lower(),
        }


def who(
    conn: Connection, name: str, *, kind: str | None = None, limit: int = 10, as_of: datetime | None = None
) -> tuple[Candidate, ...]:
    """Those whom a name may mean, the best first; none is an empty answer.

    Args:
        conn: a connection that reads.
        name: in any script and spelling, whole or in part; or an id.
        kind: person, state, body, group or office; None is any.
        limit: candidates at most.
        as_of: as the record knew them at that moment; None is now.

    Raises:
        SearchError: a name without letters.
    """
    if not any(char.isalnum() for char in name):
        raise SearchError(f"{name!r} is no name: give letters")
    found = find_named(conn, name, kind, as_of) or _by_id(conn, name, as_of)
    return tuple(_describe(conn, each, as_of) for each in found[:limit])


def suggest(conn: Connection, text: str, *, limit: int = 8) -> tuple[Named, ...]:
    """Identities one of whose names has the words of a text, the last of which may go on; the commonest first.

    Nothing is suggested for less than two letters.
    """
    return find_beginning(conn, text, limit) if len(text.strip()) >= SHORTEST else ()


def find_one(conn: Connection, name: str, as_of: datetime | None = None) -> str:
    """The identity that a name or an id means.

    A name that several go by means the one named five times as often as any other, if there is one.

    Raises:
        SearchError: nobody is called so, or several are; the message lists them.
    """
    found = _by_id(conn, name, as_of) or find_named(conn, name, None, as_of)
    if not found:
        raise SearchError(f"the record has nobody called {name!r}: `verbale who` finds names in part")
    best = [each for each in found if each.fit == found[0].fit]
    if len(best) == 1 or best[0].mentions >= DOMINANT * best[1].mentions:
        return best[0].id
    listed = "; ".join(f"{each.name} ({each.country or each.kind}) {each.id}" for each in best[:8])
    raise SearchError(f"several are called {name!r}, give the id of one: {listed}")


def _by_id(conn: Connection, text: str, as_of: datetime | None) -> tuple[Named, ...]:
    """The identity of an id, as a list of one or none."""
    if not text.startswith("identity:"):
        return ()
    return tuple(load_named(conn, follow_merges(conn, [text], as_of), None))


def _describe(conn: Connection, named: Named, as_of: datetime | None) -> Candidate:
    """A candidate with what the record has on him."""
    a, r, links = t.actors.c, t.reports.c, t.links.c
    of = (links.identity_id == named.id, held(t.links, as_of))
    seen = (
        select(func.min(r.published), func.max(r.published))
        .select_from(t.links.join(t.actors, a.key == links.actor_key).join(t.reports, r.id == a.report_id))
        .where(*of)
    )
    first, last = conn.execute(seen).one()
    return Candidate(
        named.id,
        named.name,
        named.kind,
        named.country,
        named.names,
        list_offices_said(conn, named.id, as_of) if named.kind == "person" else (),
        _count_claims(conn, named.id, as_of),
        first,
        last,
        named.fit,
    )


def _count_claims(conn: Connection, identity: str, as_of: datetime | None) -> int:
    """Claims that somebody has a part in, reprints left out."""
    p, c, links = t.parties.c, t.claims.c, t.links.c
    joined = t.links.join(t.parties, p.actor_key == links.actor_key).join(t.claims, c.key == p.claim_key)
    query = (
        select(func.count(c.key.distinct()))
        .select_from(joined)
        .where(links.identity_id == identity, held(t.links, as_of), held(t.claims, as_of))
        .where(c.reprint_of.is_(None))
    )
    return conn.execute(query).scalar_one()
