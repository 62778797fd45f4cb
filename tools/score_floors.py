"""Score the reader on the gold reports and compare with tests/floors.toml.

Run `python tools/score_floors.py` to see figures beside floors (exit code 1 where one falls short), and
with `--raise` to raise the floors to what was reached. A floor is never lowered.
"""

import argparse
import math
import sys
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from verbale import Reader, Report
from verbale.gold.files import load_gold
from verbale.gold.scoring import score_readings

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
SETS = {
    "dev": SHARED / "gold" / "dev",
    "train": SHARED / "gold" / "train",
    "newswire": ROOT / "tests" / "newswire",
    "stories": ROOT / "tests" / "stories",
}
"""Folders of annotated reports; those under tests are part of the repository."""
FLOORS = ROOT / "tests" / "floors.toml"
SCORES = {"claims_core": "core", "claims_exact": "exact", "claims_plover": "plover", "actors": "actors"}
HEADER = FLOORS.read_text(encoding="utf-8").partition("\n[")[0].rstrip() + "\n"

Figures = dict[str, float]


def read_gold(golds: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, object]]:
    """What the reader makes of the gold texts, by report id."""
    reports = [make_report(gold["report"]) for gold in golds.values()]
    reader = Reader()
    readings = [reader.read(report).to_dict() for report in reports]
    return dict(zip(golds, readings, strict=True))


def make_report(fields: Mapping[str, Any]) -> Report:
    """A report from the `report` object of a gold file."""
    day = fields.get("published")
    return Report(
        id=fields["id"],
        text=fields["text"],
        title=fields.get("title") or "",
        publisher=fields.get("publisher") or "",
        url=fields.get("url") or "",
        published=date.fromisoformat(day) if day else None,
    )


def measure(name: str) -> Figures:
    """Figures of the gold set `name`, flat: `claims_core.f1`, `claims_core.p`, `slots.when`, ..."""
    golds = load_gold(SETS[name])
    scores = score_readings(golds, read_gold(golds))
    flat: Figures = {}
    for key, field in SCORES.items():
        figures = getattr(scores, field)
        flat |= {f"{key}.f1": figures.f1, f"{key}.p": figures.precision}
    return flat | {f"slots.{slot}": share for slot, share in scores.slots.items()}


def load_floors() -> dict[str, Figures]:
    """The floors of tests/floors.toml, by set."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8"))


def fall_short(figures: Figures, floors: Figures) -> list[str]:
    """A line for each floor that is not reached.

    >>> fall_short({"actors.f1": 0.81}, {"actors.f1": 0.82})
    ['actors.f1 is 0.8100, floor 0.8200']
    """
    return [
        f"{key} is {figures.get(key, 0.0):.4f}, floor {floor:.4f}"
        for key, floor in floors.items()
        if figures.get(key, 0.0) < floor
    ]


def raise_floors(figures: Figures, floors: Figures) -> Figures:
    """The higher of figure and floor for every key of either, figures cut to whole hundredths.

    A share of matched claims may lose a few thousandths when more claims are matched: that is no step back.

    >>> raise_floors({"actors.f1": 0.81, "actors.p": 0.9}, {"actors.f1": 0.82, "actors.p": 0.7})
    {'actors.f1': 0.82, 'actors.p': 0.9}
    >>> raise_floors({"slots.when": 0.8388}, {})
    {'slots.when': 0.83}
    """
    return {
        key: max(math.floor(100 * figures.get(key, 0.0)) / 100, floors.get(key, 0.0))
        for key in sorted({*figures, *floors})
    }


def write_floors(floors: Mapping[str, Figures]) -> None:
    """Write tests/floors.toml: its header, then one table a set."""
    tables = [
        f"[{name}]\n" + "".join(f'"{key}" = {value:.2f}\n' for key, value in rows.items())
        for name, rows in floors.items()
    ]
    FLOORS.write_text(HEADER + "\n" + "\n".join(tables), encoding="utf-8")


def show(name: str, figures: Figures, floors: Figures) -> None:
    """Print figures of one set beside their floors."""
    for key in sorted(figures):
        print(f"{name:9} {key:18} {figures[key]:.4f}  floor {floors.get(key, 0.0):.4f}")


def main() -> int:
    """Exit code: 1 where a floor is not reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--raise", action="store_true", dest="raising")
    raising = parser.parse_args().raising
    floors, raised, short = load_floors(), load_floors(), []
    for name, folder in SETS.items():
        if not folder.is_dir():
            print(f"no gold reports at {folder}: {name} not measured")
            continue
        figures, known = measure(name), floors.get(name, {})
        show(name, figures, known)
        short += [f"{name}: {line}" for line in fall_short(figures, known)]
        raised[name] = raise_floors(figures, known)
    if raising:
        write_floors(raised)
    print("\n".join(short) or "every floor is reached")
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
