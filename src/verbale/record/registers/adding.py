"""A version of a list into the record: all of it or nothing, in bounded memory."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from verbale.errors import RegisterError
from verbale.record import tables as t
from verbale.record.bulk import insert_rows, refresh_statistics
from verbale.record.counting import next_key
from verbale.record.registers.entry_rows import clean_all, listing_data
from verbale.record.registers.entry_writer import BATCH, EntryWriter
from verbale.record.store import Store
from verbale.registers import BadRow, Entry, Listing, RollCall, Row, Tenure

PROGRESS = 5_000
KEPT_BAD_ROWS = 1_000
"""Bad rows kept by name; all are counted."""

_TABLES = (t.register_entries, t.register_members, t.register_keys, t.register_listings, t.tenures, t.votes)
_TENURE = ("holder_id", "holder", "position", "organization", "country", "start", "end", "post_id", "line")
_OTHERS = {
    "listings": (t.register_listings, ("register_key", "entry_id", "data")),
    "tenures": (t.tenures, ("register_key", *_TENURE)),
    "roll calls": (
        t.votes,
        ("register_key", "call_id", "day", "body", "symbol", "title", "votes", "line"),
    ),
}
"""Rows that are no entries: where they go, and their columns."""


@dataclass(frozen=True, slots=True)
class NewVersion:
    """What is known of a version before it is read."""

    name: str
    kind: str
    issued: date
    hash: str
    complete: bool = False
    authority: str | None = None
    url: str = ""
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AddedVersion:
    """What became of a version: how many rows of each sort it has, and which were bad."""

    key: int
    known: bool
    counts: dict[str, int]
    bad_rows: tuple[str, ...] = ()


def add_register(
    store: Store,
    version: NewVersion,
    rows: Iterable[Row],
    *,
    now: datetime,
    progress: Callable[[int], None] = lambda _count: None,
) -> AddedVersion:
    """Add a version of a list; one that is there already (same name, day and hash) adds nothing.

    One with bad rows is not complete, whatever `version` says: who stood in them is not in the record.

    Args:
        store: opened for writing.
        version: its name, kind, day of issue, hash.
        rows: as a loader gives them; consumed one by one.
        now: `recorded_at`; must have a time zone.
        progress: told how many rows have been taken, every few thousand.

    Raises:
        RegisterError: the file broke off; nothing of it is in the record then. Or it had no row at all.
    """
    with store.begin() as conn:
        known = _find(conn, version)
        if known is not None:
            return known
        writer = _Writer(conn, version, _insert_version(conn, version, now))
        for count, row in enumerate(rows, 1):
            writer.take(row)
            if count % PROGRESS == 0:
                progress(count)
        return writer.finish()


def _find(conn: Connection, version: NewVersion) -> AddedVersion | None:
    """The version where the record has it."""
    r = t.registers.c
    same = (
        r.name == version.name,
        r.issued == version.issued,
        r.hash == version.hash,
        r.superseded_at.is_(None),
    )
    row = conn.execute(select(r.key, r.counts, r.complete).where(*same)).first()
    if row is None:
        return None
    complete = version.complete and not row.counts.get("bad rows")
    if row.complete != complete:
        conn.execute(update(t.registers).where(r.key == row.key).values(complete=complete))
    return AddedVersion(row.key, known=True, counts=row.counts)


def _insert_version(conn: Connection, version: NewVersion, now: datetime) -> int:
    """The row of the version; gives its key."""
    key = next_key(conn, t.registers.c.key)
    values = {
        "key": key,
        "name": version.name,
        "kind": version.kind,
        "issued": version.issued,
        "complete": version.complete,
        "authority": version.authority,
        "url": version.url,
        "files": list(version.files),
        "hash": version.hash,
        "counts": {},
        "bad_rows": [],
        "recorded_at": now,
    }
    conn.execute(insert(t.registers), values)
    return key


@dataclass(slots=True)
class _Writer:
    """Rows of one version on their way into the tables."""

    conn: Connection
    version: NewVersion
    register_key: int
    counts: Counter[str] = field(default_factory=Counter)
    bad_rows: list[str] = field(default_factory=list)
    _entries: EntryWriter = field(init=False)
    _others: dict[str, list[tuple[Any, ...]]] = field(default_factory=dict)
    _holders: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._entries = EntryWriter(self.conn, self.version.name, self.register_key)

    def take(self, row: Row) -> None:
        """Take one row."""
        if isinstance(row, Entry):
            self._entries.take(row)
        elif isinstance(row, Listing):
            self._take_other("listings", (row.entry_id, listing_data(row)))
        elif isinstance(row, Tenure):
            self._take_tenure(row)
        elif isinstance(row, RollCall):
            self._take_other("roll calls", _vote_row(row))
        elif isinstance(row, BadRow):
            self.counts["bad rows"] += 1
            if len(self.bad_rows) < KEPT_BAD_ROWS:
                self.bad_rows.append(str(row))

    def _take_tenure(self, tenure: Tenure) -> None:
        """Hold a tenure; a holder that is only named becomes an entry too, so that names are found one way."""
        holder_id = tenure.holder_id or tenure.wikidata or f"{tenure.holder}|{tenure.country or ''}"
        if not tenure.holder_id and holder_id not in self._holders:
            self._holders.add(holder_id)
            self._entries.take(
                Entry(
                    id=holder_id,
                    schema="Person",
                    names=(tenure.holder,),
                    countries=(tenure.country,) if tenure.country else (),
                    topics=("role.pep",),
                    wikidata=tenure.wikidata,
                )
            )
        self._take_other("tenures", (holder_id, *(getattr(tenure, name) for name in _TENURE[1:])))

    def _take_other(self, what: str, values: tuple[Any, ...]) -> None:
        """Hold a row that is no entry."""
        rows = self._others.setdefault(what, [])
        rows.append((self.register_key, *map(clean_all, values)))
        self.counts[what] += 1
        if len(rows) >= BATCH:
            self._write_others(what)

    def _write_others(self, what: str) -> None:
        """Write rows that are no entries."""
        table, columns = _OTHERS[what]
        insert_rows(self.conn, table, columns, self._others.pop(what, []))

    def finish(self) -> AddedVersion:
        """Write what is held and what came of it.

        Raises:
            RegisterError: nothing came that could be taken.
        """
        self._entries.finish()
        if self._entries.count:
            self.counts["entries"] = self._entries.count
        for what in list(self._others):
            self._write_others(what)
        if not (self.counts.keys() - {"bad rows"}):
            first = f"; the first: {self.bad_rows[0]}" if self.bad_rows else ""
            raise RegisterError(f"no row of {', '.join(self.version.files)} could be taken{first}")
        refresh_statistics(self.conn, _TABLES)
        name_posts(self.conn, self.register_key)
        counts = dict(sorted(self.counts.items()))
        complete = self.version.complete and not self.counts["bad rows"]
        mine = t.registers.c.key == self.register_key
        values = {"counts": counts, "bad_rows": self.bad_rows, "complete": complete}
        self.conn.execute(update(t.registers).where(mine).values(values))
        return AddedVersion(self.register_key, known=False, counts=counts, bad_rows=tuple(self.bad_rows))


def _vote_row(call: RollCall) -> tuple[Any, ...]:
    """A row of `votes`, without the version."""
    day = date.fromisoformat(call.date)
    return call.id, day, call.body, call.symbol, call.title, dict(call.votes), call.line


def name_posts(conn: Connection, register_key: int) -> None:
    """Give tenures the names that their holders, posts and organisations have as entries of the same version."""
    v, e, m = t.tenures.c, t.register_entries.c, t.register_members.c
    for id_column, name_column, blank in (
        (v.holder_id, v.holder, v.holder == ""),
        (v.post_id, v.organization, v.organization == ""),
        (v.post_id, v.position, v.position.is_(None) & v.organization.is_(None)),
    ):
        name = (
            select(func.max(e.name))
            .join(t.register_members, m.entry_key == e.key)
            .where(m.register_key == register_key, e.entry_id == id_column)
            .scalar_subquery()
        )
        filled = update(t.tenures).where(v.register_key == register_key, blank)
        conn.execute(filled.values({name_column: func.coalesce(name, name_column)}))
