"""`verbale stats`: what the record holds, in figures."""

import json
from typing import TYPE_CHECKING

import typer

from verbale.cli.guard import exit_cleanly, printable, write_utf8
from verbale.cli.store_options import AsJson, AsOf, StoreOption, open_store, parse_moment, require_record

if TYPE_CHECKING:
    from verbale.record.queries.stats import Stats

EPILOG = """\b
Examples:
  verbale stats
  verbale stats --json --as-of 2024-06-11

\b
Exit codes: 0 counted, 2 wrong option or no store.
"""


def stats(as_json: AsJson = False, as_of: AsOf = "", store: StoreOption = None) -> None:
    """Count reports, claims, identities, events, decisions and lists, and say how fresh they are."""
    with exit_cleanly():
        require_record()
        from verbale.record.queries.stats import stats as count

        write_utf8()
        moment = parse_moment(as_of)
        with open_store(store) as opened, opened.connect() as conn:
            found = count(conn, moment)
        if as_json:
            typer.echo(json.dumps(found.to_dict(), ensure_ascii=False, indent=2))
        else:
            for line in _lines(found):
                typer.echo(printable(line))


def _lines(found: "Stats") -> list[str]:
    """The figures in words, a subject a line."""
    span = " to ".join(dict.fromkeys(str(d) for d in (found.first_published, found.last_published) if d))
    recorded = f"{found.last_recorded:%Y-%m-%d %H:%M} UTC" if found.last_recorded else "never"
    polled = f"{found.last_polled:%Y-%m-%d %H:%M} UTC" if found.last_polled else "never"
    lines = [
        f"reports: {found.reports:,}, of them {found.copies:,} copies and {found.forgotten:,} forgotten",
        f"published: {span or 'no dates'}",
        f"last recorded: {recorded}",
        f"publishers: {_list(found.publishers)}",
        f"not readable: {found.unread:,}",
        f"readers: {_list(found.readers)}",
        f"claims: {found.claims:,}, and {found.reprints:,} reprints",
        f"types: {_list(found.types)}",
        f"statuses: {_list(found.statuses)}",
        f"identities: {_list(found.identities)}",
        f"events: {found.events:,}",
        f"decisions: {_list(found.decisions)}",
        f"feeds: {found.feeds:,}, last asked {polled}",
    ]
    lists = [
        f"list {each.name} ({each.kind}): issued {each.issued}, {each.versions:,} versions, "
        f"taken in {each.recorded_at:%Y-%m-%d}"
        for each in found.registers
    ]
    return lines + lists


def _list(counts: dict[str, int]) -> str:
    return ", ".join(f"{name} {count:,}" for name, count in counts.items()) or "none"
