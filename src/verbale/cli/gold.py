"""`verbale gold`: check annotated reports, and measure the reader on them."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from verbale.cli import options as shared
from verbale.cli.exit_codes import ExitCode
from verbale.cli.guard import complain, exit_cleanly, printable, write_utf8

if TYPE_CHECKING:
    from collections.abc import Mapping

    from verbale.gold.matching import Fields
    from verbale.gold.scoring import Figures, Score

CHECK_EPILOG = """\b
Example:
  verbale gold check annotated/

\b
Exit codes: 0 nothing is wrong, 2 no annotated reports there, 3 something is wrong.
"""
SCORE_EPILOG = """\b
Examples:
  verbale gold score annotated/
  verbale gold score annotated/ --show | less
  verbale gold score annotated/ --pred readings.jsonl --format json

\b
Exit codes: 0 scored, 2 the annotated reports or the readings cannot be used.
"""

app = typer.Typer(
    name="gold", help="Check annotated reports, and measure the reader on them.", no_args_is_help=True
)
Folder = Annotated[
    Path, typer.Argument(metavar="FOLDER", help="Folder of annotated reports, one JSON file a report.")
]


@app.command("check", epilog=CHECK_EPILOG)
def check(folder: Folder) -> None:
    """Say what is wrong with annotated reports: unknown types, ids and modes, evidence that is not in the text."""
    with exit_cleanly():
        from verbale.gold.checking import check_gold
        from verbale.gold.files import load_gold

        write_utf8()
        golds = load_gold(folder)
        problems = [problem for gold in golds.values() for problem in check_gold(gold)]
        for problem in problems:
            typer.echo(printable(str(problem)))
        typer.echo(f"{len(golds)} reports, {len(problems)} problems")
        code = ExitCode.SOME_UNREAD if problems else ExitCode.OK
    raise typer.Exit(code)


@app.command("score", epilog=SCORE_EPILOG)
def score(
    folder: Folder,
    pred: Annotated[
        Path | None,
        typer.Option(
            "--pred", metavar="FILE", help="JSONL of readings made before (default: read the reports now)."
        ),
    ] = None,
    show: Annotated[
        bool, typer.Option("--show", help="Also print what was missed, wrong or not exact.")
    ] = False,
    output: Annotated[
        str,
        typer.Option("--format", "-f", metavar="text|json", help="Figures as text or as one JSON object."),
    ] = "text",
    jobs: shared.Jobs = None,
) -> None:
    """Measure the reader on annotated reports: precision, recall and F1 of claims and actors, shares of right slots."""
    if output not in ("text", "json"):
        raise typer.BadParameter(f"{output!r} is neither text nor json", param_hint="--format")
    with exit_cleanly():
        from verbale.gold.differences import find_differences
        from verbale.gold.files import load_readings
        from verbale.gold.scoring import score_readings

        write_utf8()
        golds = _load_sound(folder)
        readings = load_readings(pred) if pred else _read(golds, jobs)
        if show:
            for difference in find_differences(golds, readings):
                typer.echo(printable(str(difference)))
        figures = score_readings(golds, readings)
        typer.echo(json.dumps(figures.to_dict()) if output == "json" else _tell(figures))


def _load_sound(folder: Path) -> "dict[str, Fields]":
    """The annotated reports, if none is so wrong that it cannot be scored."""
    from verbale.errors import GoldError
    from verbale.gold.checking import check_gold
    from verbale.gold.files import load_gold

    golds = load_gold(folder)
    fatal = [str(problem) for gold in golds.values() for problem in check_gold(gold) if problem.fatal]
    if fatal:
        raise GoldError(f"{fatal[0]} ({len(fatal)} such; `verbale gold check {folder}` lists all)")
    return golds


def _read(golds: "Mapping[str, Fields]", jobs: int | None) -> "dict[str, Fields]":
    """What the reader makes of the annotated reports now; a report that cannot be read is said on stderr."""
    from verbale.cli.reader import open_reader
    from verbale.errors import ReportError
    from verbale.gold.files import make_report
    from verbale.settings import load_settings

    settings = load_settings(jobs=jobs)
    reports = [make_report(gold) for gold in golds.values()]
    readings: dict[str, Fields] = {}
    for reading in open_reader(settings).read_many(reports):
        if isinstance(reading, ReportError):
            complain(reading.message)
        else:
            readings[reading.report.id] = reading.to_dict()
    return readings


def _tell(score: "Score") -> str:
    names = {"claims, core": score.core, "claims, exact": score.exact, "PLOVER classes": score.plover}
    lines = [f"{score.reports} reports"]
    lines += [_line(name, figures) for name, figures in {**names, "actors": score.actors}.items()]
    slots = "  ".join(f"{slot} {share:.3f}" for slot, share in score.slots.items())
    lines += [f"slots of matched claims: {slots}", *(_line(f"  {t}", f) for t, f in score.types.items())]
    return "\n".join(lines)


def _line(name: str, figures: "Figures") -> str:
    shares = f"F1 {figures.f1:.3f}  P {figures.precision:.3f}  R {figures.recall:.3f}"
    return f"{name:16} {shares}  ({figures.right} right of {figures.said} said, {figures.gold} annotated)"
