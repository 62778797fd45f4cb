"""What a user says about reports that the reports do not say themselves, and the limits they must keep."""

from dataclasses import dataclass
from datetime import date

from verbale.sources.fields import AS_NAMED, FieldMap


@dataclass(frozen=True, slots=True)
class SourceOptions:
    """Metadata for reports without their own, and limits for all.

    `published` etc. fill what a JSON report leaves out and replace what was guessed from an HTML page.
    `today` is the last day that a report may be dated (None: no such check), so that the clock is read
    in one place, by the caller. `encoding` None means UTF-8, or what a byte order mark or page declares.
    `fields` says under which names a corpus of JSON objects keeps what Verbale asks for.
    """

    published: date | None = None
    title: str = ""
    publisher: str = ""
    url: str = ""
    encoding: str | None = None
    force: bool = False
    today: date | None = None
    max_chars: int = 1_000_000
    max_bytes: int = 64_000_000
    fields: FieldMap = AS_NAMED
