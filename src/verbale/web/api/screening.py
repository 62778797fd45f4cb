"""Screening: whether a name is on a list."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from verbale.record.registers.countries import country_code
from verbale.record.registers.versions import versions_on
from verbale.screening.extra import require_screening
from verbale.screening.scorer import warm_up
from verbale.screening.screen import Query as Name
from verbale.screening.screen import screen_name
from verbale.web.api.answering import answer, gives
from verbale.web.api.asked import Asked, Day, Text
from verbale.web.api.shapes import monitoring as shapes
from verbale.web.opening import reading

router = APIRouter(tags=["screening"])


class AskedScreening(Asked):
    """Who is looked for, on the lists of which day."""

    name: Text = Field(min_length=1, max_length=300, description="In any script.", examples=["Peter Hronec"])
    country: Text = Field("", description="Code or name of his country.", examples=["sk"])
    born: Text = Field("", pattern=r"^(\d{4}(-\d\d(-\d\d)?)?)?$", description="Date or year of birth.")
    schema_: Literal["Person", "Organization", "Company", "PublicBody", "LegalEntity", "Vessel"] = Field(
        "Person", alias="schema", description="What it is, as FollowTheMoney names it."
    )
    as_of: Day | None = Field(None, description="The day whose lists are meant.", examples=["2024-06-30"])
    limit: int = Field(10, ge=1, le=100, description="Matches at most.")


@router.get(
    "/screening", summary="Screen a name", responses=gives(shapes.Matches, "The matches, the best first.")
)
def screen(request: Request, asked: Annotated[AskedScreening, Query()]) -> Response:
    """Entries of the lists that a name may mean, with score and reasons; a bare surname never matches."""
    require_screening()
    warm_up()  # before the clock of the query runs
    country = (country_code(asked.country) or asked.country.lower()) if asked.country else None
    name = Name(asked.name, (), asked.schema_, country, asked.born or None)
    with reading(request) as conn:
        versions = versions_on(conn, asked.as_of)
        matches = screen_name(conn, name, versions=versions, limit=asked.limit)
    lists = [version.label for version in versions]
    return answer(request, {"lists": lists, "matches": [match.to_dict() for match in matches]})
