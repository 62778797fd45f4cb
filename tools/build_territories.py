"""Build src/verbale/data/territories.json from rigour and data-sources/territories.tsv.

Needs `rigour` (PyPI; it compiles PyICU, so ICU headers and a compiler):

    apt-get install -y libicu-dev pkg-config g++
    python -m venv /tmp/tools && /tmp/tools/bin/pip install rigour==2.6.1
    /tmp/tools/bin/python tools/build_territories.py [--check]

`--check` writes nothing and exits 1 where the shipped table differs from what would be built.
"""

import csv
import json
import re
import sys
from pathlib import Path
from typing import Any

from rigour._core import territories_jsonl
from rigour.data import iter_jsonl_text

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "data-sources" / "territories.tsv"
TARGET = ROOT / "src" / "verbale" / "data" / "territories.json"

NOT_PLACES = {"zz", "ip", "un"}
NO_PLURAL = ("ese", "ish", "ch", "ss", "ois", "oise", "lands", "U.S", ".", "Kong")


def read_source() -> dict[str, dict[str, list[str]]]:
    """The curated table by code, every cell split into its items."""
    lines = [line for line in SOURCE.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return {
        row.pop("code"): {column: split_items(cell or "") for column, cell in row.items()} for row in rows
    }


def split_items(cell: str) -> list[str]:
    """The items of one cell."""
    return [item.strip() for item in cell.split(";") if item.strip()]


def inflect_people(adjectives: list[str], people: list[str]) -> list[str]:
    """Nouns for the people, singular and plural, formed from the adjectives where none are given."""
    forms: list[str] = []
    for noun in people or [a for a in adjectives if not a.endswith(NO_PLURAL) and not a.isupper()]:
        singular, _, plural = noun.partition("/")
        forms += [singular, plural or singular + "s"]
    return list(dict.fromkeys(forms))


def strip_bracket(name: str) -> str:
    """The name without a bracketed explanation: "Georgia (USA)" -> "Georgia"."""
    return re.sub(r"\s*[(\[].*?[)\]]", "", name).strip().removeprefix("The ")


def vary_region(name: str) -> list[str]:
    """The other English words for a Russian or Ukrainian province: "Kursk Oblast" -> "Kursk region"."""
    stem, _, kind = name.rpartition(" ")
    if kind not in {"Oblast", "Krai", "Okrug"}:
        return []
    return [f"{stem} {word}" for word in (kind.lower(), "region", "Region", "province", "Province")]


def name_kind(row: dict[str, Any]) -> str:
    """country, territory (dependent or disputed), subdivision, historical, body or none."""
    code = row["code"]
    if code == "eu":
        return "body"
    if code in NOT_PLACES:
        return "none"
    if row.get("is_historical"):
        return "historical"
    if row.get("is_country"):
        return "country"
    return "territory" if len(code) == 2 else "subdivision"


def build_row(row: dict[str, Any], own: dict[str, list[str]]) -> dict[str, Any]:
    """One territory of the shipped table; empty fields are left out."""
    short = own.get("short name") or [strip_bracket(row["name"])]
    aliases = own.get("aliases", [])
    official = strip_bracket(row.get("full_name") or row["name"])
    names = [short[0], *(a for a in aliases if a[0] not in "~!"), strip_bracket(row["name"]), official]
    names += [short for name in names for short in vary_region(name)]
    entry = {
        "code": row["code"],
        "name": short[0],
        "official": official,
        "kind": name_kind(row),
        "alpha3": row.get("alpha3"),
        "parent": row.get("parent"),
        "region": row.get("subregion") or row.get("region"),
        "codes": sorted(row.get("other_codes", [])),
        "names": list(dict.fromkeys(names))[1:],
        "weak": [a[1:] for a in aliases if a.startswith("!")],
        "abbreviations": [a[1:] for a in aliases if a.startswith("~")],
        "adjectives": own.get("adjectives", []),
        "people": inflect_people(own.get("adjectives", []), own.get("people", [])),
        "capitals": own.get("capitals", []),
        "metonyms": own.get("metonyms", []),
        "successor": next(iter(own.get("successor", [])), None),
    }
    return {key: value for key, value in entry.items() if value}


def build() -> str:
    """The table as text, the lines in the order of preference that the lookups follow."""
    own = read_source()
    rows = {row["code"]: row for row in iter_jsonl_text(territories_jsonl())}
    unknown = sorted(set(own) - set(rows))
    if unknown:
        raise SystemExit(f"{SOURCE}: rigour knows no territory {', '.join(unknown)}")
    order = [*own, *sorted(set(rows) - set(own))]
    lines = [json.dumps(build_row(rows[code], own.get(code, {})), ensure_ascii=False) for code in order]
    return "[\n" + ",\n".join(lines) + "\n]\n"


def main() -> int:
    """Write the table, or compare it under `--check`."""
    text = build()
    if "--check" not in sys.argv[1:]:
        TARGET.write_text(text, "utf-8")
        return 0
    if TARGET.read_text("utf-8") == text:
        return 0
    print(f"{TARGET} differs from its sources: run tools/build_territories.py", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
