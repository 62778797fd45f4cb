"""Writers, where the command line does not show the difference."""

import io
import json

from verbale.cli.writers import JsonlWriter, JsonWriter
from verbale.errors import MissingTextError, ReportError


def rows(count: int) -> list[ReportError]:
    return [MissingTextError(f"r{number}", "no text") for number in range(count)]


def test_json_of_none_one_and_many() -> None:
    for count in range(4):
        out = io.StringIO()
        writer = JsonWriter(out)
        for row in rows(count):
            writer.write(row)
        writer.close()
        expected = [row.to_dict() for row in rows(count)]
        assert json.loads(out.getvalue()) == (expected[0] if count == 1 else expected)
        assert out.getvalue().endswith("\n")


def test_jsonl_is_sent_line_by_line() -> None:
    class Counting(io.StringIO):
        flushed = 0

        def flush(self) -> None:
            self.flushed += 1

    out = Counting()
    writer = JsonlWriter(out)
    for row in rows(3):
        writer.write(row)
    assert out.flushed == 3
