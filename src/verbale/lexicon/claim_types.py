"""The ontology: claim types with their modes and what they export to."""

from dataclasses import dataclass
from functools import cache

from verbale.lexicon.tables import load_table


@dataclass(frozen=True, slots=True)
class ClaimType:
    """One row of the ontology of claims.md.

    `symmetric`: every party is an actor. `state`: it holds rather than happens, so it has no date unless one is said.
    `plover` and `cameo` are None where those schemes have no place for it.
    """

    type: str
    group: str
    description: str
    symmetric: bool = False
    state: bool = False
    modes: tuple[str, ...] = ()
    plover: str | None = None
    cameo: str | None = None


@cache
def load_claim_types() -> dict[str, ClaimType]:
    """All claim types by name, in the order of claims.md.

    >>> load_claim_types()["meet"].plover
    'CONSULT'
    """
    rows = load_table("claim_types.yaml")
    return {row["type"]: ClaimType(**{**row, "modes": tuple(row.get("modes", ()))}) for row in rows}
