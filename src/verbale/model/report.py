"""Reports: dated pieces of text to be read."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Report:
    """One dated piece of text, as given: offsets of a reading index `text` in code points.

    `published` anchors relative dates; None leaves them unresolved. `language` is ISO 639-1.
    """

    id: str
    text: str
    title: str = ""
    publisher: str = ""
    url: str = ""
    published: date | None = None
    language: str = "en"

    def to_dict(self) -> dict[str, str | None]:
        """The `report` object of claims.md: everything but the text."""
        return {
            "id": self.id,
            "title": self.title,
            "publisher": self.publisher,
            "url": self.url,
            "published": self.published.isoformat() if self.published else None,
            "language": self.language,
        }

    @classmethod
    def from_dict(cls, fields: Mapping[str, Any]) -> Self:
        """The report of an object that `to_dict` made; `text` is empty where the object does not carry it."""
        published = fields["published"]
        return cls(
            fields["id"],
            fields.get("text", ""),
            fields["title"],
            fields["publisher"],
            fields["url"],
            date.fromisoformat(published) if published else None,
            fields["language"],
        )


def derive_report_id(text: str, published: date | None = None) -> str:
    """A stable id for a report that came without one, from its text and date.

    >>> derive_report_id("The minister resigned.")
    'r-5b26ee03fe7c'
    """
    stamp = published.isoformat() if published else ""
    return "r-" + hashlib.sha256(f"{stamp}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()[:12]
