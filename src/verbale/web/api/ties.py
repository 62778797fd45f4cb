"""Ties: the counterparts of somebody, and what two have to do with each other."""

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field
from sqlalchemy import Connection

from verbale.record.queries.claim_rows import load_claims
from verbale.record.queries.dealings import list_dealings
from verbale.record.queries.ties import Counterpart, list_counterparts
from verbale.record.queries.who import Candidate, find_one
from verbale.web.api.answering import ROWS, answer, gives
from verbale.web.api.asked import AskedClaims, TableForm, Text
from verbale.web.api.claim_rows import judge
from verbale.web.api.negotiation import choose_form
from verbale.web.api.rows import Shape, answer_rows
from verbale.web.api.shapes import relations as shapes
from verbale.web.classes import load_plover
from verbale.web.dossier.contents import find_identity
from verbale.web.opening import reading
from verbale.web.relations import Balance, count_months, weigh, weigh_others

router = APIRouter(tags=["ties"])

LATEST = 40
"""Claims of two that are given; the search has them all."""


class AskedTies(AskedClaims):
    """Which claims count, and in which form."""

    format: TableForm | None = Field(None, description="Instead of an Accept header.")


class AskedTwo(AskedClaims):
    """Whose relation is meant, and which claims count."""

    a: Text = Field(min_length=1, max_length=200, description="Name or id of the one.", examples=["Kovac"])
    b: Text = Field(
        min_length=1, max_length=200, description="Name or id of the other.", examples=["Petrovic"]
    )


@dataclass(frozen=True, slots=True)
class Tie:
    """A counterpart with what the claims come to."""

    counterpart: Counterpart
    balance: Balance

    def to_dict(self) -> dict[str, Any]:
        """The tie for JSON."""
        return {**self.counterpart.to_dict(), **_describe_balance(self.balance)}

    def cells(self) -> list[object]:
        """The tie as a row."""
        types = "; ".join(f"{name} {count}" for name, count in self.counterpart.types.items())
        values = {**self.to_dict(), "types": types}
        return [values[name] for name in COLUMNS]


def _describe_balance(balance: Balance) -> dict[str, Any]:
    tone = balance.tone
    return {
        "cooperation": balance.cooperation,
        "conflict": balance.conflict,
        "tone": None if tone is None else round(tone, 2),
    }


COLUMNS = (
    "id", "name", "kind", "country", "claims", "cooperation", "conflict", "tone", "types", "first", "last"
)  # fmt: skip

TIES: Shape[Tie] = Shape("ties", Tie.to_dict, COLUMNS, Tie.cells)


@router.get(
    "/identities/{identity}/ties",
    summary="The counterparts of somebody",
    responses=gives(shapes.Ties, "The counterparts.", forms=ROWS),
)
def show_ties(request: Request, identity: Text, asked: Annotated[AskedTies, Query()]) -> Response:
    """Whom somebody has to do with, as `verbale ties`: how many claims, of which types, how hostile, since when."""
    form, moment = choose_form(request, asked.format), asked.moment()
    with reading(request) as conn:
        found = find_identity(conn, identity, moment)
        dealings = list_dealings(conn, found.id, filters=asked.filters(conn), as_of=moment)
    balances = weigh_others(dealings)
    ties = [Tie(each, balances[each.other.id]) for each in list_counterparts(dealings)]
    if form != "json":
        return answer_rows(request, form, TIES, ties, {})
    listed = [each.to_dict() for each in ties]
    return answer(request, {"identity": found.id, "complete": dealings.complete, "ties": listed})


@router.get("/ties", summary="The relation of two", responses=gives(shapes.Relation, "The relation."))
def show_relation(request: Request, asked: Annotated[AskedTwo, Query()]) -> Response:
    """What two have to do with each other: counts by month and class of PLOVER, the tone, the latest claims."""
    moment = asked.moment()
    with reading(request) as conn:
        one, other = (_find(conn, name, asked) for name in (asked.a, asked.b))
        filters = asked.filters(conn)
        dealings = list_dealings(conn, one.id, other=other.id, filters=filters, as_of=moment)
        rows = load_claims(conn, [each.key for each in dealings.claims[:LATEST]], moment)
        latest = judge(conn, rows, moment)
    classes = load_plover()
    months = count_months(dealings.claims)
    return answer(
        request,
        {
            "a": _describe_one(one),
            "b": _describe_one(other),
            "complete": dealings.complete,
            "claims": len(dealings.claims),
            **_describe_balance(weigh(dealings.claims)),
            "months": [
                {"month": month, "plover": name, "quad": classes[name].quad, "claims": count}
                for (month, name), count in months.items()
            ],
            "latest": [each.to_dict() for each in latest],
        },
    )


def _find(conn: Connection, name: str, asked: AskedTwo) -> Candidate:
    return find_identity(conn, find_one(conn, name, asked.moment()), asked.moment())


def _describe_one(one: Candidate) -> dict[str, Any]:
    return {"id": one.id, "name": one.name, "kind": one.kind, "country": one.country}
