"""Versions of lists: which there are, which holds on a day, who came and went between two."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, select

from verbale.errors import RegisterError
from verbale.record import tables as t


@dataclass(frozen=True, slots=True)
class Version:
    """A list as issued on a day. `authority` is whose measures it lists (`us`, `un`); None for other registers."""

    key: int
    name: str
    kind: str
    issued: date
    complete: bool
    authority: str | None
    url: str
    hash: str
    counts: dict[str, int]
    recorded_at: datetime

    @property
    def label(self) -> str:
        """Name and day, as people cite it."""
        return f"{self.name} of {self.issued.isoformat()}"

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "name": self.name,
            "kind": self.kind,
            "issued": self.issued.isoformat(),
            "complete": self.complete,
            "authority": self.authority,
            "url": self.url,
            "hash": self.hash,
            "counts": self.counts,
            "recorded_at": self.recorded_at.isoformat(),
        }


@dataclass(frozen=True, slots=True)
class Difference:
    """Who came, went and changed between two versions: pairs of entry id and name, sorted by name."""

    earlier: Version
    later: Version
    came: tuple[tuple[str, str], ...]
    went: tuple[tuple[str, str], ...]
    changed: tuple[tuple[str, str], ...]

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "earlier": self.earlier.to_dict(),
            "later": self.later.to_dict(),
            **{
                name: [{"id": entry_id, "name": label} for entry_id, label in getattr(self, name)]
                for name in ("came", "went", "changed")
            },
        }


def _versions() -> Select[Any]:
    """All versions, in the order of their issue."""
    r = t.registers.c
    columns = (
        r.key,
        r.name,
        r.kind,
        r.issued,
        r.complete,
        r.authority,
        r.url,
        r.hash,
        r.counts,
        r.recorded_at,
    )
    return select(*columns).where(r.superseded_at.is_(None)).order_by(r.name, r.issued, r.recorded_at, r.key)


def list_versions(conn: Connection, name: str | None = None) -> tuple[Version, ...]:
    """The versions of a list (None: of all), in the order of names and days."""
    query = _versions() if name is None else _versions().where(t.registers.c.name == name)
    return tuple(Version(*row) for row in conn.execute(query))


def versions_on(conn: Connection, day: date | None = None) -> tuple[Version, ...]:
    """The version of each list that holds on a day: the last one issued by then (None: of all)."""
    held: dict[str, Version] = {}
    for version in list_versions(conn):
        if day is None or version.issued <= day:
            held[version.name] = version
    return tuple(held.values())


def pick_two(
    conn: Connection, name: str, earlier: date | None, later: date | None
) -> tuple[Version, Version]:
    """Two versions of a list to compare: those of the days given, else the last two.

    Raises:
        RegisterError: there are not two.
    """
    versions = list_versions(conn, name)
    if not versions:
        known = sorted({version.name for version in list_versions(conn)})
        raise RegisterError(f"no register is called {name!r}: there is {', '.join(known) or 'none yet'}")
    after = [v for v in versions if later is None or v.issued <= later]
    before = [v for v in after[:-1] if earlier is None or v.issued <= earlier]
    if not after or not before:
        days = ", ".join(version.issued.isoformat() for version in versions)
        asked = " by those days" if earlier or later else ""
        raise RegisterError(f"{name} has no two versions{asked} to compare: it has {days}")
    return before[-1], after[-1]


def compare_versions(conn: Connection, earlier: Version, later: Version) -> Difference:
    """Who came, went and changed."""
    before, after = (_names_by_id(conn, version.key) for version in (earlier, later))

    def _sorted(ids: set[str], names: dict[str, tuple[str, int]]) -> tuple[tuple[str, str], ...]:
        return tuple(sorted(((i, names[i][0]) for i in ids), key=lambda pair: (pair[1], pair[0])))

    changed = {i for i in before.keys() & after.keys() if before[i][1] != after[i][1]}
    return Difference(
        earlier,
        later,
        came=_sorted(after.keys() - before.keys(), after),
        went=_sorted(before.keys() - after.keys(), before),
        changed=_sorted(changed, after),
    )


def _names_by_id(conn: Connection, register_key: int) -> dict[str, tuple[str, int]]:
    """Names and keys of the entries of a version by their ids."""
    e, m = t.register_entries.c, t.register_members.c
    query = select(e.entry_id, e.name, e.key).join(t.register_members, m.entry_key == e.key)
    rows = conn.execute(query.where(m.register_key == register_key).order_by(e.key))
    return {row.entry_id: (row.name, row.key) for row in rows}
