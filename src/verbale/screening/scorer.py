"""Scores by nomenklatura's logic-v2: a number between 0 and 1 with the features that make it."""

import itertools
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from verbale.registers import Entry
from verbale.screening.extra import require_screening

if TYPE_CHECKING:
    from followthemoney import EntityProxy

ALGORITHM = "logic-v2"

_ids = itertools.count()
"""nomenklatura caches what it has made of an entity by its id: no two that are compared may share one."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Who is looked for: names, and what else tells people apart; `schema` is FollowTheMoney's."""

    names: tuple[str, ...]
    schema: str = "LegalEntity"
    countries: tuple[str, ...] = ()
    birth_dates: tuple[str, ...] = ()
    gender: str | None = None
    identifiers: tuple[tuple[str, str], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature of a score: what was compared with what, how it came out."""

    name: str
    score: float
    detail: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {"name": self.name, "score": self.score, "detail": self.detail}


@dataclass(frozen=True, slots=True)
class Score:
    """How alike a subject and an entry are, from 0 to 1, and why."""

    score: float
    features: tuple[Feature, ...]


def score_entries(subject: Subject, entries: Iterable[Entry]) -> tuple[Score, ...]:
    """The scores of entries for a subject, in their order.

    Raises:
        MissingExtraError: nomenklatura is not installed.
    """
    require_screening()
    compare = _comparison()
    asked = _subject_proxy(subject)
    return tuple(_round(compare(asked, _entry_proxy(entry))) for entry in entries)


@cache
def warm_up() -> None:
    """Load what scoring needs (tables of names, some seconds), once, so that the first question is quick too."""
    entry = Entry("warm-up", "Person", ("Aleksandar Vulin",))
    score_entries(Subject(("Александар Вулин",), "Person"), [entry])


@cache
def describe_features() -> dict[str, Any]:
    """What each feature of a score compares, and its weight.

    Raises:
        MissingExtraError: nomenklatura is not installed.
    """
    require_screening()
    from nomenklatura.matching.logic_v2.model import LogicV2  # noqa: PLC0415 - takes seconds

    return {name: doc.model_dump() for name, doc in LogicV2.get_feature_docs().items()}


@cache
def _comparison() -> Any:
    """Nomenklatura's comparison; imported here, since that takes seconds."""
    from nomenklatura.matching.logic_v2.model import LogicV2  # noqa: PLC0415

    config = LogicV2.default_config()

    def _compare(left: Any, right: Any) -> Any:
        return LogicV2.compare(left, right, config)

    return _compare


def _round(result: Any) -> Score:
    """Nomenklatura's result as ours; features that say nothing are left out."""
    features = (
        Feature(name, round(explained.score, 4), explained.detail)
        for name, explained in sorted(result.explanations.items())
        if explained.score
    )
    return Score(round(min(1.0, max(0.0, result.score)), 4), tuple(features))


def _subject_proxy(subject: Subject) -> "EntityProxy":
    """The subject as an entity of FollowTheMoney's."""
    proxy = _make(subject.schema)
    _add(proxy, "name", [_natural(name, subject.schema) for name in subject.names])
    _describe(proxy, subject)
    return proxy


def _entry_proxy(entry: Entry) -> "EntityProxy":
    """An entry as an entity of FollowTheMoney's."""
    proxy = _make(entry.schema)
    _add(proxy, "name", entry.names[:1])
    _add(proxy, "alias", entry.names[1:])
    _add(proxy, "weakAlias", entry.weak_names)
    _describe(proxy, entry)
    return proxy


def _make(schema: str) -> "EntityProxy":
    """An entity with an id that no other has."""
    from followthemoney import model  # noqa: PLC0415 - takes a second

    proxy = model.make_entity(schema if schema in model.schemata else "LegalEntity")
    proxy.id = f"verbale-{next(_ids)}"
    return proxy


def _describe(proxy: "EntityProxy", one: Subject | Entry) -> None:
    """Add what both sides may have besides names."""
    country = "nationality" if proxy.schema.is_a("Person") else "country"
    _add(proxy, country, one.countries)
    _add(proxy, "birthDate", one.birth_dates)
    _add(proxy, "gender", [one.gender] if one.gender else [])
    _add(proxy, "idNumber", [number for _, number in one.identifiers])


def _add(proxy: "EntityProxy", name: str, values: Iterable[str]) -> None:
    """Add values to a property where the schema has it."""
    if name in proxy.schema.properties:
        for value in values:
            proxy.add(name, value, quiet=True)


def _natural(name: str, schema: str) -> str:
    """A person's name as spoken, from the form of lists.

    >>> _natural("VULIN, Aleksandar", "Person"), _natural("Acme, Inc.", "Organization")
    ('Aleksandar VULIN', 'Acme, Inc.')
    """
    surname, comma, given = name.partition(",")
    return f"{given.strip()} {surname}" if comma and given.strip() and schema == "Person" else name
