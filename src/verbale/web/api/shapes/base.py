"""What all shapes share, and the small ones that many hold."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class Shape(BaseModel):
    """An object with these fields and no others."""

    model_config = ConfigDict(extra="forbid")


def example(value: dict[str, Any]) -> ConfigDict:
    """The configuration of a shape that has an example."""
    return ConfigDict(extra="forbid", json_schema_extra={"examples": [value]})


class Problem(Shape):
    """What is wrong (RFC 9457): `slug` for programs, `detail` says what was found, where, and what to do."""

    model_config = example(
        {
            "type": "urn:verbale:problem:unknown-report",
            "title": "Not Found",
            "status": 404,
            "slug": "unknown-report",
            "detail": "the record has no report wire:7",
        }
    )

    type: str
    title: str
    status: int
    slug: str
    detail: str


class Office(Shape):
    """An office: title, body, code of the country."""

    title: str
    body: str | None
    country: str | None


class Words(Shape):
    """Words of the text: half-open offsets in code points."""

    start: int
    end: int
    text: str


class When(Shape):
    """Days, both ends inclusive, null where open; `text` is how the report says it."""

    start: str | None = Field(json_schema_extra={"format": "date"})
    end: str | None = Field(json_schema_extra={"format": "date"})
    text: str | None


class Place(Shape):
    """A place, with WGS 84 degrees where it is known."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
