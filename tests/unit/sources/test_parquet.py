"""Parquet files: columns, names of their own, stretches, damage."""

import io
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from verbale.errors import ReportError
from verbale.model import Report
from verbale.sources import Origin, SourceOptions, read_paths, read_stream
from verbale.sources.fields import parse_fields
from verbale.sources.parquet import find_row_groups, read_parquet

TEXT = "The minister met her colleague in Oslo for the time number {}, the ministry said on Monday."


def pack(rows: list[dict[str, Any]], group: int = 100) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), out, row_group_size=group, use_dictionary=False)
    return out.getvalue()


def rows(count: int) -> list[dict[str, Any]]:
    return [
        {"id": f"r{n}", "text": TEXT.format(n), "published": date(2024, 6, 11), "clicks": n}
        for n in range(count)
    ]


def read_all(raw: bytes, options: SourceOptions | None = None) -> list[Report | ReportError]:
    return list(read_stream(io.BytesIO(raw), Origin("a.parquet"), options or SourceOptions()))


def test_rows_are_reports_with_their_days(tmp_path: Path) -> None:
    path = tmp_path / "wire.parquet"
    path.write_bytes(pack(rows(3)))
    found = list(read_paths([path], SourceOptions()))
    assert [each.id for each in found if isinstance(each, Report)] == ["r0", "r1", "r2"]
    assert found == read_all(path.read_bytes())
    assert isinstance(found[0], Report)
    assert (found[0].text, found[0].published) == (TEXT.format(0), date(2024, 6, 11))


def test_columns_of_other_names_and_moments() -> None:
    row = {
        "body": {"plain": TEXT},
        "at": datetime(2024, 6, 11, 23, 30, tzinfo=UTC),
        "outlet": "The Wire",
        "seen": 3,
    }
    fields = parse_fields(["text=body.plain", "published=at", "publisher=outlet"])
    (found,) = read_all(pack([row]), SourceOptions(fields=fields))
    assert isinstance(found, Report)
    assert (found.text, found.published, found.publisher) == (TEXT, date(2024, 6, 11), "The Wire")


def test_a_file_without_the_column_says_so_once_and_names_those_there_are() -> None:
    (found,) = read_all(pack([{"body": TEXT}, {"body": TEXT}]))
    assert isinstance(found, ReportError)
    assert found.slug == "missing-text"
    assert "it has body" in found.message
    assert "--fields text=COLUMN" in found.message


def test_a_row_that_is_no_report_names_itself() -> None:
    found = read_all(pack([*rows(2), {"id": "none", "text": None}, {"id": "empty", "text": " "}]))
    assert [each.slug for each in found if isinstance(each, ReportError)] == ["missing-text", "empty-text"]
    assert isinstance(found[2], ReportError)
    assert "a.parquet, row 3" in found[2].message


@pytest.mark.parametrize("step", [1, 300, 2000, 10**9])
def test_stretches_hold_every_row_once(step: int) -> None:
    raw = pack(rows(40), group=4)
    size, options = len(raw), SourceOptions()
    ends = list(range(step, size, step))
    parts = [
        read_parquet(io.BytesIO(raw), Origin("a"), options, start, end)
        for start, end in zip([0, *ends], [*ends, size], strict=True)
    ]
    found = [each.id for part in parts for each in part if isinstance(each, Report)]
    assert found == [f"r{n}" for n in range(40)]


def test_a_damaged_row_group_costs_itself() -> None:
    raw = bytearray(pack(rows(12), group=4))
    start = find_row_groups(io.BytesIO(raw))[1]
    raw[start : start + 60] = b"\xff" * 60
    found = read_all(bytes(raw))
    assert [each.id if isinstance(each, Report) else each.slug for each in found] == [
        *("r0", "r1", "r2", "r3", "broken-archive", "r8", "r9", "r10", "r11")
    ]


def test_a_file_that_is_cut_off_is_an_error() -> None:
    (found,) = read_all(pack(rows(5))[:-20])
    assert isinstance(found, ReportError)
    assert found.slug == "broken-archive"
    assert find_row_groups(io.BytesIO(pack(rows(5))[:-20])) == []


def test_a_pipe_cannot_be_searched() -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    (found,) = read_parquet(Pipe(pack(rows(1))), Origin("standard input"), SourceOptions())
    assert isinstance(found, ReportError)
    assert "name the file" in found.message
