"""Changes: what the record has learnt since a moment, for monitors and feed readers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field
from sqlalchemy import Connection

from verbale.record.atom import make_atom
from verbale.record.moments import parse_moment
from verbale.record.queries.changes import Change, stream_changes
from verbale.web.api.answering import ROWS, answer, gives
from verbale.web.api.asked import AskedKinds, Text
from verbale.web.api.claim_rows import FLAT, JudgedClaim, judge
from verbale.web.api.negotiation import MEDIA, choose_form
from verbale.web.api.paging import LONGEST, USUAL, link_next
from verbale.web.api.rows import BATCH, Shape, answer_rows, stream_rows
from verbale.web.api.shapes import monitoring as shapes
from verbale.web.errors import Refusal
from verbale.web.opening import reading
from verbale.web.templating import tagged

router = APIRouter(tags=["changes"])

FORMS = ("json", "jsonl", "csv", "atom")
ATOM = {"application/atom+xml": "A feed (RFC 4287), the newest change first."}


class AskedChanges(AskedKinds):
    """Since when, and which claims; `since` is a moment of the record, not a day of the world as in searches."""

    since: Text = Field(
        description="What was recorded after this moment: a day (its beginning) or a moment.",
        examples=["2024-01-01", "2024-09-12T08:00Z"],
    )
    limit: int | None = Field(None, ge=1, le=LONGEST, description="As of other tables.", examples=[2])
    after: Text | None = Field(None, description="The cursor `after` of the page before.")
    format: Literal["json", "jsonl", "csv", "atom"] | None = Field(
        None, description="Instead of an Accept header."
    )


@dataclass(frozen=True, slots=True)
class JudgedChange:
    """A change with what the registers say of its claim."""

    change: Change
    claim: JudgedClaim

    def to_dict(self) -> dict[str, Any]:
        """The change for JSON."""
        before = self.change.before
        return {
            **self.change.to_dict(),
            "claim": self.claim.to_dict(),
            "before": {**before.to_dict(), "verdict": None} if before else None,
        }

    def cells(self) -> list[object]:
        """The change as a row."""
        said = (self.change.kind.value, self.change.at.isoformat(), " ".join(self.change.changed))
        return [*said, *self.claim.cells()]


CHANGES: Shape[JudgedChange] = Shape(
    "changes", JudgedChange.to_dict, ("change", "at", "changed", *FLAT), JudgedChange.cells
)


@router.get(
    "/changes",
    summary="What is new",
    responses=gives(shapes.ChangePage, "A page of changes.", forms={**ROWS, **ATOM}),
)
def show_changes(request: Request, asked: Annotated[AskedChanges, Query()]) -> Response:
    """Claims that are new, gone or revised since a moment, in the order in which the record learnt of them.

    CSV and JSON lines give all of them where neither `limit` nor `after` is said. To go on later, ask with the cursor
    of the last page, or since the moment of the last change.
    """
    form, moment = choose_form(request, asked.format, FORMS), asked.moment()
    begin = parse_moment(asked.since, "since", begins=True)
    if begin is None:
        raise Refusal(400, "bad-moment", "`since` is empty: give a day or a moment")

    def find(conn: Connection) -> Iterator[Change]:
        return _find(conn, asked, begin, moment)

    if form in ("csv", "jsonl") and asked.limit is None and asked.after is None:
        return stream_rows(request, form, CHANGES, lambda conn: _judge_each(conn, find(conn), moment))
    limit = asked.limit or USUAL
    with reading(request) as conn:
        changes = list(islice(find(conn), limit + 1))
        page = _judge(conn, changes[:limit], moment)
    after = changes[limit - 1].cursor if len(changes) > limit else None
    headers = link_next(request, after)
    if form == "atom":
        feed = make_atom(
            changes[:limit], title="Changes of the record", since=begin, self_url=str(request.url)
        )
        return tagged(request, feed, MEDIA["atom"][0], headers=headers)
    if form != "json":
        return answer_rows(request, form, CHANGES, page, headers)
    return answer(request, {"after": after, "changes": [each.to_dict() for each in page]}, headers)


def _find(
    conn: Connection, asked: AskedChanges, begin: datetime, moment: datetime | None
) -> Iterator[Change]:
    """The changes since a moment, in the order in which the record learnt of them."""
    return stream_changes(conn, begin, asked.filters(conn), after=asked.after or None, as_of=moment)


def _judge(conn: Connection, changes: Sequence[Change], moment: datetime | None) -> list[JudgedChange]:
    claims = judge(conn, [change.claim for change in changes], moment)
    return [JudgedChange(change, claim) for change, claim in zip(changes, claims, strict=True)]


def _judge_each(
    conn: Connection, changes: Iterator[Change], moment: datetime | None
) -> Iterator[JudgedChange]:
    while some := list(islice(changes, BATCH)):
        yield from _judge(conn, some, moment)
