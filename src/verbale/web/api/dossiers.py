"""The dossier of somebody, in one object."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from verbale.record.queries.screened import list_screened
from verbale.record.queries.verdicts import ClaimVerdict, verdicts_of
from verbale.record.queries.who import find_one
from verbale.web.api.answering import answer, gives
from verbale.web.api.asked import AskedClaims, Text
from verbale.web.api.claim_rows import JudgedClaim
from verbale.web.api.identities import describe, describe_office
from verbale.web.api.shapes import identities as shapes
from verbale.web.dossier.contents import Section, load_dossier
from verbale.web.opening import reading

router = APIRouter(tags=["identities"])


class AskedDossier(AskedClaims):
    """Which claims are told of."""

    with_: Text = Field("", alias="with", description="Only claims that name this one too: a name or an id.")


@router.get(
    "/identities/{identity}/dossier", summary="The dossier", responses=gives(shapes.Dossier, "The dossier.")
)
def show_dossier(request: Request, identity: Text, asked: Annotated[AskedDossier, Query()]) -> Response:
    """What the record has on somebody: offices over time, the newest claims by kind, matches with lists.

    Filters choose the claims that are looked at; it is the dossier that the page shows.
    """
    moment = asked.moment()
    with reading(request) as conn:
        other = find_one(conn, asked.with_, moment) if asked.with_ else None
        found = load_dossier(conn, identity, asked.filters(conn), other=other, as_of=moment)
        ids = [row.id for section in found.sections for row in section.lines]
        verdicts = verdicts_of(conn, ids, as_of=moment)
        screened = list_screened(conn, found.head.id, moment)
    return answer(
        request,
        {
            "identity": describe(found.head),
            "complete": found.dealings.complete,
            "offices": [describe_office(each) for each in found.offices],
            "sections": [_describe_section(each, verdicts) for each in found.sections],
            "screening": [each.to_dict() for each in screened],
        },
    )


def _describe_section(section: Section, verdicts: dict[str, ClaimVerdict]) -> dict[str, Any]:
    return {
        "heading": section.heading,
        "slug": section.slug,
        "total": section.total,
        "types": list(section.types),
        "claims": [JudgedClaim(row, verdicts.get(row.id)).to_dict() for row in section.lines],
    }
