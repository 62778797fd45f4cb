"""Registers: which lists the record has, their versions, and who came, went and changed between two."""

from itertools import groupby

from fastapi import APIRouter, Request, Response

from verbale.errors import RegisterError
from verbale.record.registers.versions import Difference, Version, compare_versions, list_versions, pick_two
from verbale.web.asking import parse_day
from verbale.web.errors import Refusal
from verbale.web.opening import reading
from verbale.web.tables import Cell, Table, answer_table
from verbale.web.templating import render

router = APIRouter(include_in_schema=False)

SHOWN = 200
"""Names of each kind that the page shows; the file has them all."""


@router.get("/registers")
def show_registers(request: Request, format: str = "") -> Response:
    """The lists with all their versions."""
    with reading(request) as conn:
        versions = list_versions(conn)
    if format:
        return answer_table(request, _table_of_versions(versions), format)
    lists = [(name, list(each)[::-1]) for name, each in groupby(versions, key=lambda version: version.name)]
    return render(request, "registers.html", lists=lists)


@router.get("/registers/{name}")
def show_register(request: Request, name: str, format: str = "") -> Response:
    """The versions of one list and what two of them differ in: those of `from` and `to`, else the last two."""
    earlier, later = (parse_day(request.query_params, each) for each in ("from", "to"))
    difference: Difference | None = None
    problem = ""
    with reading(request) as conn:
        versions = list_versions(conn, name)
        if not versions:
            raise Refusal(
                404, "unknown-register", f"the record has no register {name}: /registers lists them"
            )
        try:
            difference = compare_versions(conn, *pick_two(conn, name, earlier, later))
        except RegisterError as error:
            problem = error.message if earlier or later else ""
    if format:
        if difference is None:
            raise Refusal(404, "no-difference", f"{name} has no two versions to compare")
        return answer_table(request, _table_of_difference(name, difference), format)
    kinds = (("came", "on the list since"), ("went", "no longer on it"), ("changed", "their entry changed"))
    parts = (
        [(kind, words, getattr(difference, kind)) for kind, words in kinds if getattr(difference, kind)]
        if difference
        else []
    )
    return render(
        request,
        "register.html",
        name=name,
        versions=versions[::-1],
        difference=difference,
        parts=parts,
        shown=SHOWN,
        problem=problem,
    )


def _table_of_versions(versions: tuple[Version, ...]) -> Table:
    rows: list[list[Cell]] = [
        [v.name, v.kind, v.issued, v.complete, sum(v.counts.values()), v.url, v.hash, v.recorded_at]
        for v in versions
    ]
    columns = ("name", "kind", "issued", "complete", "rows", "url", "sha256", "recorded_at")
    return Table("registers", "Lists in the record", columns, rows)


def _table_of_difference(name: str, difference: Difference) -> Table:
    rows = [
        (kind, label, entry_id)
        for kind in ("came", "went", "changed")
        for entry_id, label in getattr(difference, kind)
    ]
    between = f"{difference.earlier.issued} to {difference.later.issued}"
    return Table(
        f"{name}-differences", f"What changed on {name}, {between}", ("change", "name", "entry"), rows
    )
