"""Sentences with what must and what must not come out of them: tests/cases/*.yaml (format: CONTRIBUTING.md)."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from verbale import Reader, Reading, Report

FOLDER = Path(__file__).parent / "cases"
KEYS = {"name", "text", "published", "must", "must_not"}
PARTIES = {"actor", "recipient", "attributed_to"}
FIELDS = {
    *PARTIES, "type", "mode", "negated", "status", "office", "body", "when", "place", "object", "topic", "quote"
}  # fmt: skip


def load_cases() -> list[tuple[str, dict[str, Any]]]:
    return [
        (f"{file.stem}: {case['name']}", case)
        for file in sorted(FOLDER.glob("*.yaml"))
        for case in yaml.safe_load(file.read_text(encoding="utf-8"))
    ]


CASES = load_cases()


def describe(reading: Reading) -> list[dict[str, Any]]:
    """Claims of a reading in the words that cases use."""
    names = {actor.id: actor.name for actor in reading.actors}
    claims = []
    for claim in reading.to_dict()["claims"]:
        office = claim["office"] or {}
        when = claim["when"]
        claims.append(
            {
                **{
                    key: claim[key]
                    for key in ("type", "mode", "negated", "status", "object", "topic", "quote")
                },
                **{role: sorted(names[i] for i in claim[role]) for role in PARTIES},
                "office": office.get("title"),
                "body": office.get("body"),
                "when": f"{when['start'] or ''}..{when['end'] or ''}" if when else None,
                "place": claim["place"] and claim["place"]["name"],
            }
        )
    return claims


def agrees(claim: Mapping[str, Any], wanted: Mapping[str, Any]) -> bool:
    """Whether a claim has every value that a case asks for; longer texts need only contain it."""
    return all(agrees_in(key, claim[key], value) for key, value in wanted.items())


def agrees_in(key: str, value: Any, wanted: Any) -> bool:
    if key in PARTIES:
        return value == sorted(wanted)
    if key in ("object", "topic", "quote") and wanted is not None:
        return value is not None and wanted in value
    if key == "when" and wanted is not None:
        return value == (wanted if ".." in str(wanted) else f"{wanted}..{wanted}")
    return value == wanted


@pytest.mark.parametrize("case", [case for _, case in CASES], ids=[name for name, _ in CASES])
def test_case(case: dict[str, Any], reader: Reader) -> None:
    published = date.fromisoformat(str(case["published"])) if "published" in case else None
    claims = describe(reader.read(Report("case", case["text"], published=published)))
    shown = "\n".join(map(str, claims)) or "no claims"
    for wanted in case.get("must", []):
        assert any(agrees(claim, wanted) for claim in claims), f"missing: {wanted}\nfound:\n{shown}"
    for unwanted in case.get("must_not", []):
        assert not any(agrees(claim, unwanted) for claim in claims), (
            f"must not be: {unwanted}\nfound:\n{shown}"
        )


@pytest.mark.parametrize("case", [case for _, case in CASES], ids=[name for name, _ in CASES])
def test_case_is_well_formed(case: dict[str, Any]) -> None:
    assert {*case} <= KEYS, f"unknown keys { ({*case} - KEYS) }"
    wanted = [*case.get("must", []), *case.get("must_not", [])]
    assert wanted, "a case says what must or must not come out"
    for claim in wanted:
        assert {*claim} <= FIELDS, f"unknown fields { ({*claim} - FIELDS) }"


def test_case_names_are_unique() -> None:
    names = [name for name, _ in CASES]
    assert len(names) == len({*names})
