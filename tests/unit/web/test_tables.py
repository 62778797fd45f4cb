"""Files that tables are saved as: nothing in them runs, nothing of a text is lost."""

import csv
import io
import json
import zipfile
from datetime import date

from verbale.web.tables import Link, Table, write_csv, write_jsonl, write_xlsx

EVIL = '=HYPERLINK("http://evil.example","x")'
TABLE = Table(
    "t",
    "Things",
    ("name", "day", "count"),
    [[EVIL, date(2024, 6, 3), 2], [Link("@SUM(1)", "/x"), None, -3], ["\ud800", None, 0.5]],
)


def test_spreadsheets_are_given_no_formula() -> None:
    rows = list(csv.reader(io.StringIO(write_csv(TABLE).decode())))
    assert rows[1] == ["'" + EVIL, "2024-06-03", "2"]
    assert rows[2] == ["'@SUM(1)", "", "-3"]


def test_a_workbook_has_texts_only_and_the_same_bytes_twice() -> None:
    first = write_xlsx(TABLE)
    assert first == write_xlsx(TABLE)
    with zipfile.ZipFile(io.BytesIO(first)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        assert "<f>" not in sheet
        assert "hyperlink" not in sheet.lower()
        assert (
            "&apos;=HYPERLINK" in (texts := book.read("xl/sharedStrings.xml").decode())
            or "'=HYPERLINK" in texts
        )


def test_lines_of_json_hold_values_as_they_are() -> None:
    lines = [json.loads(line) for line in write_jsonl(TABLE).decode().splitlines()]
    assert lines[0] == {"name": EVIL, "day": "2024-06-03", "count": 2}
