"""What is shown of claims: one line a happening, with its sources and how it stands."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection

from verbale.record.events.families import Relation
from verbale.record.queries.alike import group_alike
from verbale.record.queries.claim_rows import ClaimRow
from verbale.record.queries.events import Event, count_reprints, list_publishers, load_events
from verbale.record.queries.settled import settle_claims
from verbale.record.queries.verdicts import ClaimVerdict, list_covered, verdicts_of
from verbale.record.wording.days import say_day, say_span
from verbale.record.wording.details import says_nothing, shorten
from verbale.record.wording.sentences import name_parties, say_claim
from verbale.record.wording.verdicts import say_verdict


@dataclass(frozen=True, slots=True)
class Source:
    """A report that says it."""

    publisher: str
    title: str
    url: str
    published: date | None

    def to_dict(self) -> dict[str, str | None]:
        """The source for JSON."""
        return {
            "publisher": self.publisher,
            "title": self.title,
            "url": self.url,
            "published": self.published.isoformat() if self.published else None,
        }


@dataclass(frozen=True, slots=True)
class Line:
    """One happening as a reader is told of it; `day` is what lines are ordered by.

    `standing` says who else has it: one outlet, several, a register, a report that denies it. `differences` are
    what reports tell otherwise.
    """

    day: date | None
    when: str
    text: str
    according_to: str
    sources: tuple[Source, ...]
    standing: tuple[str, ...]
    differences: tuple[str, ...]
    claims: tuple[ClaimRow, ...]

    def to_dict(self) -> dict[str, Any]:
        """The line for JSON; the ids of its claims lead to everything else."""
        return {
            "day": self.day.isoformat() if self.day else None,
            "when": self.when,
            "text": self.text,
            "according_to": self.according_to or None,
            "sources": [source.to_dict() for source in self.sources],
            "standing": list(self.standing),
            "differences": list(self.differences),
            "claims": [claim.id for claim in self.claims],
        }


def make_lines(
    conn: Connection, claims: Iterable[ClaimRow], subject: str | None = None, as_of: datetime | None = None
) -> tuple[Line, ...]:
    """Lines of claims, the latest first: claims of one event are one line, and so are those that say the same.

    What reviewers rejected is left out, what they corrected is shown corrected.

    Args:
        conn: a connection that reads.
        claims: a page of them, as they go into few statements.
        subject: an identity that is named first.
        as_of: events and verdicts as the record held them at a moment; None is now.
    """
    settled = list(settle_claims(conn, claims))
    events = load_events(conn, [claim.event for claim in settled if claim.event], as_of)
    told = group_alike(settled, events, subject)
    ids = [claim.id for group in told.values() for claim in group]
    verdicts, reprints = verdicts_of(conn, ids, as_of=as_of), count_reprints(conn, ids, as_of)
    lines = [
        _make(group, events.get(name), _say_standing(group, verdicts, reprints), subject)
        for name, group in told.items()
    ]
    return tuple(sorted(lines, key=lambda line: (-(line.day or date.min).toordinal(), line.text)))


def _make(
    claims: tuple[ClaimRow, ...],
    event: Event | None,
    standing: tuple[str, ...],
    subject: str | None,
) -> Line:
    speaker = claims[0]
    voices = {name for claim in claims if (name := name_parties(claim.attributed_to))}
    plain = any(not claim.attributed_to for claim in claims)
    return Line(
        day=speaker.when_start or speaker.when_end or speaker.published,
        when=say_when(speaker),
        text=_say(speaker, subject),
        according_to="" if plain else "; ".join(sorted(voices)),
        sources=list_sources(claims),
        standing=standing,
        differences=_say_differences(event) if event else (),
        claims=claims,
    )


def _say(claim: ClaimRow, subject: str | None) -> str:
    """A claim in a sentence, with that of the report where it would say nothing by itself: "demanded of the Queen"."""
    said = say_claim(claim, subject)
    own = shorten(claim.evidence[2].strip(' "“”')) if says_nothing(claim) else ""
    return f"{said} (the report: “{own}”)" if own else said


def say_when(claim: ClaimRow) -> str:
    """The days of a claim in words; where the report tells none, its own day.

    For example `3 June 2024`, `July 2023`, `since 1 March 2022`, `reported 4 June 2024`, `“of late”, reported …`.
    """
    if claim.when_end and not claim.when_start and claim.status in ("planned", "called_for"):
        return f"by {say_day(claim.when_end)}"
    if claim.when_start or claim.when_end:
        return say_span(claim.when_start, claim.when_end)
    reported = f"reported {say_day(claim.published)}" if claim.published else "undated"
    return f"“{claim.when_text}”, {reported}" if claim.when_text else reported


def list_sources(claims: Sequence[ClaimRow]) -> tuple[Source, ...]:
    """The reports, the first published first, each once."""
    found = {
        (claim.publisher, claim.title or claim.report_id, claim.published): claim
        for claim in sorted(claims, key=lambda claim: (claim.published or date.max, claim.report_id))
    }
    return tuple(Source(claim.publisher, claim.title, claim.url, claim.published) for claim in found.values())


def _say_standing(
    claims: Sequence[ClaimRow], verdicts: Mapping[str, ClaimVerdict], reprints: Mapping[str, int]
) -> tuple[str, ...]:
    outlets, reports = len(list_publishers(claims)), len({claim.report_id for claim in claims})
    said = [f"{outlets} outlets" if outlets > 1 else "one outlet"]
    if reports > outlets:
        said = [f"{said[0]}, {reports} reports"]
    again = sum(reprints.get(claim.id, 0) for claim in claims)
    if again:
        said.append("reprinted once" if again == 1 else f"reprinted {again} times")
    said += [say_verdict(each) for each in list_covered((claim.id for claim in claims), verdicts)]
    denials = [claim for claim in claims if claim.relation == Relation.DENIES]
    if denials and len(denials) < len(claims):
        voices = {name_parties(claim.attributed_to) or claim.publisher for claim in denials}
        named = ", ".join(sorted(filter(None, voices)))
        said.append(f"denied by {named}" if named else "denied")
    return tuple(said)


def _say_differences(event: Event) -> tuple[str, ...]:
    """What reports of an event tell otherwise: days, places, and that it was planned before."""
    said = []
    for each in event.differences:
        if each.field in ("when", "place"):
            told = (
                f"{_say_value(each.field, value, claims[0])} ({', '.join(list_publishers(claims))})"
                for value, claims in each.values
            )
            said.append(
                f"reports differ on the {'day' if each.field == 'when' else 'place'}: {'; '.join(told)}"
            )
    plans = [claim for claim in event.claims if claim.relation == Relation.PLANS and claim.published]
    if plans and Relation.REPORTS in event.relations:
        said.append(f"announced {say_day(min(claim.published for claim in plans if claim.published))}")
    return tuple(said)


def _say_value(field: str, value: str, claim: ClaimRow) -> str:
    return say_span(claim.when_start, claim.when_end) if field == "when" else value
