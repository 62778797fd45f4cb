"""Tables that pages show and give away: as CSV, JSON lines, or a spreadsheet, with nothing in them that would run."""

import csv
import io
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from starlette.requests import Request
from starlette.responses import Response

from verbale.export.spreadsheets import defuse
from verbale.record.wording.plain import show_steering
from verbale.web.errors import Refusal
from verbale.web.templating import tagged


@dataclass(frozen=True, slots=True)
class Link:
    """A cell that leads somewhere within these pages; files get its text."""

    text: str
    href: str


LARGEST_FILE = 20_000
"""Rows that a saved table has at the most; `verbale export` has no limit."""

Cell = str | int | float | bool | date | Link | None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns. `name` is that of the file it is saved as; `caption` says what it holds."""

    name: str
    caption: str
    columns: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]


def answer_table(request: Request, table: Table, format: str) -> Response:
    """The table as a file of a format: `csv`, `jsonl` or `xlsx`.

    Raises:
        Refusal: the format is none of these.
    """
    if format not in WRITERS:
        raise Refusal(400, "bad-format", f"{format!r} is no format of tables: ask for {', '.join(WRITERS)}")
    write, media_type = WRITERS[format]
    headers = {"Content-Disposition": f'attachment; filename="{table.name}.{format}"'}
    return tagged(request, write(table), media_type, headers=headers)


def write_csv(table: Table) -> bytes:
    r"""CSV with a header; cells that a spreadsheet would run as formulas begin with an apostrophe.

    >>> write_csv(Table("who", "", ("name", "reports"), [["=1+1", 2], [Link("Ana", "/a"), None]])).decode()
    "name,reports\r\n'=1+1,2\r\nAna,\r\n"
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(table.columns)
    for row in table.rows:
        writer.writerow([defuse(_plain(cell)) for cell in row])
    return out.getvalue().encode("utf-8", "replace")


def write_jsonl(table: Table) -> bytes:
    r"""One object a line, its keys the columns; values as they are, for no program runs them.

    >>> write_jsonl(Table("who", "", ("name", "since"), [["=1+1", date(2024, 6, 3)]])).decode()
    '{"name": "=1+1", "since": "2024-06-03"}\n'
    """
    lines = (
        json.dumps(dict(zip(table.columns, map(_plain, row), strict=True)), ensure_ascii=False, default=str)
        for row in table.rows
    )
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")


def write_xlsx(table: Table) -> bytes:
    """A workbook of one sheet: texts as texts, never as formulas or links; the same rows make the same bytes."""
    import xlsxwriter  # noqa: PLC0415 - only who saves a spreadsheet waits for it

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"title": table.caption, "created": datetime(2000, 1, 1)})  # noqa: DTZ001 - a fixed day
    sheet = book.add_worksheet("table")
    bold = book.add_format({"bold": True})
    sheet.write_row(0, 0, table.columns, bold)
    for at, row in enumerate(table.rows, 1):
        for column, cell in enumerate(map(_plain, row)):
            if isinstance(cell, str):
                sheet.write_string(at, column, show_steering(str(defuse(cell)))[:LONGEST_CELL])
            elif cell is not None:
                sheet.write(at, column, cell)
    sheet.freeze_panes(1, 0)
    book.close()
    return out.getvalue()


LONGEST_CELL = 32_767
"""Characters that a cell of a workbook holds."""

WRITERS: dict[str, tuple[Callable[[Table], bytes], str]] = {
    "csv": (write_csv, "text/csv; charset=utf-8"),
    "jsonl": (write_jsonl, "application/jsonl"),
    "xlsx": (write_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}
"""Formats with what writes them and their media types."""


def _plain(cell: Cell) -> str | int | float | bool | None:
    """A cell as files have it."""
    if isinstance(cell, Link):
        return cell.text
    return cell.isoformat() if isinstance(cell, date) else cell
