"""`verbale register`: official lists into the record, compared, listed."""

import json
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from verbale.cli.guard import complain, exit_cleanly, printable, write_utf8
from verbale.cli.store_options import AsJson, StoreOption, open_store, parse_day, require_record, utc_now

ADD_EPILOG = """\b
Examples:
  verbale register add ofac SDN.CSV ALT.CSV ADD.CSV SDN_COMMENTS.CSV --issued 2024-06-11 --complete
  verbale register add un consolidated.xml
  verbale register add unga votes.csv titles.csv --issued 2024-06-04
  verbale register add officeholders cabinet.csv --country rs --column person=holder --issued 2024-06-01

\b
Exit codes: 0 added or there already, 2 wrong option, or a file that cannot be taken (nothing of it was),
3 added without the rows named on stderr.
"""
DIFF_EPILOG = """\b
Examples:
  verbale register diff ofac
  verbale register diff ofac --from 2023-01-15 --to 2024-06-11 --json

\b
Exit codes: 0 compared, 2 no such list or no two versions.
"""
LIST_EPILOG = """\b
Examples:
  verbale register list
  verbale register list --json

\b
Exit codes: 0 listed, 2 no store.
"""

app = typer.Typer(
    name="register",
    help="Official lists in the record: add a version, compare two, list all.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


class RegisterKindName(StrEnum):
    """The kinds of register, as `verbale.registers.KINDS` has them."""

    FTM = "ftm"
    OFAC = "ofac"
    UN = "un"
    EU = "eu"
    UK = "uk"
    UNGA = "unga"
    OFFICEHOLDERS = "officeholders"


@app.command("add", epilog=ADD_EPILOG)
def add(
    kind: Annotated[RegisterKindName, typer.Argument(metavar="KIND", help="Kind of register.")],
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="Its files, all of one version.")],
    name: Annotated[str, typer.Option(metavar="NAME", help="Name of the list (default: the kind).")] = "",
    issued: Annotated[
        str, typer.Option(metavar="DATE", help="Day of issue (default: as the file says, else its own date).")
    ] = "",
    url: Annotated[str, typer.Option(metavar="URL", help="Where it comes from.")] = "",
    complete: Annotated[
        bool,
        typer.Option(
            "--complete", help="The files are the whole list: who is absent was not on it that day."
        ),
    ] = False,
    column: Annotated[
        list[str] | None,
        typer.Option(metavar="WHAT=NAME", help="Column of an office-holder table; repeat for several."),
    ] = None,
    country: Annotated[
        str, typer.Option(metavar="CODE", help="Country of an office-holder table without a column for it.")
    ] = "",
    encoding: Annotated[str, typer.Option(metavar="NAME", help="Encoding of CSV files.")] = "utf-8",
    store: StoreOption = None,
) -> None:
    """Add a version of a list. The same file twice adds nothing; a file that breaks off adds nothing."""
    with exit_cleanly():
        require_record()
        from verbale.cli.store_options import show_count
        from verbale.record.registers.adding import NewVersion, add_register
        from verbale.record.registers.countries import country_code
        from verbale.registers import KINDS, LoadOptions, load_rows
        from verbale.registers.issue_date import find_issue_date, hash_files

        write_utf8()
        day = parse_day(issued, "--issued") or find_issue_date(files) or _file_date(files)
        options = LoadOptions(country_code, encoding, _parse_columns(column or []), country.lower() or None)
        version = NewVersion(
            name or kind.value, kind.value, day, hash_files(files), complete, KINDS[kind.value].authority, url,
            tuple(file.name for file in files),
        )  # fmt: skip
        with open_store(store, create=True) as opened:
            rows = load_rows(kind.value, files, options)
            added = add_register(opened, version, rows, now=utc_now(), progress=show_count)
            show_count(None)
    for row in added.bad_rows:
        complain(row)
    if complete and added.counts.get("bad rows"):
        complain("not taken for complete: who stands in bad rows is missing, so that absence says nothing")
    counts = ", ".join(f"{count} {what}" for what, count in added.counts.items())
    typer.echo(f"{version.name} of {day}: " + ("there already" if added.known else "added") + f" ({counts})")
    raise typer.Exit(3 if added.bad_rows else 0)


def _file_date(files: list[Path]) -> date:
    """The day on which the first file was last changed, said on stderr: it is a guess."""
    day = date.fromtimestamp(files[0].stat().st_mtime)  # noqa: DTZ012 - files keep local days
    complain(f"{files[0]} does not say when it was issued: taken to be {day}; give --issued")
    return day


def _parse_columns(given: list[str]) -> dict[str, str]:
    """The mapping of columns.

    Raises:
        RegisterError: no `what=name`, or a `what` that there is not.
    """
    from verbale.errors import RegisterError
    from verbale.registers.officeholders import COLUMNS

    columns = {}
    for one in given:
        what, equals, name = one.partition("=")
        if not equals or what not in COLUMNS:
            raise RegisterError(f"--column {one}: write {'|'.join(COLUMNS)} = name of the column")
        columns[what] = name
    return columns


@app.command("diff", epilog=DIFF_EPILOG)
def diff(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Name of the list.")],
    earlier: Annotated[
        str,
        typer.Option("--from", metavar="DATE", help="Day of the earlier version (default: the one before)."),
    ] = "",
    later: Annotated[
        str, typer.Option("--to", metavar="DATE", help="Day of the later version (default: the newest).")
    ] = "",
    as_json: AsJson = False,
    store: StoreOption = None,
) -> None:
    """Say who came, went and changed between two versions of a list."""
    with exit_cleanly():
        require_record()
        from verbale.record.registers.versions import compare_versions, pick_two

        write_utf8()
        days = parse_day(earlier, "--from"), parse_day(later, "--to")
        with open_store(store) as opened, opened.connect() as conn:
            found = compare_versions(conn, *pick_two(conn, name, *days))
        if as_json:
            typer.echo(json.dumps(found.to_dict(), ensure_ascii=False, indent=2))
            return
        typer.echo(f"{found.earlier.label} → {found.later.label}")
        for sign, pairs in (("+", found.came), ("-", found.went), ("~", found.changed)):
            for entry_id, label in pairs:
                typer.echo(printable(f"{sign} {label}  [{entry_id}]"))
        typer.echo(f"{len(found.came)} came, {len(found.went)} went, {len(found.changed)} changed")
        if found.went and not found.later.complete:
            complain(
                f"{found.later.label} does not claim to be complete: who is not in it may be on the list all the same"
            )


@app.command("list", epilog=LIST_EPILOG)
def list_(as_json: AsJson = False, store: StoreOption = None) -> None:
    """List the versions of lists in the record."""
    with exit_cleanly():
        require_record()
        from verbale.record.registers.versions import list_versions

        write_utf8()
        with open_store(store) as opened, opened.connect() as conn:
            versions = list_versions(conn)
        if as_json:
            typer.echo(json.dumps([version.to_dict() for version in versions], ensure_ascii=False, indent=2))
            return
        for version in versions:
            counts = ", ".join(f"{count} {what}" for what, count in version.counts.items())
            complete = ", complete" if version.complete else ""
            typer.echo(
                printable(f"{version.label}  {version.kind}  {counts}{complete}  sha256 {version.hash[:12]}")
            )
        if not versions:
            typer.echo("No registers yet: `verbale register add KIND FILE` adds one.")
