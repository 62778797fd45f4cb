"""What readings missed, what they said wrong, and what they got only in the main."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from verbale.gold.matching import Fields, evidence_of
from verbale.gold.pairing import Compared, pair_claims


@dataclass(frozen=True, slots=True)
class Difference:
    """One claim on which annotation and reading differ: `kind` is "missed", "wrong" or "inexact"."""

    report: str
    kind: str
    gold: str | None
    read: str | None

    def __str__(self) -> str:
        return f"{self.report}  {self.kind:7}  " + "  <>  ".join(c for c in (self.gold, self.read) if c)


def find_differences(golds: Mapping[str, Fields], readings: Mapping[str, Fields]) -> Iterator[Difference]:
    """All differences, report by report in the order of ids: missed, then wrong, then inexact."""
    for id_, gold in sorted(golds.items()):
        yield from _differences(id_, Compared(gold, readings.get(id_, {})))


def _differences(id_: str, report: Compared) -> Iterator[Difference]:
    pairs = pair_claims(report)
    found, right = {pair.gold for pair in pairs}, {pair.read for pair in pairs}
    golds = [_tell(report, "gold", claim) for claim in report.claims("gold")]
    reads = [_tell(report, "read", claim) for claim in report.claims("read")]
    yield from (Difference(id_, "missed", line, None) for at, line in enumerate(golds) if at not in found)
    yield from (Difference(id_, "wrong", None, line) for at, line in enumerate(reads) if at not in right)
    yield from (Difference(id_, "inexact", golds[p.gold], reads[p.read]) for p in pairs if not p.exact)


def _tell(report: Compared, side: str, claim: Fields) -> str:
    """A claim on one line: type/mode(actors -> recipients), what it is not, its sentence."""
    mode = f"/{claim['mode']}" if claim.get("mode") else ""
    actors, recipients = (
        ", ".join(actor["name"] for actor in report.parties(side, claim, role))
        for role in ("actor", "recipient")
    )
    status = claim.get("status") or "happened"
    marks = (" NOT" if claim.get("negated") else "") + (f" {status}" if status != "happened" else "")
    return f"{claim['type']}{mode}({actors} -> {recipients}){marks}: {evidence_of(claim) or ''}"
