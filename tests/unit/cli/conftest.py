"""A reader that needs no model: what it finds depends on nothing but the text."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from verbale.cli import reader
from verbale.cli.app import app
from verbale.errors import ReportError
from verbale.model import (
    Actor,
    Claim,
    Interval,
    Kind,
    Office,
    Place,
    Reading,
    Report,
    Status,
    TextSpan,
    TraceStep,
    When,
)

TEXT = 'Kenya\'s envoy, Ann "Ace" Otieno, met\tOla Nordmann, in Oslo on Monday.'


def make_reading(report: Report) -> Reading:
    """One claim with every field filled, over the first sentence of the report."""
    met = report.text.find("met")
    claim = Claim(
        id="c1",
        type="meet",
        evidence=TextSpan(0, len(report.text), report.text),
        trigger=TextSpan(met, met + 3, report.text[met : met + 3]),
        actor=("a1", "a2"),
        office=Office("envoy", "Foreign Ministry", "ke"),
        topic="fish, trade",
        quote='a "frank" talk',
        when=When(Interval(date(2024, 6, 10), date(2024, 6, 10)), "on Monday"),
        place=Place("Oslo", "no", 59.91, 10.75),
        status=Status.PLANNED,
        negated=True,
        attributed_to=("a2",),
        confidence=0.75,
        trace=(TraceStep("predicate", "row meet-1 fired on “met”"), TraceStep("times", "“on Monday”")),
    )
    actors = (
        Actor("a1", 'Ann "Ace" Otieno', Kind.PERSON, "ke", ("Otieno",), ((15, 31),)),
        Actor("a2", "Ola Nordmann", Kind.PERSON, "no"),
    )
    return Reading(report, actors, (claim,) if met >= 0 else (), "0.1.0+test")


class FakeReader:
    """Stands in for `verbale.Reader`."""

    def read_many(
        self, reports: Iterable[Report | ReportError], jobs: int | None = None
    ) -> Iterator[Reading | ReportError]:
        for report in reports:
            yield make_reading(report) if isinstance(report, Report) else report


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Runs a command with the stand-in reader."""
    monkeypatch.setattr(reader, "open_reader", lambda settings: FakeReader())

    def run_command(*args: str | Path, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(app, [str(arg) for arg in args], input=stdin, catch_exceptions=False)

    return run_command


@pytest.fixture
def report_path(tmp_path: Path) -> Path:
    """A file with one plain text report."""
    path = tmp_path / "report.txt"
    path.write_text(TEXT)
    return path
