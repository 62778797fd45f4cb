"""Output for people: a table a report, on a terminal."""

import os
from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from verbale.cli.guard import printable
from verbale.cli.writers import Result
from verbale.errors import ReportError
from verbale.export.claim_columns import actor_names, join_names
from verbale.model import Claim, Reading, Status, When

_WIDTH_OF_FILES = 160
_STANDING = {
    (Status.HAPPENED, False): "happened",
    (Status.PLANNED, False): "planned",
    (Status.ALLEGED, False): "alleged",
    (Status.CALLED_FOR, False): "called for",
    (Status.HAPPENED, True): "did not happen",
    (Status.PLANNED, True): "planned not to",
    (Status.ALLEGED, True): "alleged not to",
    (Status.CALLED_FOR, True): "called on not to",
}


class TableWriter:
    """A heading and a table for each report; with `evidence`, the sentences with their triggers marked."""

    def __init__(self, out: TextIO, *, evidence: bool = False) -> None:
        self._console = open_console(out)
        self._evidence = evidence

    def write(self, result: Result) -> None:
        """Print one report; errors are left to stderr."""
        if isinstance(result, ReportError):
            return
        self._console.print(_heading(result), style="bold")
        if not result.claims:
            self._console.print("No claims found.\n")
            return
        self._console.print(claims_table(result, result.claims))
        if self._evidence:
            for claim in result.claims:
                self._console.print(Text(f"{claim.id}  ", style="dim") + mark_trigger(claim))
        self._console.print()

    def close(self) -> None:
        """Nothing comes last."""


def open_console(out: TextIO) -> Console:
    """A console on `out`: as wide as the terminal, or wide enough for a table where there is none."""
    fixed = None if out.isatty() or os.environ.get("COLUMNS") else _WIDTH_OF_FILES
    return Console(file=out, width=fixed, highlight=False, markup=False, emoji=False)


def claims_table(reading: Reading, claims: tuple[Claim, ...]) -> Table:
    """The claims as a table: who, did what, to whom, when, where, how it stands, according to whom."""
    table = Table(show_lines=True)
    table.add_column("#", no_wrap=True)
    for title in ("Who", "Did what", "To whom", "When", "Where", "Status", "According to"):
        table.add_column(title)
    names = {each: printable(name) for each, name in actor_names(reading).items()}
    for claim in claims:
        table.add_row(
            claim.id,
            Text(join_names(claim.actor, names, "\n")),
            _deed(claim),
            Text(join_names(claim.recipient, names, "\n")),
            Text(printable(describe_when(claim.when))),
            Text(printable(claim.place.name if claim.place else "")),
            say_standing(claim.status, negated=claim.negated),
            Text(join_names(claim.attributed_to, names, "\n")),
        )
    return table


def say_standing(status: str, *, negated: bool) -> str:
    """How a claim stands, in words.

    >>> say_standing("planned", negated=True)
    'planned not to'
    """
    return _STANDING[Status(status), negated]


def describe_when(when: When | None) -> str:
    """A time for people's eyes: days where they are known, else the words of the report.

    >>> from datetime import date
    >>> from verbale.model import Interval
    >>> describe_when(When(Interval(date(2022, 1, 1), None), "since 2022"))
    'since 2022-01-01'
    >>> describe_when(When(None, "last week"))
    '“last week”'
    """
    if when is None:
        return ""
    start, end = (when.interval.start, when.interval.end) if when.interval else (None, None)
    if start and end:
        return str(start) if start == end else f"{start} – {end}"
    if start:
        return f"since {start}"
    return f"until {end}" if end else f"“{when.text}”"


def mark_trigger(claim: Claim) -> Text:
    """The sentence of evidence with the words that carry the type between »« and in bold."""
    start, end = claim.trigger.start - claim.evidence.start, claim.trigger.end - claim.evidence.start
    sentence = printable(claim.evidence.text)
    if not 0 <= start <= end <= len(sentence):
        return Text(sentence)
    return Text.assemble(sentence[:start], (f"»{sentence[start:end]}«", "bold yellow"), sentence[end:])


def _heading(reading: Reading) -> Text:
    """Title, publisher and date of a report, or its id where it has no title."""
    report = reading.report
    parts = (
        report.title or report.id,
        report.publisher,
        report.published.isoformat() if report.published else "",
    )
    return Text(printable(" · ".join(part for part in parts if part)))


def _deed(claim: Claim) -> Text:
    """Type and mode, then the office, object, topic and quote that complete it."""
    deed = Text(f"{claim.type} ({claim.mode})" if claim.mode else claim.type, style="bold")
    office = (
        ", ".join(part for part in (claim.office.title, claim.office.body) if part) if claim.office else None
    )
    quote = f"“{claim.quote}”" if claim.quote else None
    for part in (office, claim.object, claim.topic, quote):
        if part:
            deed.append("\n" + printable(part), style="not bold")
    return deed
