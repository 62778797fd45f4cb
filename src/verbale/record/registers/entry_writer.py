"""Entries of one version on their way into the record, a batch at a time."""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, and_, delete, select

from verbale.record import tables as t
from verbale.record.bulk import insert_rows
from verbale.record.counting import next_key
from verbale.record.registers.entry_rows import clean_all, digest_of, entry_data, spell_entry
from verbale.record.registers.name_keys import name_keys
from verbale.record.registers.postings import IndexWriter
from verbale.record.rows import clean
from verbale.registers import Entry

BATCH = 500
"""Rows written at once. With thousands held, a fifth of the time went into Python's looking for cycles among them."""

_COLUMNS = ("key", "register", "entry_id", "name", "digest", "data")
_UNNAMED = frozenset({"Position", "Address"})
_SLOTS = 1 << 26
"""Bits of `_Seen`, 8 MB: among a million ids one in seventy is looked up in vain."""


class _Seen:
    """Remembers texts in little room: what it has been given it knows, of others it may say so too.

    >>> seen = _Seen()
    >>> seen.add("a"), seen.add("a")
    (False, True)
    """

    __slots__ = ("_bits",)

    def __init__(self) -> None:
        self._bits = bytearray(_SLOTS >> 3)

    def add(self, text: str) -> bool:
        """Take a text in; whether it, or one that looks like it, was there before."""
        slot = hash(text) & (_SLOTS - 1)
        place, bit = slot >> 3, 1 << (slot & 7)
        before = self._bits[place] & bit
        self._bits[place] |= bit
        return before != 0


@dataclass(slots=True)
class EntryWriter:
    """Writes entries that the record does not have, and which entries the version has.

    Of two with one id the later counts, however far apart they stand. `count` is how many the version has.
    """

    conn: Connection
    register: str
    register_key: int
    count: int = 0
    _held: dict[str, Entry] = field(default_factory=dict)
    _seen: _Seen = field(default_factory=_Seen)
    _index: IndexWriter = field(init=False)
    _next: int = field(init=False)
    _has_earlier: bool = field(init=False)

    def __post_init__(self) -> None:
        self._index = IndexWriter(self.conn)
        self._next = next_key(self.conn, t.register_entries.c.key)
        e = t.register_entries.c
        earlier = select(e.key).where(e.register == self.register).limit(1)
        self._has_earlier = self.conn.execute(earlier).first() is not None

    def take(self, entry: Entry) -> None:
        """Hold an entry, and write those held once they are many."""
        self._held[clean(entry.id)] = entry
        if len(self._held) >= BATCH:
            self._write()

    def finish(self) -> None:
        """Write what is held."""
        self._write()
        self._index.flush()

    def _write(self) -> None:
        """Write the entries that are held: those the record does not have, and all as members."""
        again = [entry_id for entry_id in self._held if self._seen.add(entry_id)]
        known, members = self._known(list(self._held) if self._has_earlier else again)
        new, joining = [], []
        for entry_id, entry in self._held.items():
            data = entry_data(entry)
            spelt = spell_entry(entry.id, data)
            digest = digest_of(spelt)
            key = known.get((entry_id, digest))
            if key is None:
                key, self._next = self._next, self._next + 1
                kept = clean_all(data) if _holds_unkeepable(spelt) else data
                new.append((key, self.register, entry_id, clean(entry.name), digest, kept))
                if entry.schema not in _UNNAMED:
                    self._index.add(key, name_keys((*entry.names, *entry.weak_names)))
            if key in members:
                members.remove(key)
            else:
                joining.append((self.register_key, key))
        insert_rows(self.conn, t.register_entries, _COLUMNS, new)
        insert_rows(self.conn, t.register_members, ("register_key", "entry_key"), joining)
        self._drop(members)
        self.count += len(joining) - len(members)
        self._held.clear()

    def _known(self, ids: list[str]) -> tuple[dict[tuple[str, str], int], set[int]]:
        """Keys of the entries of these ids that the record has, by id and digest; which of them the version has."""
        if not ids:
            return {}, set()
        e, m = t.register_entries.c, t.register_members.c
        mine = and_(m.entry_key == e.key, m.register_key == self.register_key)
        query = (
            select(e.entry_id, e.digest, e.key, m.entry_key.label("member"))
            .outerjoin(t.register_members, mine)
            .where(e.entry_id.in_(ids), e.register == self.register)
            .order_by(e.key)
        )
        rows: list[Any] = list(self.conn.execute(query))
        members = {row.key for row in rows if row.member is not None}
        return {(row.entry_id, row.digest): row.key for row in rows}, members

    def _drop(self, keys: set[int]) -> None:
        """Take entries out of the version that later ones of the same id replace."""
        m = t.register_members.c
        if keys:
            mine = (m.register_key == self.register_key, m.entry_key.in_(sorted(keys)))
            self.conn.execute(delete(t.register_members).where(*mine))


def _holds_unkeepable(spelt: str) -> bool:
    r"""Whether an entry in ASCII may hold NUL or half a surrogate pair.

    >>> _holds_unkeepable(ascii(["a\0"])), _holds_unkeepable(ascii(["Živković"]))
    (True, False)
    """
    return "\\x00" in spelt or "\\ud" in spelt
