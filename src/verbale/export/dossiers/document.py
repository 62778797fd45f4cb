"""A dossier, a timeline or ties as a document that has no format yet: headings, lines, notes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from verbale.record.queries.claim_rows import ClaimRow
from verbale.record.queries.dossier import Dossier, Section
from verbale.record.queries.lines import Line, Source, list_sources
from verbale.record.queries.screened import ScreeningRow
from verbale.record.queries.states import State
from verbale.record.queries.ties import Counterpart
from verbale.record.queries.who import Candidate
from verbale.record.wording.days import say_day
from verbale.record.wording.names import country_name, kind_name
from verbale.record.wording.states import say_period, say_state
from verbale.record.wording.verbs import say_tally

SOURCES = 4
"""Sources that a line names; of more it says how many."""
NAMES = 8
TYPES = 4
"""Types that a tie counts one by one."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a document: when, what, where that stands, and notes on it."""

    when: str
    text: str
    sources: tuple[Source, ...] = ()
    more_sources: int = 0
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with its lines; `note` tells what is left out."""

    heading: str
    entries: tuple[Entry, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A title, who it is about in a few lines, and the parts."""

    title: str
    facts: tuple[str, ...]
    parts: tuple[Part, ...]


def make_dossier(found: Dossier) -> Document:
    """The document of a dossier; a part without lines is left out."""
    parts = (
        Part("Offices, memberships, sanctions", tuple(_make_state(each) for each in found.states)),
        Part("On official lists", tuple(_list_matches(found.matches))),
        *(_make_part(each) for each in found.sections),
        Part("Ties", tuple(_make_tie(each) for each in found.ties)),
    )
    return Document(
        name_head(found.head), _list_facts(found.head), tuple(part for part in parts if part.entries)
    )


def name_head(head: Candidate) -> str:
    """Who a document is about, above it: a body called by a common word has its country there ("Police (Serbia)")."""
    common = head.kind in ("body", "group") and (" " not in head.name or head.name.islower())
    name = head.name[:1].upper() + head.name[1:] if common else head.name
    return (
        f"{name} ({country_name(head.country)})" if common and head.country and not name.isupper() else name
    )


def make_timeline(title: str, lines: Iterable[Line], *, left_out: bool) -> Document:
    """The document of a timeline, the earliest first, a part a year."""
    years: dict[str, list[Entry]] = {}
    for line in sorted(lines, key=lambda line: (line.day is None, line.day, line.text)):
        years.setdefault(str(line.day.year) if line.day else "Undated", []).append(make_entry(line))
    note = "Only the latest are shown: ask for more with --limit, or for a period." if left_out else ""
    return Document(
        title, (note,) if note else (), tuple(Part(year, tuple(told)) for year, told in years.items())
    )


def make_ties(title: str, ties: Iterable[Counterpart]) -> Document:
    """The document of ties, the closest first."""
    entries = tuple(_make_tie(each) for each in ties)
    return Document(title, (), (Part("Counterparts", entries),) if entries else ())


def make_entry(line: Line) -> Entry:
    """A line of claims as an entry."""
    said = (f"according to {line.according_to}",) if line.according_to else ()
    more = max(0, len(line.sources) - SOURCES)
    return Entry(
        line.when, line.text, line.sources[:SOURCES], more, (*said, *line.standing, *line.differences)
    )


def _list_facts(head: Candidate) -> tuple[str, ...]:
    where = country_name(head.country) if head.kind != "state" else ""
    spelt = {
        name.casefold(): name for name in reversed(head.names)
    }  # of two that differ in case, the commoner
    names = [
        name for name in head.names if name in spelt.values() and name.casefold() != head.name.casefold()
    ]
    more = f" and {len(names) - NAMES} more" if len(names) > NAMES else ""
    reported = " to ".join(dict.fromkeys(say_day(day) for day in (head.first, head.last) if day))
    claims = f"{head.claims:,} claims" if head.claims != 1 else "1 claim"
    facts = (
        ", ".join(filter(None, (kind_name(head.kind), where))),
        f"Also called {', '.join(names[:NAMES])}{more}" if names else "",
        f"{claims}, reported {reported}" if reported else claims,
    )
    return tuple(filter(None, facts))


def _make_state(state: State) -> Entry:
    words = say_state(state)
    reports = len({claim.report_id for claim in state.claims})
    told = "1 report" if reports == 1 else f"{reports} reports"
    flagged = tuple(f"contradictory: {each.note}" for each in state.contradictions)
    sources = list_sources(_choose_witnesses(state))
    more = max(0, reports - len(sources))
    return Entry(
        say_period(state), words[:1].upper() + words[1:], sources, more, (told, *state.standing, *flagged)
    )


def _choose_witnesses(state: State) -> tuple[ClaimRow, ...]:
    """The claims that are named for a state: those that tell its ends, or the first and the last that say it holds.

    Where it is contradictory, the claim on the other side is named too.
    """
    ends = [claim for end in (state.start, state.end) if end for claim in end.claims[:1]]
    rest = sorted(state.claims, key=lambda claim: (claim.published or date.max, claim.id))
    against = [each.claims[-1] for each in state.contradictions]
    return tuple([*(ends or (rest[0], rest[-1])), *against][:SOURCES])


def _list_matches(matches: Iterable[ScreeningRow]) -> Iterator[Entry]:
    for match in matches:
        decided = match.decision.kind if match.decision else None
        if decided != "reject":
            likely = "likely the same" if match.level == "alert" else "possibly the same"
            sure = (
                f"the same, says {match.decision.by}"
                if match.decision
                else f"{likely}, score {match.score:.2f}, nobody has decided"
            )
            text = f"{match.entry.name}, on the list {match.register}"
            yield Entry(f"issued {say_day(match.issued)}", text, notes=(sure,))


def _make_part(section: Section) -> Part:
    note = "" if section.complete else f"The latest are shown; there are {section.claims:,} claims."
    return Part(section.heading, tuple(make_entry(line) for line in section.lines), note)


def _make_tie(tie: Counterpart) -> Entry:
    months = " to ".join(dict.fromkeys(f"{day:%B} {day.year}" for day in (tie.first, tie.last) if day))
    listed = list(tie.types.items())
    counts = ", ".join(say_tally(name, count) for name, count in listed[:TYPES])
    rest = sum(count for _, count in listed[TYPES:])
    years = ", ".join(f"{year}: {count}" for year, count in tie.years.items())
    claims = "1 claim" if tie.claims == 1 else f"{tie.claims} claims"
    notes = (f"{counts}, {rest} other" if rest else counts, f"by year {years}" if len(tie.years) > 1 else "")
    return Entry(months or "undated", f"{tie.other.name}: {claims}", notes=tuple(filter(None, notes)))
