"""Links and what is counted beside them, collected for one reading and written in a few statements."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from verbale.record.counting import add_counts, insert_new, next_key
from verbale.record.identity.keys import BLOCK_CAP, keys_to_keep
from verbale.record.identity.known import Block, Known
from verbale.record.identity.person_names import parse_person_name
from verbale.record.identity.profile import Profile
from verbale.record.identity.spelling import romanise
from verbale.record.ids import derive_id
from verbale.record.tables import (
    actors,
    identities,
    identity_keys,
    identity_names,
    identity_traits,
    identity_words,
    links,
)

MOST_OFFICES = 60
"""Offices counted for one identity: what reports call a president in passing does not grow without end."""


_IS_TAKEN = select(identities.c.id).where(identities.c.id == bindparam("identity"))
_INSERT_IDENTITIES, _INSERT_LINKS = insert(identities), insert(links)
_RENAME = (
    update(identities)
    .where(identities.c.id == bindparam("identity"))
    .values(name=bindparam("call"), country=bindparam("of"))
)


@dataclass(frozen=True, slots=True)
class Link:
    """An actor's link to an identity, as a row of `links`."""

    actor_key: int
    identity_id: str
    strength: float
    evidence: tuple[dict[str, Any], ...]
    decided_by: str | None = None


class Writing:
    """What linking one reading changes in the record."""

    def __init__(self, conn: Connection, now: datetime, *, is_reread: bool = False) -> None:
        self.conn = conn
        self.is_reread = is_reread
        self.now = now
        self._links: list[Link] = []
        self._created: list[Known] = []
        self._renamed: dict[str, Known] = {}
        self._names: Counter[tuple[str, str]] = Counter()
        self._traits: Counter[tuple[str, str, str]] = Counter()
        self._keys: list[dict[str, str]] = []
        self._words: set[tuple[str, str]] = set()

    def take_back(self, identity_id: str, profile: Profile) -> None:
        """Uncount what a superseded link said of an identity."""
        self._names.update({(identity_id, name): -1 for name in _told_names(profile)})
        self._traits.update({(identity_id, *trait): -1 for trait in _traits(profile)})

    def leave(self, known: Known, profile: Profile) -> None:
        """Uncount an actor that is taken for an identity no more, which is called by what is left to it."""
        self.take_back(known.id, profile)
        for name in _told_names(profile):
            known.names[name] = known.names.get(name, 0) - 1
        if any(count > 0 for count in known.names.values()):
            self._rename(known)

    def create(self, known: Known) -> None:
        """A new identity."""
        self._created.append(known)

    def is_taken(self, report_id: str, name: str, kind: str, nth: int) -> bool:
        """Whether the id of the nth actor of this name in the report is in use; a new report has one reading."""
        identity = derive_id("identity", report_id, name, kind, *((nth,) if nth else ()))
        if any(known.id == identity for known in self._created):
            return True
        if not self.is_reread:
            return False
        return self.conn.execute(_IS_TAKEN, {"identity": identity}).first() is not None

    def join(self, known: Known, profile: Profile, link: Link, block: Block) -> None:
        """Link an actor, and count its names and traits for the identity."""
        self._links.append(link)
        if profile.kind == "office" and known.kind != "office":
            return  # the words of a title are no name of who holds it
        self._keep_keys(known, profile, block)
        for name in _told_names(profile):
            known.names[name] = known.names.get(name, 0) + 1
            self._names[known.id, name] += 1
        for trait, value in _traits(profile):
            if trait != "office" or value in known.offices or len(known.offices) < MOST_OFFICES:
                self._traits[known.id, trait, value] += 1
                _count_trait(known, trait, value)
        self._rename(known)

    def _keep_keys(self, known: Known, profile: Profile, block: Block) -> None:
        told = [name for name in _told_names(profile) if name not in known.names]
        self._words.update((word, known.id) for name in told for word in romanise(name).split())
        for key in (key for name in told for key in keys_to_keep(known.kind, name, profile.country)):
            bearers = block.keys.setdefault(key, [])
            if known.id not in bearers and len(bearers) < BLOCK_CAP:
                bearers.append(known.id)
                self._keys.append({"key": key, "identity_id": known.id})

    def _rename(self, known: Known) -> None:
        """Give it the name that is said most among the fullest, and the country said most."""
        name = min(known.names, key=lambda n: (not _is_full(known.kind, n), -known.names[n], n))
        country = min(known.countries, key=lambda c: (-known.countries[c], c), default=known.country)
        if known.kind == "state":
            name, country = known.name, known.country
        if (name, country) != (known.name, known.country):
            known.name, known.country = name, country
            self._renamed[known.id] = known

    def finish(self, report_id: str, reading_key: int) -> None:
        """Write it all: first what is superseded, then what is new."""
        if self.is_reread:
            self._supersede_links(report_id, reading_key)
        fresh = {known.id for known in self._created}
        rows = [self._identity_row(known) for known in self._created]
        if rows:
            self.conn.execute(_INSERT_IDENTITIES, rows)
        for known in sorted(self._renamed.values(), key=lambda k: k.id):
            if known.id not in fresh:
                self.conn.execute(_RENAME, {"identity": known.id, "call": known.name, "of": known.country})
        insert_new(self.conn, identity_keys, self._keys)
        words = [{"word": word, "identity_id": identity} for word, identity in sorted(self._words)]
        insert_new(self.conn, identity_words, words)
        add_counts(self.conn, identity_names, self._names, normal=lambda key: romanise(key[1]))
        add_counts(self.conn, identity_traits, self._traits)
        self._insert_links()

    def _identity_row(self, known: Known) -> dict[str, Any]:
        return {
            "id": known.id,
            "name": known.name,
            "kind": known.kind,
            "country": known.country,
            "merged_into": None,
            "recorded_at": self.now,
            "superseded_at": None,
        }

    def _supersede_links(self, report_id: str, reading_key: int) -> None:
        old = select(actors.c.key).where(actors.c.report_id == report_id, actors.c.reading_key != reading_key)
        gone = update(links).where(links.c.actor_key.in_(old), links.c.superseded_at.is_(None))
        self.conn.execute(gone.values(superseded_at=self.now))

    def _insert_links(self) -> None:
        if not self._links:
            return
        first = next_key(self.conn, links.c.key)
        rows = [
            {
                "key": key,
                "actor_key": link.actor_key,
                "identity_id": link.identity_id,
                "strength": link.strength,
                "evidence": list(link.evidence),
                "decided_by": link.decided_by,
                "recorded_at": self.now,
                "superseded_at": None,
            }
            for key, link in enumerate(self._links, first)
        ]
        self.conn.execute(_INSERT_LINKS, rows)


def _told_names(profile: Profile) -> tuple[str, ...]:
    """The names worth keeping: of a person no short forms, of a state its name alone."""
    if profile.kind == "person":
        return profile.names[:1]
    return tuple(dict.fromkeys(name for name in profile.names if name[:1].isupper())) or profile.names[:1]


def _traits(profile: Profile) -> Iterator[tuple[str, str]]:
    for country in profile.countries:
        yield ("country", country)
    for country in sorted(profile.sure_countries):
        yield ("sure_country", country)
    for office in sorted(profile.offices):
        yield ("office", office)
    if profile.first:
        yield ("year", str(profile.first.year))


def _count_trait(known: Known, trait: str, value: str) -> None:
    if trait != "year":
        counts = {"country": known.countries, "sure_country": known.sure_countries, "office": known.offices}[
            trait
        ]
        counts[value] = counts.get(value, 0) + 1


def _is_full(kind: str, name: str) -> bool:
    return kind != "person" or len(parse_person_name(name).words) > 1
