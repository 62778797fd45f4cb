"""Actors: who does things in a report, and whom they are done to."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self


class Kind(StrEnum):
    """The five kinds of actor of claims.md."""

    PERSON = "person"
    STATE = "state"
    BODY = "body"
    GROUP = "group"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor of a report with all its mentions (half-open code point offsets into the text)."""

    id: str
    name: str
    kind: Kind
    country: str | None = None
    aliases: tuple[str, ...] = ()
    mentions: tuple[tuple[int, int], ...] = ()

    def to_dict(self) -> dict[str, object]:
        """The actor object of claims.md."""
        return {
            "id": self.id,
            "name": self.name,
            "kind": self.kind.value,
            "country": self.country,
            "aliases": list(self.aliases),
            "mentions": [list(m) for m in self.mentions],
        }

    @classmethod
    def from_dict(cls, fields: Mapping[str, Any]) -> Self:
        """The actor of an object that `to_dict` made."""
        return cls(
            fields["id"],
            fields["name"],
            Kind(fields["kind"]),
            fields["country"],
            tuple(fields["aliases"]),
            tuple((start, end) for start, end in fields["mentions"]),
        )


@dataclass(frozen=True, slots=True)
class Office:
    """An office: title as written without the country, the body it belongs to, its country code."""

    title: str
    body: str | None = None
    country: str | None = None

    def to_dict(self) -> dict[str, str | None]:
        """The `office` object of claims.md."""
        return {"title": self.title, "body": self.body, "country": self.country}

    @classmethod
    def from_dict(cls, fields: Mapping[str, Any]) -> Self:
        """The office of an object that `to_dict` made."""
        return cls(fields["title"], fields["body"], fields["country"])
