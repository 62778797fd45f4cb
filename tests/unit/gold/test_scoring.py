"""Figures of readings against annotated reports."""

import importlib.util
from pathlib import Path
from typing import Any

import verbale
from verbale.gold.differences import find_differences
from verbale.gold.files import load_gold, make_report
from verbale.gold.scoring import Figures, score_readings

ACTORS = [
    {"id": "ke", "name": "Kenya", "kind": "state", "country": "ke"},
    {"id": "no", "name": "Norway", "kind": "state", "country": "no"},
]


def reading(*claims: tuple[str, str, str], when: str | None = None) -> dict[str, Any]:
    """A reading of claims (type, actor, recipient), all said by one sentence."""
    rows = [
        {
            "type": type_,
            "actor": actor.split(),
            "recipient": recipient.split(),
            "evidence": "It did so.",
            "when": {"start": when, "end": when} if when else None,
        }
        for type_, actor, recipient in claims
    ]
    return {"report": {"id": "r1"}, "actors": ACTORS, "claims": rows}


def test_claim_is_matched_once() -> None:
    gold = reading(("praise", "ke", "no"))
    score = score_readings({"r1": gold}, {"r1": reading(("praise", "ke", "no"), ("praise", "ke", "no"))})
    assert score.core == Figures(right=1, said=2, gold=1)
    assert (score.core.precision, score.core.recall) == (0.5, 1.0)
    assert score.types["praise"] == score.core


def test_classes_count_types_of_one_class_as_the_same() -> None:
    gold = reading(("praise", "ke", "no"), ("vote", "ke", ""))
    score = score_readings({"r1": gold}, {"r1": reading(("support", "ke", "no"), ("vote", "ke", ""))})
    assert score.core == Figures(right=1, said=2, gold=2)
    assert score.plover == Figures(right=1, said=1, gold=1)


def test_slots_are_asked_of_matched_claims_only() -> None:
    gold = reading(("praise", "ke", "no"), ("visit", "ke", "no"), when="2024-06-10")
    score = score_readings({"r1": gold}, {"r1": reading(("praise", "ke", "no"), when="2024-06-09")})
    assert score.slots["when"] == 0.0
    assert "nowhen" not in score.slots
    assert score.slots["evidence"] == 1.0


def test_report_without_a_reading_is_missed_whole() -> None:
    score = score_readings({"r1": reading(("praise", "ke", "no"))}, {})
    assert score.core == Figures(right=0, said=0, gold=1)
    assert score.actors == Figures(right=0, said=0, gold=2)
    assert score.core.f1 == 0.0


def test_differences_are_missed_wrong_and_inexact() -> None:
    gold = reading(("praise", "ke", "no"), ("visit", "ke", "no"))
    read = reading(("praise", "ke", "no ke"), ("warn", "ke", "no"))
    told = list(find_differences({"r1": gold}, {"r1": read}))
    assert [d.kind for d in told] == ["missed", "wrong", "inexact"]
    assert str(told[0]) == "r1  missed   visit(Kenya -> Norway): It did so."


def test_figures_are_those_of_the_scorer_beside_the_checkout(shared: Path, reader: verbale.Reader) -> None:
    """The scorer that the project is measured by, on the first reports of the gold folder."""
    spec = importlib.util.spec_from_file_location("score", shared / "score.py")
    assert spec
    assert spec.loader
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    golds = dict(list(load_gold(shared / "gold" / "dev").items())[:20])
    readings = {id_: reader.read(make_report(gold)).to_dict() for id_, gold in golds.items()}
    theirs, _ = scorer.score(golds, readings)
    mine = score_readings(golds, readings).to_dict()
    for name in ("core", "exact", "plover"):
        assert mine[name]["f1"] == theirs[f"claims_{name}"]["f1"] > 0
    assert mine["actors"]["f1"] == theirs["actors"]["f1"] > 0
    assert mine["slots"] == theirs["slots"]
    assert {t: f["f1"] for t, f in mine["types"].items()} == {t: f["f1"] for t, f in theirs["types"].items()}
