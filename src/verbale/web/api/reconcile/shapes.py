"""What clients of the reconciliation API send and get."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue, RootModel

from verbale.web.api.asked import Text
from verbale.web.api.shapes.base import Shape, example

MOST_QUERIES = 200
MOST_IDS = 1000


class Pair(Shape):
    """A property and the values that the client has for it."""

    pid: Text
    v: JsonValue


class ReconciliationQuery(BaseModel):
    """Who is looked for: a name, maybe a type, and what else is known."""

    model_config = ConfigDict(extra="ignore")

    query: Text = Field("", max_length=300)
    type: Text | list[Text] = Field(default_factory=list)
    limit: int = Field(5, ge=1, le=50)
    properties: list[Pair] = Field(default_factory=list, max_length=20)
    type_strict: Literal["any", "should", "all"] = "any"

    @property
    def types(self) -> tuple[str, ...]:
        """The types, however many."""
        given = [self.type] if isinstance(self.type, str) else self.type
        return tuple(each for each in given if each)


class ReconciliationQueries(RootModel[dict[Text, ReconciliationQuery]]):
    """Queries by names of the client's."""


class WantedProperty(BaseModel):
    """A property that is to be given."""

    model_config = ConfigDict(extra="ignore")

    id: Text


class ExtensionQuery(BaseModel):
    """Of whom which properties are wanted."""

    model_config = ConfigDict(extra="ignore")

    ids: list[Text] = Field(max_length=MOST_IDS)
    properties: list[WantedProperty] = Field(max_length=20)


class NamedThing(Shape):
    """A type or a property."""

    id: str
    name: str


class CandidateFeature(Shape):
    """Something that speaks for a candidate, or against."""

    id: str
    value: float | bool


class ReconciliationCandidate(Shape):
    """Somebody who may be meant; `match` is true where it is hardly anybody else."""

    model_config = example(
        {
            "id": "identity:8593aaaf2105",
            "name": "Martin Kováč",
            "description": "Foreign Minister, Slovakia",
            "type": [{"id": "person", "name": "Person"}],
            "score": 100.0,
            "features": [{"id": "name", "value": 100.0}],
            "match": True,
        }
    )

    id: str
    name: str
    description: str
    type: list[NamedThing]
    score: float
    features: list[CandidateFeature]
    match: bool


class ReconciliationResult(Shape):
    """Who may be meant by one query, the likeliest first."""

    result: list[ReconciliationCandidate]


class ReconciliationResults(RootModel[dict[str, ReconciliationResult]]):
    """Results by the names of the queries."""


class Extension(Shape):
    """Values of properties by id and property."""

    meta: list[NamedThing]
    rows: dict[str, dict[str, list[dict[str, Any]]]]


class Manifest(BaseModel):
    """What the service can do."""

    model_config = ConfigDict(extra="allow")

    versions: list[str]
    name: str
    identifierSpace: str  # noqa: N815 - the names of the standard
    schemaSpace: str  # noqa: N815


class Service(RootModel[Manifest | Extension | ReconciliationResults]):
    """The manifest, or the answer to `queries` or `extend`."""


class Suggested(Shape):
    """Somebody whom the letters typed may begin."""

    id: str
    name: str
    description: str
    notable: list[NamedThing]


class Suggestions(Shape):
    """Whom, the most reported first."""

    result: list[Suggested]


class SuggestedNames(Shape):
    """Types or properties that the letters typed may begin."""

    result: list[NamedThing]


class Proposal(Shape):
    """Properties that a type has."""

    type: str
    limit: int
    properties: list[NamedThing]
