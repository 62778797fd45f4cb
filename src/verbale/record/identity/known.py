"""Identities that share a key with the actors of one reading, fetched in four queries."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import BindParameter, Connection, bindparam, select

from verbale.record.identity.profile import Profile
from verbale.record.tables import identities, identity_keys, identity_names, identity_traits


@dataclass(slots=True)
class Known:
    """An identity with all that it is compared by; changes as the actors of a reading join it."""

    id: str
    name: str
    kind: str
    country: str | None
    names: dict[str, int] = field(default_factory=dict)
    countries: dict[str, int] = field(default_factory=dict)
    sure_countries: dict[str, int] = field(default_factory=dict)
    offices: dict[str, int] = field(default_factory=dict)
    first: date | None = None
    last: date | None = None

    @property
    def profile(self) -> Profile:
        """The identity as one side of a comparison; what was taken back by a re-reading no longer counts."""
        said = [name for name in self.names if self.names[name] > 0] or list(self.names)
        names = sorted(said, key=lambda name: (-self.names[name], name))
        return Profile(
            self.kind,
            tuple(names) or (self.name,),
            {code: count for code, count in self.countries.items() if count > 0},
            frozenset(code for code, count in self.sure_countries.items() if count > 0),
            frozenset(office for office, count in self.offices.items() if count > 0),
            self.first,
            self.last,
        )

    @property
    def reports(self) -> int:
        """How often it was named, near enough."""
        return max(self.names.values(), default=0)


@dataclass(slots=True)
class Block:
    """Identities by key, as the record has them and as the reading adds to them."""

    keys: dict[str, list[str]] = field(default_factory=dict)
    known: dict[str, Known] = field(default_factory=dict)

    def candidates(self, keys: Iterable[str]) -> list[Known]:
        """The identities under any of the keys, each once, in a stable order."""
        found = {identity for key in keys for identity in self.keys.get(key, ())}
        return [self.known[identity] for identity in sorted(found) if identity in self.known]

    def bearers(self, key: str) -> int:
        """How many identities share a key, those known by a bare name alone left out."""
        return sum(self._is_full(identity) for identity in self.keys.get(key, ()))

    def _is_full(self, identity: str) -> bool:
        """Whether an identity has a name of more than one word, or is not among those loaded."""
        known = self.known.get(identity)
        return known is None or any(" " in name.strip() for name in known.names)


_TRAITS = {"country": "countries", "sure_country": "sure_countries", "office": "offices"}


_ids: BindParameter[list[str]] = bindparam("ids", expanding=True)
_BY_KEY = select(identity_keys.c.key, identity_keys.c.identity_id).where(
    identity_keys.c.key.in_(bindparam("keys", expanding=True))
)
_HEADS = select(identities.c.id, identities.c.name, identities.c.kind, identities.c.country).where(
    identities.c.id.in_(_ids), identities.c.merged_into.is_(None)
)
_NAMES = select(identity_names.c.identity_id, identity_names.c.name, identity_names.c["count"]).where(
    identity_names.c.identity_id.in_(_ids)
)
_TRAITS_OF = select(
    identity_traits.c.identity_id,
    identity_traits.c.trait,
    identity_traits.c.value,
    identity_traits.c["count"],
).where(identity_traits.c.identity_id.in_(_ids))


def load_block(conn: Connection, keys: Iterable[str], counted: Iterable[str] = ()) -> Block:
    """The identities under the keys; those under `counted` keys are only counted."""
    found, only_counted = set(keys), set(counted)
    block = Block()
    for key, identity_id in conn.execute(_BY_KEY, {"keys": sorted(found | only_counted)}):
        block.keys.setdefault(key, []).append(identity_id)
    wanted = {identity for key in found for identity in block.keys.get(key, ())}
    load_known(conn, block, wanted)
    return block


def load_known(conn: Connection, block: Block, wanted: Iterable[str]) -> None:
    """Fetch what is known of the identities into the block."""
    ids = sorted(set(wanted) - set(block.known))
    if not ids:
        return
    for identity, name, kind, country in conn.execute(_HEADS, {"ids": ids}):
        block.known[identity] = Known(identity, name, kind, country)
    for identity, name, count in conn.execute(_NAMES, {"ids": ids}):
        if identity in block.known:
            block.known[identity].names[name] = count
    for identity, trait, value, count in conn.execute(_TRAITS_OF, {"ids": ids}):
        if identity in block.known:
            _take_trait(block.known[identity], trait, value, count)


def _take_trait(known: Known, trait: str, value: str, count: int) -> None:
    if trait == "year":
        day = date(int(value), 1, 1)
        known.first = min(known.first or day, day)
        known.last = max(known.last or day, day)
    else:
        getattr(known, _TRAITS[trait])[value] = count
