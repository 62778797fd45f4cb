"""PLOVER's scheme: class, mode, CAMEO code, quarter and score of a claim (data/plover.yaml, claim_types.yaml)."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from verbale.lexicon.claim_types import load_claim_types
from verbale.lexicon.tables import load_table


@dataclass(frozen=True, slots=True)
class Coding:
    """What a claim's type and mode are in the scheme; `score` is on PLOVER's scale from -10 to 10.

    `event` is None where PLOVER has no class for the type; CAMEO may still have a code.
    """

    event: str | None
    mode: str | None
    quad: str | None
    cameo: str | None
    score: float | None


@cache
def load_scheme() -> dict[str, Any]:
    """The table data/plover.yaml."""
    table: dict[str, Any] = load_table("plover.yaml")
    return table


@cache
def code_type(type_: str, mode: str | None = None) -> Coding:
    """The coding of a claim type and mode.

    >>> code_type("visit")
    Coding(event='CONSULT', mode='visit', quad='verbal cooperation', cameo='042', score=4)
    >>> code_type("vote", "against").event is None
    True
    """
    known = load_claim_types()[type_]
    rows = load_scheme()["events"]
    row = rows.get(f"{type_}/{mode}") or rows.get(type_) or {}
    if known.plover is None:
        return Coding(None, None, None, known.cameo, None)
    quad = next(name for name, classes in load_scheme()["quad"].items() if known.plover in classes)
    return Coding(known.plover, row.get("mode"), quad, row.get("cameo", known.cameo), row.get("score"))
