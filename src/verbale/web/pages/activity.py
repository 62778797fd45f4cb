"""Activity: the log of what people decided, filtered, paged, saved."""

import json
from typing import Any

from fastapi import APIRouter, Request, Response

from verbale.record.decisions import Decision
from verbale.record.queries.decided import DecisionFilters, list_kinds, page_decisions
from verbale.web.asking import parse_day
from verbale.web.opening import reading
from verbale.web.paths import identity_path
from verbale.web.tables import LARGEST_FILE, Link, Table, answer_table
from verbale.web.templating import render, report_path

router = APIRouter(include_in_schema=False)

PAGE = 50


@router.get("/activity")
def show_activity(
    request: Request, kind: str = "", by: str = "", after: str = "", format: str = ""
) -> Response:
    """A page of the log, or all of it as a file."""
    since, until = (parse_day(request.query_params, name) for name in ("since", "until"))
    filters = DecisionFilters(kind, by, since, until)
    with reading(request) as conn:
        if format:
            found = page_decisions(conn, filters, limit=LARGEST_FILE)
            return answer_table(request, _table(found.decisions), format)
        found = page_decisions(conn, filters, limit=PAGE, after=after or None)
        kinds, people = list_kinds(conn)
    return render(
        request,
        "activity.html",
        lines=[(each, describe(each.subject)) for each in found.decisions],
        following=found.after,
        kinds=kinds,
        people=people,
        kind=kind,
        by=by,
    )


def describe(subject: dict[str, Any]) -> list[Link]:
    """What a decision is about, as words that lead there where there is a page for it.

    >>> [(each.text, each.href) for each in describe({"claim": "claim:1", "values": {"type": "call"}})]
    [('claim:1', '/claims/claim:1'), ('values {"type": "call"}', '')]
    """
    found = []
    for name, value in subject.items():
        if name == "screening" and isinstance(value, dict):
            found.append(
                Link(
                    f"entry {value.get('entry')} of {value.get('register')}",
                    f"/registers/{value.get('register')}",
                )
            )
            found += _lead(str(value.get("subject")), "")
        elif name == "mentions" and isinstance(value, list):
            found += [
                Link(f"“{each['name']}” in {each['report']}", report_path(each["report"])) for each in value
            ]
        elif isinstance(value, str):
            found += _lead(value, name)
        elif isinstance(value, list | tuple) and all(isinstance(each, str) for each in value):
            found += [link for each in value for link in _lead(each, name)]
        elif value not in (None, {}, []):
            found.append(Link(f"{name} {json.dumps(value, ensure_ascii=False, default=str)}", ""))
    return found


def _lead(value: str, name: str) -> list[Link]:
    """A value as a link by what its id says it is."""
    if value.startswith("identity:"):
        return [Link(value, identity_path(value))]
    if value.startswith("claim:"):
        return [Link(value, f"/claims/{value}")]
    return [Link(f"{name} {value}".strip(), "")] if value else []


def _table(decisions: tuple[Decision, ...]) -> Table:
    rows = [
        (
            each.id,
            each.decided_at,
            each.by,
            each.kind,
            json.dumps(each.subject, ensure_ascii=False, default=str),
            each.why,
        )
        for each in decisions
    ]
    return Table("decisions", "Decisions", ("id", "decided_at", "by", "kind", "subject", "why"), rows)
