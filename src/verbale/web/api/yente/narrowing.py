"""What yente's clients may narrow a question by, and what was found as entities."""

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Connection

from verbale.record.queries.names import Named
from verbale.record.registers.lookup import Found
from verbale.web.api.asked import Text
from verbale.web.api.yente import entities
from verbale.web.api.yente.datasets import Scope, find_scope

MOST = 100
"""Results of one query at most."""


class Narrowed(BaseModel):
    """What yente's clients may narrow a question by; what they send besides is passed over, as yente does."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    include_dataset: list[Text] = Field([], description="Only these parts of the data set.")
    exclude_dataset: list[Text] = Field([], description="All but these parts of the data set.")
    exclude_schema: list[Text] = Field([], description="No entities of these schemata.")
    topics: list[Text] = Field(
        [], description="Only entities with one of these topics.", examples=[["sanction"]]
    )

    def scope(self, conn: Connection, dataset: str) -> Scope:
        """Where it is looked.

        Raises:
            Refusal: there is no such data set.
        """
        return find_scope(conn, dataset, tuple(self.include_dataset), tuple(self.exclude_dataset))

    def admits(self, entity: entities.Entity) -> bool:
        """Whether an entity is wanted."""
        if entity["schema"] in self.exclude_schema:
            return False
        return not self.topics or bool({*self.topics} & {*entity["properties"].get("topics", ())})


def make_entity(conn: Connection, source: Found | Named, base: str) -> entities.Entity:
    """Whoever was found, as an entity; `base` is the address of the server."""
    if isinstance(source, Found):
        return entities.entity_of_entry(source)
    return entities.entity_of_identity(conn, source, base)
