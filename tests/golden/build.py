"""The exports of a small record, made anew: `make golden` (with `--read`: the reports are read anew before).

The record is made of readings that are kept in readings.jsonl, so that what the reader learns leaves these files alone.
"""

import argparse
import contextlib
import io
import json
import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from verbale import Reader, Report
from verbale.cli.app import app
from verbale.model import Reading
from verbale.record import Store
from verbale.record.adding import add_readings
from verbale.record.queries.stream import stream_claims
from verbale.record.reviewing import review_claim

HERE = Path(__file__).parent
EXPECTED = HERE / "expected"
READINGS = HERE / "readings.jsonl"
NOW = datetime(2026, 1, 2, 12, tzinfo=UTC)
REVIEWED = "golden:tariffs"
"""The report that somebody went over: its claims are accepted, but the first."""

EXPORTS = {
    "plover": ["plover"],
    "ftm.json": ["ftm"],
    "types.gexf": ["gexf"],
    "plover.gexf": ["gexf", "--edges", "plover"],
    "types.graphml": ["graphml"],
    "plover.graphml": ["graphml", "--edges", "plover"],
    "map.geojson": ["geojson"],
    "calendar.ics": ["ical"],
    "linked.jsonld": ["jsonld"],
    "gold": ["gold"],
    "visits.geojson": ["geojson", "--type", "visit", "--type", "meet"],
}
"""What is exported under which name, and with what arguments."""


def list_reports() -> list[Report]:
    """The reports of the record: the example, and those of reports.jsonl beside this file."""
    [example] = (HERE.parents[1] / "examples").glob("*.txt")
    first = Report(
        "golden:vienna", example.read_text("utf-8"), "", "Danube Wire", "", date.fromisoformat("2024-09-12")
    )
    rows = [json.loads(line) for line in (HERE / "reports.jsonl").read_text("utf-8").splitlines()]
    return [first] + [Report(**{**row, "published": date.fromisoformat(row["published"])}) for row in rows]


def read_anew() -> None:
    """Write readings.jsonl: the lines of `verbale read --format jsonl`, with the text of each report."""
    reader = Reader()
    with READINGS.open("w", encoding="utf-8") as out:
        for report in list_reports():
            fields = reader.read(report).to_dict()
            fields["report"]["text"] = report.text
            out.write(json.dumps(fields, ensure_ascii=False) + "\n")


def list_readings() -> Iterator[Reading]:
    """The readings that are kept."""
    for line in READINGS.read_text("utf-8").splitlines():
        yield Reading.from_dict(json.loads(line))


def fill(address: str) -> None:
    """Put the readings into an empty store and decide on the claims of one report."""
    with Store.open(address) as store:
        add_readings(store, [(reading.report, reading) for reading in list_readings()], now=NOW)
        with store.begin() as conn:
            claims = [claim for claim in stream_claims(conn) if claim.report_id == REVIEWED]
            for number, claim in enumerate(claims):
                verdict = "accept" if number else "reject"
                review_claim(conn, claim.id, verdict, by="eva", why="", now=NOW)


def export_all(address: str, folder: Path) -> None:
    """Export a store in every format into a folder, by the command that users run."""
    for name, arguments in EXPORTS.items():
        command = ["export", *arguments, "-o", str(folder / name), "--store", address]
        with contextlib.redirect_stderr(io.StringIO()) as said, contextlib.suppress(SystemExit):
            app(command)
        assert (folder / name).exists(), f"{' '.join(command)}: {said.getvalue()}"


def main() -> None:
    """Make the golden files anew."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--read", action="store_true", help="read the reports anew, too")
    if parser.parse_args().read:
        read_anew()
    shutil.rmtree(EXPECTED, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        fill(f"{folder}/record.db")
        export_all(f"{folder}/record.db", EXPECTED)


if __name__ == "__main__":
    main()
