"""The actors of one reading as profiles, with what an earlier reading of the same report linked them to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, exists, select

from verbale.record.identity.profile import Profile, office_key
from verbale.record.tables import actors, links, readings, reports


@dataclass(frozen=True, slots=True)
class Earlier:
    """A link that a superseded reading of the report made; `decided_by` is the decision behind it, if any."""

    identity_id: str
    name: str
    kind: str
    mentions: tuple[tuple[int, int], ...]
    decided_by: str | None
    strength: float
    evidence: list[dict[str, Any]]
    profile: Profile


@dataclass(frozen=True, slots=True)
class Seen:
    """One actor of the reading."""

    key: int
    name: str
    kind: str
    country: str | None
    mentions: tuple[tuple[int, int], ...]
    profile: Profile


@dataclass(frozen=True, slots=True)
class Scene:
    """The actors of a reading, and the links that the reading supersedes."""

    report_id: str
    published: date | None
    seen: tuple[Seen, ...]
    earlier: tuple[Earlier, ...]
    is_reread: bool

    def before(self, seen: Seen) -> Earlier | None:
        """The earlier link of this actor: of the same kind and name, else of one that shares a mention.

        A decision of a person is looked for first.
        """
        alike = [old for old in self.earlier if _is_alike(old, seen)]
        return min(alike, key=lambda old: (old.decided_by is None, old.name != seen.name), default=None)


def _is_alike(old: Earlier, seen: Seen) -> bool:
    return (old.kind == seen.kind and old.name == seen.name) or bool(set(old.mentions) & set(seen.mentions))


_older = readings.alias()
_HEAD = (
    select(
        reports.c.id,
        reports.c.published,
        exists().where(_older.c.report_id == readings.c.report_id, _older.c.key < readings.c.key),
    )
    .join(readings, readings.c.report_id == reports.c.id)
    .where(readings.c.key == bindparam("reading"))
)
_ACTORS = select(actors).where(actors.c.reading_key == bindparam("reading")).order_by(actors.c.key)
_EARLIER = (
    select(actors, links.c.identity_id, links.c.decided_by, links.c.strength, links.c.evidence)
    .join(links, links.c.actor_key == actors.c.key)
    .where(
        actors.c.report_id == bindparam("report"),
        actors.c.reading_key != bindparam("reading"),
        links.c.superseded_at.is_(None),
    )
    .order_by(links.c.key)
)


def load_scene(conn: Connection, reading_key: int) -> Scene:
    """The scene of a reading."""
    report_id, published, is_reread = conn.execute(_HEAD, {"reading": reading_key}).one()
    seen = tuple(_make_seen(row, published) for row in conn.execute(_ACTORS, {"reading": reading_key}))
    earlier = load_earlier(conn, report_id, reading_key, published) if is_reread else ()
    return Scene(report_id, published, seen, earlier, bool(is_reread))


def load_earlier(
    conn: Connection, report_id: str, reading_key: int, published: date | None
) -> tuple[Earlier, ...]:
    """The links of a report's other readings that stand."""
    rows = conn.execute(_EARLIER, {"report": report_id, "reading": reading_key})
    return tuple(
        Earlier(
            row.identity_id,
            row.name,
            row.kind,
            _pairs(row.mentions),
            row.decided_by,
            row.strength,
            row.evidence,
            make_profile(row, published),
        )
        for row in rows
    )


def _make_seen(row: Any, published: date | None) -> Seen:
    profile = make_profile(row, published)
    return Seen(row.key, row.name, row.kind, row.country, _pairs(row.mentions), profile)


def _pairs(mentions: Sequence[Sequence[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in mentions)


def make_profile(row: Any, published: date | None) -> Profile:
    """The profile of a row of `actors`; offices planned or alleged do not count."""
    held = [office for office in row.offices if office.get("status") == "happened" and office.get("title")]
    offices = frozenset(office_key(o["title"], o.get("body"), o.get("country") or row.country) for o in held)
    vouched = frozenset(o["country"] for o in held if o.get("country"))
    names = (row.name, *(alias for alias in row.aliases if alias != row.name))
    countries = {row.country: 1} if row.country else {}
    return Profile(row.kind, names, countries, vouched & set(countries), offices, published, published)
