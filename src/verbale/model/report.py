"""Reports: dated pieces of text to be read."""

import hashlib
from dataclasses import dataclass
from datetime import date


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


def derive_report_id(text: str, published: date | None = None) -> str:
    """A stable id for a report that came without one, from its text and date.

    >>> derive_report_id("The minister resigned.")
    'r-5b26ee03fe7c'
    """
    stamp = published.isoformat() if published else ""
    return "r-" + hashlib.sha256(f"{stamp}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()[:12]
