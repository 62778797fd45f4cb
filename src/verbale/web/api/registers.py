"""Registers: the lists of the record, their versions, and what two of them differ in."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from verbale.record.registers.versions import compare_versions, list_versions, pick_two
from verbale.web.api.answering import answer, gives
from verbale.web.api.asked import Asked, Day, Text
from verbale.web.api.shapes import monitoring as shapes
from verbale.web.errors import Refusal
from verbale.web.opening import reading

router = APIRouter(tags=["registers"])


class AskedDifference(Asked):
    """Which two versions are meant."""

    from_: Day | None = Field(None, alias="from", description="The earlier one: the last issued by this day.")
    to: Day | None = Field(None, description="The later one: the last issued by this day.")


@router.get("/registers", summary="The lists", responses=gives(shapes.Versions, "All versions of all lists."))
def show_registers(request: Request) -> Response:
    """The lists with all their versions, in the order of names and days."""
    with reading(request) as conn:
        versions = list_versions(conn)
    return answer(request, {"registers": [version.to_dict() for version in versions]})


@router.get(
    "/registers/{name}/difference",
    summary="What changed on a list",
    responses=gives(shapes.Difference, "Who came, went and changed."),
)
def show_difference(request: Request, name: Text, asked: Annotated[AskedDifference, Query()]) -> Response:
    """Who came, went and changed between two versions of a list: those of the days given, else the last two."""
    with reading(request) as conn:
        if not list_versions(conn, name):
            raise Refusal(
                404, "unknown-register", f"the record has no register {name}: /api/v1/registers lists them"
            )
        difference = compare_versions(conn, *pick_two(conn, name, asked.from_, asked.to))
    return answer(request, difference.to_dict())
