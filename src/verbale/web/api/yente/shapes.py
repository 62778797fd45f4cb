"""What yente's clients send and get."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from verbale.web.api.asked import Text
from verbale.web.api.shapes.base import Shape, example

ENTITY = {
    "id": "identity-8593aaaf2105",
    "caption": "Martin Kováč",
    "schema": "Person",
    "properties": {"name": ["Martin Kováč"], "country": ["sk"], "position": ["Foreign Minister"]},
    "datasets": ["record"],
    "referents": [],
    "target": False,
    "first_seen": "2024-09-12T00:00:00",
    "last_seen": "2024-09-24T00:00:00",
    "last_change": None,
}

QUERIES: dict[str, Any] = {
    "queries": {"q1": {"schema": "Person", "properties": {"name": ["Martin Kovac"], "country": ["sk"]}}}
}

MOST_QUERIES = 100


class EntityExample(BaseModel):
    """Somebody who is looked for; properties are those of FollowTheMoney."""

    model_config = ConfigDict(extra="ignore")

    id: Text | None = None
    schema_: Text = Field("LegalEntity", alias="schema", max_length=64)
    properties: dict[Text, Text | list[Text]]


class Queries(BaseModel):
    """Several who are looked for, each under a name of the client's."""

    model_config = ConfigDict(extra="ignore", json_schema_extra={"examples": [QUERIES]})

    queries: dict[Text, EntityExample] = Field(max_length=MOST_QUERIES)


class Entity(Shape):
    """Somebody of the record, an entry of a list, or (nested) a measure against it."""

    model_config = example(ENTITY)

    id: str
    caption: str
    schema_: str = Field(alias="schema")
    properties: dict[str, list[Any]]
    datasets: list[str]
    referents: list[str]
    target: bool
    first_seen: str | None
    last_seen: str | None
    last_change: str | None


class ScoredEntity(Entity):
    """Who may be meant, how alike he is, and whether that is taken for a match."""

    model_config = example({**ENTITY, "score": 1.0, "features": {"name_match": 1.0}, "match": True})

    score: float
    features: dict[str, float]
    match: bool


class Total(Shape):
    """How many there are."""

    value: int
    relation: str


class EntityMatches(Shape):
    """Who may be meant by one query."""

    status: int
    results: list[ScoredEntity]
    total: Total
    query: dict[str, Any]


class MatchAnswer(Shape):
    """The answers by the names of the queries."""

    responses: dict[str, EntityMatches]
    matcher: dict[str, Any]
    limit: int


class FacetValue(Shape):
    """A value, and how many results have it."""

    name: str
    label: str
    count: int


class Facet(Shape):
    """Values that narrow a search."""

    label: str
    values: list[FacetValue]


class SearchAnswer(Shape):
    """A page of results."""

    limit: int
    offset: int
    total: Total
    results: list[Entity]
    facets: dict[str, Facet]


class Dataset(Shape):
    """A list, or the record."""

    name: str
    title: str
    summary: str | None
    url: str | None
    load: bool
    entities_url: str | None
    version: str
    index_version: str | None
    index_current: bool
    children: list[str]


class Catalog(Shape):
    """The data sets that there are."""

    datasets: list[Dataset]
    current: list[str]
    outdated: list[str]
    index_stale: bool


class Algorithm(Shape):
    """A way to compare."""

    name: str
    description: str | None
    features: dict[str, Any]


class Algorithms(Shape):
    """The ways to compare that there are."""

    algorithms: list[Algorithm]
    default: str
    best: str
