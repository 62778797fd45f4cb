"""How often the slots of matched claims are right: when, place, negation, status, attribution, evidence, mode."""

from collections.abc import Iterator, Mapping

from verbale.gold.matching import Fields, count_found, evidence_of, names_agree, overlaps
from verbale.gold.pairing import Compared

Span = tuple[str | None, str | None]


def judge_slots(report: Compared, gold: Fields, read: Fields) -> Iterator[tuple[str, bool]]:
    """The slots that are asked of a matched claim, each with whether it is right.

    `when`, `place` and `mode` are asked where the annotation has them, `nowhen` where it has no date.
    """
    if gold.get("when"):
        yield "when", _span(gold["when"]) == _span(read.get("when"))
    else:
        yield "nowhen", _span(read.get("when")) in (None, (None, None))
    if gold.get("place"):
        place = read.get("place") or {}
        yield "place", names_agree(gold["place"]["name"], place.get("name"))
    yield "neg", bool(gold.get("negated")) == bool(read.get("negated"))
    yield "status", (gold.get("status") or "happened") == (read.get("status") or "happened")
    said = report.parties("gold", gold, "attributed_to"), report.parties("read", read, "attributed_to")
    yield "attr", count_found(*said) == (len(said[0]), len(said[1]))
    yield "evidence", overlaps(evidence_of(gold), evidence_of(read))
    if gold.get("mode"):
        yield "mode", gold["mode"] == read.get("mode")


def _span(when: Mapping[str, str | None] | None) -> Span | None:
    return (when.get("start"), when.get("end")) if when else None
