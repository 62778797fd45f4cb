"""Entities: what coreference knows of one actor while it reads the report."""

from dataclasses import dataclass, field

from verbale.model import Kind
from verbale.reading.mention import Mention


@dataclass(slots=True)
class Entity:
    """One actor in the making: its mentions so far, its names, what they say of it.

    `sort` is the sort of a body ("court"), or the head noun of a group or office.
    `gender` is "f", "m" or None where nothing tells. `international`: serves a body of no one country,
    so that no mention gives it one.
    """

    kind: Kind
    names: list[str] = field(default_factory=list)
    country: str | None = None
    sort: str = ""
    gender: str | None = None
    spans: list[tuple[int, int]] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    proper: bool = True
    international: bool = False

    def add(self, mention: Mention, name: str | None = None) -> None:
        """Take a mention in; a name said for the first time becomes one of its names."""
        self.spans.append((mention.start, mention.end))
        self.heads.append(mention.head)
        if name and name not in self.names:
            self.names.append(name)


@dataclass(slots=True)
class Roll:
    """All entities of a report in order of creation, which each token stands for, and the states by code."""

    entities: list[Entity] = field(default_factory=list)
    by_token: dict[int, tuple[int, ...]] = field(default_factory=dict)
    states: dict[str, int] = field(default_factory=dict)
    plain_groups: dict[str, list[int]] = field(default_factory=dict)

    def join_state(self, code: str, mention: Mention, name: str) -> None:
        """One more mention of the state with this code, which may be its first."""
        if code in self.states:
            self.join(self.states[code], mention)
        else:
            self.states[code] = self.create(Kind.STATE, mention, name)
            self.entities[self.states[code]].country = code

    def create(self, kind: Kind, mention: Mention, name: str, sort: str = "") -> int:
        """A new entity with its first mention; its index."""
        self.entities.append(Entity(kind, country=mention.country, sort=sort, proper=mention.form == "name"))
        index = len(self.entities) - 1
        self.join(index, mention, name)
        return index

    def join(self, index: int, mention: Mention, name: str | None = None) -> None:
        """One more mention of an entity."""
        entity = self.entities[index]
        entity.add(mention, name)
        if not entity.international:
            entity.country = entity.country or mention.country
        self.by_token[mention.head] = (index,)
