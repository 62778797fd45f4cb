"""Claims of the record on the terminal and in files."""

import csv
import json
from collections.abc import Iterable
from datetime import date
from typing import TextIO

from rich.table import Table
from rich.text import Text

from verbale.cli.guard import printable
from verbale.cli.tables import open_console, say_standing
from verbale.export.spreadsheets import defuse
from verbale.record.queries.claim_rows import ClaimRow
from verbale.record.queries.flat import COLUMNS, flatten, join_parties


def print_claims(out: TextIO, claims: Iterable[ClaimRow], *, evidence: bool = False) -> None:
    """A table of claims; with `evidence`, the sentences below it, the words that count marked."""
    listed = list(claims)
    console = open_console(out)
    table = Table(show_lines=True)
    for title in ("When", "Who", "Did what", "To whom", "Where", "Status", "According to", "Report"):
        table.add_column(title)
    for claim in listed:
        table.add_row(*(Text(printable_lines(cell)) for cell in _cells(claim)))
    console.print(table)
    for claim in listed if evidence else ():
        console.print(Text(f"{claim.id}  ", style="dim") + mark_words(claim))


def write_jsonl(out: TextIO, claims: Iterable[ClaimRow]) -> None:
    """A line of JSON a claim."""
    out.writelines(json.dumps(claim.to_dict(), ensure_ascii=False) + "\n" for claim in claims)


def write_csv(out: TextIO, claims: Iterable[ClaimRow]) -> None:
    """A row a claim; cells that a spreadsheet would run as formulas begin with an apostrophe."""
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    for claim in claims:
        flat = flatten(claim)
        rows.writerow([_plain(flat[name]) for name in COLUMNS])


def _plain(value: object) -> object:
    return defuse(value) if isinstance(value, str) else value


def printable_lines(text: str) -> str:
    """The text with its line breaks, other control characters as blanks."""
    return "\n".join(printable(line) for line in text.split("\n"))


def describe_day(start: date | None, end: date | None, words: str | None) -> str:
    """When a claim happened or held: days where they are known, else the words of the report.

    >>> describe_day(date(2024, 6, 3), None, "since Monday"), describe_day(None, None, "last week")
    ('since 2024-06-03', '“last week”')
    """
    if start and end:
        return str(start) if start == end else f"{start} – {end}"
    if start or end:
        return f"since {start}" if start else f"until {end}"
    return f"“{words}”" if words else ""


def mark_words(claim: ClaimRow) -> Text:
    """The sentence of evidence with the words that carry the type between »« and in bold."""
    offset, _, sentence = claim.evidence
    start, end = claim.trigger[0] - offset, claim.trigger[1] - offset
    shown = printable(sentence)
    if not 0 <= start <= end <= len(shown):
        return Text(shown)
    return Text.assemble(shown[:start], (f"»{shown[start:end]}«", "bold yellow"), shown[end:])


def _cells(claim: ClaimRow) -> tuple[str, ...]:
    """What the table shows of a claim, in the order of its columns."""
    office = ", ".join(filter(None, claim.office[:2])) if claim.office else None
    quote = f"“{claim.quote}”" if claim.quote else None
    deed = f"{claim.type} ({claim.mode})" if claim.mode else claim.type
    published = str(claim.published) if claim.published else None
    return (
        describe_day(claim.when_start, claim.when_end, claim.when_text),
        join_parties(claim.actor, "\n"),
        "\n".join(filter(None, (deed, office, claim.object, claim.topic, quote))),
        join_parties(claim.recipient, "\n"),
        claim.place or "",
        say_standing(claim.status, negated=claim.negated),
        join_parties(claim.attributed_to, "\n"),
        "\n".join(filter(None, (claim.publisher or claim.report_id, published))),
    )
