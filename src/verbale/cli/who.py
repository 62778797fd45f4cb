"""`verbale who`: whom a name may mean."""

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from verbale.cli.guard import complain, exit_cleanly, printable, write_utf8
from verbale.cli.store_options import AsJson, AsOf, StoreOption, open_store, parse_moment, require_record
from verbale.model import Kind

if TYPE_CHECKING:
    from verbale.record.queries.offices_said import OfficeSaid
    from verbale.record.queries.who import Candidate

EPILOG = """\b
Examples:
  verbale who Vulin
  verbale who "Сергей Шойгу" --json
  verbale who "Security Council" --kind body --as-of 2024-06-11

\b
Exit codes: 0 looked up, whoever was found; 2 wrong option or no store.
"""


def who(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="In any script and spelling, whole or in part.")
    ],
    kind: Annotated[Kind | None, typer.Option("--kind", help="Only this kind.")] = None,
    limit: Annotated[
        int, typer.Option("--limit", "-n", min=1, metavar="N", help="Candidates to show (default: 10).")
    ] = 10,
    as_json: AsJson = False,
    as_of: AsOf = "",
    store: StoreOption = None,
) -> None:
    """List who may be meant by a name: kind, country, offices, how much is reported of them and when."""
    with exit_cleanly():
        require_record()
        from verbale.record.queries.who import who as find

        write_utf8()
        moment = parse_moment(as_of)
        with open_store(store) as opened, opened.connect() as conn:
            found = find(conn, name, kind=kind.value if kind else None, limit=limit, as_of=moment)
        if as_json:
            typer.echo(json.dumps([each.to_dict() for each in found], ensure_ascii=False, indent=2))
        elif found:
            _print(found)
        else:
            complain(f"the record has nobody called {name!r}")


def _say_office(office: "OfficeSaid", country: str | None) -> str:
    """An office, with its country where that is not its holder's."""
    from verbale.record.wording.names import country_name

    abroad = f" ({country_name(office.country)})" if office.country not in (None, country) else ""
    return f"{office}{abroad}"


def _list_other_names(name: str, names: "tuple[str, ...]") -> list[str]:
    """Names besides the one that is shown, the commonest first; of two that differ in case one.

    >>> _list_other_names("Police", ("police", "Police", "the Met", "The Met"))
    ['the Met']
    """
    spelt = {each.casefold(): each for each in reversed(names)}
    spelt.pop(name.casefold(), None)
    return list(reversed(spelt.values()))


def _print(found: "tuple[Candidate, ...]") -> None:
    """A table of candidates, each with the id that other commands take."""
    from rich.table import Table
    from rich.text import Text

    from verbale.cli.tables import open_console

    table = Table()
    for title in ("Name", "Kind", "Country", "Said to be", "Claims", "Reported", "Id"):
        table.add_column(title, no_wrap=title == "Id")
    for each in found:
        other = _list_other_names(each.name, each.names)[:3]
        name = f"{each.name} ({', '.join(other)})" if other else each.name
        period = " – ".join(dict.fromkeys(str(day) for day in (each.first, each.last) if day))
        offices = "; ".join(_say_office(office, each.country) for office in each.offices)
        cells = (name, each.kind, each.country or "", offices, str(each.claims), period, each.id)
        table.add_row(*(Text(printable(cell)) for cell in cells))
    open_console(sys.stdout).print(table)
