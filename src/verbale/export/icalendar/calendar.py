"""Dated happenings as iCalendar (RFC 5545): all-day events that calendars subscribe to or import."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, timedelta
from urllib.parse import quote

from verbale.export.happenings import Happening, gather_happenings
from verbale.export.icalendar.lines import escape_text, fold_line
from verbale.export.wording import name_parties, summarise_claim
from verbale.model import Status
from verbale.record.queries.claim_rows import ClaimRow

Line = tuple[str, str]

_URI_LETTERS = ":/?#[]@!$&'()*+,;=%~"
"""What stays as it is in an address (RFC 3986); the rest is percent-encoded."""


def format_calendar(claims: Iterable[ClaimRow]) -> Iterator[str]:
    """The text in parts. Left out: what is negated, and what has no first day ("until June", "recently")."""
    yield from _fold([("BEGIN", "VCALENDAR"), ("VERSION", "2.0"), ("PRODID", "-//Verbale//Verbale//EN")])
    yield from _fold([("CALSCALE", "GREGORIAN")])
    for happening in gather_happenings(claims):
        if happening.start:
            yield from _fold(list_lines(happening, happening.start))
    yield from _fold([("END", "VCALENDAR")])


def list_lines(happening: Happening, start: date) -> Iterator[Line]:
    """Names and values of a VEVENT; DTSTAMP is when the record took the claim in, so that no clock is read.

    What goes on with no end said is on its first day alone, and its summary ends in "…".
    """
    claim = happening.claims[0]
    last = happening.end or start
    yield "BEGIN", "VEVENT"
    yield "UID", escape_text(f"{happening.id}@verbale")
    yield "DTSTAMP", claim.recorded_at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    yield "DTSTART;VALUE=DATE", _format_day(start)
    if last < date.max:
        yield "DTEND;VALUE=DATE", _format_day(last + timedelta(days=1))
    yield "SUMMARY", escape_text(summarise_claim(claim) + ("" if happening.end else " …"))
    yield "DESCRIPTION", escape_text(_describe(happening))
    yield "CATEGORIES", escape_text(claim.type)
    yield "STATUS", "CONFIRMED" if claim.status == Status.HAPPENED else "TENTATIVE"
    yield "TRANSP", "TRANSPARENT"
    yield from _locate(claim)
    if claim.url.startswith(("http://", "https://")):
        yield "URL", quote(claim.url, safe=_URI_LETTERS)
    yield "END", "VEVENT"


def _locate(claim: ClaimRow) -> Iterator[Line]:
    if claim.place:
        yield "LOCATION", escape_text(claim.place)
    if claim.lat is not None and claim.lon is not None:
        yield "GEO", f"{claim.lat:.6f};{claim.lon:.6f}"


def _describe(happening: Happening) -> str:
    """The sentence, who says so, and every report that tells of it."""
    claim = happening.claims[0]
    said = f"According to: {', '.join(name_parties(claim.attributed_to))}" if claim.attributed_to else ""
    reports = (
        ", ".join(
            filter(None, (told.publisher, _iso(told.published), told.title, told.url or told.report_id))
        )
        for told in happening.claims
    )
    return "\n".join(filter(None, (claim.evidence[2], said, *dict.fromkeys(reports))))


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _format_day(day: date) -> str:
    return f"{day.year:04}{day:%m%d}"


def _fold(lines: Iterable[Line]) -> Iterator[str]:
    return (fold_line(f"{name}:{value}") for name, value in lines)
