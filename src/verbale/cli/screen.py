"""`verbale screen`: who in the record, or of some names, is on a list."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from verbale.cli.guard import complain, exit_cleanly, printable, write_utf8
from verbale.cli.store_options import AsJson, StoreOption, open_store, parse_day, require_record, utc_now

if TYPE_CHECKING:
    from verbale.record.registers.versions import Version
    from verbale.screening.screen import Query

EPILOG = """\b
Examples:
  verbale screen
  verbale screen --name "Aleksandar Vulin" --country rs --born 1972-10-02
  verbale screen --file names.csv --as-of 2023-01-31 --json
  verbale screen --reject identity:8593aaaf2105 ofac 43736 --by anna --why "another date of birth"

\b
Exit codes: 0 done, whatever was found; 2 wrong option, no store, or the extra `screening` is missing.
"""


def screen(
    name: Annotated[str, typer.Option(metavar="NAME", help="Screen one name instead of the record.")] = "",
    country: Annotated[str, typer.Option(metavar="CODE", help="Country of --name.")] = "",
    born: Annotated[str, typer.Option(metavar="DATE", help="Date or year of birth of --name.")] = "",
    schema: Annotated[
        str, typer.Option(metavar="SCHEMA", help="What --name is: Person, Organization, Vessel.")
    ] = "Person",
    file: Annotated[
        Path | None,
        typer.Option(metavar="CSV", help="Screen the names of a file: columns name, country, born, schema."),
    ] = None,
    as_of: Annotated[str, typer.Option(metavar="DATE", help="Use the lists of that day.")] = "",
    everything: Annotated[
        bool, typer.Option("--all", help="Show what earlier passes have shown, too.")
    ] = False,
    accept: Annotated[
        tuple[str, str, str] | None,
        typer.Option(metavar="ID LIST ENTRY", help="Write down that this match is right."),
    ] = None,
    reject: Annotated[
        tuple[str, str, str] | None,
        typer.Option(metavar="ID LIST ENTRY", help="Write down that it is wrong: it is not shown again."),
    ] = None,
    by: Annotated[str, typer.Option(metavar="WHO", help="Who decides.")] = "",
    why: Annotated[str, typer.Option(metavar="REASON", help="Why.")] = "",
    as_json: AsJson = False,
    store: StoreOption = None,
) -> None:
    """Hold the record, or names, against the lists: list, version, entry, score and why; new ones only."""
    with exit_cleanly():
        require_record()
        from verbale.screening.extra import require_screening

        write_utf8()
        if accept or reject:
            _decide(store, "accept" if accept else "reject", accept or reject or ("", "", ""), by, why)
            return
        require_screening()
        day = parse_day(as_of, "--as-of")
        if name or file:
            from verbale.screening.screen import Query

            asked = [Query(name, (), schema, _country(country), born or None)] if name else _read_names(file)
            rows = list(_screen_names(store, asked, day))
        else:
            rows = _screen_record(store, day, everything=everything)
        _print(rows, as_json=as_json)


def _decide(store: str | None, kind: str, pair: tuple[str, str, str], by: str, why: str) -> None:
    """Write a decision into the log.

    Raises:
        RegisterError: without who or why, or no such match.
    """
    from verbale.errors import RegisterError
    from verbale.screening.outcomes import decide_match

    if not by or not why:
        raise RegisterError(f"--{kind} needs --by and --why: the log says who decided and for what reason")
    with open_store(store) as opened, opened.begin() as conn:
        decision = decide_match(conn, kind, *pair, by=by, why=why, now=utc_now())
    typer.echo(f"{kind}ed: {decision.id}")


def _read_names(path: Path | None) -> "Iterator[Query]":
    """The names of a CSV file.

    Raises:
        RegisterError: the file cannot be read or has no column `name`.
    """
    from verbale.errors import RegisterError
    from verbale.registers.text_files import read_table
    from verbale.screening.screen import Query

    assert path is not None
    for line, row in read_table(path):
        if "" in row or not row.get("name", "").strip():
            if "" not in row and "name" not in row:
                raise RegisterError(f"{path} has no column `name`: it has {', '.join(row)}")
            complain(f"{path}, line {line}: {row.get('') or 'no name'}")
            continue
        values = {key: (row.get(key) or "").strip() for key in ("name", "country", "born", "schema")}
        yield Query(
            values["name"],
            (),
            values["schema"] or "Person",
            _country(values["country"]),
            values["born"] or None,
        )


def _country(text: str) -> str | None:
    """The code of a country, given as such or by name."""
    from verbale.record.registers.countries import country_code

    return (country_code(text) or text.lower()) if text else None


def _screen_names(store: str | None, asked: "Any", day: "Any") -> Iterator[dict[str, Any]]:
    """The matches of names."""
    from verbale.record.registers.versions import versions_on
    from verbale.screening.screen import screen_name

    with open_store(store) as opened, opened.connect() as conn:
        versions = versions_on(conn, day)
        _name_lists(versions, day)
        for query in asked:
            for match in screen_name(conn, query, versions=versions):
                yield match.to_dict()


def _name_lists(versions: Sequence["Version"], day: "Any") -> None:
    """Say on stderr which lists of which day are looked at, so that no match means something."""
    if not versions:
        complain("no list was issued by then" if day else "no register yet: `verbale register add` adds one")
        return
    labels = [version.label for version in versions if version.counts.get("entries")]
    complain(f"held against {', '.join(labels) or 'no list: those that are loaded hold no names'}")


def _screen_record(store: str | None, day: "Any", *, everything: bool) -> list[dict[str, Any]]:
    """The matches of everybody in the record."""
    from verbale.record.registers.versions import versions_on
    from verbale.screening.outcomes import screen_record

    with open_store(store) as opened, opened.begin() as conn:
        _name_lists(versions_on(conn, day), day)
        screened = screen_record(conn, now=utc_now(), as_of=day)
    complain(f"{screened.subjects} people and bodies screened")
    return [outcome.to_dict() for outcome in screened.outcomes if outcome.new or everything]


def _print(rows: list[dict[str, Any]], *, as_json: bool) -> None:
    """The matches, one below the other."""
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for row in rows:
        programmes = ", ".join(one["programme"] for one in row["listings"] if one.get("programme"))
        who = f"{row['query']} [{row['subject']}]" if "subject" in row else row["query"]
        what = programmes or ", ".join(row["topics"])
        level = f"{row['level'].upper()}{' (accepted)' if row.get('decided') == 'accept' else ''}"
        typer.echo(printable(f"{level} {row['score']:.2f}  {who} → {row['name']}  ({what})"))
        typer.echo(printable(f"    {row['register']} of {row['issued']}, entry {row['entry']}"))
        for feature in row["features"]:
            typer.echo(printable(f"    {feature['name']} {feature['score']:.2f}: {feature['detail'] or ''}"))
        for line in row.get("lines", ()):
            typer.echo(
                printable(
                    f"    “{line['text']}” – {line['publisher'] or line['report']}, {line['published']}"
                )
            )
    if not rows:
        typer.echo("No match.")
