"""The actors of a reading linked to identities: those that the record has, or new ones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection

from verbale.record.identity.choosing import Choice, choose
from verbale.record.identity.company import count_company
from verbale.record.identity.comparison import Comparison, Evidence
from verbale.record.identity.holdings import record_holdings, supersede_holdings
from verbale.record.identity.keys import family_key, keys_to_find
from verbale.record.identity.known import Block, Known, load_block, load_known
from verbale.record.identity.naming import stands_for_itself
from verbale.record.identity.officeholders import resolve_office
from verbale.record.identity.person_names import parse_person_name
from verbale.record.identity.scene import Earlier, Scene, Seen, load_scene
from verbale.record.identity.writing import Link, Writing
from verbale.record.ids import derive_id


def link_reading(conn: Connection, reading_key: int, now: datetime) -> None:
    """Say which identity each actor of a reading is; links of the report's earlier readings are superseded.

    What a person decided about an actor of the report stays; the rest is weighed anew. Actors that stand for nobody
    in particular ("protesters") get no link. The cost depends on the reading, not on the size of the record.
    """
    scene = load_scene(conn, reading_key)
    writing = Writing(conn, now, is_reread=scene.is_reread)
    for old in scene.earlier:
        writing.take_back(old.identity_id, old.profile)
    linker = _Linker(conn, scene, _load_neighbours(conn, scene), writing)
    for seen in sorted(scene.seen, key=_turn):
        linker.link(seen)
    writing.finish(scene.report_id, reading_key)
    if scene.is_reread:
        supersede_holdings(conn, scene.report_id, reading_key, now)
    if scene.published is not None:
        record_holdings(conn, reading_key, scene.published, now)


def _turn(seen: Seen) -> tuple[int, int]:
    """The well named first: what they are helps to tell who goes by a bare name or a title."""
    if seen.kind == "office":
        return (2, seen.key)
    return (int(seen.kind == "person" and len(parse_person_name(seen.name).words) < 2), seen.key)


def _load_neighbours(conn: Connection, scene: Scene) -> Block:
    found = {key for seen in scene.seen for key in _keys_of(seen)}
    families = {family_key(seen.name) for seen in scene.seen if seen.kind == "person"}
    block = load_block(conn, found, families - found)
    load_known(conn, block, [old.identity_id for old in scene.earlier])
    return block


def _keys_of(seen: Seen) -> tuple[str, ...]:
    """Keys of its name; bodies may be known by what else the report calls them."""
    names = seen.profile.names if seen.kind == "body" else seen.profile.names[:1]
    return tuple(dict.fromkeys(key for name in names for key in keys_to_find(seen.kind, name, seen.country)))


@dataclass(slots=True)
class _Linker:
    conn: Connection
    scene: Scene
    block: Block
    writing: Writing
    linked: list[str] = field(default_factory=list)

    def link(self, seen: Seen) -> None:
        """Link one actor, or leave it where it stands for nobody in particular."""
        before = self.scene.before(seen)
        if before and before.decided_by:
            self._keep(seen, before)
            return
        choice = self._choose(seen, before)
        if choice:
            self._join(seen, choice)
        elif stands_for_itself(seen.kind, seen.name, seen.country):
            self._found(seen)

    def _choose(self, seen: Seen, before: Earlier | None) -> Choice | None:
        if seen.kind == "office":
            return self._choose_holder(seen)
        if not stands_for_itself(seen.kind, seen.name, seen.country):
            return None
        candidates = self.block.candidates(_keys_of(seen))
        code = next((key for key in _keys_of(seen) if key.startswith("t:")), None)
        if code:
            known = next((k for k in candidates), None)
            return Choice(known, _certain("territory", code.removeprefix("t:"))) if known else None
        return choose(
            seen.profile,
            candidates,
            self._company,
            before=before.identity_id if before else None,
            bearers=self.block.bearers(family_key(seen.name)) if seen.kind == "person" else 1,
        )

    def _choose_holder(self, seen: Seen) -> Choice | None:
        """Who held the office then; else the office itself, where another report left its holder unnamed too."""
        found = resolve_office(self.conn, seen.name, seen.country, self.scene.published)
        if found:
            load_known(self.conn, self.block, [found.identity_id])
            known = self.block.known.get(found.identity_id)
            return Choice(known, Comparison((found.evidence,))) if known else None
        if not stands_for_itself(seen.kind, seen.name, seen.country):
            return None
        same = self.block.candidates(_keys_of(seen))
        return Choice(same[0], _certain("same office", seen.name)) if same else None

    def _company(self, candidates: Sequence[str]) -> Mapping[str, int]:
        return count_company(self.conn, candidates, self.linked)

    def _keep(self, seen: Seen, before: Earlier) -> None:
        load_known(self.conn, self.block, [before.identity_id])
        known = self.block.known[before.identity_id]
        link = Link(seen.key, known.id, before.strength, tuple(before.evidence), before.decided_by)
        self.writing.join(known, seen.profile, link, self.block)
        self.linked.append(known.id)

    def _join(self, seen: Seen, choice: Choice) -> None:
        evidence = tuple(piece.to_dict() for piece in choice.comparison.evidence)
        link = Link(seen.key, choice.known.id, choice.comparison.strength, evidence)
        self.writing.join(choice.known, seen.profile, link, self.block)
        if seen.kind in ("person", "body"):
            self.linked.append(choice.known.id)

    def _found(self, seen: Seen) -> None:
        """An identity of its own, named after its first mention."""
        code = next((key for key in _keys_of(seen) if key.startswith("t:")), None)
        parts = ("state", code) if code else (self.scene.report_id, seen.name, seen.kind, *self._nth(seen))
        known = Known(derive_id("identity", *parts), seen.name, seen.kind, seen.country)
        self.writing.create(known)
        evidence = (Evidence("first mention", seen.name, 0.0).to_dict(),)
        self.writing.join(known, seen.profile, Link(seen.key, known.id, 1.0, evidence), self.block)
        self.block.known[known.id] = known
        if seen.kind in ("person", "body"):
            self.linked.append(known.id)

    def _nth(self, seen: Seen) -> tuple[int, ...]:
        """Tells apart two actors of one name in one report, and one that a person split off."""
        nth = 0
        while self.writing.is_taken(self.scene.report_id, seen.name, seen.kind, nth):
            nth += 1
        return (nth,) if nth else ()


def _certain(name: str, note: str) -> Comparison:
    """What follows from a code or a title by itself."""
    return Comparison((Evidence(name, note, 6.0),))
