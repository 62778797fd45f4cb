"""`verbale check`: which claims the registers bear out, and which they contradict."""

import json
from typing import Annotated, Any

import typer

from verbale.cli.guard import exit_cleanly, printable, write_utf8
from verbale.cli.store_options import AsJson, StoreOption, open_store, require_record, utc_now

EPILOG = """\b
Examples:
  verbale check wire:42
  verbale check "Aleksandar Vulin" --json
  verbale check --all

\b
Exit codes: 0 checked, 2 no such report or name, no store, or the extra `screening` is missing.
"""

_SIGNS = {"borne_out": "BORNE OUT", "contradicted": "CONTRADICTED", "not_covered": "not covered"}


def check(
    what: Annotated[
        str,
        typer.Argument(metavar="REPORT|NAME", help="Id of a report, or a name: all reports that name it."),
    ] = "",
    everything: Annotated[bool, typer.Option("--all", help="Check every report of the record.")] = False,
    covered: Annotated[
        bool, typer.Option("--covered", help="Leave out claims that no register speaks to.")
    ] = False,
    as_json: AsJson = False,
    store: StoreOption = None,
) -> None:
    """Hold claims against the registers: verdict, rule, and the evidence on both sides."""
    with exit_cleanly():
        require_record()
        from verbale.screening.corroboration.recorded import check_reports
        from verbale.screening.extra import require_screening

        require_screening()
        write_utf8()
        with open_store(store) as opened, opened.begin() as conn:
            reports = _reports(conn, what, everything=everything)
            rows = [checked.to_dict() for checked in check_reports(conn, reports, now=utc_now())]
        if covered:
            rows = [row for row in rows if row["verdict"] != "not_covered"]
        if as_json:
            typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        else:
            _print(rows)


def _reports(conn: Any, what: str, *, everything: bool) -> tuple[str, ...]:
    """The reports that are meant.

    Raises:
        UnknownClaimError: none is.
    """
    from sqlalchemy import select

    from verbale.errors import RegisterError
    from verbale.record import tables as t
    from verbale.screening.corroboration.recorded import reports_naming

    if everything:
        return tuple(conn.execute(select(t.reports.c.id).order_by(t.reports.c.id)).scalars())
    if not what:
        raise RegisterError("check what? Name a report or somebody, or give --all")
    if conn.execute(select(t.reports.c.id).where(t.reports.c.id == what)).first():
        return (what,)
    found = reports_naming(conn, what)
    if not found:
        raise RegisterError(f"the record has no report {what!r} and nobody of that name")
    return found


def _print(rows: list[dict[str, Any]]) -> None:
    """Claims with their verdicts, one below the other."""
    for row in rows:
        who = ", ".join(row["actor"]) or "–"
        whom = f" → {', '.join(row['recipient'])}" if row["recipient"] else ""
        office = f" ({row['office']['title']})" if row["office"] else ""
        typer.echo(printable(f"{_SIGNS[row['verdict']]}  {row['type']}: {who}{whom}{office}"))
        typer.echo(
            printable(
                f"    report:   “{row['evidence']}” – {row['publisher'] or row['report']}, {row['published']}"
            )
        )
        typer.echo(printable(f"    register: {row['note']} [{row['rule']}]"))
        if row["row"]:
            typer.echo(
                printable(
                    "    row:      " + ", ".join(f"{key}: {value}" for key, value in row["row"].items())
                )
            )
    if not rows:
        typer.echo("No claim that a register could speak to.")
