"""What addresses ask of the API, as models: a name that none of them has is refused, not passed over."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from sqlalchemy import Connection

from verbale.lexicon.claim_types import load_claim_types
from verbale.record.moments import parse_moment
from verbale.record.queries.filters import Filters
from verbale.record.queries.search import Order
from verbale.record.queries.who import find_one
from verbale.web.api.paging import LONGEST, USUAL
from verbale.web.asking import parse_period

_NO_TEXT = re.compile("[\0\ud800-\udfff]")


def check_text(value: str) -> str:
    r"""A text that either database takes: without U+0000 and halves of surrogate pairs.

    >>> check_text("a\0")
    Traceback (most recent call last):
    ValueError: the character U+0000 stands in no text: take it out
    """
    found = _NO_TEXT.search(value)
    if found:
        raise ValueError(f"the character U+{ord(found[0]):04X} stands in no text: take it out")
    return value


def _one_of(values: Callable[[], tuple[str, ...]], more: str) -> Callable[[str], str]:
    def check(value: str) -> str:
        if value not in values():
            raise ValueError(f"{value!r} is none: {more}")
        return value

    return check


def _check_day(value: object) -> object:
    """A day as it is written; what pydantic would take for one besides (seconds since 1970) is none."""
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise ValueError(f"{value!r} is no day: write it as 2024-06-30") from None
    return value


Text = Annotated[str, AfterValidator(check_text)]
Day = Annotated[date, BeforeValidator(_check_day)]
ClaimType = Annotated[
    str,
    AfterValidator(_one_of(lambda: tuple(load_claim_types()), "/api/v1/types lists them")),
    Field(json_schema_extra={"enum": list(load_claim_types())}),
]
Status = Literal["happened", "planned", "alleged", "called_for"]
Standing = Literal["borne_out", "contradicted", "not_covered"]
Kind = Literal["person", "state", "body", "group", "office"]
TableForm = Literal["json", "jsonl", "csv"]


class Asked(BaseModel):
    """What every question may have: nothing but what it names."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class AskedThen(Asked):
    """A question about what the record knew at a moment."""

    as_of: Text = Field(
        "",
        description="What the record knew at that moment: a day (its end) or a moment, UTC where no zone is said.",
        examples=["2026-06-11", "2026-06-11T12:00+02:00"],
    )

    def moment(self) -> datetime | None:
        """The moment; None is now.

        Raises:
            SearchError: it is none.
        """
        return parse_moment(self.as_of, "as_of")


class AskedTable(AskedThen):
    """A question that rows answer, in pages or as a stream."""

    limit: int | None = Field(
        None,
        ge=1,
        le=LONGEST,
        description=f"Rows of a page. JSON: {USUAL}; CSV and JSONL: all.",
        examples=[2],
    )
    after: Text | None = Field(None, description="The cursor `after` of the page before.")
    format: TableForm | None = Field(None, description="Instead of an Accept header.", examples=["json"])

    @property
    def whole(self) -> bool:
        """Whether everything is asked for, not a page."""
        return self.limit is None and self.after is None


class AskedKinds(AskedThen):
    """Which claims are meant, whenever they happened: as `verbale search` and the search page have them."""

    q: Text = Field(
        "",
        description='Words: all of them, "a phrase", this OR that, -without, begin*.',
        examples=["visited"],
    )
    type: list[ClaimType] = Field(
        [], description="Types, any of which will do.", examples=[["visit", "meet"]]
    )
    status: list[Status] = Field([], description="Any of which will do.")
    actor: Text = Field("", description="Name or id of an identity that acts, is acted on or speaks.")
    place: Text = Field("", description="Name of the place.")
    country: Text = Field("", description="Code of the country that the place lies in.", examples=["rs"])
    publisher: Text = Field("", description="Who published it.")
    negated: bool | None = Field(None, description="What did not happen (true), or did (false).")
    min_confidence: float = Field(0.0, ge=0, le=1, description="The least confidence.")
    plover: list[Text] = Field(
        [], description="Classes of PLOVER, any of which will do.", examples=[["CONSULT"]]
    )
    verdict: list[Standing] = Field([], description="What registers say of the claim.")
    reprints: bool = Field(False, description="With claims that repeat another report's word by word.")

    def filters(self, conn: Connection) -> Filters:
        """The filters; names are looked up.

        Raises:
            SearchError: nobody, or several, are called so.
        """
        return Filters(
            types=self._types(),
            statuses=tuple(self.status),
            actor=find_one(conn, self.actor, self.moment()) if self.actor else None,
            place=self.place or None,
            country=self.country or None,
            publisher=self.publisher or None,
            negated=self.negated,
            min_confidence=self.min_confidence,
            words=self.q.strip(),
            verdicts=tuple(self.verdict),
            reprints=self.reprints,
        )

    def _types(self) -> tuple[str, ...]:
        """The types asked for, by name and by class; ("",) where the two have none in common."""
        if not self.plover:
            return tuple(self.type)
        of_class = [name for name, row in load_claim_types().items() if row.plover in self.plover]
        return tuple(name for name in of_class if not self.type or name in self.type) or ("",)


class AskedClaims(AskedKinds):
    """Which claims are meant, and of which days."""

    since: Day | None = Field(
        None, description="What happens or holds on this day or later.", examples=["2024-01-01"]
    )
    until: Day | None = Field(None, description="What happens or holds on this day or earlier.")
    period: Text = Field(
        "", description="A year or a month, instead of `since` and `until`.", examples=["2024-09"]
    )

    def filters(self, conn: Connection) -> Filters:
        """The filters; names are looked up.

        Raises:
            SearchError: nobody, or several, are called so.
            Refusal: a period that is none.
        """
        first, last = parse_period(self.period) if self.period else (None, None)
        return replace(super().filters(conn), since=self.since or first, until=self.until or last)


class AskedSearch(AskedTable, AskedClaims):
    """A search for claims."""

    order: Order = Field(Order.PUBLISHED, description="What comes first: the last so.")
    facets: bool = Field(False, description="Count by type, status, actor, place ..., in JSON.")
