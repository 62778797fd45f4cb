"""Names held against the lists: candidates by index, scores by nomenklatura, levels by rule."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection

from verbale.record.registers.lookup import Found, find_candidates, listings_of
from verbale.record.registers.versions import Version, versions_on
from verbale.registers import Listing
from verbale.screening.levels import Level, level_of
from verbale.screening.scorer import Score, Subject, score_entries

_PERSONS = frozenset({"Person", "LegalEntity", "Thing"})


@dataclass(frozen=True, slots=True)
class Query:
    """Who is looked for. `schema` is Person unless said; without further names `name` is the only one."""

    name: str
    names: tuple[str, ...] = ()
    schema: str = "Person"
    country: str | None = None
    born: str | None = None

    @property
    def all_names(self) -> tuple[str, ...]:
        """Every name, the main one first."""
        return tuple(dict.fromkeys((self.name, *self.names)))

    def subject(self) -> Subject:
        """What is compared."""
        return Subject(
            self.all_names,
            self.schema,
            (self.country,) if self.country else (),
            (self.born,) if self.born else (),
        )


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that may be the one looked for."""

    query: Query
    found: Found
    score: Score
    level: Level
    listings: tuple[Listing, ...]

    @property
    def version(self) -> Version:
        """The version of the list that has the entry."""
        return self.found.version

    def to_dict(self) -> dict[str, Any]:
        """For JSON: list, version, entry, score, features."""
        entry = self.found.entry
        return {
            "query": self.query.name,
            "register": self.version.name,
            "kind": self.version.kind,
            "issued": self.version.issued.isoformat(),
            "entry": entry.id,
            "name": entry.name,
            "names": list(entry.names[1:]),
            "schema": entry.schema,
            "countries": list(entry.countries),
            "birth_dates": list(entry.birth_dates),
            "topics": list(entry.topics),
            "listings": [_listing(listing) for listing in self.listings],
            "score": self.score.score,
            "level": self.level.value,
            "features": [feature.to_dict() for feature in self.score.features],
        }


def _concern(found: Found) -> int:
    """Sanctions before the rest, of two that score alike."""
    return 0 if "sanction" in found.entry.topics else 1


def _listing(listing: Listing) -> dict[str, str]:
    """A listing without what it leaves empty."""
    names = ("programme", "authority", "listed_on", "ended_on", "reference", "reason")
    return {name: value for name in names if (value := getattr(listing, name))}


def screen_name(
    conn: Connection,
    query: Query,
    *,
    versions: Sequence[Version] | None = None,
    as_of: date | None = None,
    limit: int = 10,
    each_version: bool = True,
) -> tuple[Match, ...]:
    """Entries that the name may mean, the best first; only those with a level.

    Args:
        conn: a connection that reads.
        query: who is looked for.
        versions: lists to look in; None for all, as they stood on `as_of` (None: the newest).
        as_of: the day whose lists are meant.
        limit: most matches that come back.
        each_version: an entry that several of `versions` have comes once for each; else once, of the first of them.

    Raises:
        MissingExtraError: the extra `screening` is not installed.
    """
    lists = versions_on(conn, as_of) if versions is None else versions
    candidates = find_candidates(conn, query.all_names, lists, each_version=each_version)
    scores = score_entries(query.subject(), [found.entry for found in candidates])
    matches = []
    for found, score in zip(candidates, scores, strict=True):
        person = query.schema in _PERSONS and found.entry.schema in _PERSONS
        level = level_of(score.score, query.all_names, person=person)
        if level is not Level.NONE:
            matches.append((found, score, level))
    matches.sort(
        key=lambda match: (-match[1].score, _concern(match[0]), match[0].version.name, match[0].entry.id)
    )
    return tuple(
        Match(query, found, score, level, listings_of(conn, found)) for found, score, level in matches[:limit]
    )
